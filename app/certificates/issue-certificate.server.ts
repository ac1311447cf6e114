import { randomInt } from "node:crypto";
import type { Transaction } from "kysely";
import { isServed } from "#app/catalog/catalog.server.ts";
import type { CurriculumStructure } from "#app/catalog/course.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { recordAudit } from "#db/audit.ts";
import {
  findCertificateStanding,
  findIssuingFacts,
  findStudyRecord,
  insertCertificate,
  insertEnrollmentCompletion,
  lockEnrollment,
  type StudyRecord,
  takeCertificateSerial,
} from "#db/certificates.ts";
import { findVersionStructure } from "#db/curricula.ts";
import { newId } from "#db/ids.ts";
import { noteFirstGraduates } from "#db/program-stages.ts";
import type { Database } from "#db/schema.ts";
import { type CertificateContent, certificateNumber, creditedCourses, isEarned, minutesOf } from "./certificate.ts";
import { codeAlphabet, codeLength } from "./verification-code.ts";

/**
 * Issues the certificate of an enrollment when everything that its curriculum version asks for is
 * done. Call it last, in the transaction that completed a lesson or graded a quiz: calls for one
 * enrollment wait for each other and then see what the other committed (read committed, PostgreSQL's
 * default). An enrollment that does not exist has earned nothing.
 */
export async function issueCertificateIfEarned(
  trx: Transaction<Database>,
  enrollment: { villageCode: string; enrollmentId: string },
  now: Date,
): Promise<"issued" | "already" | "not-earned"> {
  const { villageCode, enrollmentId } = enrollment;
  await lockEnrollment(trx, villageCode, enrollmentId);
  const standing = await findCertificateStanding(trx, villageCode, enrollmentId);
  if (standing?.hasCertificate) return "already";
  const structure = standing && (await structureOfVersion(trx, standing.curriculumVersionId));
  if (!standing || !structure) return "not-earned";
  const { lessonIds, passedModuleIds, skippedModuleIds } = standing;
  const done = { lessons: new Set(lessonIds), quizzes: new Set(passedModuleIds), skipped: new Set(skippedModuleIds) };
  if (!isEarned(structure, done, isServed)) return "not-earned";
  await issue(trx, enrollment, structure, await findStudyRecord(trx, villageCode, enrollmentId), now);
  return "issued";
}

/** A published version never changes. */
const structures = new Map<string, CurriculumStructure>();

async function structureOfVersion(trx: Transaction<Database>, versionId: string): Promise<CurriculumStructure | undefined> {
  const structure = structures.get(versionId) ?? (await findVersionStructure(trx, versionId));
  if (structure) structures.set(versionId, structure);
  return structure;
}

async function issue(
  trx: Transaction<Database>,
  { villageCode, enrollmentId }: { villageCode: string; enrollmentId: string },
  structure: CurriculumStructure,
  record: StudyRecord,
  now: Date,
): Promise<void> {
  const { programId, numberPrefix, enrolledAt, ...names } = await findIssuingFacts(trx, villageCode, enrollmentId);
  const finishedAt = record.lastStepAt ?? now;
  const courses = creditedCourses(structure, {
    lessons: new Set(record.lessonIds),
    bestPercents: record.bestPercents,
    skipped: new Set(record.skippedModuleIds),
  });
  const content: CertificateContent = {
    ...names,
    curriculumTitle: structure.title,
    year: structure.year,
    startedOn: dayOf(record.firstActivityAt ?? enrolledAt),
    finishedOn: dayOf(finishedAt),
    minutes: minutesOf(courses),
    courses,
  };
  await insertEnrollmentCompletion(trx, villageCode, enrollmentId, finishedAt);
  await noteFirstGraduates(trx, programId, villageCode, dayOf(finishedAt), now);
  const id = newId();
  const number = await takeNumber(trx, { programId, numberPrefix, villageCode }, dayOf(now));
  await insertCertificate(trx, { villageCode, id, enrollmentId, code: newVerificationCode(), number, content, issuedAt: now });
  const actor = { kind: "system", id: null } as const;
  await recordAudit(trx, villageCode, { actor, action: "certificate.issue", subjectId: id, details: { number, enrollmentId } });
}

async function takeNumber(
  trx: Transaction<Database>,
  from: { programId: string; numberPrefix: string; villageCode: string },
  issuedOn: string,
): Promise<string> {
  const serial = await takeCertificateSerial(trx, from.programId, Number(issuedOn.slice(0, 4)));
  return certificateNumber({ serial, prefix: from.numberPrefix, regencyCode: regencyOf(from.villageCode), issuedOn });
}

function regencyOf(villageCode: string): string {
  return villageCode.split(".").slice(0, 2).join(".");
}

function newVerificationCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
}
