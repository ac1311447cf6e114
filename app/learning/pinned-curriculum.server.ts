import type { Kysely } from "kysely";
import type { EnrollmentStanding } from "#app/accounts/role.ts";
import { findCurriculum } from "#app/catalog/catalog.server.ts";
import type { Curriculum } from "#app/catalog/course.ts";
import { findPinnedStructure } from "#db/curricula.ts";
import type { Database } from "#db/schema.ts";
import { askedBy } from "./progress.ts";

/** A published version never changes, nor do the courses that this process serves. */
const byVersion = new Map<string, Curriculum>();

/** What an enrollment asks of its learner, as it is served now; undefined when its curriculum is served no more. */
export async function pinnedCurriculum(db: Kysely<Database>, villageCode: string, enrollment: EnrollmentStanding): Promise<Curriculum | undefined> {
  const { enrollmentId, curriculumId, curriculumVersionId } = enrollment;
  const known = byVersion.get(curriculumVersionId);
  if (known) return known;
  const curriculum = findCurriculum(curriculumId);
  const structure = curriculum && (await findPinnedStructure(db, villageCode, enrollmentId));
  if (!structure) return undefined;
  const asked = askedBy(structure, curriculum);
  byVersion.set(curriculumVersionId, asked);
  return asked;
}
