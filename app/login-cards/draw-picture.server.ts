import type { PictureId } from "#app/accounts/learner-picture.ts";
import pictures from "#app/accounts/learner-pictures.svg?raw";

/** The side of a picture in the file. */
const side = 48;

interface Shape {
  path: string;
  fill: string;
  lineWidth: number;
}

/** Draws a learner's picture in a square of `size` points, as the pages show it. */
export function drawPicture(doc: PDFKit.PDFDocument, id: PictureId, { x, y, size }: { x: number; y: number; size: number }): void {
  doc.save().translate(x, y).scale(size / side).lineCap("round").lineJoin("round");
  for (const { path, fill, lineWidth } of shapesOf(id)) {
    doc.path(path).lineWidth(lineWidth);
    if (fill === "none") doc.stroke(lineColor);
    else doc.fillAndStroke(fill, lineColor);
  }
  doc.restore();
}

const lineColor = "#33261e";

/** The shapes of a picture, each line of whose group in the file is one. */
function shapesOf(id: PictureId): Shape[] {
  const group = pictures.split(`<view id="${id}"`)[1]?.split("</g>")[0] ?? "";
  return [...group.matchAll(/<path fill="([^"]+)"(?: stroke-width="([\d.]+)")? d="([^"]+)"/g)].map(([, fill = "none", width = "2", path = ""]) => ({ path, fill, lineWidth: Number(width) }));
}
