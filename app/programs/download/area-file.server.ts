import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import { csvLines, csvStart } from "#app/reports/csv.ts";
import { spool } from "#app/reports/spool.server.ts";
import { type Sheet, workbookStream } from "#app/reports/workbook.server.ts";
import { type AreaChoice, findFoldTime } from "#db/area-report.ts";
import type { Database } from "#db/schema.ts";
import { foldFigures } from "../fold-figures.server.ts";
import { villageCounts } from "../read-area.server.ts";
import { csvCells, sheetCells, sheetHead } from "./area-cells.ts";
import { areaColumns, type AreaRow } from "./area-columns.ts";
import { type AreaAbout, notesRows } from "./area-notes.ts";
import { areaRows } from "./area-rows.server.ts";
import type { FileFormat } from "./file-size.ts";

/** What the last part of a file's address asks for; undefined when there is no such file. */
export function formatOf(part: string | undefined): FileFormat | undefined {
  return part === "unduh.csv" ? "csv" : part === "unduh.xlsx" ? "xlsx" : undefined;
}

/** What a file of a place is made of, and who is told of it. */
export interface AreaFileWanted extends AreaChoice {
  format: FileFormat;
  about: Omit<AreaAbout, "asOf">;
  copy: Copy;
  /** Says when the reader has left. */
  gone?: AbortSignal;
}

/**
 * Everything that is told of a place and of all in it, as a file to keep. All of it comes from one moment in the
 * database; what happened before that is folded in first, as for a page. Holds a few hundred places at a time.
 */
export async function areaFile(db: Kysely<Database>, wanted: AreaFileWanted, now: Date): Promise<Response> {
  await foldFigures(db, now);
  const villages = await villageCounts(db);
  const { body, bytes } = await spool(
    (file, signal) =>
      db
        .transaction()
        .setIsolationLevel("repeatable read")
        .setAccessMode("read only")
        .execute(async (trx) => {
          const asOf = await findFoldTime(trx);
          await writeAreaFile(areaRows(trx, wanted, villages, now), { ...wanted, about: { ...wanted.about, asOf } }, file, signal);
        }),
    wanted.gone ? { gone: wanted.gone } : {},
  );
  return new Response(body, { headers: { ...headersOf(wanted, dayOf(now)), ...(bytes === null ? {} : { "Content-Length": `${bytes}` }) } });
}

/** Writes rows to a file in the format wanted, at the file's pace. */
export async function writeAreaFile(
  rows: AsyncIterable<readonly AreaRow[]>,
  { format, about, copy }: Pick<AreaFileWanted, "format" | "copy"> & { about: AreaAbout },
  file: Writable,
  signal?: AbortSignal,
): Promise<void> {
  const source = format === "csv" ? Readable.from(csvOf(rows)) : workbookStream([sheetOf(rows), notesOf(about, copy)]);
  await pipeline(source, file, signal ? { signal } : {});
}

async function* csvOf(rows: AsyncIterable<readonly AreaRow[]>): AsyncGenerator<string> {
  yield csvStart + csvLines([areaColumns.map(({ key }) => key)]);
  for await (const lot of rows) yield csvLines(lot.map(csvCells));
}

function sheetOf(rows: AsyncIterable<readonly AreaRow[]>): Sheet {
  return { name: "Angka", widths: areaColumns.map(({ width }) => width), isTable: true, headHeight: 66, head: sheetHead(), rows: lotsOf(rows) };
}

async function* lotsOf(rows: AsyncIterable<readonly AreaRow[]>) {
  for await (const lot of rows) yield cellsOf(lot);
}

// One row at a time: a lot of them as cells would take a hundred times the memory of what they tell.
function* cellsOf(lot: readonly AreaRow[]) {
  for (const row of lot) yield sheetCells(row);
}

function notesOf(about: AreaAbout, copy: Copy): Sheet {
  const [head = [], ...rows] = notesRows(about, copy);
  return { name: "Keterangan", widths: [46, 90], head, rows: [rows] };
}

const contentTypes: Record<FileFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function headersOf({ format, about }: AreaFileWanted, day: string): Record<string, string> {
  const words = [about.place, about.curriculum ?? "", about.program?.name ?? ""].join(" ").normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return {
    "Content-Type": contentTypes[format],
    "Content-Disposition": `attachment; filename="${words.join("-").slice(0, 80)}-${day}.${format}"`,
    "Cache-Control": "no-store",
    // Of a proxy that would wait for the whole.
    "X-Accel-Buffering": "no",
  };
}
