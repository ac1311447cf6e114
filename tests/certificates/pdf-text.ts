/** The pages of an uncompressed PDF of ours, each as its drawing instructions. */
export function pagesOf(pdf: Buffer): string[] {
  return [...pdf.toString("latin1").matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map((match) => match[1] ?? "").filter((stream) => stream.includes("BT"));
}

/** The text that a page shows, one line a call of the text operator. */
export function textOf(page: string): string {
  return [...page.matchAll(/\[(.*?)\] TJ/g)].map((match) => lettersOf(match[1] ?? "")).join("\n");
}

function lettersOf(operand: string): string {
  const codes = [...operand.matchAll(/<([0-9a-f]+)>/g)].map((match) => match[1]).join("");
  return new TextDecoder("windows-1252").decode(Buffer.from(codes, "hex"));
}

/** The QR code of a page as `jsQR` takes it: the rectangles one module high, drawn 4 pixels a module. */
export function qrBitmapOf(page: string): { pixels: Uint8ClampedArray; side: number } {
  const runs = [...page.matchAll(/^(\d+) (\d+) (\d+) 1 re$/gm)].map((match) => match.slice(1).map(Number) as [number, number, number]);
  const side = (Math.max(...runs.map(([x, , width]) => x + width)) + 4) * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  const darken = (x: number, y: number) => pixels.set([0, 0, 0], (y * side + x) * 4);
  for (const [x, y, width] of runs) {
    for (let dy = 0; dy < 4; dy += 1) for (let dx = 0; dx < width * 4; dx += 1) darken(x * 4 + dx, y * 4 + dy);
  }
  return { pixels, side };
}
