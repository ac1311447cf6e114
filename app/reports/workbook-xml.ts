/** How a cell looks, by its place in `stylesXml`. */
const looks = ["plain", "head", "count", "share", "points", "day", "title", "prose"] as const;
export type CellLook = (typeof looks)[number];
const formats: Record<CellLook, string> = {
  plain: 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">',
  head: 'numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/>',
  count: 'numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">',
  share: 'numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">',
  points: 'numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">',
  day: 'numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1">',
  title: 'numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1">',
  prose: 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/>',
};

export interface SheetCell {
  /** Text, a number, or a `YYYY-MM-DD` day where it looks like one. */
  value: string | number | null;
  look: CellLook;
}
export type SheetRow = readonly SheetCell[];

export interface SheetStyle {
  /** Of its columns, in characters. */
  widths: readonly number[];
  /** Of the first row, in points; as high as its text where it is left out. */
  headHeight?: number;
  /** Whether the first row stays in sight, and can filter those below. */
  isTable?: boolean;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A sheet up to its first row. */
export function sheetStart({ widths, isTable = false }: SheetStyle): string {
  const pane = isTable ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : "";
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("");
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
}

/** A sheet after its last row, of `rows` in all. */
export function sheetEnd({ widths, isTable = false }: SheetStyle, rows: number): string {
  return `</sheetData>${isTable ? `<autoFilter ref="A1:${placeOf(widths.length - 1, rows)}"/>` : ""}</worksheet>`;
}

/** One row, counted from 1. */
export function rowXml(row: SheetRow, number: number, height?: number): string {
  const cells = row.map((cell, column) => cellXml(cell, column, number)).join("");
  return `<row r="${number}"${height ? ` ht="${height}" customHeight="1"` : ""}>${cells}</row>`;
}

// Nothing where there is nothing to tell.
function cellXml({ value, look }: SheetCell, column: number, row: number): string {
  if (value === null || value === "") return "";
  const start = `<c r="${placeOf(column, row)}" s="${looks.indexOf(look)}"`;
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  if (look === "day") return `${start}><v>${serialOf(value)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** A day as the number that spreadsheets keep: days since 30 December 1899, right from March 1900 on. */
function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

const letters: string[] = [];
/** `A1` for the first column, counted from 0, and the first row, counted from 1. */
function placeOf(column: number, row: number): string {
  return `${(letters[column] ??= lettersOf(column))}${row}`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

// What XML cannot hold is left out; what Excel would take for one of its own escapes (_x0041_) is escaped once more.
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const fonts = ['<sz val="11"/>', '<b/><sz val="11"/>', '<b/><sz val="16"/>'].map((font) => `<font>${font}<name val="Calibri"/></font>`);
const fills = ['patternType="none"/>', 'patternType="gray125"/>', 'patternType="solid"><fgColor rgb="FFE6ECEA"/></patternFill>'].map((fill) => `<fill><patternFill ${fill}</fill>`);
const borders = ["<bottom/>", '<bottom style="thin"><color rgb="FF5A6B68"/></bottom>'].map((bottom) => `<border><left/><right/><top/>${bottom}<diagonal/></border>`);

/** How cells of each look are written. Formats 3 and 14 are Excel's own: thousands, and a day as the reader's country writes it. */
export const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="+0;-0;0"/></numFmts><fonts count="${fonts.length}">${fonts.join("")}</fonts><fills count="${fills.length}">${fills.join("")}</fills><borders count="${borders.length}">${borders.join("")}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.map((look) => `<xf ${formats[look]}</xf>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("");
  return `${head}<workbook xmlns="${main}" xmlns:r="${kinds}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets}</sheets></workbook>`;
}

export function workbookRelationsXml(sheets: number): string {
  const each = Array.from({ length: sheets }, (_none, index) => `<Relationship Id="rId${index + 1}" Type="${kinds}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  return `${head}<Relationships xmlns="${relations}">${each.join("")}<Relationship Id="rId${sheets + 1}" Type="${kinds}/styles" Target="styles.xml"/></Relationships>`;
}

export const packageXml = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypesXml(sheets: number): string {
  const each = Array.from({ length: sheets }, (_none, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`);
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each.join("")}</Types>`;
}
