import { formatNumber } from "#app/i18n/locale.ts";
import { type CreditedCourse, type CreditedModule, minutesPerTrainingHour, trainingHours } from "./certificate.ts";
import type { Sheet } from "./sheet.ts";
import { setText } from "./fit-text.server.ts";
import { colors, drawDivider, page } from "./ornament.server.ts";
import { printable } from "./printable-text.ts";
import { groupCode } from "./verification-code.ts";

const left = 86;
const width = page.width - 2 * left;
const column = { minutes: { x: left + width - 220, width: 100 }, score: { x: left + width - 110, width: 110 } };
const table = { top: 134, bottom: 464, tallestRow: 25 };

/** Draws the back: what was learned, how long and how well, how the hours are counted, and where to check. */
export function drawBack(sheet: Sheet): void {
  drawHeading(sheet);
  drawTable(sheet);
  drawNotes(sheet);
}

function drawHeading({ doc, certificate, copy: { t } }: Sheet): void {
  const middle = { x: left, width, align: "center" } as const;
  const { year, curriculumTitle, learnerName } = certificate.content;
  setText(doc, t("certificates.paperMaterial"), { ...middle, y: 62, font: "Times-Bold", size: 22, color: colors.earth });
  const curriculum = t("certificates.curriculum", { year, title: printable(curriculumTitle) ?? "" });
  const line = [printable(learnerName), curriculum, certificate.number].filter(Boolean).join("  ·  ");
  setText(doc, line, { ...middle, y: 91, font: "Helvetica", size: 10.5, color: colors.muted });
  drawDivider(doc, 116, 300);
}

type Row = { course: CreditedCourse } | { module: CreditedModule };

function drawTable({ doc, certificate, copy: { t, locale } }: Sheet): void {
  const { courses, minutes } = certificate.content;
  const rows: Row[] = courses.flatMap((course) => [{ course }, ...course.modules.map((module) => ({ module }))]);
  const height = Math.min(table.tallestRow, (table.bottom - table.top) / (rows.length + 2));
  const size = Math.min(11, height * 0.56);
  const line = (y: number, cells: Cells) => drawRow(doc, y, height, size, cells);
  line(table.top, { name: t("certificates.paperModule"), minutes: t("certificates.paperMinutes"), score: t("certificates.paperScore"), look: "head" });
  rows.forEach((row, index) => {
    const y = table.top + (index + 1) * height;
    if ("course" in row) return line(y, { name: row.course.title, minutes: "", score: "", look: "course" });
    const { title, minutes, percent } = row.module;
    const score = isRecognized(row.module) ? t("certificates.paperRecognized") : String(percent ?? "–");
    line(y, { name: title, minutes: formatNumber(minutes, locale), score, look: "module" });
  });
  const total = t("certificates.paperTotal", { hours: formatNumber(trainingHours(minutes), locale) });
  line(table.top + (rows.length + 1) * height, { name: total, minutes: formatNumber(minutes, locale), score: "", look: "total" });
}

/** A module that was skipped, whose row says so in the place of a score. */
function isRecognized({ percent, recognized }: CreditedModule): boolean {
  return percent === null && recognized === true;
}

interface Cells {
  name: string;
  minutes: string;
  score: string;
  look: "head" | "course" | "module" | "total";
}

function drawRow(doc: PDFKit.PDFDocument, y: number, height: number, size: number, { name, minutes, score, look }: Cells): void {
  if (look === "course") doc.rect(left, y, width, height).fill(colors.cream);
  const isRuled = look === "head" || look === "total";
  const ruleY = look === "total" ? y : y + height;
  doc.lineWidth(isRuled ? 1 : 0.4).moveTo(left, ruleY).lineTo(left + width, ruleY).stroke(isRuled ? colors.brown : colors.line);
  const text = {
    y: y + (height - size * 0.92) / 2,
    size,
    font: look === "module" ? "Helvetica" : "Helvetica-Bold",
    color: look === "head" ? colors.muted : look === "course" ? colors.brown : colors.ink,
  } as const;
  const indent = look === "module" ? 22 : 8;
  setText(doc, printable(name) ?? "", { ...text, x: left + indent, width: column.minutes.x - left - indent - 8 });
  setText(doc, minutes, { ...text, ...column.minutes, align: "right" });
  setText(doc, score, { ...text, x: column.score.x, width: column.score.width - 8, align: "right" });
}

function drawNotes({ doc, certificate, verifyUrl, copy: { t, locale } }: Sheet): void {
  const { minutes, courses } = certificate.content;
  const hasRecognized = courses.some(({ modules }) => modules.some(isRecognized));
  const formula = t("certificates.paperFormula", {
    hour: minutesPerTrainingHour,
    minutes: formatNumber(minutes, locale),
    hours: formatNumber(trainingHours(minutes), locale),
  });
  const verify = t("certificates.paperVerifyAt", { url: verifyUrl, code: groupCode(certificate.code) });
  const note = { x: left, width, font: "Helvetica", size: 9.5, color: colors.muted } as const;
  let y = 478;
  const scores = [t("certificates.paperScoreNote"), ...(hasRecognized ? [t("certificates.paperRecognizedNote")] : [])].join(" ");
  for (const text of [formula, scores, verify]) y = setText(doc, text, { ...note, y }) + 3;
}
