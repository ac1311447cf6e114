import { type PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import { contentTypesXml, packageXml, rowXml, type SheetRow, sheetEnd, sheetStart, type SheetStyle, stylesXml, workbookRelationsXml, workbookXml } from "./workbook-xml.ts";

/** A sheet whose rows come in lots. One that outgrows Excel's limit goes on in a further sheet, below the same head. */
export interface Sheet extends SheetStyle {
  name: string;
  head: SheetRow;
  rows: AsyncIterable<Iterable<SheetRow>> | Iterable<Iterable<SheetRow>>;
}

/** Rows that one sheet takes. Excel's own limit is 1,048,576 (Microsoft, "Excel specifications and limits"). */
const mostRows = 1_000_000;
/** Characters handed to the packer at once. */
const lotSize = 65_536;

/**
 * A workbook (ECMA-376, Office Open XML) as a stream. Rows are taken as fast as it is read and none is kept, so that
 * its length does not matter to the memory. When the stream is destroyed, or the rows fail, so does the other.
 */
export function workbookStream(sheets: readonly Sheet[], most = mostRows): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as PassThrough;
  const fail = (error: unknown) => void out.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on("error", fail);
  packAll(zip, out, sheets, most).catch(fail);
  return out;
}

async function packAll(zip: ZipFile, out: Readable, sheets: readonly Sheet[], most: number): Promise<void> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = eachOf(sheet.rows);
    let next = await rows.next();
    try {
      for (let part = 1; part === 1 || !next.done; part += 1) {
        names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`);
        await pack(zip, out, `xl/worksheets/sheet${names.length}.xml`, Readable.from(xmlOf(sheet)));
      }
    } finally {
      await rows.return(undefined);
    }

    async function* xmlOf({ head, ...style }: Sheet): AsyncGenerator<string> {
      let number = 1;
      let text = sheetStart(style) + rowXml(head, number, style.headHeight);
      for (; number < most && !next.done; next = await rows.next()) {
        number += 1;
        text += rowXml(next.value, number);
        if (text.length < lotSize) continue;
        yield text;
        text = "";
      }
      yield text + sheetEnd(style, number);
    }
  }
  const parts = { "xl/workbook.xml": workbookXml(names), "xl/_rels/workbook.xml.rels": workbookRelationsXml(names.length), "xl/styles.xml": stylesXml, "_rels/.rels": packageXml, "[Content_Types].xml": contentTypesXml(names.length) };
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
}

async function* eachOf(lots: Sheet["rows"]): AsyncGenerator<SheetRow, undefined> {
  for await (const lot of lots) yield* lot;
}

/** Packs one part; done when it has been read to its end. It ends with the archive. */
async function pack(zip: ZipFile, out: Readable, path: string, part: Readable): Promise<void> {
  const stop = () => void part.destroy();
  out.once("close", stop);
  zip.addReadStream(part, path, { compressionLevel: 5 });
  await finished(part);
  out.off("close", stop);
}
