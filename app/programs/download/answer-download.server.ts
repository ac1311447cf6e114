import type { Kysely } from "kysely";
import type { Copy } from "#app/i18n/translate.tsx";
import { type AreaChoice, listRegionNames } from "#db/area-report.ts";
import { listCurricula } from "#db/curricula.ts";
import type { Program } from "#db/programs.ts";
import type { Database } from "#db/schema.ts";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import { allCurricula, allPrograms } from "../contributions.ts";
import { curriculumName, type NamedCurriculum } from "../curriculum-words.ts";
import { areaFile, formatOf } from "./area-file.server.ts";
import { countAreaRows } from "./area-rows.server.ts";
import type { DownloadPageProps } from "./download-page.tsx";

/** What someone who may see a place asks for: of one program, or of all together. `?kurikulum=` of the request names a curriculum. */
export interface DownloadAsked {
  request: Request;
  regionCode: string;
  program: Program | null;
}

/** The file that the last part of the address, `file`, names; undefined when there is no such file or place. */
export async function answerFile(db: Kysely<Database>, asked: DownloadAsked & { file: string | undefined; copy: Copy }, now: Date): Promise<Response | undefined> {
  const format = formatOf(asked.file);
  const found = format && (await findWanted(db, asked));
  if (!found) return undefined;
  const { program, copy, request } = asked;
  const about = { place: nameOf(found.area, copy), program: program && { name: program.name, owner: program.ownerName }, curriculum: found.curriculum && curriculumName(found.curriculum, copy) };
  return areaFile(db, { ...found.choice, format, about, copy, gone: request.signal }, now);
}

/** What the page about the files of a place tells; undefined when there is no such place. */
export async function readDownload(db: Kysely<Database>, asked: DownloadAsked): Promise<DownloadPageProps | undefined> {
  const found = await findWanted(db, asked);
  if (!found) return undefined;
  const { program } = asked;
  const base = program ? `/program/${program.id}/wilayah` : "/wilayah";
  return { area: found.area, curricula: found.curricula, curriculumId: found.curriculum?.id ?? null, program: program && { name: program.name }, base, rows: await countAreaRows(db, found.choice) };
}

interface Wanted {
  area: Area;
  curricula: NamedCurriculum[];
  curriculum: NamedCurriculum | null;
  choice: AreaChoice;
}

async function findWanted(db: Kysely<Database>, { request, regionCode, program }: DownloadAsked): Promise<Wanted | undefined> {
  const id = new URL(request.url).searchParams.get("kurikulum");
  const [curricula, [region]] = await Promise.all([listCurricula(db), listRegionNames(db, [regionCode])]);
  const area: Area | undefined = regionCode === "" ? { code: "", kind: "nation", name: "Indonesia" } : region;
  const curriculum = curricula.find((one) => one.id === id) ?? null;
  return area && { area, curricula, curriculum, choice: { regionCode, programId: program?.id ?? allPrograms, curriculumId: curriculum?.id ?? allCurricula } };
}
