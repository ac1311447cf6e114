import { issueCertificateIfEarned } from "#app/certificates/issue-certificate.server.ts";
import { groupCode } from "#app/certificates/verification-code.ts";
import { db } from "#db/client.ts";
import { doAllButLastQuiz, type Enrolled, enroll, type Study, takeQuiz } from "../../certificates/enrolled.ts";

export interface Issued extends Enrolled {
  certificateId: string;
  code: string;
  /** The code as it is printed. */
  printedCode: string;
  number: string;
}

/** A learner who has done everything by 21 November 2026, with their certificate. */
export async function issueTo(study: Study, name = "Siti Aminah"): Promise<Issued> {
  const enrolled = await enroll(study, name);
  const at = new Date("2026-11-21T03:00:00Z");
  await takeQuiz(enrolled, await doAllButLastQuiz(enrolled, study.structure, at), 12, at);
  await db.transaction().execute((trx) => issueCertificateIfEarned(trx, enrolled, at));
  const { id, code, number } = await db
    .selectFrom("certificate")
    .where("enrollment_id", "=", enrolled.enrollmentId)
    .select(["id", "code", "number"])
    .executeTakeFirstOrThrow();
  return { ...enrolled, certificateId: id, code, number, printedCode: groupCode(code) };
}

export async function revoke({ villageCode, certificateId }: Issued): Promise<void> {
  const revocation = { revoked_at: new Date("2026-12-01T03:00:00Z"), reason: "nama orang lain" };
  await db.insertInto("certificate_revocation").values({ village_code: villageCode, certificate_id: certificateId, ...revocation }).execute();
}
