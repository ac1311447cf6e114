import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { loader as openArea } from "#app/routes/program/area.tsx";
import { loader as openQuestions } from "#app/routes/program/area-questions.tsx";
import { loader as openVillages } from "#app/routes/program/area-villages.tsx";
import { loader as openCompletion } from "#app/routes/program/completion.tsx";
import { action as createProgram } from "#app/routes/program/create-program.tsx";
import { action as uploadList } from "#app/routes/program/plan-import.tsx";
import { action as applyList, loader as openList } from "#app/routes/program/plan-import-preview.tsx";
import { loader as openPlan } from "#app/routes/program/plan.tsx";
import { action as changeVillage } from "#app/routes/program/plan-village.tsx";
import { action as changeWave } from "#app/routes/program/plan-waves.tsx";
import { loader as searchRegions } from "#app/routes/regions/search.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, post, site, staffCookie } from "../../mentoring/classroom.ts";
import { makeProgram, makeStaff } from "../../programs/rows.ts";
import { everyTable } from "../../support/every-table.ts";
import { context } from "../mentor/people-around.ts";

const long = "a".repeat(10_000);
const [known, other, retired, outside] = ["35.05.04.2014", "35.05.04.2015", "35.05.04.2013", "32.05.02.2004"];
let [lead, admin, program] = ["", "", ""];
beforeAll(async () => {
  lead = await staffCookie(await makeStaff(db, { role: "lead", regionCode: "35.05" }));
  admin = await staffCookie(await makeStaff(db, { role: "admin" }));
  program = await makeProgram(db, { name: "Literasi Blitar", regionCode: "35.05", targets: { [known]: 24 } });
  await db.updateTable("region").set({ retired_on: "2026-01-01" }).where("code", "=", retired).execute();
});

/** What an action answers, after which every table is as it was. */
async function unchanged<T>(answering: () => Promise<T>) {
  const before = await everyTable(db);
  const answer = await answerOf(answering());
  expect(await everyTable(db)).toEqual(before);
  return answer;
}

async function upload(text: string): Promise<string> {
  const body = new FormData();
  const importId = newId();
  body.set("formId", importId);
  body.set("daftar", new File([text], "daftar.csv"));
  const answer = await answerOf(uploadList({ request: new Request(site, { method: "POST", headers: { cookie: lead, origin: site }, body }), params: { program }, context }));
  expect(answer.status).toBe(303);
  return importId;
}

describe("a target list", () => {
  it("with codes that are unknown, written twice, retired or outside says so row by row, and none of them is taken", async () => {
    const importId = await upload(`kode;target\n99.99.99.2999;10\n${other};15\n${other};15\n${retired};10\n${outside};10\nabc;10\n`);
    const preview = (await answerOf(openList({ request: get("/", lead), params: { program, import: importId }, context }))).data.preview;
    const refusals = preview?.lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals.map(({ code }) => code) : outcome.kind));
    expect(refusals).toEqual([["unknown"], "added", ["repeated"], ["retired"], ["outside"], ["codeWrong"]]);
    const applied = await answerOf(applyList({ request: post("/", lead, { fingerprint: preview?.fingerprint ?? "", reason: "SK Bupati 12" }), params: { program, import: importId }, context }));
    expect(applied.status).toBe(303);
    const targets = await db.selectFrom("program_village").where("program_id", "=", program).select(["village_code", "target_learners"]).orderBy("village_code").execute();
    expect(targets).toEqual([{ village_code: known, target_learners: 24 }, { village_code: other, target_learners: 15 }]);
  });

  it("of nothing but wrong rows, or with dates upside down, changes nothing", async () => {
    const importId = await upload(`kode;target;gelombang;mulai;selesai\n${retired};10;;;\n35.05.04.2012;10;3;2027-02-01;2027-01-01\n`);
    const { data } = await answerOf(openList({ request: get("/", lead), params: { program, import: importId }, context }));
    expect(data.preview?.lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals.map(({ code }) => code) : outcome.kind))).toEqual([["retired"], ["upsideDown"]]);
    const answer = await unchanged(() => applyList({ request: post("/", lead, { fingerprint: data.preview?.fingerprint ?? "", reason: "SK Bupati 12" }), params: { program, import: importId }, context }));
    expect([answer.status, answer.data.fault]).toEqual([400, "nothing"]);
  });

  it("is not taken without a reason, or with one of 10,000 letters", async () => {
    const importId = await upload("kode;target\n35.05.04.2011;15\n");
    const { data } = await answerOf(openList({ request: get("/", lead), params: { program, import: importId }, context }));
    for (const reason of ["", "  ", "12", long]) {
      const answer = await unchanged(() => applyList({ request: post("/", lead, { fingerprint: data.preview?.fingerprint ?? "", reason }), params: { program, import: importId }, context }));
      expect([answer.status, answer.data.fault]).toEqual([400, "reason"]);
    }
  });
});

describe("targets, stages and waves", () => {
  const village = async (fields: Record<string, string>, code = known) => changeVillage({ request: post("/", lead, { formId: newId(), seen: "24 ", ...fields }), params: { program, village: code }, context });
  const entered = { reachedOn: "2026-03-01", source: "Laporan kecamatan" };
  const stageNow = async () => (await db.selectFrom("program_stage").where("program_id", "=", program).where("withdrawn_at", "is", null).select("id").executeTakeFirst())?.id ?? "";

  it("do not change without a reason", async () => {
    expect((await answerOf(village({ task: "stage-center", seen: "", ...entered }))).status).toBe(303);
    const seen = await stageNow();
    const forms: Record<string, string>[] = [
      { task: "target", learners: "30", wave: "" },
      { task: "remove" },
      { task: "stage-center", seen, ...entered, reachedOn: "2026-03-08" },
      { task: "withdraw-center", seen },
    ];
    for (const form of forms) for (const reason of ["", "..", long]) {
      const answer = await unchanged(() => village({ ...form, reason }));
      expect([form["task"], answer.status, answer.data.faults]).toEqual([form["task"], 400, ["reason"]]);
    }
    const wave = { formId: newId(), seen: "", number: "1", name: "Perintis", startsOn: "", endsOn: "", reason: "" };
    expect((await unchanged(() => changeWave({ request: post("/", lead, wave), params: { program }, context }))).data.faults).toEqual(["reason"]);
  });

  it("leave each change with its reason in the audit log", async () => {
    const reason = "Sesuai surat camat";
    const tasks: (() => Promise<Record<string, string>>)[] = [
      async () => ({ task: "stage-center", seen: await stageNow(), ...entered, reachedOn: "2026-03-08" }),
      async () => ({ task: "withdraw-center", seen: await stageNow() }),
      async () => ({ task: "target", learners: "30", wave: "" }),
      async () => ({ task: "remove", seen: "30 " }),
    ];
    for (const [index, kind] of ["stage.change", "stage.withdraw", "village.change", "village.remove"].entries()) {
      const formId = newId();
      expect((await answerOf(village({ ...(await tasks[index]?.()), formId, reason }))).status).toBe(303);
      const audit = await db.selectFrom("staff_audit_event").where("action", "=", kind).where("subject_id", "=", known).select("details").orderBy("id", "desc").executeTakeFirst();
      expect([kind, audit?.details]).toMatchObject([kind, { changeId: formId, reason, programId: program }]);
      expect(await db.selectFrom("program_change").where("id", "=", formId).select(["kind", "reason"]).executeTakeFirst()).toEqual({ kind, reason });
    }
  });

  it("are not begun for a village that is retired", async () => {
    const answer = await unchanged(() => village({ task: "target", seen: "", learners: "10", wave: "", reason: "Sesuai surat" }, retired));
    expect([answer.status, answer.data.faults]).toEqual([400, ["retired"]]);
  });

  it("are not there for a village outside the program, with a real code or none", async () => {
    for (const code of [outside, "99.99.99.2999", "x", long]) expect((await unchanged(() => village({ task: "target", seen: "", learners: "10", wave: "", reason: "Sesuai surat" }, code))).status).toBe(404);
  });

  it("take no dates upside down, nor does a new program, which needs a curriculum, too", async () => {
    const dates = { startsOn: "2027-02-01", endsOn: "2027-01-01" };
    const wave = await unchanged(() => changeWave({ request: post("/", lead, { formId: newId(), seen: "", number: "1", name: "Perintis", reason: "Rapat", ...dates }), params: { program }, context }));
    expect([wave.status, wave.data.faults]).toEqual([400, ["upsideDown"]]);
    const begun = { formId: newId(), name: "Literasi", ownerName: "Dinas", region: "35.05", certificatePrefix: "LD-T1", signatoryName: "Sri", signatoryTitle: "Kepala", ...dates };
    const answer = await unchanged(() => createProgram({ request: post("/", admin, begun), params: {}, context }));
    expect([answer.status, answer.data.faults]).toEqual([400, ["upsideDown", "curricula"]]);
  });

  it("begin no program whose certificates would bear the numbers of another's", async () => {
    await db.insertInto("curriculum").values({ id: "tahun-1", title: "Mengenal Internet", year: 1 }).onConflict((conflict) => conflict.doNothing()).execute();
    const begun = { formId: newId(), curriculum: "tahun-1", name: "Literasi", ownerName: "Dinas", startsOn: "2027-01-04", endsOn: "", signatoryName: "Sri", signatoryTitle: "Kepala" };
    const begin = (region: string, certificatePrefix: string) => createProgram({ request: post("/", admin, { ...begun, region, certificatePrefix }), params: {}, context });
    const numbered = (await db.selectFrom("program").where("certificate_prefix", "=", "LD-T1").select("name").execute()).map(({ name }) => name);
    for (const region of ["35.05", "35", "35.05.04"]) {
      const answer = await unchanged(() => begin(region, "LD-T1"));
      expect([answer.status, answer.data.faults]).toEqual([400, ["prefixTaken"]]);
      expect(numbered).toContain(answer.data.takenBy);
    }
    const answer = await answerOf(begin("32.14", "LD-T1"));
    expect(answer.status).toBe(303);
    expect((await answerOf(begin("32.14", "LD-T1"))).status).toBe(303);
  });
});

describe("an address with 10,000 letters", () => {
  const asked: [string, () => Promise<unknown>, number][] = [
    ["searching the plan", () => openPlan({ request: get(`/?cari=${long}`, lead), params: { program }, context }), 400],
    ["searching regions", () => searchRegions({ request: get(`/?q=${long}`, lead), params: {}, context }), 400],
    ["choosing villages", () => openCompletion({ request: get(`/?tampil=${long}`, lead), params: { program }, context }), 200],
    ["choosing a curriculum", () => openArea({ request: get(`/?kurikulum=${long}`, lead), params: { region: "35.05" }, context }), 200],
    ["choosing a list", () => openVillages({ request: get(`/?tahap=${long}&sesudah=${long}&kurikulum=${long}`, lead), params: { region: "35.05" }, context }), 200],
    ["choosing questions", () => openQuestions({ request: get(`/?jenis=${long}&halaman=${long}`, lead), params: { region: "35.05" }, context }), 200],
    ["naming a place", () => openArea({ request: get("/", lead), params: { region: long }, context }), 404],
  ];

  it.each(asked)("%s is answered", async (_what, open, status) => {
    expect((await answerOf(open())).status).toBe(status);
  });
});
