import { dayOf, formatDate, formatNumber } from "#app/i18n/locale.ts";
import { minutesPerTrainingHour, trainingHours } from "./certificate.ts";
import type { Sheet } from "./sheet.ts";
import { setText } from "./fit-text.server.ts";
import { colors, drawDivider, page } from "./ornament.server.ts";
import { placeLine, townOf } from "./place.ts";
import { printable } from "./printable-text.ts";
import { drawQrCode } from "./qr-code.server.ts";
import { groupCode } from "./verification-code.ts";

const side = 76;
const middle = { x: side, width: page.width - 2 * side, align: "center" } as const;

/** Draws the front: who has completed what, when, how much, and who signs for it. */
export function drawFront(sheet: Sheet): void {
  drawHeading(sheet);
  drawName(sheet);
  drawAchievement(sheet);
  drawVerification(sheet);
  drawSignature(sheet);
}

function drawHeading({ doc, certificate, copy: { t } }: Sheet): void {
  const { ownerName, programName } = certificate.content;
  setText(doc, printable(ownerName) ?? "", { ...middle, y: 66, font: "Helvetica-Bold", size: 12, color: colors.brown });
  setText(doc, printable(programName) ?? "", { ...middle, y: 83, font: "Helvetica", size: 10.5, color: colors.muted });
  const title = { ...middle, y: 108, font: "Times-Bold", size: 31, color: colors.earth, characterSpacing: 3 } as const;
  setText(doc, t("certificates.paperTitle").toUpperCase(), title);
  setText(doc, t("certificates.number", { number: certificate.number }), { ...middle, y: 146, font: "Helvetica", size: 10.5, color: colors.muted });
  drawDivider(doc, 174, 300);
}

/** A name in a script that the fonts cannot draw is left to be written by hand: a wrong name would be worse. */
function drawName({ doc, certificate, copy: { t } }: Sheet): void {
  const { content, villageCode } = certificate;
  setText(doc, t("certificates.paperGivenTo"), { ...middle, y: 190, font: "Times-Italic", size: 14, color: colors.muted });
  const name = printable(content.learnerName);
  if (name) setText(doc, name, nameBox(doc, name));
  doc.lineWidth(0.8).moveTo(page.width / 2 - 230, 262).lineTo(page.width / 2 + 230, 262).stroke(colors.gold);
  const place = printable(placeLine(t, villageCode, content)) ?? "";
  setText(doc, place, { ...middle, y: 269, font: "Helvetica", size: 11.5, color: colors.ink });
}

function nameBox(doc: PDFKit.PDFDocument, name: string) {
  const box = { ...middle, font: "Times-Bold", color: colors.ink } as const;
  const onOneLine = doc.font("Times-Bold").fontSize(26).widthOfString(name) <= middle.width || !name.includes(" ");
  return onOneLine ? { ...box, y: name.length > 34 ? 224 : 217, size: 38 } : { ...box, y: 208, size: 23, lines: 2 };
}

function drawAchievement({ doc, certificate, copy: { t, locale } }: Sheet): void {
  const { year, curriculumTitle, startedOn, finishedOn, minutes } = certificate.content;
  const curriculum = t("certificates.curriculum", { year, title: printable(curriculumTitle) ?? "" });
  const dates = t("certificates.paperDates", { from: formatDate(startedOn, locale), until: formatDate(finishedOn, locale) });
  const hours = t("certificates.paperHours", {
    hours: formatNumber(trainingHours(minutes), locale),
    minutes: formatNumber(minutes, locale),
    hour: minutesPerTrainingHour,
  });
  setText(doc, t("certificates.paperHasCompleted"), { ...middle, y: 305, font: "Times-Italic", size: 14, color: colors.muted });
  setText(doc, curriculum, { ...middle, y: 325, font: "Times-Bold", size: 23, color: colors.earth });
  setText(doc, dates, { ...middle, y: 359, font: "Helvetica", size: 11.5, color: colors.ink });
  setText(doc, hours, { ...middle, y: 377, font: "Helvetica", size: 11.5, color: colors.ink });
}

const qrSize = 96;

function drawVerification({ doc, certificate, verifyUrl, copy: { t } }: Sheet): void {
  const top = 428;
  drawQrCode(doc, verifyUrl, { x: side - 8, y: top, size: qrSize });
  const beside = { x: side + qrSize, width: 226, color: colors.muted, font: "Helvetica", size: 9 } as const;
  const below = setText(doc, t("certificates.paperVerify"), { ...beside, y: top + 14, lines: 2 });
  const link = setText(doc, verifyUrl, { ...beside, y: below + 2, color: colors.ink });
  doc.link(beside.x, below, beside.width, link - below, verifyUrl);
  const label = setText(doc, t("certificates.paperCode"), { ...beside, y: link + 8 });
  setText(doc, groupCode(certificate.code), { ...beside, y: label, font: "Helvetica-Bold", size: 13, color: colors.ink, characterSpacing: 0.6 });
}

function drawSignature({ doc, certificate, copy: { t, locale } }: Sheet): void {
  const { content, issuedAt } = certificate;
  const box = { x: page.width - side - 250, width: 250, align: "center", color: colors.ink } as const;
  const placeAndDate = t("certificates.paperPlaceAndDate", { place: townOf(content.regency), date: formatDate(dayOf(issuedAt), locale) });
  const below = setText(doc, printable(placeAndDate) ?? "", { ...box, y: 416, font: "Helvetica", size: 11 });
  setText(doc, printable(content.signatoryTitle) ?? "", { ...box, y: below + 1, font: "Helvetica", size: 11, lines: 2 });
  doc.lineWidth(0.6).moveTo(box.x + 10, 524).lineTo(box.x + box.width - 10, 524).stroke(colors.muted);
  setText(doc, printable(content.signatoryName) ?? "", { ...box, y: 507, font: "Helvetica-Bold", size: 11.5 });
}
