import "../../support/database.ts";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { findCohortOfMentor } from "#db/cohorts.ts";
import { previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { readCohortReport } from "#app/reports/cohort-report.server.ts";
import { loader as pdf } from "#app/routes/certificates/pdf.ts";
import { loader as verify } from "#app/routes/certificates/verify.tsx";
import { loader as board } from "#app/routes/mentor/board.tsx";
import { loader as correct } from "#app/routes/mentor/correct-learner.tsx";
import { action, loader } from "#app/routes/mentor/erase-learner.tsx";
import { loader as learnerPage } from "#app/routes/mentor/learner.tsx";
import { db } from "#db/client.ts";
import { listVillageCounts } from "#db/completion.ts";
import { fatesOfEnrollment, fatesOfLearner } from "#db/learner-erasure.ts";
import { listNamesOfCohort } from "#db/sign-in-names.ts";
import { leaveTraces } from "../../mentoring/traces.ts";
import { makeStudy, type Study } from "../../certificates/enrolled.ts";
import { answerOf, context } from "../../support/answer.ts";
import { castOf, form, makeStaff, requestAs, type Staff } from "../../support/cast.ts";
import { type Issued, issueTo } from "../certificates/issued.ts";

/** A name that nobody has in the tests before. */
let first: string;
let name: string;
let names = 0;
let study: Study;
let zubaidah: Issued;
let dewi: Staff;
beforeEach(async () => {
  first = `Zubaidah${"abcdefghijklmnop"[names++]}`;
  name = `${first} Kencana`;
  study = await makeStudy();
  dewi = await makeStaff(db, "Dewi");
  zubaidah = await issueTo(study, name);
  await leaveTraces(zubaidah, { study, staffId: dewi.staffId, name });
});

const params = () => ({ cohort: study.cohortId, learner: zubaidah.learnerId });
const path = () => `/mentor/rombel/${study.cohortId}/peserta/${zubaidah.learnerId}`;
const open = async (person: Parameters<typeof requestAs>[0] = dewi) => answerOf(loader({ request: await requestAs(person, `${path()}/hapus`), params: params(), context }));
const send = async (fields: Record<string, string>, person: Parameters<typeof requestAs>[0] = dewi) => answerOf(action({ request: await requestAs(person, `${path()}/hapus`, form(fields)), params: params(), context }));
const erase = async () => send({ peminta: "learner", yakin: "ya" });

/** Every row of the village's tables that holds a word. */
async function rowsWith(word: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'village_code'`.execute(db);
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await sql`select 1 from ${sql.table(table.name)} t where village_code = ${study.villageCode} and t::text ilike ${`%${word}%`}`.execute(db);
    if (rows.length > 0) found.push(table.name);
  }
  return found.sort();
}

describe("deleting a learner's data", () => {
  it("says before what is about to go, and asks who wants it and whether the mentor is sure", async () => {
    expect(await open()).toMatchObject({ status: 200, data: { kind: "form", name, cohorts: ["Pagi"], isCertified: true, download: `/sertifikat/${zubaidah.printedCode}/pdf` } });
    expect(await send({})).toMatchObject({ status: 400, data: { faults: ["why", "sure"] } });
    expect(await send({ peminta: "family" })).toMatchObject({ status: 400, data: { askedBy: "family", isSure: false, faults: ["sure"] } });
    expect(await send({ peminta: "siapa saja", yakin: "ya" })).toMatchObject({ status: 400, data: { faults: ["why"] } });
    expect(await rowsWith(first)).toContain("learner");
  });

  it("leaves the name and what was written about the person in no table", async () => {
    await db.insertInto("certificate_revocation").values({ village_code: study.villageCode, certificate_id: zubaidah.certificateId, revoked_at: new Date(), reason: `bukan ${name}` }).execute();
    expect(await rowsWith(first)).toEqual([
      "answer_draft", "attendance_mark", "certificate", "certificate_revocation", "cleared_mark", "enrollment_move", "learner", "learner_consent", "learner_import", "learner_import_change",
      "learner_note", "practice_attempt", "quiz_attempt", "review_attempt", "year_test_attempt",
    ]);
    expect(await erase()).toMatchObject({ status: 303, location: `${path()}/hapus` });
    expect(await rowsWith(first)).toEqual([]);
    expect(await db.selectFrom("learner").where("id", "=", zubaidah.learnerId).select(["name", "birth_year", "gender", "last_seen_at"]).executeTakeFirst()).toEqual({ name: "Peserta (dihapus)", birth_year: null, gender: null, last_seen_at: null });
    for (const table of ["learner_pin", "learner_session", "learner_presence", "cohort_waiting"] as const) {
      expect(await db.selectFrom(table).where("learner_id", "=", zubaidah.learnerId).select("learner_id").execute()).toEqual([]);
    }
  });

  it("keeps every count: of the cohort's report and of the village", async () => {
    const counts = async () => [(await readCohortReport(db, study)).sum, (await listVillageCounts(db, study.programId)).filter(({ registered }) => registered > 0)];
    const before = await counts();
    expect(before[0]).toMatchObject({ learners: 1, certified: 1 });
    await erase();
    expect(await counts()).toEqual(before);
    expect((await readCohortReport(db, study)).lines.map((line) => line.name)).toEqual(["Peserta (dihapus)"]);
  });

  it("is recorded once with who did it and who asked, however often it is sent, and without the name", async () => {
    await Promise.all([erase(), erase()]);
    expect(await erase()).toMatchObject({ status: 303 });
    const events = await db.selectFrom("audit_event").where("action", "=", "learner.erase").where("subject_id", "=", zubaidah.learnerId).select(["actor_id", "details"]).execute();
    expect(events).toEqual([{ actor_id: dewi.staffId, details: { askedBy: "learner" } }]);
    expect((await open()).data.kind).toBe("erased");
    expect(JSON.stringify((await open()).data)).not.toContain(first);
  });

  it("takes them off the lists of people, and closes their pages", async () => {
    await erase();
    const { data } = await answerOf(board({ request: await requestAs(dewi, "/"), params: params(), context }));
    expect([data.board.learners, data.withoutConsent]).toEqual([0, []]);
    expect(await listNamesOfCohort(db, study.villageCode, study.cohortId)).toEqual([]);
    expect(await answerOf(learnerPage({ request: await requestAs(dewi, path()), params: params(), context }))).toMatchObject({ status: 302, location: `${path()}/hapus` });
    expect(await answerOf(correct({ request: await requestAs(dewi, path()), params: params(), context }))).toMatchObject({ status: 404 });
  });

  it("lets an import take nobody for them, neither by name nor by number", async () => {
    await erase();
    const { number } = await db.selectFrom("learner").where("id", "=", zubaidah.learnerId).select("number").executeTakeFirstOrThrow();
    const cohort = await findCohortOfMentor(db, dewi.staffId, study.cohortId);
    const lines = [{ line: 2, name: "Peserta (dihapus)", birth: "", gender: "", number: "" }, { line: 3, name: "Ani", birth: "", gender: "", number: String(number) }];
    const preview = await previewImport(db, cohort!, lines, new Date());
    expect(preview.lines.map(({ outcome }) => outcome.kind)).not.toContain("known");
  });

  it("lets their certificate be checked, but shows no name and makes no new copy", async () => {
    const check = async () => (await answerOf(verify({ request: new Request("http://melek.test/"), params: { code: zubaidah.code }, context }))).data.certificate;
    expect(await check()).toMatchObject({ name: "Z. K.", revokedOn: null, number: zubaidah.number });
    await erase();
    expect(await check()).toMatchObject({ name: "sudah dihapus atas permintaan pemiliknya", revokedOn: null, number: zubaidah.number });
    expect(await answerOf(pdf({ request: await requestAs(dewi, "/"), params: { code: zubaidah.code }, context }))).toMatchObject({ status: 404 });
  });

  it("is for the cohort's mentor alone", async () => {
    const { rudi, ratna, sari } = await castOf(db);
    for (const person of [rudi, ratna, sari]) {
      expect(await open(person)).toMatchObject({ status: 404 });
      expect(await send({ peminta: "learner", yakin: "ya" }, person)).toMatchObject({ status: 404 });
    }
    expect((await open(null)).location).toContain("/masuk");
    expect(await rowsWith(first)).toContain("learner");
  });
});

it("knows every table with rows about a learner", async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and column_name in ('learner_id', 'enrollment_id')`.execute(db);
  const of = (column: string) => rows.filter((row) => row.column === column).map(({ table }) => table).sort();
  expect(of("learner_id")).toEqual(Object.keys(fatesOfLearner).sort());
  expect(of("enrollment_id")).toEqual(Object.keys(fatesOfEnrollment).sort());
});
