import { catalog } from "#app/catalog/catalog.server.ts";
import { type CurriculumStructure, requirementsOf, structureOf } from "#app/catalog/course.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

/** Plosorejo, Kademangan, Blitar. */
export const villageCode = "35.05.04.2014";

/** What the served courses ask for, with a lesson more that has been withdrawn since. */
export function pinnedStructure(): CurriculumStructure {
  const curriculum = catalog().curricula[0];
  if (!curriculum) throw new Error("no curriculum is served");
  const structure = structureOf(curriculum);
  structure.courses[0]?.modules[0]?.lessons.push({ id: "Z9.9", title: "Pelajaran yang sudah ditarik", minutes: 15 });
  return structure;
}

/** Every lesson and module that a learner can still do. */
export function served(structure: CurriculumStructure): { lessonIds: string[]; moduleIds: string[] } {
  const { lessonIds, moduleIds } = requirementsOf(structure);
  return { lessonIds: lessonIds.filter((id) => id !== "Z9.9"), moduleIds };
}

export interface Study {
  villageCode: string;
  programId: string;
  centerId: string;
  cohortId: string;
  versionId: string;
  structure: CurriculumStructure;
}

/** A program, a centre and a cohort in Plosorejo that studies the pinned structure. */
export async function makeStudy(): Promise<Study> {
  const structure = pinnedStructure();
  const study = { villageCode, programId: newId(), centerId: newId(), cohortId: newId(), versionId: newId(), structure };
  const curriculumId = `T-${study.versionId}`;
  const program = { name: "Literasi Digital Blitar", owner_name: "Dinas Kominfo Kabupaten Blitar", region_code: "35.05", starts_on: "2026-03-01" };
  const signing = { certificate_prefix: "LD-T1", signatory_name: "Dra. Sri Wahyuni, M.Si.", signatory_title: "Kepala Dinas" };
  await db.insertInto("program").values({ id: study.programId, ...program, ...signing }).execute();
  await db.insertInto("curriculum").values({ id: curriculumId, title: structure.title, year: structure.year }).execute();
  const version = { id: study.versionId, curriculum_id: curriculumId, number: 1, structure_hash: study.versionId, published_at: new Date() };
  await db.insertInto("curriculum_version").values({ ...version, structure: JSON.stringify(structure) }).execute();
  await db.insertInto("internet_center").values({ village_code: villageCode, id: study.centerId, name: "Pusat Internet Plosorejo" }).execute();
  const cohort = { id: study.cohortId, center_id: study.centerId, program_id: study.programId, curriculum_version_id: study.versionId };
  await db
    .insertInto("cohort")
    .values({ village_code: villageCode, ...cohort, name: "Pagi", starts_on: "2026-03-01", ends_on: "2026-12-31" })
    .execute();
  return study;
}

export interface Enrolled {
  villageCode: string;
  enrollmentId: string;
  learnerId: string;
}

let lastNumber = 0;

/** A learner of the cohort, enrolled on 2 March 2026. */
export async function enroll(study: Study, name = "Siti Aminah"): Promise<Enrolled> {
  const enrolled = { villageCode, enrollmentId: newId(), learnerId: newId() };
  const at = new Date("2026-03-02T02:00:00Z");
  const learner = { id: enrolled.learnerId, center_id: study.centerId, number: (lastNumber += 1), name, registered_at: at };
  await db.insertInto("learner").values({ village_code: villageCode, ...learner }).execute();
  const enrollment = { id: enrolled.enrollmentId, learner_id: enrolled.learnerId, cohort_id: study.cohortId };
  await db
    .insertInto("enrollment")
    .values({ village_code: villageCode, ...enrollment, curriculum_version_id: study.versionId, enrolled_at: at })
    .execute();
  return enrolled;
}

export async function completeLesson({ villageCode, enrollmentId }: Enrolled, lessonId: string, at: Date, trx = db): Promise<void> {
  await trx
    .insertInto("lesson_completion")
    .values({ village_code: villageCode, enrollment_id: enrollmentId, lesson_id: lessonId, completed_at: at })
    .execute();
}

export async function takeQuiz({ villageCode, enrollmentId }: Enrolled, moduleId: string, correct: number, at: Date, trx = db): Promise<void> {
  const marks = { correct_items: correct, total_items: 12, pass_mark: 0.8, passed: correct / 12 >= 0.8, submitted_at: at };
  await trx
    .insertInto("quiz_attempt")
    .values({ village_code: villageCode, id: newId(), enrollment_id: enrollmentId, module_id: moduleId, bank_hash: "x", items: "[]", answers: "{}", ...marks })
    .execute();
}

/** Does all that is served but for the quiz of the last module; answers that module's id. */
export async function doAllButLastQuiz(enrolled: Enrolled, structure: CurriculumStructure, at: Date): Promise<string> {
  const { lessonIds, moduleIds } = served(structure);
  for (const id of lessonIds) await completeLesson(enrolled, id, at);
  for (const id of moduleIds.slice(0, -1)) await takeQuiz(enrolled, id, 11, at);
  return moduleIds.at(-1) ?? "";
}
