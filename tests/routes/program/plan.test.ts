import "../../support/database.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { action as editProgram } from "#app/routes/program/edit-program.tsx";
import { action as uploadList } from "#app/routes/program/plan-import.tsx";
import { action as applyList, loader as openList } from "#app/routes/program/plan-import-preview.tsx";
import { loader as openPlan } from "#app/routes/program/plan.tsx";
import { action as changeVillage, loader as openVillage } from "#app/routes/program/plan-village.tsx";
import { action as changeWave } from "#app/routes/program/plan-waves.tsx";
import { db } from "#db/client.ts";
import { countStagesByArea, listVillagePlans } from "#db/area-stages.ts";
import { newId } from "#db/ids.ts";
import { countStages } from "#db/program-stages.ts";
import { answerOf, get, plosorejo, post, site, staffCookie } from "../../mentoring/classroom.ts";
import { makeProgram, makeStaff } from "../../programs/rows.ts";
import { context } from "../mentor/people-around.ts";

const long = "a".repeat(10_000);
let cookie: string;
let program: string;
let lead: string;
beforeAll(async () => {
  lead = await makeStaff(db, { role: "lead", regionCode: "35.05" });
  cookie = await staffCookie(lead);
});
beforeEach(async () => {
  program = await makeProgram(db, { name: "Literasi Blitar", regionCode: "35.05", targets: { [plosorejo]: 24 } });
});

const village = async (fields: Record<string, string>, code = plosorejo) => answerOf(changeVillage({ request: post("/", cookie, { formId: newId(), seen: "24 ", reason: "Sesuai surat camat", ...fields }), params: { program, village: code }, context }));
const shownAt = async (code = plosorejo) => (await answerOf(openVillage({ request: get("/", cookie), params: { program, village: code }, context }))).data;
const targets = async () => db.selectFrom("program_village").where("program_id", "=", program).select(["village_code", "target_learners", "wave"]).orderBy("village_code").execute();
const changes = async () => db.selectFrom("program_change").where("program_id", "=", program).selectAll().orderBy("id").execute();

describe("a village's plan", () => {
  it("changes with a reason, which is kept with who and when, also in the audit log", async () => {
    expect((await village({ task: "target", learners: "30", wave: "" })).status).toBe(303);
    expect(await targets()).toEqual([{ village_code: plosorejo, target_learners: 30, wave: null }]);
    expect(await changes()).toMatchObject([{ kind: "village.change", before: { learners: 24, wave: null }, after: { learners: 30 }, reason: "Sesuai surat camat", changed_by: lead }]);
    const [change] = await changes();
    const audit = await db.selectFrom("staff_audit_event").where("subject_id", "=", plosorejo).where("action", "=", "village.change").selectAll().orderBy("id", "desc").executeTakeFirst();
    expect(audit).toMatchObject({ actor_id: lead, details: { changeId: change?.id, reason: "Sesuai surat camat" } });
    expect((await shownAt()).changes).toMatchObject([{ reason: "Sesuai surat camat", changedBy: "Ibu Kepala Seksi" }]);
  });

  it("stays as it was without a reason, with 10,000 letters, and with a form that is out of date", async () => {
    const wrong: Record<string, string>[] = [{ reason: "" }, { reason: long }, { learners: long }, { wave: "7" }];
    for (const bad of wrong) {
      const answer = await village({ task: "target", learners: "30", wave: "", ...bad });
      expect(answer.status).toBe(400);
      expect(answer.data.typed).toMatchObject(bad);
    }
    expect((await village({ task: "target", learners: "30", wave: "", seen: "23 " })).status).toBe(409);
    expect([await targets(), await changes()]).toEqual([[{ village_code: plosorejo, target_learners: 24, wave: null }], []]);
  });

  it("takes the same form once", async () => {
    const formId = newId();
    for (const seen of ["24 ", "30 "]) expect((await village({ task: "target", formId, seen, learners: "30", wave: "" })).status).toBe(303);
    expect(await changes()).toHaveLength(1);
  });

  it("ends and begins again, with its history", async () => {
    expect((await village({ task: "remove" })).status).toBe(303);
    expect(await targets()).toEqual([]);
    expect((await village({ task: "target", seen: "", learners: "10", wave: "" })).status).toBe(303);
    expect((await shownAt()).changes.map(({ kind }) => kind)).toEqual(["village.add", "village.remove"]);
  });

  it("is no business of a village outside the region", async () => {
    expect((await village({ task: "target", seen: "", learners: "10", wave: "" }, "32.05.01.2001")).status).toBe(404);
  });

  it("reaches a stage with a source, is corrected with a reason, and keeps both", async () => {
    const day = { reachedOn: "2026-03-01", source: "Laporan kecamatan" };
    expect((await village({ task: "stage-internet", seen: "", ...day, reachedOn: "2999-03-01" })).status).toBe(400);
    expect((await village({ task: "stage-internet", seen: "", ...day, source: "" })).status).toBe(400);
    expect((await village({ task: "stage-internet", seen: "", ...day })).status).toBe(303);
    const stageId = (await shownAt()).stages[0]?.stageId ?? "";
    expect((await village({ task: "stage-internet", seen: stageId, ...day, reachedOn: "2026-03-08", reason: "" })).status).toBe(400);
    expect((await village({ task: "stage-internet", seen: stageId, ...day, reachedOn: "2026-03-08" })).status).toBe(303);
    const kept = await db.selectFrom("program_stage").where("program_id", "=", program).select(["reached_on", "withdrawn_at"]).orderBy("reached_on").execute();
    expect(kept).toEqual([{ reached_on: "2026-03-01", withdrawn_at: expect.any(Date) as Date }, { reached_on: "2026-03-08", withdrawn_at: null }]);
    const opened = { task: "stage-center", seen: "", ...day };
    const tooEarly = await village({ ...opened, reachedOn: "2026-03-07" });
    expect([tooEarly.status, tooEarly.data.faults]).toEqual([400, ["order"]]);
    expect((await village({ ...opened, reachedOn: "2026-03-08" })).status).toBe(303);
    expect((await village({ task: "stage-graduates", seen: "", ...day })).status).toBe(404);
  });

  it("keeps a stage as long as a later one stands, and counts for all before the one it has reached", async () => {
    const day = { reachedOn: "2026-03-01", source: "Laporan kecamatan" };
    const today = "2026-11-22";
    expect((await village({ task: "stage-center", seen: "", ...day })).status).toBe(303);
    expect(await countStages(db, program, today)).toEqual({ internet: 1, center: 1, cohort: 0, graduates: 0 });
    expect((await listVillagePlans(db, program, [plosorejo], today)).get(plosorejo)?.reached).toEqual({ internet: 1, center: 1, cohort: 0, graduates: 0 });
    expect((await countStagesByArea(db, { programId: program, regionCode: "35.05" }, today)).get("35.05")).toEqual({ internet: 1, center: 1, cohort: 0, graduates: 0 });

    expect((await village({ task: "stage-internet", seen: "", ...day })).status).toBe(303);
    const seen = (await shownAt()).stages.find(({ stage }) => stage === "internet")?.stageId ?? "";
    const refused = await village({ task: "withdraw-internet", seen });
    expect([refused.status, refused.data.faults, refused.data.typed.reason]).toEqual([400, ["later"], "Sesuai surat camat"]);
    expect((await shownAt()).stages).toHaveLength(2);
    const opened = (await shownAt()).stages.find(({ stage }) => stage === "center")?.stageId ?? "";
    expect((await village({ task: "withdraw-center", seen: opened })).status).toBe(303);
    expect((await village({ task: "withdraw-internet", seen })).status).toBe(303);
    expect(await countStages(db, program, today)).toEqual({ internet: 0, center: 0, cohort: 0, graduates: 0 });
  });
});

describe("a search of 10,000 letters", () => {
  it("is answered with a sentence", async () => {
    const answer = await answerOf(openPlan({ request: get(`/?cari=${long}`, cookie), params: { program }, context }));
    expect([answer.status, answer.data.isTooLong]).toEqual([400, true]);
  });

  it.each(["%", "_", "'", "\\", "\0"])("or of %j finds nothing that it should not", async (query) => {
    const answer = await answerOf(openPlan({ request: get(`/?cari=${encodeURIComponent(`${query}x`)}`, cookie), params: { program }, context }));
    expect(answer.data.found).toBe(0);
  });
});

const wave = async (fields: Record<string, string>) => answerOf(changeWave({ request: post("/", cookie, { formId: newId(), reason: "Rapat", ...fields }), params: { program }, context }));
const waves = async () => db.selectFrom("program_wave").where("program_id", "=", program).select(["number", "name"]).orderBy("number").execute();

describe("waves and programs", () => {
  it("let a wave go that holds no village, with a reason, once", async () => {
    const values = { number: "3", name: "Salah ketik", startsOn: "", endsOn: "" };
    expect((await wave({ seen: "", ...values })).status).toBe(303);
    const removing = { task: "remove", number: "3", seen: "Salah ketik||" };
    expect((await village({ task: "target", learners: "24", wave: "3" })).status).toBe(303);
    expect((await wave(removing)).status).toBe(409);
    expect((await village({ task: "target", seen: "24 3", learners: "24", wave: "" })).status).toBe(303);
    expect((await wave({ ...removing, reason: "" })).status).toBe(400);
    expect((await wave({ ...removing, seen: "Lama||" })).status).toBe(409);
    expect(await waves()).toHaveLength(1);
    const formId = newId();
    for (const _again of [1, 2]) expect((await wave({ ...removing, formId })).status).toBe(303);
    expect(await waves()).toEqual([]);
    expect((await changes()).filter(({ kind }) => kind === "wave.remove")).toMatchObject([{ before: { number: 3, name: "Salah ketik" }, reason: "Rapat" }]);
  });

  it("refuse dates upside down", async () => {
    const wave = { formId: newId(), seen: "", number: "1", name: "Perintis", startsOn: "2027-02-01", endsOn: "2027-01-01", reason: "Rapat" };
    const answer = await answerOf(changeWave({ request: post("/", cookie, wave), params: { program }, context }));
    expect([answer.status, answer.data.faults]).toEqual([400, ["upsideDown"]]);
    const tooEarly = await answerOf(changeWave({ request: post("/", cookie, { ...wave, startsOn: "2020-01-01" }), params: { program }, context }));
    expect([tooEarly.status, tooEarly.data.faults]).toEqual([400, ["outsideProgram"]]);
    const edited = await answerOf(editProgram({ request: post("/", cookie, { formId: newId(), seen: "", name: "Literasi", ownerName: "Dinas", startsOn: "2027-02-01", endsOn: "2027-01-01", reason: long }), params: { program }, context }));
    expect([edited.status, edited.data.faults]).toEqual([400, ["upsideDown", "curricula", "reason"]]);
    expect(await changes()).toEqual([]);
  });
});

describe("a target list", () => {
  const csv = "kode;target;gelombang\n3505042014;30;1\n35.05.04.2001;15;1\n35.05.04.2001;15;1\n32.05.01.2001;10;\n99.99.99.2999;10;\n";

  async function upload(text: string): Promise<string> {
    const importId = newId();
    const body = new FormData();
    body.set("formId", importId);
    body.set("daftar", new File([text], "daftar.csv"));
    const answer = await answerOf(uploadList({ request: new Request(site, { method: "POST", headers: { cookie, origin: site }, body }), params: { program }, context }));
    expect(answer.status).toBe(303);
    return importId;
  }

  it("finds villages by their names, and is undone but for what was changed again", async () => {
    const importId = await upload("Nama Desa;Kecamatan;Target\nDs. Plosorejo;Kademangan;31\nDawuhan;Kademangan;12\nKademangan;Kademangan;9\nPlosorejo;;31\nTidak Ada;;4\n");
    const path = { program, import: importId };
    const open = async () => (await answerOf(openList({ request: get("/", cookie), params: path, context }))).data;
    const send = async (fields: Record<string, string>) => (await answerOf(applyList({ request: post("/", cookie, fields), params: path, context }))).status;
    const preview = (await open()).preview;
    const planned = preview?.lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals.map(({ code }) => code).join(" ") : outcome.kind));
    expect(planned).toEqual(["changed", "added", "added", "repeated", "nameUnknown"]);
    expect(await send({ fingerprint: preview?.fingerprint ?? "", reason: "SK Bupati 12" })).toBe(303);
    expect((await open()).applied?.lines.filter(({ outcome }) => outcome.kind === "refused").map(({ line }) => line.line)).toEqual([5, 6]);

    const [first] = (await targets()).filter(({ village_code }) => village_code !== plosorejo);
    expect((await village({ task: "target", seen: `${first?.target_learners} `, learners: "99", wave: "" }, first?.village_code)).status).toBe(303);
    expect(await send({ do: "undo", reason: "" })).toBe(400);
    expect(await send({ do: "undo", reason: "Salah berkas" })).toBe(303);
    const after = [{ village_code: first?.village_code, target_learners: 99, wave: null }, { village_code: plosorejo, target_learners: 24, wave: null }];
    expect(await targets()).toEqual(after.sort((a, b) => (a.village_code ?? "").localeCompare(b.village_code ?? "")));
    expect((await open()).applied).toMatchObject({ counts: { undone: 2, kept: 1 }, undoneAt: expect.any(Date) as Date, kept: [{ code: first?.village_code }] });
    const kept = await changes();
    expect(await send({ do: "undo", reason: "Salah berkas" })).toBe(303);
    expect(await changes()).toEqual(kept);
  });

  it("takes back the waves that it added, but those that are used or were changed", async () => {
    const importId = await upload("kode;target;gelombang\n35.05.04.2001;15;7\n35.05.04.2003;15;8\n35.05.04.2008;15;9\n");
    const path = { program, import: importId };
    const send = async (fields: Record<string, string>) => (await answerOf(applyList({ request: post("/", cookie, fields), params: path, context }))).status;
    const { preview } = (await answerOf(openList({ request: get("/", cookie), params: path, context }))).data;
    expect(await send({ fingerprint: preview?.fingerprint ?? "", reason: "SK Bupati 12" })).toBe(303);
    expect((await village({ task: "target", learners: "24", wave: "8" })).status).toBe(303);
    expect((await wave({ seen: "Gelombang 9||", number: "9", name: "Terakhir", startsOn: "", endsOn: "" })).status).toBe(303);
    expect(await send({ do: "undo", reason: "Salah berkas" })).toBe(303);
    expect((await waves()).map(({ number }) => number)).toEqual([8, 9]);
    expect((await changes()).filter(({ kind }) => kind === "wave.remove")).toMatchObject([{ before: { number: 7 }, reason: "Salah berkas" }]);
  });

  it("tells what it would do, does exactly that in one go, and once", async () => {
    const importId = await upload(csv);
    const preview = (await answerOf(openList({ request: get("/", cookie), params: { program, import: importId }, context }))).data.preview;
    expect(preview?.counts).toEqual({ added: 1, changed: 1, same: 0, refused: 3 });
    expect(await changes()).toEqual([]);
    const apply = async (fields: Record<string, string>) => (await answerOf(applyList({ request: post("/", cookie, { fingerprint: preview?.fingerprint ?? "", reason: "SK Bupati 12", ...fields }), params: { program, import: importId }, context }))).status;
    expect(await apply({ reason: "" })).toBe(400);
    expect(await apply({ fingerprint: "x" })).toBe(409);
    expect(await apply({})).toBe(303);
    expect(await apply({})).toBe(303);
    expect(await targets()).toEqual([{ village_code: "35.05.04.2001", target_learners: 15, wave: 1 }, { village_code: plosorejo, target_learners: 30, wave: 1 }]);
    expect((await changes()).map(({ kind }) => kind).sort()).toEqual(["village.add", "village.change", "wave.add"]);
    const again = await upload(csv);
    expect((await answerOf(openList({ request: get("/", cookie), params: { program, import: again }, context }))).data.preview?.counts).toEqual({ added: 0, changed: 0, same: 2, refused: 3 });
  });
});
