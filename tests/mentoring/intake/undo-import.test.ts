import "../../support/database.ts";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { applyImport, previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { undoImport } from "#app/mentoring/intake/undo-import.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listImportChanges, tracesOfEnrollment, tracesOfLearner } from "#db/import-changes.ts";
import { findImport, insertImport } from "#db/learner-imports.ts";
import { insertPin, nextLearnerNumber } from "#db/learners.ts";
import { enroll, makeClassroom, makeLearner } from "../classroom.ts";

let classroom: Awaited<ReturnType<typeof makeClassroom>>;
beforeEach(async () => {
  classroom = await makeClassroom();
});

const now = new Date();

async function bringIn(...names: (string | { name: string; birth?: string; number?: string })[]) {
  const { cohort, dewi } = classroom;
  const lines = names.map((one, index) => ({ line: index + 2, birth: "", gender: "", number: "", ...(typeof one === "string" ? { name: one } : one) }));
  const key = { villageCode: cohort.villageCode, cohortId: cohort.cohortId, importId: newId() };
  await insertImport(db, { ...key, lines, unreadColumns: [], fileName: "daftar.csv", uploadedAt: now, uploadedBy: dewi.staffId });
  const asked = { ...key, cohort: { ...cohort, capacity: null }, staffId: dewi.staffId, now };
  const { fingerprint } = await previewImport(db, asked.cohort, lines, now);
  expect(await applyImport(db, { ...asked, fingerprint, choices: new Map() })).toEqual({ kind: "applied" });
  return asked;
}

function people() {
  return db.selectFrom("learner").where("center_id", "=", classroom.cohort.centerId).select(["id", "name", "birth_year as born", "number"]).orderBy("number").execute();
}

async function idOf(name: string): Promise<string> {
  return (await people()).find((learner) => learner.name === name)?.id ?? "";
}

describe("undoing an import", () => {
  it("keeps who has signed in or done something since, and says who and why", async () => {
    const asked = await bringIn("Ani", "Budi", "Cici", "Dedi");
    const { villageCode } = asked;
    await db.updateTable("learner").set({ last_seen_at: new Date() }).where("id", "=", await idOf("Ani")).execute();
    const enrollment = await db.selectFrom("enrollment").where("learner_id", "=", await idOf("Budi")).select("id").executeTakeFirstOrThrow();
    await db.insertInto("lesson_completion").values({ village_code: villageCode, enrollment_id: enrollment.id, lesson_id: "A1.1", completed_at: new Date() }).execute();
    const note = { body: "Datang bersama cucu", is_for_learner: false, written_at: new Date(), written_by: asked.staffId };
    await db.insertInto("learner_note").values({ village_code: villageCode, id: newId(), learner_id: await idOf("Cici"), ...note }).execute();
    await insertPin(db, { villageCode, learnerId: await idOf("Dedi"), hash: "x", issuedAt: new Date(), issuedBy: asked.staffId });
    expect(await undoImport(db, asked)).toBe("undone");
    expect((await people()).map(({ name }) => name)).toEqual(["Ani", "Budi", "Cici"]);
    expect(await db.selectFrom("enrollment").where("cohort_id", "=", asked.cohortId).select("id").execute()).toHaveLength(3);
    const kept = (await listImportChanges(db, asked)).filter(({ kept, kind }) => kept && kind === "added").map(({ name, kept }) => [name, kept]);
    expect(kept).toEqual([["Ani", "active"], ["Budi", "active"], ["Cici", "active"]]);
  });

  it("gives back what it changed, but not over what somebody changed since", async () => {
    await makeLearner(classroom.cohort, 1, "Ani");
    await makeLearner(classroom.cohort, 2, "Budi");
    const asked = await bringIn({ name: "Anii", birth: "1970", number: "1" }, { name: "Budi", birth: "1971", number: "2" });
    await db.updateTable("learner").set({ birth_year: 1980 }).where("id", "=", await idOf("Budi")).execute();
    expect(await undoImport(db, asked)).toBe("undone");
    expect((await people()).map(({ name, born }) => [name, born])).toEqual([["Ani", 1968], ["Budi", 1980]]);
    const kept = (await listImportChanges(db, asked)).filter(({ kept }) => kept).map(({ name, kind, kept }) => [name, kind, kept]);
    expect(kept).toEqual([["Budi", "changed", "edited"]]);
  });

  it("leaves an earlier learner in the cohort where they have learned since", async () => {
    const [ani, budi] = [await makeLearner(classroom.cohort, 1, "Ani"), await makeLearner(classroom.cohort, 2, "Budi")];
    const asked = await bringIn({ name: "Ani", birth: "1968" }, { name: "Budi", birth: "1968" });
    await db.updateTable("learner").set({ last_seen_at: new Date(now.getTime() + 1000) }).where("id", "=", ani.learnerId).execute();
    await undoImport(db, asked);
    const left = await db.selectFrom("enrollment").where("cohort_id", "=", asked.cohortId).select("learner_id as learnerId").execute();
    expect(left).toEqual([{ learnerId: ani.learnerId }]);
    expect((await people()).map(({ id }) => id)).toEqual([ani.learnerId, budi.learnerId]);
  });

  it("gives a number to nobody else afterwards", async () => {
    const asked = await bringIn("Ani", "Budi");
    await undoImport(db, asked);
    expect(await db.transaction().execute((trx) => nextLearnerNumber(trx, classroom.cohort))).toBe(3);
  });

  it("of what was never applied, or belongs to another cohort, does nothing", async () => {
    const asked = await bringIn("Ani");
    expect(await undoImport(db, { ...asked, importId: newId() })).toBe("unknown");
    expect(await undoImport(db, { ...asked, cohortId: classroom.otherCohort.cohortId })).toBe("unknown");
    expect(await people()).toHaveLength(1);
  });

  it("happens once when it is asked twice at the same moment", async () => {
    const asked = await bringIn("Ani");
    expect((await Promise.all([undoImport(db, asked), undoImport(db, asked)])).sort()).toEqual(["already", "undone"]);
  });
});

describe("applying an import", () => {
  it("keeps of the file only what it left out, and gives nobody a PIN", async () => {
    const ani = await makeLearner(classroom.cohort, 1, "Ani");
    await enroll(classroom.cohort, ani.learnerId);
    const asked = await bringIn("=Evil", "Budi", { name: "Ani", birth: "1968" });
    const upload = await findImport(db, asked);
    expect(upload?.lines).toMatchObject([{ line: 2, name: "=Evil", refusals: [{ code: "nameFormula" }] }, { line: 4, name: "", refusals: [] }]);
    expect(JSON.stringify(upload?.lines)).not.toContain("Budi");
    expect(await db.selectFrom("learner_pin").where("learner_id", "in", (await people()).map(({ id }) => id)).selectAll().execute()).toEqual([]);
  });

  it("happens once when the button is pressed twice at once", async () => {
    const { cohort, dewi } = classroom;
    const key = { villageCode: cohort.villageCode, cohortId: cohort.cohortId, importId: newId() };
    const lines = [{ line: 2, name: "Ani", birth: "", gender: "", number: "" }];
    await insertImport(db, { ...key, lines, unreadColumns: [], fileName: "daftar.csv", uploadedAt: now, uploadedBy: dewi.staffId });
    const asked = { ...key, cohort: { ...cohort, capacity: null }, staffId: dewi.staffId, now, choices: new Map<number, string>() };
    const { fingerprint } = await previewImport(db, asked.cohort, lines, now);
    const results = await Promise.all([applyImport(db, { ...asked, fingerprint }), applyImport(db, { ...asked, fingerprint })]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(["already", "applied"]);
    expect(await people()).toHaveLength(1);
  });
});

it("knows every table in which a learner or an enrollment leaves a trace", async () => {
  const { rows } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and confrelid in ('learner'::regclass, 'enrollment'::regclass)`.execute(db);
  const of = (table: string) => [...new Set(rows.filter(({ to }) => to === table).map(({ from }) => from))].sort();
  expect(of("learner")).toEqual([...tracesOfLearner, "learner_pin", "enrollment", "cohort_waiting"].sort());
  expect(of("enrollment")).toEqual([...tracesOfEnrollment].sort());
});
