/** Fonts of the PDF standard: every reader has them, none need be embedded. */
export type FontName = "Times-Roman" | "Times-Bold" | "Times-Italic" | "Helvetica" | "Helvetica-Bold";

export interface TextBox {
  x: number;
  y: number;
  width: number;
  font: FontName;
  /** The wanted size in points. Text that does not fit the width in `lines` lines is set smaller. */
  size: number;
  color: string;
  align?: "left" | "center" | "right";
  characterSpacing?: number;
  /** 1 unless told. */
  lines?: number;
}

const smallestSize = 5;

/** Sets text in its box, in lines of about one length; answers the y below it. `text` holds only what `printable` leaves. */
export function setText(doc: PDFKit.PDFDocument, text: string, box: TextBox): number {
  doc.font(box.font).fillColor(box.color);
  const lines = fit(doc, text, box);
  const height = doc.currentLineHeight(true) * 1.08;
  lines.forEach((line, index) => doc.text(line, leftOf(doc, line, box), box.y + index * height, spacing(box)));
  return box.y + lines.length * height;
}

/** Chooses the largest size at which the text fits; answers its lines. */
function fit(doc: PDFKit.PDFDocument, text: string, box: TextBox): string[] {
  for (let size = box.size; ; size -= 0.5) {
    doc.fontSize(size);
    const lines = wrap(doc, text, box.width, box);
    const fits = lines.length <= (box.lines ?? 1) && lines.every((line) => widthOf(doc, line, box) <= box.width);
    if (fits || size <= smallestSize) return balance(doc, text, lines, box);
  }
}

function wrap(doc: PDFKit.PDFDocument, text: string, width: number, box: TextBox): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && widthOf(doc, longer, box) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The same number of lines, as narrow as they can be: no single word hangs below a full line. */
function balance(doc: PDFKit.PDFDocument, text: string, lines: string[], box: TextBox): string[] {
  let balanced = lines;
  for (let width = box.width * 0.95; width > box.width * 0.4; width -= box.width * 0.05) {
    const narrower = wrap(doc, text, width, box);
    if (narrower.length > lines.length) break;
    balanced = narrower;
  }
  return balanced;
}

function leftOf(doc: PDFKit.PDFDocument, line: string, box: TextBox): number {
  const room = box.width - widthOf(doc, line, box);
  if (box.align === "center") return box.x + room / 2;
  return box.align === "right" ? box.x + room : box.x;
}

function widthOf(doc: PDFKit.PDFDocument, line: string, box: TextBox): number {
  return doc.widthOfString(line, spacing(box));
}

function spacing({ characterSpacing = 0 }: TextBox) {
  return { characterSpacing, lineBreak: false };
}
