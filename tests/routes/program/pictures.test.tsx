import "../../support/database.ts";
import { gzipSync } from "node:zlib";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { startStaffSession } from "#app/accounts/session.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import type { AreaFigures } from "#app/programs/area-report.ts";
import { ComparePage } from "#app/programs/pictures/compare-page.tsx";
import { ReportPage } from "#app/programs/pictures/report-page.tsx";
import { reportPlaces } from "#app/programs/pictures/report-places.ts";
import { StalledPage } from "#app/programs/pictures/stalled-page.tsx";
import { countStandings, standings } from "#app/programs/pictures/tiles.ts";
import { TilesPage } from "#app/programs/pictures/tiles-page.tsx";
import { loader as compareLoader } from "#app/routes/program/compare.tsx";
import { loader as planLoader } from "#app/routes/program/plan-village.tsx";
import { loader as areaLoader } from "#app/routes/program/program-area.tsx";
import { loader as programCompareLoader } from "#app/routes/program/program-compare.tsx";
import { loader as reportLoader } from "#app/routes/program/report.tsx";
import { loader as stalledLoader } from "#app/routes/program/stalled.tsx";
import { loader as tilesLoader } from "#app/routes/program/tiles.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Cohort, makeCohort, makePeople, makeProgram, makeStaff, type StaffGrant } from "../../programs/rows.ts";

const origin = "http://melek.test";
const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
const dayText = (days: number) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta" }).format(daysAgo(days));
const [plosorejo, kademangan, dawuhan, jimbe, plumpungrejo, pakisaji] = ["35.05.04.2014", "35.05.04.1011", "35.05.04.2010", "35.05.04.2009", "35.05.04.2008", "35.05.04.2003"] as const;
const targets = Object.fromEntries([plosorejo, kademangan, dawuhan, jimbe, plumpungrejo, pakisaji].map((code) => [code, 20]));

let programId: string;
let garutId: string;
let lead: string;
let busy: Cohort;
beforeAll(async () => {
  programId = await makeProgram(db, { name: "Literasi Digital Blitar", regionCode: "35.05", targets });
  garutId = await makeProgram(db, { name: "Literasi Digital Garut", regionCode: "32.05", targets: { "32.05.01.1001": 20 } });
  lead = await asStaff({ role: "lead", programId }, { role: "lead", programId: garutId });
  busy = await heldIn(plosorejo, 60, -60);
  await makePeople(db, busy, { registered: 24, started: 12, finished: 6, certified: 6 }, daysAgo(2));
  await heldIn(kademangan, 50, -60);
  await makePeople(db, await heldIn(dawuhan, 90, -60), { registered: 10 });
  await makePeople(db, await heldIn(jimbe, 90, -60), { registered: 10, started: 6 }, daysAgo(40));
  await makePeople(db, await heldIn(plumpungrejo, 90, -60), { registered: 10, started: 2 }, daysAgo(35));
  await enterStage(pakisaji, "internet", 200);
  await enterStage(plosorejo, "cohort", 60);
  await enterStage(plosorejo, "graduates", 2);
});

async function asStaff(...roles: StaffGrant[]): Promise<string> {
  return (await startStaffSession(new Request(origin), await makeStaff(db, ...roles))).split(";")[0] as string;
}

/** A cohort that began and ends so many days ago. */
async function heldIn(villageCode: string, begun: number, ended: number): Promise<Cohort> {
  const cohort = await makeCohort(db, programId, villageCode);
  await db.updateTable("cohort").set({ starts_on: dayText(begun), ends_on: dayText(ended) }).where("id", "=", cohort.id).execute();
  return cohort;
}

async function enterStage(villageCode: string, stage: "internet" | "cohort" | "graduates", days: number): Promise<void> {
  await db.insertInto("program_stage").values({ id: newId(), program_id: programId, village_code: villageCode, stage, reached_on: dayText(days), recorded_at: new Date() }).execute();
}

type Loader<Answer> = (args: never) => Promise<Answer>;
function ask<Answer>(loader: Loader<Answer>, path: string, params: Record<string, string>, cookie = lead): Promise<Answer> {
  return loader({ request: new Request(origin + path, { headers: { cookie } }), params, context: {} } as never);
}

const inPlace = <Answer,>(loader: Loader<Answer>, region: string, query = "", program = programId) => ask(loader, `/${query}`, { program, region });
const statusOf = (answer: Promise<unknown>) => answer.then(() => 200, (thrown: Response) => thrown.status);
const markup = (element: ReactElement) => renderToStaticMarkup(<CopyProvider value={copyIn("id")}>{element}</CopyProvider>);
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replaceAll("&quot;", '"').replace(/\s+/g, " ");

describe("comparing places", () => {
  const compare = (codes: readonly string[], { program, cookie, more = "" }: { program?: string; cookie?: string; more?: string } = {}) =>
    ask(program ? programCompareLoader : compareLoader, `/wilayah/banding?${codes.map((code) => `tempat=${code}`).join("&")}${more}`, program ? { program } : {}, cookie);
  const shown = async (...asked: Parameters<typeof compare>) => {
    const { data, init } = await compare(...asked);
    return { status: init?.status, data, text: textOf(markup(<ComparePage {...data} />)) };
  };

  it("tells of each what its own page tells, in the order asked for, each once", async () => {
    const { status, data, text } = await shown([kademangan, plosorejo, kademangan], { program: programId });
    expect(status).toBe(200);
    expect(data.places.map(({ area }) => area.code)).toEqual([kademangan, plosorejo]);
    expect(text).toContain("25 % (6 dari 24)");
    expect(text).toContain("belum ada peserta");
    const report = await inPlace(reportLoader, "35.05.04");
    expect(report.report.parts.find(({ area }) => area.code === plosorejo)).toEqual(data.places[1]);
  });

  it("names the largest share only where it is told exactly", async () => {
    expect((await shown([plosorejo, dawuhan], { program: programId })).text).toContain("Bagian yang selesai paling besar: Desa Plosorejo, 25 % (6 dari 24).");
    expect((await shown([plumpungrejo, kademangan], { program: programId })).text).toContain("2 tempat dibandingkan.");
  });

  it("holds the curriculum that is chosen", async () => {
    const { curriculum_id: chosen } = await db.selectFrom("curriculum_version").where("id", "=", busy.versionId).select("curriculum_id").executeTakeFirstOrThrow();
    const { data } = await shown([plosorejo, jimbe], { program: programId, more: `&kurikulum=${chosen}` });
    expect(data.curriculumId).toBe(chosen);
    expect(data.places.map(({ counts }) => counts.registered.low)).toEqual([24, 0]);
  });

  it("says what is asked too much and too little, keeping what was ticked", async () => {
    const nine = ["35.05.01", "35.05.02", "35.05.03", "35.05.04", "35.05.05", "35.05.06", "35.05.07", "35.05.08", "35.05.09"];
    const tooMany = await shown(nine, { program: programId });
    expect(tooMany.status).toBe(400);
    expect(tooMany.text).toContain("Paling banyak 8 tempat sekaligus. Sekarang ada 9 yang dicentang. Lepas 1 centang");
    expect(markup(<ComparePage {...tooMany.data} />).match(/checked=""/g)).toHaveLength(9);
    expect(await shown(nine.slice(1), { program: programId })).toMatchObject({ status: 200 });
    expect(await shown([plosorejo], { program: programId })).toMatchObject({ status: 400, text: expect.stringContaining("Centang dulu 2 sampai 8 tempat") as string });
    expect(await shown([], { program: programId })).toMatchObject({ status: 200 });
  });

  it.each([["no such place", "35.05.99"], ["no code", "Plosorejo"], ["a place of others", "32.05"], ["what lies around", "35"], ["the nation", "indonesia"]])("does not exist with %s among them", async (_name, code) => {
    expect(await statusOf(compare([plosorejo, code], { program: programId }))).toBe(404);
    expect(await statusOf(compare([plosorejo, code], { cookie: await asStaff({ role: "lead", regionCode: "35.05" }) }))).toBe(404);
  });

  it("is for who answers for every one of them, whatever the program", async () => {
    expect(await statusOf(compare([plosorejo, "32.05"], { cookie: await asStaff({ role: "viewer", regionCode: "35" }, { role: "lead", regionCode: "32.05" }) }))).toBe(200);
    expect(await statusOf(compare(["indonesia", plosorejo], { cookie: await asStaff({ role: "admin" }) }))).toBe(200);
    for (const cookie of [lead, await asStaff()]) {
      expect(await statusOf(compare([plosorejo, jimbe], { cookie }))).toBe(404);
      expect(await statusOf(compare([], { cookie }))).toBe(404);
    }
    expect(await statusOf(compare([plosorejo, jimbe], { cookie: "" }))).toBe(302);
  });
});

describe("the tiles", () => {
  it("show every village once, each leading to its figures", async () => {
    const data = await inPlace(tilesLoader, "35.05");
    const html = markup(<TilesPage {...data} />);
    expect(html.match(/href="\.\.\/wilayah\/35\.05\.\d\d\.\d{4}"/g)).toHaveLength(248);
    expect(html).toContain(`<a class="t t4" href="../wilayah/${plosorejo}"><b>L</b> Plosorejo</a>`);
    expect(html).toContain(`<a class="t t1" href="../wilayah/${pakisaji}"><b>P</b>`);
    expect(data.counts).toMatchObject({ of: "targets", all: 6, counts: { graduates: 1, cohort: 0, center: 0, internet: 1, none: 4, outside: 242 } });
    expect(textOf(html)).toContain("1 dari 6 desa sasaran sudah mulai, 1 di antaranya sudah punya lulusan. 1 lagi baru punya pusat internet.");
    expect(textOf(html)).toContain("Seluruhnya 6 desa sasaran. Selain itu 242 bukan sasaran.");
    for (const standing of standings) expect(data.groups.reduce((sum, { counts }) => sum + counts.counts[standing], 0)).toBe(data.counts.counts[standing]);
  });

  it("hold the curriculum that is chosen", async () => {
    const { curriculum_id: chosen } = await db.selectFrom("curriculum_version").where("id", "=", busy.versionId).select("curriculum_id").executeTakeFirstOrThrow();
    await inPlace(reportLoader, "35.05");
    const data = await inPlace(tilesLoader, "35.05.04", `?kurikulum=${chosen}`);
    expect(data.counts.counts).toMatchObject({ graduates: 1, cohort: 0, internet: 1 });
    expect(markup(<TilesPage {...data} />)).toContain(`../wilayah/${plosorejo}?kurikulum=${chosen}`);
  });

  it("count a village besides the targets apart, and all villages where there are no targets", async () => {
    const [target, other, none] = [{ isTarget: true, stage: "cohort" }, { isTarget: false, stage: "graduates" }, { isTarget: false, stage: null }] as const;
    expect(countStandings([target, other, none])).toMatchObject({ of: "targets", all: 1, counts: { cohort: 1, graduates: 0, outside: 1 }, besides: { graduates: 1 } });
    expect(countStandings([other, none])).toMatchObject({ of: "villages", all: 2, counts: { graduates: 1, outside: 1 }, besides: { graduates: 0 } });
    const text = textOf(markup(<TilesPage {...(await inPlace(tilesLoader, "35.05"))} counts={countStandings([target, other, none])} />));
    expect(text).toContain("1 dari 1 desa sasaran sudah mulai, 0 di antaranya sudah punya lulusan. Di luar sasaran, 1 desa juga sudah mulai.");
    expect(text).toContain("Sudah punya lulusan: 0 (+1 bukan sasaran)");
  });

  it("are light, for all of Garut", async () => {
    const html = markup(<TilesPage {...await inPlace(tilesLoader, "32.05", "", garutId)} />);
    expect(html.match(/<b>/g)).toHaveLength(442);
    expect(html.length / 442).toBeLessThan(140);
    expect(gzipSync(html).length).toBeLessThan(9000);
  });

  it.each(["35.05.04.2014", "35.05.99", "35", "indonesia", "x"])("do not exist for %s", async (region) => {
    for (const loader of [tilesLoader, stalledLoader, reportLoader]) expect(await statusOf(inPlace<unknown>(loader, region))).toBe(404);
  });
});

describe("the report", () => {
  const shown = async (region: string, query = "") => {
    const data = await inPlace(reportLoader, region, query);
    return { data, text: textOf(markup(<ReportPage {...data} />)) };
  };

  it("tells how many have begun once, and the same in the table and among the stages", async () => {
    const { data, text } = await shown("35.05");
    expect(text.match(/\d+ dari \d+ desa( sasaran| dan kelurahan)? sudah mulai/g)).toEqual(["1 dari 6 desa sasaran sudah mulai"]);
    expect(data.places.places.map(({ area, targets }) => [area.name, targets])).toEqual([["Kademangan", { begun: 1, all: 6 }]]);
    expect(text).toMatch(/Jumlah 1 dari 6 \d+/);
    expect(text).not.toContain("punya pusat internet: 0");
  });

  it("tells of the people of a place what its own page tells", async () => {
    const { data, text } = await shown("35.05.04");
    for (const { area, counts } of data.places.places) expect(data.report.parts.find((part) => part.area.code === area.code)?.counts).toEqual(counts);
    expect(text).toMatch(/Plosorejo L 24 6/);
    expect(text).not.toContain("Tulisan <5");
  });

  it("names owner, partners and period, and leaves lines to sign on", async () => {
    await db.insertInto("program_partner").values({ id: newId(), program_id: programId, name: "PT Contoh", gives: "Dana CSR", since: new Date() }).execute();
    const { text } = await shown("35.05");
    expect(text).toContain("Pemilik program Dinas Kominfo Mitra PT Contoh: Dana CSR Masa program mulai 5 Januari 2026, akhirnya belum ditentukan");
    expect(text).toMatch(/Mengetahui Nama Jabatan Tempat dan tanggal Dibuat oleh Nama Jabatan $/);
  });

  it("shows places with targets first where there are more than fit", () => {
    const part = (code: number, isTarget: boolean) => ({ area: { code: `35.05.${code}`, kind: "district", name: `${code}` }, target: isTarget ? { villages: 1, learners: 1 } : null }) as AreaFigures;
    const { places, others } = reportPlaces(Array.from({ length: 50 }, (_none, index) => part(10 + index, index >= 10)), []);
    expect(others).toBe(5);
    expect(places.map(({ area }) => Number(area.name) - 10)).toEqual([0, 1, 2, 3, 4, ...Array.from({ length: 40 }, (_none, index) => index + 10)]);
  });
});

describe("villages that stand still", () => {
  it("are told with why and since when, longest first, as many as the total says", async () => {
    const { report, ...rest } = await inPlace(stalledLoader, "35.05");
    expect(report.rows.map(({ villageCode, reason, since, isOneLesson }) => [villageCode, reason, since, isOneLesson])).toEqual([
      [pakisaji, "noCohort", dayText(200), false],
      [dawuhan, "notBegun", dayText(90), false],
      [kademangan, "nobody", dayText(50), false],
      [jimbe, "quiet", dayText(40), true],
      [plumpungrejo, "quiet", null, false],
    ]);
    expect(report.total).toBe(5);
    expect(Object.values(report.byReason).reduce((sum, count) => sum + count, 0)).toBe(5);
    const text = textOf(markup(<StalledPage report={report} {...rest} />));
    expect(text).toContain("5 desa terhenti.");
    expect(text).toContain("Tidak ada yang kembali setelah pelajaran pertama.");
    expect(text).toContain("Belum ada pendamping.");
    const looking = await ask(stalledLoader, "/", { program: programId, region: "35.05" }, await asStaff({ role: "viewer", programId }));
    expect(textOf(markup(<StalledPage {...looking} />))).not.toContain("Yang bisa ditanya");
    expect(text).toMatch(/Plumpungrejo .{0,80} Rombel masih jalan, tetapi tidak ada lagi yang belajar\. lebih dari 30 hari/);
  });

  it("tell their last page when more is asked for", async () => {
    expect(await inPlace(stalledLoader, "35.05", "?halaman=99")).toMatchObject({ page: 1, pages: 1 });
  });

  it("are those of the place alone", async () => {
    expect((await inPlace(stalledLoader, "35.05.05")).report.total).toBe(0);
  });

  it("hold the curriculum that is chosen", async () => {
    const { curriculum_id: chosen } = await db.selectFrom("curriculum_version").where("id", "=", busy.versionId).select("curriculum_id").executeTakeFirstOrThrow();
    const { report } = await inPlace(stalledLoader, "35.05", `?kurikulum=${chosen}`);
    expect(report.rows.map(({ villageCode }) => villageCode)).toEqual([pakisaji]);
  });

  it("say so in their plan and beside their figures, where a lead reads whom to ask and a viewer does not", async () => {
    const mentor = await makeStaff(db);
    const { id } = await db.selectFrom("cohort").where("program_id", "=", programId).where("village_code", "=", jimbe).select("id").executeTakeFirstOrThrow();
    await db.insertInto("cohort_mentor").values({ id: newId(), village_code: jimbe, cohort_id: id, staff_id: mentor, since: daysAgo(90) }).execute();
    expect(await ask(planLoader, "/", { program: programId, village: jimbe })).toMatchObject({ stalled: { reason: "quiet", since: dayText(40) } });
    expect(await ask(planLoader, "/", { program: programId, village: plosorejo })).toMatchObject({ stalled: null });
    const noteFor = async (cookie: string) => (await ask(areaLoader, "/", { program: programId, region: jimbe }, cookie)).plan;
    expect(await noteFor(lead)).toMatchObject({ stalled: { reason: "quiet" }, mentors: [expect.any(String)] });
    expect(await noteFor(await asStaff({ role: "viewer", programId }))).toMatchObject({ stalled: { reason: "quiet" }, mentors: null });
  });

  it("wait for a wave to begin", async () => {
    await db.insertInto("program_wave").values([{ program_id: programId, number: 1, name: "Awal", starts_on: dayText(31), ends_on: null }, { program_id: programId, number: 2, name: "Nanti", starts_on: dayText(-31), ends_on: null }]).execute();
    const wave = (number: number, code: string) => db.updateTable("program_village").set({ wave: number }).where("program_id", "=", programId).where("village_code", "=", code).execute();
    await wave(2, pakisaji);
    expect((await inPlace(stalledLoader, "35.05")).report.rows.map(({ villageCode }) => villageCode)).not.toContain(pakisaji);
    await wave(1, pakisaji);
    expect((await inPlace(stalledLoader, "35.05")).report.rows.find(({ villageCode }) => villageCode === pakisaji)).toMatchObject({ reason: "noCohort", since: dayText(31) });
  });
});

describe("a plan that was typed in later than it began", () => {
  const sinceOf = async (code: string) => (await inPlace(stalledLoader, "32.05", "", garutId)).report.rows.find(({ villageCode }) => villageCode === code)?.since ?? null;
  const typedIn = async (code: string, stages: { stage: "internet" | "center"; days: number }[], wave: number | null) => {
    await db.insertInto("program_village").values({ program_id: garutId, village_code: code, target_learners: 20, joined_on: dayText(1), wave }).execute();
    for (const { stage, days } of stages) await db.insertInto("program_stage").values({ id: newId(), program_id: garutId, village_code: code, stage, reached_on: dayText(days), recorded_at: new Date() }).execute();
  };
  beforeAll(async () => {
    await db.insertInto("program_wave").values([{ program_id: garutId, number: 1, name: "Awal", starts_on: dayText(52), ends_on: null }, { program_id: garutId, number: 2, name: "Tanpa tanggal", starts_on: null, ends_on: null }]).execute();
  });

  it("counts the days from the wave, and from the newest stage of a center", async () => {
    await typedIn("32.05.01.1002", [], 1);
    await typedIn("32.05.01.1003", [{ stage: "center", days: 48 }], 1);
    await typedIn("32.05.01.1004", [{ stage: "internet", days: 900 }], 1);
    await typedIn("32.05.01.1005", [{ stage: "internet", days: 90 }, { stage: "center", days: 12 }], 1);
    expect([await sinceOf("32.05.01.1002"), await sinceOf("32.05.01.1003"), await sinceOf("32.05.01.1004"), await sinceOf("32.05.01.1005")]).toEqual([dayText(52), dayText(48), dayText(52), null]);
  });

  it("counts from the stage without a dated wave, and from the day it was typed in where that center is older than the program", async () => {
    await typedIn("32.05.02.2004", [{ stage: "center", days: 40 }], null);
    await typedIn("32.05.02.2005", [{ stage: "center", days: 41 }], 2);
    await typedIn("32.05.02.2006", [{ stage: "internet", days: 900 }], null);
    expect([await sinceOf("32.05.02.2004"), await sinceOf("32.05.02.2005"), await sinceOf("32.05.02.2006")]).toEqual([dayText(40), dayText(41), null]);
  });

  it("is the same in the number of the report, and the page says from when is counted", async () => {
    const { report, ...rest } = await inPlace(stalledLoader, "32.05", "", garutId);
    expect(report.total).toBe(5);
    expect((await inPlace(reportLoader, "32.05", "", garutId)).stalled.total).toBe(5);
    expect(textOf(markup(<StalledPage report={report} {...rest} />))).toContain("dihitung dari hari pertama gelombangnya, atau dari hari pusatnya");
  });
});
