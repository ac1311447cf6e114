import { encode } from "uqr";

/** Light modules that must stand around a QR code (ISO/IEC 18004). */
const quietZone = 4;

/** Draws a QR code of `text`, with its quiet zone, as filled rectangles in a square of `size` points. */
export function drawQrCode(doc: PDFKit.PDFDocument, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { data, size: modules } = encode(text, { ecc: "M", border: quietZone });
  doc.rect(x, y, size, size).fill("#ffffff");
  doc.save().translate(x, y).scale(size / modules);
  data.forEach((row, line) => {
    for (const { from, length } of darkRuns(row)) doc.rect(from, line, length, 1);
  });
  doc.fill("#000000").restore();
}

function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, at) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  });
  return runs;
}
