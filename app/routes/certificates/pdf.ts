import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { notFound } from "#app/accounts/access.server.ts";
import { mayLead, type Viewer } from "#app/accounts/role.ts";
import { findViewer } from "#app/accounts/session.server.ts";
import { renderCertificate } from "#app/certificates/certificate-pdf.server.ts";
import { fileNameOf } from "#app/certificates/printable-text.ts";
import { readCode, verificationPath } from "#app/certificates/verification-code.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { findCertificateByCode } from "#db/certificates.ts";
import { db } from "#db/client.ts";
import { findCohortOfMentor } from "#db/cohorts.ts";

/** The certificate to print: for the learner, their mentors and the program's leads. Once revoked, or without a name since its owner's data were deleted, for nobody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { origin, pathname } = new URL(request.url);
  const viewer = await findViewer(request);
  if (!viewer) throw redirect(`/masuk?lanjut=${encodeURIComponent(pathname)}`);
  const certificate = await findCertificateFor(viewer, readCode(params["code"] ?? ""));
  if (!certificate || certificate.revokedAt || certificate.content.learnerName === "") throw notFound();
  const verifyUrl = origin + verificationPath(certificate.code);
  const pdf = await renderCertificate(certificate, { verifyUrl, locale: copyFor(request).locale });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.length),
      "Content-Disposition": `attachment; filename="${fileNameOf(certificate.content.learnerName)}"`,
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
    },
  });
}

async function findCertificateFor(viewer: Viewer, code: string | null) {
  const certificate = code === null ? undefined : await findCertificateByCode(db, code);
  if (!certificate) return undefined;
  return (await mayHave(viewer, certificate)) ? certificate : undefined;
}

async function mayHave(viewer: Viewer, certificate: NonNullable<Awaited<ReturnType<typeof findCertificateByCode>>>): Promise<boolean> {
  if (viewer.kind === "learner") return viewer.villageCode === certificate.villageCode && viewer.learnerId === certificate.learnerId;
  if (mayLead(viewer.roles, { id: certificate.programId, regionCode: certificate.programRegionCode })) return true;
  return (await findCohortOfMentor(db, viewer.staffId, certificate.cohortId)) !== undefined;
}
