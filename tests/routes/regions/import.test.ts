import "../../support/database.ts";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { villageCounts } from "#app/programs/read-area.server.ts";
import { loader as openVillage } from "#app/routes/program/plan-village.tsx";
import { action as upload, loader as openUpload } from "#app/routes/regions/import.tsx";
import { action as apply, loader as open } from "#app/routes/regions/import-preview.tsx";
import { db } from "#db/client.ts";
import { countVillageKinds } from "#db/completion.ts";
import { newId } from "#db/ids.ts";
import { countRetiredTargets } from "#db/program-targets.ts";
import type { RegionDifference } from "#db/region-difference.ts";
import { currentCodesOf, formerCodesOf, regionNameOn } from "#db/region-history.ts";
import { searchRegions } from "#db/region-search.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeStaff, requestAs, type Staff } from "../../support/cast.ts";
import { workbook } from "../../support/workbook.ts";

let cast: Cast;
let admin: Staff;
beforeAll(async () => {
  cast = await castOf(db);
  admin = await makeStaff(db, "Agung");
  await db.insertInto("staff_role").values({ id: newId(), staff_id: admin.staffId, role: "admin", granted_at: new Date() }).execute();
});

/** Every test finds the regions as they were published. */
beforeEach(async () => {
  await db.deleteFrom("region_change").execute();
  const renamed = await db.selectFrom("region_name").distinctOn("code").orderBy("code").orderBy("valid_until").select(["code", "name"]).execute();
  await db.deleteFrom("region_name").execute();
  for (const { code, name } of renamed) await db.updateTable("region").set({ name }).where("code", "=", code).execute();
  await db.updateTable("region").set({ retired_on: null }).where("retired_on", "is not", null).execute();
  const made = db.selectFrom("region").where("code", "like", "64.01.01.29%").select("code");
  await db.deleteFrom("region_word").where("code", "in", made).execute();
  await db.deleteFrom("region").where("code", "like", "64.01.01.29%").execute();
});

interface Sent {
  content?: BlobPart;
  name?: string;
  decree?: string;
  day?: string;
  formId?: string;
  person?: Learner | Staff | null;
}

async function send({ content = "", name = "wilayah.csv", decree = "Kepmendagri 7 Tahun 2026", day = "2026-07-01", formId = newId(), person = admin }: Sent) {
  const body = new FormData();
  for (const [field, value] of Object.entries({ formId, keputusan: decree, berlaku: day })) body.set(field, value);
  body.set("berkas", new File([content], name));
  return upload({ request: await requestAs(person, "/wilayah/impor", { method: "POST", body }), params: {}, context });
}

async function uploaded(content: BlobPart, rest: Sent = {}): Promise<string> {
  const answer = await answerOf(send({ content, ...rest }));
  expect(answer.status).toBe(303);
  return answer.location?.split("/").at(-1) ?? "";
}

async function differenceOf(importId: string): Promise<RegionDifference> {
  const { difference } = await open({ request: await requestAs(admin, `/wilayah/impor/${importId}`), params: { import: importId }, context });
  if (!difference) throw new Error("it was applied");
  return difference;
}

async function press(importId: string, ticked: string[] = [], fingerprint?: string) {
  const pratinjau = fingerprint ?? (await differenceOf(importId)).fingerprint;
  const fields: [string, string][] = [["pratinjau", pratinjau], ...ticked.map((code): [string, string] => ["cabut", code])];
  return apply({ request: await requestAs(admin, `/wilayah/impor/${importId}`, form(fields)), params: { import: importId }, context });
}

const district = "64.01.01";
const villagesOf = (code: string) => db.selectFrom("region").where("parent_code", "=", code).where("retired_on", "is", null).orderBy("code").select(["code", "name"]).execute();
const csv = (rows: readonly (readonly string[])[], header = ["kode", "nama", "kode_lama"]) => [header, ...rows].map((row) => row.join(",")).join("\n");
const regionOf = (code: string) => db.selectFrom("region").where("code", "=", code).select(["name", "retired_on as retiredOn"]).executeTakeFirst();

/** Batu Sopang by a decree: the first village renamed, the second replaced by two new ones, the third left out, the rest as they are. */
async function decreeOfDistrict() {
  const [first, second, third, ...rest] = await villagesOf(district);
  if (!first || !second || !third) throw new Error("the district has too few villages");
  const [one, two] = ["64.01.01.2901", "64.01.01.2902"];
  const rows = [[first.code, `${first.name} Baru`, ""], [one, `${second.name} Utara`, second.code], [two, `${second.name} Selatan`, second.code], ...rest.map(({ code, name }) => [code, name, ""])];
  return { first, second, third, one, two, file: csv(rows) };
}

describe("a decree's file", () => {
  it("shows what differs and changes nothing", async () => {
    const { first, second, third, one, two, file } = await decreeOfDistrict();
    const difference = await differenceOf(await uploaded(file));
    expect(difference.counts).toMatchObject({ new: 2, renamed: 1, changes: 2, replaced: 1, missing: 1, faults: 0, restored: 0 });
    expect(difference.added.map(({ code, parent }) => [code, parent])).toEqual([[one, "Batu Sopang"], [two, "Batu Sopang"]]);
    expect(difference.renamed).toEqual([{ code: first.code, name: `${first.name} Baru`, oldName: first.name }]);
    expect(difference.changes.map(({ oldCode, newCode, kind }) => [oldCode, newCode, kind])).toEqual([[second.code, one, "split"], [second.code, two, "split"]]);
    expect(difference.missing.map(({ code }) => code)).toEqual([third.code]);
    expect((await regionOf(first.code))?.name).toBe(first.name);
    expect(await regionOf(one)).toBeUndefined();
  });

  it("is applied whole, once, with its history, and in the audit log", async () => {
    const { first, second, third, one, two, file } = await decreeOfDistrict();
    const importId = await uploaded(file);
    const { fingerprint } = await differenceOf(importId);
    for (let time = 0; time < 2; time++) expect((await answerOf(press(importId, [third.code], fingerprint))).status).toBe(303);
    expect(await regionOf(third.code)).toEqual({ name: third.name, retiredOn: "2026-07-01" });
    expect((await currentCodesOf(db, [second.code])).map(({ code }) => code)).toEqual([one, two]);
    expect((await formerCodesOf(db, [one])).map(({ name, retiredOn }) => [name, retiredOn])).toEqual([[second.name, "2026-07-01"]]);
    expect(await regionNameOn(db, first.code, "2026-06-30")).toBe(first.name);
    expect(await regionNameOn(db, first.code, "2026-07-01")).toBe(`${first.name} Baru`);
    expect((await searchRegions(db, first.name, { within: district, limit: 5 }))[0]).toMatchObject({ code: first.code, formerNames: [first.name] });
    expect((await searchRegions(db, third.name, { within: district, limit: 5 })).find(({ code }) => code === third.code)).toMatchObject({ retiredOn: "2026-07-01" });
    const audit = await db.selectFrom("staff_audit_event").where("subject_id", "=", importId).orderBy("happened_at").select(["action", "actor_id", "details"]).execute();
    expect(audit.map(({ action, actor_id: by }) => [action, by])).toEqual([["region.upload", admin.staffId], ["region.import", admin.staffId]]);
    expect(audit[1]?.details).toMatchObject({ new: 2, renamed: 1, changes: 2, retired: 2, decree: "Kepmendagri 7 Tahun 2026", effectiveOn: "2026-07-01" });
    expect((await open({ request: await requestAs(admin, "/"), params: { import: importId }, context })).difference).toBeNull();
    const again = await differenceOf(await uploaded(file));
    expect(again.counts).toMatchObject({ new: 0, renamed: 0, changes: 0, replaced: 0, restored: 0, missing: 0, faults: 0 });
  });

  it("counts the villages in force from then on, and names the successors of a target", async () => {
    const counted = async () => {
      const { desa, kelurahan } = await countVillageKinds(db, "64.01");
      return [(await villageCounts(db)).get("64.01") ?? 0, desa + kelurahan];
    };
    const before = await counted();
    const { second, one, two, file } = await decreeOfDistrict();
    await db.insertInto("program_village").values({ program_id: cast.programId, village_code: second.code, target_learners: 30, joined_on: "2026-03-01" }).onConflict((conflict) => conflict.doNothing()).execute();
    expect((await answerOf(press(await uploaded(file)))).status).toBe(303);
    expect(await counted()).toEqual(before.map((villages) => villages + 1));
    expect(await countRetiredTargets(db, cast.programId)).toBe(1);
    const village = await openVillage({ request: await requestAs(admin, "/"), params: { program: cast.programId, village: second.code }, context });
    expect(village.successors.map(({ code }) => code)).toEqual([one, two]);
    await db.deleteFrom("program_village").where("program_id", "=", cast.programId).where("village_code", "=", second.code).execute();
  });

  it("retires nothing that was not ticked, and only what it left out", async () => {
    const { first, third, file } = await decreeOfDistrict();
    const importId = await uploaded(file);
    await answerOf(press(importId, [first.code, "32.05"]));
    for (const code of [first.code, third.code, "32.05"]) expect((await regionOf(code))?.retiredOn).toBeNull();
  });

  it("leaves learners and their results where they are, and says that there are some", async () => {
    const { cohort, programId } = cast;
    await db.insertInto("program_village").values({ program_id: programId, village_code: cohort.villageCode, target_learners: 30, joined_on: "2026-03-01" }).onConflict((conflict) => conflict.doNothing()).execute();
    const others = (await villagesOf("35.05.04")).filter(({ code }) => code !== cohort.villageCode);
    const importId = await uploaded(csv(others.map(({ code, name }) => [code, name, ""])));
    expect((await differenceOf(importId)).missing).toEqual([{ code: cohort.villageCode, kind: "village", name: "Plosorejo", learners: 1, programs: 1 }]);
    await answerOf(press(importId, [cohort.villageCode]));
    expect((await regionOf(cohort.villageCode))?.retiredOn).toBe("2026-07-01");
    expect(await db.selectFrom("learner").where("village_code", "=", cohort.villageCode).select("name").execute()).toEqual([{ name: "Sari" }]);
  });

  it("tells merging from moving, and takes a village back that is in force again", async () => {
    const [first, second, ...rest] = await villagesOf(district);
    if (!first || !second) throw new Error("the district has too few villages");
    const merged = await uploaded(csv([[first.code, first.name, second.code], ...rest.map(({ code, name }) => [code, name, ""])]));
    expect((await differenceOf(merged)).changes.map(({ kind }) => kind)).toEqual(["merge"]);
    await answerOf(press(merged));
    const back = await uploaded(csv([[second.code, second.name, ""]]), { day: "2026-08-01" });
    expect((await differenceOf(back)).restored.map(({ code }) => code)).toEqual([second.code]);
    await answerOf(press(back));
    expect((await regionOf(second.code))?.retiredOn).toBeNull();
    const moved = await uploaded(csv([["64.01.01.2903", second.name, "64.01.03.2006"]]));
    expect((await differenceOf(moved)).changes.map(({ kind }) => kind)).toEqual(["move"]);
  });

  it("is not applied when the regions have changed since it was looked at", async () => {
    const { first, file } = await decreeOfDistrict();
    const importId = await uploaded(file);
    const { fingerprint } = await differenceOf(importId);
    await answerOf(press(await uploaded(csv([[first.code, "Nama Lain", ""]]))));
    expect(await press(importId, [], fingerprint)).toMatchObject({ data: { outcome: "changed" }, init: { status: 400 } });
  });

  it("retires no region while others in it stay", async () => {
    const districts = await villagesOf("64.01");
    const importId = await uploaded(csv(districts.filter(({ code }) => code !== district).map(({ code, name }) => [code, name, ""])));
    const { missing } = await differenceOf(importId);
    expect(missing.length).toBeGreaterThan(3);
    expect(await press(importId, [district])).toMatchObject({ data: { outcome: { stranded: { code: district, children: missing.length - 1 } }, ticked: [district] }, init: { status: 400 } });
    expect((await regionOf(district))?.retiredOn).toBeNull();
    expect((await answerOf(press(importId, missing.map(({ code }) => code)))).status).toBe(303);
    expect(await villagesOf(district)).toEqual([]);
  });

  it("leaves out the rows that cannot be, and says why", async () => {
    const [known] = await villagesOf(district);
    const code = known?.code ?? "";
    const rows = [
      ["64.01.01.2901", "Satu", ""], ["64.01.01.2901", "Satu Lagi", ""], ["64.01.99.2001", "Tanpa Induk", ""], ["64.01.01.2902", "Dua", "64.01.01.2988"],
      ["64.01.01.2903", "Tiga", "64.01"], ["64.01.01.2904", "Empat", "64.01.01.2904"], ["64.01.03.2006", "Pasir Belengkong", code], [code, "", ""], ["abc", "Lima", ""],
    ];
    const { faults, counts, missing } = await differenceOf(await uploaded(csv(rows)));
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      [3, "repeated"], [4, "parentUnknown"], [5, "oldUnknown"], [6, "oldKind"], [7, "oldSame"], [8, "oldStays"], [9, "nameEmpty"], [10, "codeWrong"],
    ]);
    expect(counts.new).toBe(1);
    expect(missing.map((region) => region.code)).not.toContain(code);
  });

  it("may be a workbook, or the files of the published list, one behind the other", async () => {
    const book = workbook([["kode", "induk", "nama"], ["64.01.03.2006", "64.01.03", "Pasir Belengkong Jaya"]]);
    expect((await differenceOf(await uploaded(new Uint8Array(book), { name: "wilayah.xlsx" }))).counts).toMatchObject({ lines: 1, renamed: 1 });
    const require = createRequire(import.meta.url);
    const all = ["provinces", "regencies", "districts", "villages"].map((file) => readFileSync(require.resolve(`idn-area-data/data/${file}.csv`), "utf8")).join("");
    const { counts, faults } = await differenceOf(await uploaded(all));
    expect(faults).toEqual([]);
    expect(counts).toMatchObject({ lines: 91_599, same: 91_599, new: 0, missing: 0 });
  });

  it("may have 100,000 rows", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `64.01.${String(index % 90).padStart(2, "0")}.${String(2000 + (index % 7000)).padStart(4, "0")},Desa ${index}`);
    expect((await differenceOf(await uploaded(`kode,nama\n${rows.join("\n")}`))).counts.lines).toBe(100_000);
  });
});

describe("what is no decree's file", () => {
  const faultOf = async (sent: Sent) => {
    const { data, init } = (await send(sent)) as Exclude<Awaited<ReturnType<typeof upload>>, Response>;
    expect(init?.status).toBe(400);
    return { faults: data.faults, fault: data.fault?.kind ?? null, typed: data.typed };
  };
  const line = "kode,nama\n64.01,Kabupaten Paser";

  it.each([
    ["a photo", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]), "photo"],
    ["nothing", "", "empty"],
    ["a PDF", "%PDF-1.7 x", "pdf"],
    ["other columns", "nomor,alamat\n1,Jalan Mawar", "noCodes"],
    ["titles alone", "kode,nama\n", "noRegions"],
    ["an open quotation mark", `kode,nama\n64.01,"Paser\n${"x\n".repeat(20_000)}`, "openQuote"],
    ["more than 12 MB", `kode,nama\n${"64.01,Kabupaten Paser\n".repeat(650_000)}`, "longFile"],
  ])("is answered with a sentence, for %s called .csv", async (_what, content, fault) => {
    const formId = newId();
    expect((await faultOf({ content, formId })).fault).toBe(fault);
    expect(await db.selectFrom("region_import").where("id", "=", formId).select("id").execute()).toEqual([]);
  });

  it("keeps what was typed beside it", async () => {
    expect(await faultOf({ content: line, decree: "7", day: "2030-01-01" })).toEqual({ faults: { decree: true, date: "late" }, fault: null, typed: { decree: "7", effectiveOn: "2030-01-01" } });
  });

  it("is kept once, sent twice", async () => {
    const formId = newId();
    for (let time = 0; time < 2; time++) expect(await uploaded(line, { formId })).toBe(formId);
    expect((await differenceOf(formId)).counts.lines).toBe(1);
  });
});

describe("who may enter decrees", () => {
  it("is an admin of all, and nobody else", async () => {
    const importId = await uploaded("kode,nama\n64.01,Paser");
    const regional = await makeStaff(db, "Wati");
    await db.insertInto("staff_role").values({ id: newId(), staff_id: regional.staffId, role: "admin", region_code: "64", granted_at: new Date() }).execute();
    for (const person of [cast.ratna, cast.dewi, cast.sari, regional]) {
      expect((await answerOf(openUpload({ request: await requestAs(person, "/wilayah/impor"), params: {}, context }))).status).toBe(404);
      expect((await answerOf(send({ content: "kode,nama\n64.01,X", person }))).status).toBe(404);
      expect((await answerOf(open({ request: await requestAs(person, "/"), params: { import: importId }, context }))).status).toBe(404);
      expect((await answerOf(apply({ request: await requestAs(person, "/", form({})), params: { import: importId }, context }))).status).toBe(404);
    }
    for (const id of [newId(), "bukan"]) expect((await answerOf(open({ request: await requestAs(admin, "/"), params: { import: id }, context }))).status).toBe(404);
  });
});
