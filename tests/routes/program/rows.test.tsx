import "../../support/database.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { dayOf } from "#app/i18n/locale.ts";
import { AreaPage } from "#app/programs/area-page.tsx";
import type { AreaReport } from "#app/programs/area-report.ts";
import { allPrograms } from "#app/programs/contributions.ts";
import { readArea } from "#app/programs/read-area.server.ts";
import { readStalled } from "#app/programs/pictures/read-stalled.server.ts";
import { readVillages } from "#app/programs/rows/read-villages.server.ts";
import { askedOf, type RowsAbout, type VillageRow } from "#app/programs/rows/village-rows.ts";
import { VillageRowsPage } from "#app/programs/rows/village-rows-page.tsx";
import { stages } from "#app/programs/stages.ts";
import { loader as openArea } from "#app/routes/program/area.tsx";
import { loader as openVillages } from "#app/routes/program/area-villages.tsx";
import { loader as openProgramVillages } from "#app/routes/program/program-area-villages.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { loadDemo } from "#db/seed.ts";
import { foldAllFigures } from "#app/programs/fold-figures.server.ts";
import { answerOf, get, staffCookie } from "../../mentoring/classroom.ts";
import { makeStaff } from "../../programs/rows.ts";
import { context } from "../mentor/people-around.ts";

const now = new Date();
let admin: string;
beforeAll(async () => {
  await loadDemo(db, { now, report: () => undefined });
  await foldAllFigures(db, now);
  admin = await staffCookie(await makeStaff(db, { role: "admin" }));
});

interface Place {
  regionCode: string;
  programId: string;
}

/** Every place above villages of which figures are kept, of all programs and of each. */
async function places(): Promise<Place[]> {
  const rows = await db.selectFrom("area_people").where("curriculum_id", "=", "").select(["region_code as regionCode", "program_id as programId"]).execute();
  return rows.filter(({ regionCode }) => regionCode.length < 13);
}

async function allRows(place: Place, about: RowsAbout): Promise<VillageRow[]> {
  const rows: VillageRow[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const found = await readVillages(db, { ...place, curriculumId: "", top: "" }, { about, after }, now);
    if (!found || found.about !== about) return [];
    rows.push(...found.rows);
    after = found.next;
  }
  return rows;
}

describe("the villages behind a number of a place", () => {
  it("are as many as it says, and their people add up to what is told of the place", async () => {
    const all = await places();
    expect(all.length).toBeGreaterThan(60);
    for (const place of all) {
      const report = await readArea(db, { ...place, curriculumId: "", top: "" }, now);
      const [kept] = await db.selectFrom("area_people").where("region_code", "=", place.regionCode).where("program_id", "=", place.programId).where("curriculum_id", "=", "").select("people").execute();
      for (const [index, stage] of stages.entries()) {
        const rows = await allRows(place, stage);
        const told = rows.map(({ counts }) => counts?.[stage] ?? { low: 0, high: 0 });
        const sum = { low: told.reduce((total, { low }) => total + low, 0), high: told.reduce((total, { high }) => total + high, 0) };
        const whole = report?.whole.counts[stage] ?? { low: -1, high: -1 };
        expect([place, stage, rows.length]).toEqual([place, stage, report?.whole.reachedVillages[stage]]);
        expect(told.every(({ high }) => high > 0)).toBe(true);
        for (const range of [sum, whole]) {
          expect(range.low).toBeLessThanOrEqual(kept?.people[index] ?? -1);
          expect(range.high).toBeGreaterThanOrEqual(kept?.people[index] ?? -1);
        }
        if (sum.low === sum.high) expect([place, whole]).toEqual([place, sum]);
      }
    }
  });

  it("are told as their own pages tell them, and never closer", async () => {
    for (const row of (await allRows({ regionCode: "35.05", programId: allPrograms }, "registered")).slice(0, 20)) {
      const own = await readArea(db, { regionCode: row.code, programId: allPrograms, curriculumId: "", top: "" }, now);
      expect([row.code, row.counts]).toEqual([row.code, own?.whole.counts]);
    }
  });

  it("are a program's targets, and those of them where nobody is registered", async () => {
    const programs = await db.selectFrom("program").select(["id", "region_code as regionCode"]).execute();
    for (const { id: programId, regionCode } of programs) {
      const report = await readArea(db, { regionCode, programId, curriculumId: "", top: regionCode }, now);
      const targets = await allRows({ regionCode, programId }, "target");
      const waiting = await allRows({ regionCode, programId }, "waiting");
      expect(targets.length).toBe(report?.whole.target?.villages ?? 0);
      expect(targets.reduce((sum, { target }) => sum + (target ?? 0), 0)).toBe(report?.whole.target?.learners ?? 0);
      expect(waiting).toEqual(targets.filter(({ counts }) => counts === null));
    }
  });

  it("that stalled have five people or more, not all finished, and nobody at work for 30 days", async () => {
    const later = new Date(now.getTime() + 100 * 86_400_000);
    const place = { regionCode: "", programId: allPrograms, curriculumId: "", top: "" };
    const today = await readVillages(db, place, { about: "stalled", after: "" }, now);
    const then = await readVillages(db, place, { about: "stalled", after: "" }, later);
    const begun = await allRows({ regionCode: "", programId: allPrograms }, "registered");
    expect(then?.rows.map(({ code }) => code)).toEqual(begun.filter(({ counts }) => counts && counts.registered.low >= 5 && counts.finished.low < counts.registered.low).map(({ code }) => code).slice(0, 100));
    expect(today?.rows.length).toBeLessThan(then?.rows.length ?? 0);
    expect(then?.lists.find(({ about }) => about === "stalled")?.villages).toBeGreaterThan(0);
  });
});

describe("the villages of a program that stand still", () => {
  const open = async (programId: string, regionCode: string, search: string) =>
    answerOf(openProgramVillages({ request: get(`/program/${programId}/wilayah/${regionCode}/desa${search}`, admin), params: { program: programId, region: regionCode }, context }));

  /** Gives target villages without a cohort a centre, long ago. */
  async function stallSome(count: number): Promise<void> {
    const withCohort = db.selectFrom("cohort").select("village_code");
    const targets = await db.selectFrom("program_village").where("village_code", "like", "32.05.%").where("village_code", "not in", withCohort).select(["program_id", "village_code"]).orderBy("village_code").limit(count).execute();
    const codes = targets.map(({ village_code }) => village_code);
    await db.updateTable("program_village").set({ wave: null, joined_on: "2026-01-05" }).where("village_code", "in", codes).execute();
    const reached = { stage: "center" as const, reached_on: "2026-02-02", source: "Surat camat", recorded_at: new Date() };
    await db.insertInto("program_stage").values(targets.map((target) => ({ ...reached, ...target, id: newId() }))).execute();
  }

  it("are no list of their own: their number leads to the page that tells why, and is what it says", async () => {
    await stallSome(7);
    const stalled: number[] = [];
    for (const { regionCode, programId } of (await places()).filter((place) => place.programId !== allPrograms)) {
      const answer = await open(programId, regionCode, "?tahap=sasaran");
      if (answer.status === 404) continue;
      const { found, base, program } = answer.data;
      const { total } = await readStalled(db, { programId, regionCode, curriculumId: "", today: dayOf(now), from: 0, limit: 1 }, now);
      expect([regionCode, found.stalled, found.lists.some(({ about }) => about === "stalled")]).toEqual([regionCode, total, false]);
      const page = renderToStaticMarkup(<CopyProvider value={copyIn("id")}><VillageRowsPage found={found} curricula={[]} base={base} program={program} /></CopyProvider>);
      expect(page).toContain(`href="/program/${programId}/terhenti/${regionCode}">Desa yang terhenti: ${total}</a>`);
      stalled.push(total);
    }
    expect(stalled.length).toBeGreaterThan(30);
    expect(Math.max(...stalled)).toBeGreaterThanOrEqual(7);
  });

  it("are there for who asks by their old address, with the curriculum, and in no other program", async () => {
    const { id, regionCode } = await db.selectFrom("program").select(["id", "region_code as regionCode"]).where("region_code", "=", "32.05").executeTakeFirstOrThrow();
    const { id: curriculumId } = await db.selectFrom("curriculum").select("id").limit(1).executeTakeFirstOrThrow();
    expect((await open(id, regionCode, "?tahap=berhenti")).location).toBe(`/program/${id}/terhenti/32.05`);
    expect((await open(id, regionCode, `?tahap=berhenti&kurikulum=${curriculumId}`)).location).toBe(`/program/${id}/terhenti/32.05?kurikulum=${curriculumId}`);
    expect((await open(id, "64.01", "?tahap=berhenti")).status).toBe(404);
  });
});

describe("from the nation", () => {
  const html = (report: AreaReport) => renderToStaticMarkup(<CopyProvider value={copyIn("id")}><AreaPage report={report} curricula={[]} base="/wilayah" program={null} /></CopyProvider>);
  const open = async (address: string) => (await answerOf(openArea({ request: get(address, admin), params: { region: address.split("/").at(-1) }, context }))).data.report;

  it("it is four clicks to a cohort's row", async () => {
    let address = "/wilayah/indonesia";
    for (let click = 1; click <= 4; click += 1) address = /<th scope="row">.*?<a href="([^"]+)"/.exec(html(await open(address)))?.[1] ?? "";
    expect(address).toMatch(/^\/wilayah\/\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
    expect(html(await open(address))).toContain('<tr id="rombel-');
  });

  it("each number of villages and of people leads to its villages, and each village to its cohorts", async () => {
    const links = [...html(await open("/wilayah/35.05")).matchAll(/<a class="behind" href="([^"]+)"/g)].map((link) => (link[1] ?? "").replaceAll("&amp;", "&"));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links.slice(0, 12)) {
      const url = new URL(link, "http://melek.test");
      const region = url.pathname.split("/")[2] ?? "";
      const { found } = (await answerOf(openVillages({ request: get(link, admin), params: { region }, context }))).data;
      expect(found.rows.length).toBeGreaterThan(0);
      expect(found.rows.every(({ code }) => code.startsWith(`${region}.`))).toBe(true);
      const page = renderToStaticMarkup(<CopyProvider value={copyIn("id")}><VillageRowsPage found={found} curricula={[]} base="/wilayah" program={null} /></CopyProvider>);
      expect(page).toContain(`href="/wilayah/${found.rows[0]?.code}"`);
      expect(page).not.toMatch(/NaN|undefined|\{\{/);
    }
  });
});

describe("what an address may ask for", () => {
  it("is a list, a curriculum and a place to go on; anything else counts as not said", () => {
    const read = (search: string) => askedOf(new URLSearchParams(search), [{ id: "T1" }]);
    expect(read("tahap=berhenti&kurikulum=T1&sesudah=35.05.04.2014")).toEqual({ about: "stalled", curriculumId: "T1", after: "35.05.04.2014" });
    const nothing = { about: "registered", curriculumId: "", after: "" };
    for (const odd of ["", "tahap=x&kurikulum=T9&sesudah=35", `tahap=${"a".repeat(10_000)}`, `sesudah=${"9".repeat(10_000)}`, "sesudah=%00", "tahap=toString"]) expect(read(odd)).toEqual(nothing);
  });

  it("sends who asks for the villages of a village to its page", async () => {
    expect((await answerOf(openVillages({ request: get("/", admin), params: { region: "35.05.04.2014" }, context }))).location).toBe("/wilayah/35.05.04.2014");
  });
});
