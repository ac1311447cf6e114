/** The colours of a certificate: batik's brown, red earth and gold on white paper. */
export const colors = { ink: "#2b211c", muted: "#65554a", earth: "#8f3418", brown: "#5a3420", gold: "#b9852f", cream: "#fbf1df", line: "#d8c3a0" };

export const page = { width: 841.89, height: 595.28 };

const outer = 20;
const columns = 32;
const rows = 22;
const tile = { width: (page.width - 2 * outer) / columns, height: (page.height - 2 * outer) / rows };

/** Draws the border: a band of kawung, the four-petalled batik figure, with a rosette in each corner and thin rules beside it. */
export function drawBorder(doc: PDFKit.PDFDocument): void {
  const inner = { x: outer + tile.width, y: outer + tile.height };
  doc.rect(outer, outer, page.width - 2 * outer, page.height - 2 * outer);
  doc.rect(inner.x, inner.y, page.width - 2 * inner.x, page.height - 2 * inner.y).fill(colors.cream, "even-odd");
  for (const { column, row } of bandTiles()) {
    const center = { x: outer + (column + 0.5) * tile.width, y: outer + (row + 0.5) * tile.height };
    const isCorner = (column === 0 || column === columns - 1) && (row === 0 || row === rows - 1);
    if (isCorner) drawRosette(doc, center);
    else drawKawung(doc, center, (column + row) % 2 === 0);
  }
  drawRule(doc, outer - 3, 0.6, colors.gold);
  drawRule(doc, outer, 1.4, colors.brown);
  drawRule(doc, inner.x, 1.4, colors.brown);
  drawRule(doc, inner.x + 4, 0.6, colors.gold);
}

/** A line that ends in a diamond flower, to part what stands above from what stands below. */
export function drawDivider(doc: PDFKit.PDFDocument, y: number, width: number): void {
  const middle = page.width / 2;
  doc.lineWidth(0.8).strokeColor(colors.gold);
  doc.moveTo(middle - width / 2, y).lineTo(middle - 14, y);
  doc.moveTo(middle + 14, y).lineTo(middle + width / 2, y).stroke();
  drawPetals(doc, { x: middle, y }, 9, 0, colors.earth);
  doc.circle(middle, y, 1.4).fill(colors.gold);
}

function bandTiles(): { column: number; row: number }[] {
  const all = Array.from({ length: columns * rows }, (_, index) => ({ column: index % columns, row: Math.floor(index / columns) }));
  return all.filter(({ column, row }) => column === 0 || row === 0 || column === columns - 1 || row === rows - 1);
}

interface Point {
  x: number;
  y: number;
}

function drawKawung(doc: PDFKit.PDFDocument, center: Point, isDark: boolean): void {
  drawPetals(doc, center, tile.height * 0.62, 45, isDark ? colors.earth : colors.gold);
  drawDiamond(doc, center, 2.1, colors.cream);
  drawDiamond(doc, center, 1.3, colors.brown);
}

function drawRosette(doc: PDFKit.PDFDocument, center: Point): void {
  doc.rect(center.x - tile.width / 2, center.y - tile.height / 2, tile.width, tile.height).fill(colors.brown);
  drawPetals(doc, center, tile.height * 0.56, 45, colors.gold);
  drawPetals(doc, center, tile.height * 0.44, 0, colors.cream);
  doc.circle(center.x, center.y, 2.4).fill(colors.earth);
}

/** Four petals of `length` around a centre, the first towards `degrees`. */
function drawPetals(doc: PDFKit.PDFDocument, center: Point, length: number, degrees: number, color: string): void {
  for (const turn of [0, 90, 180, 270]) {
    doc.save().translate(center.x, center.y).rotate(degrees + turn);
    const [near, far, half] = [length * 0.12, length, length * 0.3];
    doc.moveTo(near, 0).bezierCurveTo(near + length * 0.25, -half, far - length * 0.25, -half, far, 0);
    doc.bezierCurveTo(far - length * 0.25, half, near + length * 0.25, half, near, 0).fill(color);
    doc.restore();
  }
}

function drawDiamond(doc: PDFKit.PDFDocument, { x, y }: Point, radius: number, color: string): void {
  doc.polygon([x - radius, y], [x, y - radius], [x + radius, y], [x, y + radius]).fill(color);
}

function drawRule(doc: PDFKit.PDFDocument, inset: number, thickness: number, color: string): void {
  doc.rect(inset, inset, page.width - 2 * inset, page.height - 2 * inset).lineWidth(thickness).stroke(color);
}
