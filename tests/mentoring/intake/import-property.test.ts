import "../../support/database.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { applyImport, previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import type { ImportPlan } from "#app/mentoring/intake/import-plan.ts";
import type { ImportLine } from "#app/mentoring/intake/read-line.ts";
import { undoImport } from "#app/mentoring/intake/undo-import.server.ts";
import { anotherPerson } from "#app/mentoring/intake/whose-line.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertImport, listKnownLearners } from "#db/learner-imports.ts";
import { insertWaiting } from "#db/waiting-list.ts";
import { enroll, makeCenter, makeCohort, makeProgram, makeStaff, plosorejo } from "../classroom.ts";

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("Siti Aminah", "SITI  AMINAH", "Siti Aminnah", "Budi", "Rudi", "Moh. Yusuf", "Muhammad Yusuf", "Tono", "Wati Rahayu", "Rahayu Wati", "Slamet", "Sri") },
  { weight: 1, arbitrary: fc.constantFrom("", "=1+1", "\u0001", "3505041212680001", "7") },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 0, maxLength: 12 }) },
);
const birth = fc.constantFrom("", "1968", "1967", "17-08-1968", "1990", "2015", "68");
const gender = fc.constantFrom("", "P", "l", "Perempuan", "x");
const row = fc.record({ name, birth, gender, number: fc.oneof({ weight: 4, arbitrary: fc.constant("") }, { weight: 1, arbitrary: fc.constantFrom("1", "2", "3", "4", "99", "a") }) });
const person = fc.record({
  name: fc.constantFrom("Siti Aminah", "Budi", "Muhammad Yusuf", "Wati Rahayu", "Tono"),
  birthYear: fc.constantFrom(null, 1968, 1990),
  gender: fc.constantFrom(null, "female" as const, "male" as const),
  place: fc.constantFrom("enrolled", "waiting", "none"),
});
const answers = fc.array(fc.nat(2), { minLength: 30, maxLength: 30 });

const program = await makeProgram();
const { staffId } = await makeStaff("Dewi");

it("does exactly what the preview says, and undoing brings back the exact former state", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 5 }), fc.array(row, { maxLength: 25 }), fc.option(fc.integer({ min: 1, max: 12 })), answers, async (people, rows, capacity, answered) => {
      const cohort = { ...(await makeCohort(await makeCenter(plosorejo), program, staffId)), capacity };
      await db.updateTable("cohort").set({ capacity }).where("id", "=", cohort.cohortId).execute();
      for (const [index, one] of people.entries()) await settle(cohort, index + 1, one);
      const lines = rows.map((cells, index): ImportLine => ({ line: index + 2, ...cells }));
      const key = { villageCode: plosorejo, cohortId: cohort.cohortId, importId: newId() };
      await insertImport(db, { ...key, lines, unreadColumns: [], fileName: "daftar.csv", uploadedAt: new Date(), uploadedBy: staffId });

      const before = await stateOf(cohort.centerId);
      const now = new Date();
      const first = await previewImport(db, cohort, lines, now);
      const choices = new Map(first.lines.filter(({ candidates }) => candidates.length > 0).map(({ line, candidates }) => [line.line, [anotherPerson, ...candidates.map(({ learner }) => learner.learnerId)][(answered[line.line] ?? 0) % (candidates.length + 1)] ?? anotherPerson]));
      const preview = await previewImport(db, cohort, lines, now, choices);
      expect(preview.fingerprint).toBe(first.fingerprint);
      expect(await stateOf(cohort.centerId)).toEqual(before);

      const request = { ...key, cohort, fingerprint: first.fingerprint, choices, staffId, now };
      expect(await applyImport(db, request)).toEqual({ kind: "applied" });
      const applied = await stateOf(cohort.centerId);
      expect(await listKnownLearners(db, cohort).then(told)).toEqual(foretold(preview, await known(before)));
      if (capacity !== null) expect(applied.enrollments.length).toBeLessThanOrEqual(Math.max(capacity, before.enrollments.length));
      expect(await applyImport(db, request)).toEqual({ kind: "already" });
      expect(await stateOf(cohort.centerId)).toEqual(applied);

      expect(await undoImport(db, { ...key, cohort, staffId, now })).toBe("undone");
      expect(await stateOf(cohort.centerId)).toEqual(before);
      expect(await undoImport(db, { ...key, cohort, staffId, now })).toBe("already");

      async function known(state: State) {
        return state.learners.map(({ id, number, name, birth_year, gender }) => ({
          number, name, birthYear: birth_year, gender,
          isInCohort: state.enrollments.some((enrollment) => enrollment.learner_id === id),
          isWaiting: state.waitings.some((waiting) => waiting.learner_id === id),
        }));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

type TestCohort = Awaited<ReturnType<typeof makeCohort>>;

async function settle(cohort: TestCohort, number: number, { name, birthYear, gender, place }: { name: string; birthYear: number | null; gender: "female" | "male" | null; place: string }) {
  const learnerId = newId();
  const { villageCode, centerId, cohortId } = cohort;
  await db.insertInto("learner").values({ village_code: villageCode, id: learnerId, center_id: centerId, number, name, birth_year: birthYear, gender, registered_at: new Date() }).execute();
  if (place === "enrolled") await enroll(cohort, learnerId);
  if (place === "waiting") await db.transaction().execute((trx) => insertWaiting(trx, { villageCode, cohortId, waitingId: newId(), learnerId, since: new Date(), addedBy: staffId }));
}

async function stateOf(centerId: string) {
  const learners = await db.selectFrom("learner").where("center_id", "=", centerId).selectAll().orderBy("number").execute();
  const ids = learners.map(({ id }) => id);
  const enrollments = ids.length === 0 ? [] : await db.selectFrom("enrollment").where("learner_id", "in", ids).selectAll().orderBy("id").execute();
  const waitings = ids.length === 0 ? [] : await db.selectFrom("cohort_waiting").where("learner_id", "in", ids).selectAll().orderBy("id").execute();
  return { learners, enrollments, waitings };
}

type State = Awaited<ReturnType<typeof stateOf>>;
type Told = { number: number; name: string; birthYear: number | null; gender: string | null; isInCohort: boolean; isWaiting: boolean };

function told(learners: Awaited<ReturnType<typeof listKnownLearners>>): Told[] {
  return learners.map(({ number, name, birthYear, gender, isInCohort, isWaiting }) => ({ number, name, birthYear, gender, isInCohort, isWaiting }));
}

/** The learners as they must be after a plan, by what it says of each row and nothing else. */
function foretold({ lines }: ImportPlan, before: readonly Told[]): Told[] {
  const after = before.map((learner) => ({ ...learner }));
  let last = Math.max(0, ...before.map(({ number }) => number));
  for (const { outcome } of lines) {
    if (outcome.kind === "undecided") throw new Error("nobody decided");
    if (outcome.kind === "refused") continue;
    const placed = { isInCohort: outcome.placing === "enrolled", isWaiting: outcome.placing === "waiting" };
    if (outcome.kind === "added") {
      const { name, birthYear, gender } = outcome.person;
      after.push({ number: (last += 1), name, birthYear, gender, ...placed });
      continue;
    }
    const learner = after.find(({ number }) => number === outcome.learner.number);
    if (!learner) throw new Error("about nobody");
    for (const { field, to } of outcome.changes) Object.assign(learner, { [field]: to });
    if (outcome.placing) Object.assign(learner, placed);
  }
  return after;
}
