import { deflateRawSync } from "node:zlib";
import { packUnpacked } from "#app/mentoring/intake/open-archive.server.ts";

export type Cell = string | number | null;

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet as Excel writes it, unpacked; `rest` comes after the rows. */
export function workbook(rows: readonly (readonly Cell[])[], rest = ""): Buffer {
  const sheet = rows.map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${letterOf(column)}${index + 1}`)).join("")}</row>`).join("");
  return packUnpacked(
    new Map([
      ["[Content_Types].xml", xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')],
      ["_rels/.rels", xml(`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`)],
      ["xl/workbook.xml", xml(`<workbook xmlns="${main}" xmlns:r="${kinds}"><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/></sheets></workbook>`)],
      ["xl/_rels/workbook.xml.rels", xml(`<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`)],
      ["xl/worksheets/sheet1.xml", xml(`<worksheet xmlns="${main}"><sheetData>${sheet}${rest}</sheetData></worksheet>`)],
    ]),
  );
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function xml(body: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
}

/** The same archive with one part packed by `deflate`, as it claims any `size` that it likes. */
export function deflated(path: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from(path);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(10, 18);
  facts.writeUInt16LE(name.length, 22);
  const head = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, name, packed]);
  const directory = Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), facts, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, directory, end]);
}
