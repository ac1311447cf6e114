import { constants, crc32, deflateRawSync } from "node:zlib";

/**
 * A page whose text is fixed but for a few holes, compressed once. What is fixed is kept as blocks of
 * a deflate stream that end on a byte; a hole's text goes between them as a stored block (RFC 1951,
 * 3.2.4). So an answer costs a copy and a checksum, not a compression.
 */
export interface PageTemplate {
  parts: { text: string; bytes: Buffer; deflated: Buffer }[];
  /** The hole that follows each part but the last. */
  holes: string[];
}

/** What stands in the HTML given to `compileTemplate` where a hole goes. `name` is letters only. */
export function hole(name: string): string {
  return `[[hole:${name}]]`;
}

/** Cuts finished HTML at its holes. */
export function compileTemplate(html: string): PageTemplate {
  const pieces = html.split(/\[\[hole:([a-zA-Z]+)\]\]/);
  const parts = pieces.filter((_piece, index) => index % 2 === 0);
  return {
    parts: parts.map((text) => {
      const bytes = Buffer.from(text);
      return { text, bytes, deflated: deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }) };
    }),
    holes: pieces.filter((_piece, index) => index % 2 === 1),
  };
}

/** The page as text; hole values are escaped for HTML. */
export function fillTemplate(template: PageTemplate, values: Record<string, string>): string {
  return template.parts.map(({ text }, index) => text + escapeHtml(valueAfter(template, index, values))).join("");
}

/** The page as a gzip stream (RFC 1952); hole values, of at most 65,535 bytes, are escaped for HTML. */
export function fillTemplateGzip(template: PageTemplate, values: Record<string, string>): Uint8Array<ArrayBuffer> {
  const chunks: Buffer[] = [gzipHeader];
  let checksum = 0;
  let size = 0;
  template.parts.forEach(({ bytes, deflated }, index) => {
    chunks.push(deflated);
    checksum = crc32(bytes, checksum);
    size += bytes.length;
    const value = valueAfter(template, index, values);
    if (value === "") return;
    const stored = Buffer.from(escapeHtml(value));
    chunks.push(storedHeader(stored.length), stored);
    checksum = crc32(stored, checksum);
    size += stored.length;
  });
  const trailer = Buffer.allocUnsafe(10);
  trailer[0] = 0x03; // an empty last block
  trailer[1] = 0x00;
  trailer.writeUInt32LE(checksum, 2);
  trailer.writeUInt32LE(size, 6);
  chunks.push(trailer);
  return Buffer.concat(chunks);
}

const gzipHeader = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);

function storedHeader(length: number): Buffer {
  const header = Buffer.allocUnsafe(5);
  header[0] = 0;
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(~length & 0xffff, 3);
  return header;
}

function valueAfter(template: PageTemplate, index: number, values: Record<string, string>): string {
  return values[template.holes[index] ?? ""] ?? "";
}

function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
