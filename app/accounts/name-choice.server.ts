import type { Kysely } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { CenterKey } from "#db/learners.ts";
import type { PairedDevice } from "#db/paired-devices.ts";
import type { Database } from "#db/schema.ts";
import { findNameByNumber, listCohortsInClass, listCohortsOfCenter, listNamesOfCohort, type NamedCohort } from "#db/sign-in-names.ts";
import type { NameChoice } from "./name-choice.ts";

/**
 * What a paired device offers for signing in at its centre, by the page's address: `peserta=<number>` is one person,
 * `rombel=<id>` a cohort's names, `rombel` alone the cohorts, `nomor` the field for the number; otherwise the names of
 * who has class now. Null on every other device: names are never read for it.
 */
export async function nameChoiceFor(
  db: Kysely<Database>,
  device: PairedDevice | undefined,
  center: CenterKey,
  asked: URLSearchParams,
  now: Date,
): Promise<NameChoice | null> {
  if (!device || device.villageCode !== center.villageCode || device.centerId !== center.centerId) return null;
  const cohortId = asked.get("rombel");
  const number = asked.get("peserta") ?? "";
  const person = /^[1-9]\d{0,5}$/.test(number) ? await findNameByNumber(db, center, Number(number)) : undefined;
  if (person) return { kind: "person", ...person, cohortId };
  if (cohortId !== null) return cohortChoice(db, center, cohortId, now);
  const inClass = asked.has("nomor") || number ? [] : await listCohortsInClass(db, center, now);
  if (inClass.length === 0) return { kind: "number" };
  return { kind: "names", from: null, ...(await withNames(db, center, inClass, await listCohortsOfCenter(db, center, dayOf(now)))) };
}

async function cohortChoice(db: Kysely<Database>, center: CenterKey, cohortId: string, now: Date): Promise<NameChoice> {
  const cohorts = await listCohortsOfCenter(db, center, dayOf(now));
  const chosen = cohorts.length === 1 ? cohorts[0] : cohorts.find((cohort) => cohort.cohortId === cohortId);
  return chosen ? { kind: "names", from: chosen.cohortId, ...(await withNames(db, center, [chosen], cohorts)) } : { kind: "cohorts", cohorts };
}

async function withNames(db: Kysely<Database>, { villageCode }: CenterKey, shown: readonly NamedCohort[], all: readonly NamedCohort[]) {
  const cohorts = await Promise.all(shown.map(async (cohort) => ({ ...cohort, learners: await listNamesOfCohort(db, villageCode, cohort.cohortId) })));
  return { cohorts, hasOthers: all.some(({ cohortId }) => !shown.some((one) => one.cohortId === cohortId)) };
}
