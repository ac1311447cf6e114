import "../../support/database.ts";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { startStaffSession } from "#app/accounts/session.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { AreaPage } from "#app/programs/area-page.tsx";
import { DownloadPage } from "#app/programs/download/download-page.tsx";
import { ComparePage } from "#app/programs/pictures/compare-page.tsx";
import { ReportPage } from "#app/programs/pictures/report-page.tsx";
import { StalledPage } from "#app/programs/pictures/stalled-page.tsx";
import { TilesPage } from "#app/programs/pictures/tiles-page.tsx";
import { VillageRowsPage } from "#app/programs/rows/village-rows-page.tsx";
import { loader as areaLoader } from "#app/routes/program/program-area.tsx";
import { loader as downloadLoader } from "#app/routes/program/program-area-download.tsx";
import { loader as fileLoader } from "#app/routes/program/program-area-file.ts";
import { loader as villagesLoader } from "#app/routes/program/program-area-villages.tsx";
import { loader as compareLoader } from "#app/routes/program/program-compare.tsx";
import { loader as reportLoader } from "#app/routes/program/report.tsx";
import { loader as stalledLoader } from "#app/routes/program/stalled.tsx";
import { loader as tilesLoader } from "#app/routes/program/tiles.tsx";
import { db } from "#db/client.ts";
import { makeCohort, makePeople, makeProgram, makeStaff } from "../../programs/rows.ts";

const origin = "http://melek.test";
const [plosorejo, dawuhan] = ["35.05.04.2014", "35.05.04.2010"] as const;

let programId: string;
let lead: string;
let [first, second] = ["", ""];
beforeAll(async () => {
  programId = await makeProgram(db, { name: "Literasi Digital Blitar", regionCode: "35.05", targets: { [plosorejo]: 30, [dawuhan]: 20 } });
  lead = (await startStaffSession(new Request(origin), await makeStaff(db, { role: "lead", programId }))).split(";")[0] as string;
  first = await taught(plosorejo, "Mengenal Internet", 1, 24);
  second = await taught(dawuhan, "Memanfaatkan Layanan Digital", 2, 10);
});

/** The curriculum of a new cohort with so many people. */
async function taught(villageCode: string, title: string, year: number, registered: number): Promise<string> {
  const cohort = await makeCohort(db, programId, villageCode);
  await makePeople(db, cohort, { registered });
  const { curriculum_id: id } = await db.selectFrom("curriculum_version").where("id", "=", cohort.versionId).select("curriculum_id").executeTakeFirstOrThrow();
  await db.updateTable("curriculum").set({ title, year }).where("id", "=", id).execute();
  return id;
}

function ask<Answer>(loader: (args: never) => Promise<Answer>, query: string, params: Record<string, string> = {}): Promise<Answer> {
  return loader({ request: new Request(`${origin}/${query}`, { headers: { cookie: lead } }), params: { program: programId, region: "35.05", ...params }, context: {} } as never);
}

const pages: [name: string, open: (query: string) => Promise<ReactElement>][] = [
  ["the figures of a place", async (query) => <AreaPage {...await ask(areaLoader, query)} />],
  ["a comparison", async (query) => <ComparePage {...(await ask(compareLoader, `${query}${query ? "&" : "?"}tempat=${plosorejo}&tempat=${dawuhan}`)).data} />],
  ["the tiles", async (query) => <TilesPage {...await ask(tilesLoader, query)} />],
  ["what stands still", async (query) => <StalledPage {...await ask(stalledLoader, query)} />],
  ["the report on one sheet", async (query) => <ReportPage {...await ask(reportLoader, query)} />],
  ["the page of files", async (query) => <DownloadPage {...await ask(downloadLoader, query)} />],
  ["the villages behind a number", async (query) => <VillageRowsPage {...await ask(villagesLoader, query)} />],
];

async function htmlOf(open: (query: string) => Promise<ReactElement>, curriculumId: string | null): Promise<string> {
  return renderToStaticMarkup(<CopyProvider value={copyIn("id")}>{await open(curriculumId ? `?kurikulum=${curriculumId}` : "")}</CopyProvider>);
}

describe.each(pages)("%s", (_name, open) => {
  it("offers the years apart and together, and marks and names what is shown", async () => {
    for (const [chosen, name] of [[null, "Semua tahun belajar"], [first, "Tahun 1: Mengenal Internet"], [second, "Tahun 2: Memanfaatkan Layanan Digital"]] as const) {
      const html = await htmlOf(open, chosen);
      const choice = /<nav class="row choice no-print" aria-label="Pilih tahun belajar">(.*?)<\/nav>/s.exec(html)?.[1] ?? "";
      expect([...choice.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, label]) => label)).toEqual(["Semua tahun belajar", "Tahun 1: Mengenal Internet", "Tahun 2: Memanfaatkan Layanan Digital"]);
      expect([...choice.matchAll(/aria-current="page">(.*?)</g)].map(([, label]) => label)).toEqual([name]);
      const printed = html.replaceAll(/<(\w+) class="[^"]*no-print[^"]*".*?<\/\1>/gs, "");
      expect(/<h1>.*?<\/h1>(.*?)<\/p>/s.exec(printed)?.[1]?.replaceAll(/<[^>]*>/g, "")).toBe(`Literasi Digital Blitar · ${name}`);
    }
  });

  it("keeps the choice on every way on", async () => {
    const html = await htmlOf(open, first);
    const links = [...html.replace(/<nav class="row choice no-print" aria-label="Pilih tahun belajar">.*?<\/nav>/s, "").matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    expect(links.filter((href) => href !== `/program/${programId}` && !href.endsWith("/tanya") && !href.includes(`kurikulum=${first}`))).toEqual([]);
    expect(links.length).toBeGreaterThan(1);
  });
});

it("a single curriculum is named, and there is nothing to choose", async () => {
  const { curricula, ...data } = await ask(areaLoader, "");
  const html = renderToStaticMarkup(<CopyProvider value={copyIn("id")}><AreaPage {...data} curricula={curricula.slice(0, 1)} /></CopyProvider>);
  expect(html).toContain("Tahun 1: Mengenal Internet");
  expect(html).not.toMatch(/Pilih tahun belajar|Semua tahun belajar/);
});

it("a file of one curriculum says so in its name", async () => {
  const nameOf = async (query: string) => (await ask(fileLoader, query, { file: "unduh.csv" })).headers.get("content-disposition");
  expect(await nameOf(`?kurikulum=${second}`)).toMatch(/"kabupaten-blitar-tahun-2-memanfaatkan-layanan-digital-/);
  expect(await nameOf("")).toMatch(/"kabupaten-blitar-literasi-digital-blitar-\d/);
});
