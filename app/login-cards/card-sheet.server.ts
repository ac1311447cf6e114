import PDFDocument from "pdfkit";
import { pictureOf } from "#app/accounts/learner-picture.ts";
import { setText } from "#app/certificates/fit-text.server.ts";
import { printable } from "#app/certificates/printable-text.ts";
import { drawQrCode } from "#app/certificates/qr-code.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { cardsOnSheet, sheetsFor } from "./card-form.ts";
import { drawPicture } from "./draw-picture.server.ts";

export interface PrintedCard {
  name: string;
  number: number;
  /** Only when it has just been made; null: the card says whom to ask. */
  pin: string | null;
  /** What the code holds. */
  address: string;
}

export interface CardSheet {
  cards: readonly PrintedCard[];
  cohortName: string;
  centerName: string;
  village: string;
  /** The site's host, as typed into a browser. */
  site: string;
  madeAt: Date;
}

/** A4 in points. Printers leave 5 mm white: nothing but the ends of the cutting lines comes nearer to the edge than 10 mm. */
const page = { width: 595.28, height: 841.89 };
const margin = { x: 28.35, y: 34 };
const card = { width: (page.width - 2 * margin.x) / 2, height: (page.height - 2 * margin.y) / 4, padding: 13 };
const ink = "#000000";
const faint = "#444444";

// Learners read cards, whatever language a mentor has chosen.
const { t } = copyIn("id");

/** Login cards as a PDF: A4, 8 to a sheet, with dashed lines to cut along. `compress` is for looking inside. */
export async function renderLoginCards(sheet: CardSheet, { compress = true }: { compress?: boolean } = {}): Promise<Buffer> {
  const title = `${t("cards.paperTitle")} – ${sheet.cohortName}`;
  const info = { Title: title, Creator: "Melek Desa", CreationDate: sheet.madeAt };
  const doc = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, lang: "id", displayTitle: true, compress, info });
  const written = collect(doc);
  const sheets = sheetsFor(sheet.cards.length);
  for (let index = 0; index < sheets; index += 1) drawSheet(doc, sheet, index, sheets);
  doc.end();
  return written;
}

async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function drawSheet(doc: PDFKit.PDFDocument, sheet: CardSheet, index: number, sheets: number): void {
  const cards = sheet.cards.slice(index * cardsOnSheet, (index + 1) * cardsOnSheet);
  doc.addPage();
  const line = { x: margin.x, width: page.width - 2 * margin.x, font: "Helvetica", size: 8, color: faint } as const;
  const heading = printable(t("cards.paperHeading", { cohort: sheet.cohortName, date: formatDate(sheet.madeAt, "id") })) ?? formatDate(sheet.madeAt, "id");
  setText(doc, heading, { ...line, y: 17, width: line.width / 2 });
  setText(doc, t("cards.paperSheet", { number: index + 1, total: sheets }), { ...line, y: 17, align: "right" });
  if (cards.some(({ pin }) => pin !== null)) setText(doc, t("cards.paperSecret"), { ...line, y: page.height - 25, align: "center" });
  drawCuttingLines(doc, Math.ceil(cards.length / 2));
  cards.forEach((one, place) => drawCard(doc, sheet, one, { x: margin.x + (place % 2) * card.width, y: margin.y + Math.floor(place / 2) * card.height }));
}

/** Dashed lines around the cards, out to where the edge of the paper shows the scissors the way. */
function drawCuttingLines(doc: PDFKit.PDFDocument, rows: number): void {
  const bottom = margin.y + rows * card.height;
  doc.save().lineWidth(0.6).dash(4, { space: 3 }).strokeColor("#777777");
  for (let column = 0; column <= 2; column += 1) doc.moveTo(margin.x + column * card.width, margin.y - 6).lineTo(margin.x + column * card.width, bottom + 6).stroke();
  for (let row = 0; row <= rows; row += 1) doc.moveTo(margin.x - 12, margin.y + row * card.height).lineTo(page.width - margin.x + 12, margin.y + row * card.height).stroke();
  doc.restore();
}

const pictureSize = 70;
const codeSize = 100;

function drawCard(doc: PDFKit.PDFDocument, sheet: CardSheet, { name, number, pin, address }: PrintedCard, at: { x: number; y: number }): void {
  const left = at.x + card.padding;
  const right = at.x + card.width - card.padding;
  const beside = left + pictureSize + 12;
  drawPicture(doc, pictureOf(number).id, { x: left, y: at.y + card.padding, size: pictureSize });
  const below = drawName(doc, name, { x: beside, y: at.y + card.padding, width: right - beside });
  const place = { x: beside, width: right - beside, font: "Helvetica", size: 10, color: faint } as const;
  const [village, center] = [printable(sheet.village) ?? "", printable(sheet.centerName) ?? ""];
  const under = village ? setText(doc, village, { ...place, y: below + 3 }) : below;
  if (center) setText(doc, center, { ...place, y: under + 1 });
  const code = { x: right - codeSize + 8, y: at.y + card.height - codeSize - 4, size: codeSize };
  drawQrCode(doc, address, code);
  drawSecrets(doc, { number, pin, site: sheet.site }, { x: left, y: at.y + 87, width: code.x - left - 4 });
}

/** The name, or a line to write it on where the font lacks its letters; answers the y below it. */
function drawName(doc: PDFKit.PDFDocument, name: string, { x, y, width }: { x: number; y: number; width: number }): number {
  const written = printable(name);
  if (written) return setText(doc, written, { x, y, width, font: "Helvetica-Bold", size: 18, color: ink, lines: 2 });
  setText(doc, t("cards.paperName"), { x, y, width, font: "Helvetica", size: 10, color: faint });
  doc.save().lineWidth(0.8).moveTo(x, y + 36).lineTo(x + width, y + 36).stroke(ink).restore();
  return y + 38;
}

function drawSecrets(doc: PDFKit.PDFDocument, { number, pin, site }: { number: number; pin: string | null; site: string }, { x, y, width }: { x: number; y: number; width: number }): void {
  const label = { x, width, font: "Helvetica", size: 10, color: faint } as const;
  const value = { x, width, font: "Helvetica-Bold", color: ink } as const;
  setText(doc, t("cards.paperNumber"), { ...label, y });
  setText(doc, String(number), { ...value, y: y + 11, size: 30 });
  if (pin === null) setText(doc, t("cards.paperAskPin"), { ...value, y: y + 53, size: 12 });
  else {
    setText(doc, t("cards.paperPin"), { ...label, y: y + 43 });
    setText(doc, `${pin.slice(0, 3)} ${pin.slice(3)}`, { ...value, y: y + 55, size: 26 });
  }
  setText(doc, printable(site) ?? "", { ...label, y: y + 86, size: 9 });
}
