import type { Copy } from "#app/i18n/translate.tsx";
import type { CertificateContent } from "./certificate.ts";

export interface PrintedCertificate {
  villageCode: string;
  code: string;
  number: string;
  content: CertificateContent;
  issuedAt: Date;
}

/** What both pages are drawn from. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  certificate: PrintedCertificate;
  verifyUrl: string;
  copy: Copy;
}
