/** What a file is by its first bytes, whatever its name says. */
export type FileKind = "empty" | "photo" | "pdf" | "oldExcel" | "zip" | "archive" | "web" | "text" | "unknown";

/** Reads the kind from the bytes (the signatures of each format's specification). */
export function kindOfFile(bytes: Uint8Array): FileKind {
  if (bytes.every((byte) => byte <= 0x20)) return "empty";
  const start = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join("");
  const known = signatures.find(([signature]) => signature.test(start));
  if (known) return known[1];
  return isText(bytes) ? (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(textOf(bytes.subarray(0, 400)) ?? "") ? "web" : "text") : "unknown";
}

const signatures: [RegExp, FileKind][] = [
  [/^\xFF\xD8\xFF|^\x89PNG|^GIF8|^RIFF....WEBP|^BM....\0\0\0\0|^II\*\0|^MM\0\*|^....ftyp(hei|hev|mif|avif)/s, "photo"],
  [/^\s*%PDF-/, "pdf"],
  [/^\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1/, "oldExcel"],
  [/^PK\x03\x04|^PK\x05\x06/, "zip"],
  [/^Rar!|^7z\xBC\xAF|^\x1F\x8B|^BZh/, "archive"],
];

/** Whether it is text in an encoding that we read. */
function isText(bytes: Uint8Array): boolean {
  const text = textOf(bytes);
  if (text === null) return false;
  const strange = text.match(/[^\P{C}\t\n\r\p{Cf}]/gu)?.length ?? 0;
  return strange <= text.length / 100;
}

/**
 * The text of a file: in UTF-16 with a byte order mark (Excel's "Unicode text") or without one, in UTF-8, or, where it is
 * not valid UTF-8, in Windows-1252 (Excel's plain "CSV"). Null when it cannot be any.
 */
export function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decode("utf-16be", bytes);
  const sample = bytes.subarray(0, 2000);
  const zeros = sample.reduce((count, byte, index) => count + (byte === 0 && index % 2 === 1 ? 1 : 0), 0);
  if (sample.length > 4 && zeros > sample.length / 4) return decode("utf-16le", bytes);
  return decode("utf-8", bytes) ?? decode("windows-1252", bytes);
}

/** Without the byte order mark; null when the bytes do not fit the encoding. */
function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
