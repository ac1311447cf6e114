import PDFDocument from "pdfkit";
import { copyIn } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { drawBack } from "./certificate-back.server.ts";
import { drawFront } from "./certificate-front.server.ts";
import { drawBorder } from "./ornament.server.ts";
import type { PrintedCertificate } from "./sheet.ts";

/**
 * The certificate as a PDF: A4 landscape, the certificate in front and what was learned on the back.
 * `verifyUrl` is the full public address where anyone may check it. `compress` is for looking inside.
 */
export async function renderCertificate(
  certificate: PrintedCertificate,
  { verifyUrl, locale, compress = true }: { verifyUrl: string; locale: Locale; compress?: boolean },
): Promise<Buffer> {
  const copy = copyIn(locale);
  const title = `${copy.t("certificates.paperTitle")} – ${certificate.content.learnerName}`;
  const doc = new PDFDocument({
    size: "A4",
    layout: "landscape",
    margin: 0,
    autoFirstPage: false,
    lang: locale,
    displayTitle: true,
    compress,
    info: { Title: title, Author: certificate.content.ownerName, Creator: "Melek Desa", CreationDate: certificate.issuedAt },
  });
  const written = collect(doc);
  for (const drawPage of [drawFront, drawBack]) {
    doc.addPage();
    drawBorder(doc);
    drawPage({ doc, certificate, verifyUrl, copy });
  }
  doc.end();
  return written;
}

async function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
