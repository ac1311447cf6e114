import PDFDocument from "pdfkit";
import { printable } from "#app/certificates/printable-text.ts";
import type { Copy } from "#app/i18n/translate.tsx";
import type { CohortReport, Share, TermLine } from "./cohort-report.ts";
import { lacksInWords, standingWord } from "./term-words.ts";

/** What stands above the table; `day` is the day in words. */
export interface ReportHead {
  title: string;
  cohortName: string;
  place: string;
  day: string;
}

interface Column {
  label: string;
  width: number;
  align?: "right";
}

const margin = 36;
const page = { width: 841.89, height: 595.28 };
const bottom = page.height - 46;
const cellPadding = 4;
const size = 8.5;

/** The cohort's report as a PDF to print: A4 landscape, the table's head on every page. `compress` is for looking inside. */
export async function renderCohortReport(report: CohortReport, head: ReportHead, { t, locale }: Copy, { compress = true, now }: { compress?: boolean; now: Date }): Promise<Buffer> {
  const info = { Title: `${head.title}: ${head.cohortName}`, Creator: "Melek Desa", CreationDate: now };
  const doc = new PDFDocument({ size: "A4", layout: "landscape", margin, autoFirstPage: false, bufferPages: true, lang: locale, displayTitle: true, compress, info });
  const written = collect(doc);
  const columns = columnsOf(t);
  doc.addPage();
  let y = drawHead(doc, columns, drawTitle(doc, head));
  for (const [index, cells] of rowsOf(report, t).entries()) {
    const isSum = index === report.lines.length;
    const height = heightOf(doc, columns, cells, isSum);
    if (y + height > bottom) {
      doc.addPage();
      y = drawHead(doc, columns, margin);
    }
    drawRow(doc, columns, cells, { y, height, isSum });
    y += height;
  }
  numberPages(doc, t);
  doc.end();
  return written;
}

function columnsOf(t: Copy["t"]): Column[] {
  const fixed: Column[] = [
    { label: t("mentor.number"), width: 42, align: "right" },
    { label: t("mentor.name"), width: 128 },
    { label: t("reports.attended"), width: 58, align: "right" },
    { label: t("reports.minutes"), width: 44, align: "right" },
    { label: t("reports.lessonsOf"), width: 60, align: "right" },
    { label: t("reports.quizzesPassed"), width: 58, align: "right" },
    { label: t("reports.standing"), width: 78 },
  ];
  const used = fixed.reduce((sum, { width }) => sum + width, 0);
  return [...fixed, { label: t("reports.lacks"), width: page.width - 2 * margin - used }];
}

function rowsOf({ lines, sum }: CohortReport, t: Copy["t"]): string[][] {
  const share = ({ done, total }: Share) => t("reports.of", { done, total });
  const figures = (of: Pick<TermLine, "attended" | "minutes" | "lessons" | "quizzes">) => [share(of.attended), String(of.minutes), share(of.lessons), share(of.quizzes)];
  const people = lines.map((line) => [
    String(line.number),
    line.name,
    ...figures(line),
    standingWord(line.standing, t),
    line.lacks.length === 0 ? t("reports.lacksNothing") : lacksInWords(line, t).join("; "),
  ]);
  // Names in a script that the fonts lack are left to be written by hand.
  return [...people, ["", t("reports.sum"), ...figures(sum), t("reports.sumFinished", { finished: sum.finished, certified: sum.certified }), ""]].map((cells) => cells.map((cell) => printable(cell) ?? ""));
}

function drawTitle(doc: PDFKit.PDFDocument, { title, cohortName, place, day }: ReportHead): number {
  doc.fillColor("#000").font("Helvetica-Bold").fontSize(15).text(printable(`${title}: ${cohortName}`) ?? title, margin, margin);
  doc.font("Helvetica").fontSize(9.5).text(printable(place) ?? "").text(day);
  return doc.y + 8;
}

function drawHead(doc: PDFKit.PDFDocument, columns: readonly Column[], y: number): number {
  const labels = columns.map(({ label }) => printable(label) ?? "");
  const height = heightOf(doc, columns, labels, true);
  drawRow(doc, columns, labels, { y, height, isSum: true });
  return y + height;
}

function heightOf(doc: PDFKit.PDFDocument, columns: readonly Column[], cells: readonly string[], isBold: boolean): number {
  doc.font(isBold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  const heights = cells.map((cell, index) => doc.heightOfString(cell || " ", { width: (columns[index]?.width ?? 0) - 2 * cellPadding }));
  return Math.max(...heights) + 2 * cellPadding;
}

function drawRow(doc: PDFKit.PDFDocument, columns: readonly Column[], cells: readonly string[], { y, height, isSum }: { y: number; height: number; isSum: boolean }): void {
  doc.font(isSum ? "Helvetica-Bold" : "Helvetica").fontSize(size).fillColor("#000");
  let x = margin;
  columns.forEach(({ width, align }, index) => {
    doc.text(cells[index] ?? "", x + cellPadding, y + cellPadding, { width: width - 2 * cellPadding, height: height - cellPadding, ...(align ? { align } : {}) });
    x += width;
  });
  doc.lineWidth(isSum ? 1 : 0.4).moveTo(margin, y + height).lineTo(page.width - margin, y + height).stroke("#777");
}

function numberPages(doc: PDFKit.PDFDocument, t: Copy["t"]): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    // Below the margin, where text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.font("Helvetica").fontSize(8).fillColor("#444").text(t("reports.page", { page: index + 1, pages: count }), margin, page.height - 30, { width: page.width - 2 * margin, align: "right", lineBreak: false });
  }
}

async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
