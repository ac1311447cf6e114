import "../../support/database.ts";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { startStaffSession } from "#app/accounts/session.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { readSheets } from "#app/mentoring/intake/read-list.server.ts";
import { headOf } from "#app/programs/download/area-cells.ts";
import { areaColumns } from "#app/programs/download/area-columns.ts";
import { meaningOf } from "#app/programs/download/area-notes.ts";
import { bytesOf, sentBytesOf } from "#app/programs/download/file-size.ts";
import { loader as downloadLoader } from "#app/routes/program/area-download.tsx";
import { loader as fileLoader } from "#app/routes/program/area-file.ts";
import { loader as programDownloadLoader } from "#app/routes/program/program-area-download.tsx";
import { loader as programFileLoader } from "#app/routes/program/program-area-file.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { makeCohort, makePeople, makeProgram, makeStaff, type StaffGrant } from "../../programs/rows.ts";

const [plosorejo, kademangan] = ["35.05.04.2014", "35.05.04.2001"];
const programId = await makeProgram(db, { name: "Literasi Désa / Blitar", regionCode: "35.05", targets: { [plosorejo]: 30, [kademangan]: 20 } });
const cohort = await makeCohort(db, programId, plosorejo);
await makePeople(db, cohort, { registered: 24, started: 12, finished: 6, certified: 3 });
const otherCohort = await makeCohort(db, programId, kademangan);
await makePeople(db, otherCohort, { registered: 3 });
const { curriculum_id: curriculumId } = await db.selectFrom("curriculum_version").where("id", "=", cohort.versionId).select("curriculum_id").executeTakeFirstOrThrow();

const cookieOf = async (...roles: StaffGrant[]) => (await startStaffSession(new Request("http://melek.test"), await makeStaff(db, ...roles))).split(";")[0] ?? "";
const lead = await cookieOf({ role: "lead", programId });
const leadOfRegency = await cookieOf({ role: "lead", regionCode: "35.05" });

function ask(cookie: string, params: Record<string, string>, query = "", signal?: AbortSignal): Promise<Response> {
  const path = `${params["program"] ? `/program/${params["program"]}` : ""}/wilayah/${params["region"]}/${params["file"]}${query}`;
  const request = new Request(`http://melek.test${path}`, { headers: { cookie }, ...(signal ? { signal } : {}) });
  return (params["program"] ? programFileLoader : fileLoader)({ request, params, context: {} } as never);
}

const statusOf = (answer: Promise<Response>) => answer.then(({ status }) => status, (thrown: Response) => thrown.status);

async function linesOf(answer: Response): Promise<Record<string, string>[]> {
  return parse(await answer.text(), { bom: true, delimiter: ";", columns: true });
}

describe("the file of a place", () => {
  it("is a private file named after the place, the program and the day, with its length", async () => {
    const answer = await ask(lead, { program: programId, region: "35.05", file: "unduh.csv" });
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="kabupaten-blitar-literasi-desa-blitar-\d{4}-\d\d-\d\d\.csv"$/);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([bytes.subarray(0, 3), Number(answer.headers.get("Content-Length"))]).toEqual([Buffer.from([0xef, 0xbb, 0xbf]), bytes.length]);
  });

  it("has every district, village and cohort of it, with ranges where groups are small", async () => {
    const lines = await linesOf(await ask(lead, { program: programId, region: "35.05", file: "unduh.csv" }));
    const count = (tingkat: string) => lines.filter((line) => line["tingkat"] === tingkat).length;
    expect([count("Kabupaten atau kota"), count("Kecamatan"), count("Desa atau kelurahan"), count("Rombel")]).toEqual([1, 22, 248, 2]);
    const village = lines.findIndex(({ kode_wilayah }) => kode_wilayah === plosorejo);
    expect(lines.slice(village, village + 2)).toMatchObject([
      { provinsi: "Jawa Timur", kabupaten_atau_kota: "Kabupaten Blitar", kecamatan: "Kademangan", desa_atau_kelurahan: "Plosorejo", rombel: "", orang_sasaran: "30", terdaftar: "24", mulai_belajar: "12", selesai: "6", bersertifikat: "", bersertifikat_paling_sedikit: "1", bersertifikat_paling_banyak: "5", bersertifikat_ketepatan: "antara", persen_selesai_dari_terdaftar_paling_banyak: "25" },
      { tingkat: "Rombel", rombel: "Rombel 1", desa_di_wilayah: "", terdaftar: "24" },
    ]);
    expect(lines.find(({ kode_wilayah }) => kode_wilayah === kademangan)).toMatchObject({ terdaftar: "", terdaftar_ketepatan: "kurang dari 5" });
  });

  it("holds one curriculum where that is asked for", async () => {
    const lines = await linesOf(await ask(lead, { program: programId, region: plosorejo, file: "unduh.csv" }, `?kurikulum=${curriculumId}`));
    expect(lines.map(({ terdaftar }) => terdaftar)).toEqual(["24", "24"]);
    const [other] = await linesOf(await ask(lead, { program: programId, region: kademangan, file: "unduh.csv" }, `?kurikulum=${curriculumId}`));
    expect(other).toMatchObject({ terdaftar: "0", orang_sasaran: "20" });
  });

  it("comes as a workbook with real numbers and days, and a sheet that says what each column is", async () => {
    const answer = await ask(lead, { program: programId, region: plosorejo, file: "unduh.xlsx" });
    const read = await readSheets(Buffer.from(await answer.arrayBuffer()));
    const [numbers = [], notes = []] = "sheets" in read ? read.sheets : [];
    const column = (key: string) => areaColumns.findIndex((one) => one.key === key);
    expect(numbers[1]?.[column("terdaftar")]).toBe("24");
    expect(numbers[1]?.[column("terakhir_belajar")]).toMatch(/^\d{4}-\d\d-\d\d$/);
    const said = new Map(notes.map(([name, text]) => [name, text]));
    expect(said.get("Program")).toBe("Literasi Désa / Blitar (Dinas Kominfo)");
    expect(said.get("Keadaan")).toMatch(/^\d+ \S+ \d{4} pukul \d\d\.\d\d WIB$/);
    for (const { key } of areaColumns) expect(said.get(headOf(key))).toBe(meaningOf(key, copyIn("id").t));
  });

  it("does not exist outside what its reader may see, nor under other names", async () => {
    const paser = { region: "64.01", file: "unduh.csv" };
    expect(await statusOf(ask(leadOfRegency, paser))).toBe(404);
    expect(await statusOf(ask(lead, { ...paser, program: programId }))).toBe(404);
    expect(await statusOf(ask(lead, { region: "35.05", file: "unduh.csv" }))).toBe(404);
    expect(await statusOf(ask(leadOfRegency, { region: "35", file: "unduh.xlsx" }))).toBe(404);
    for (const file of ["unduh.pdf", "unduh", "x"]) expect(await statusOf(ask(leadOfRegency, { region: "35.05", file }))).toBe(404);
    for (const region of ["35.05.99", "99", "x"]) expect(await statusOf(ask(await cookieOf({ role: "admin" }), { region, file: "unduh.csv" }))).toBe(404);
    expect(await statusOf(ask(lead, { program: newId(), region: "35.05", file: "unduh.csv" }))).toBe(404);
  });

  it("is read no further once its reader has left", async () => {
    const gone = new AbortController();
    const asked = ask(await cookieOf({ role: "admin" }), { region: "indonesia", file: "unduh.xlsx" }, "", gone.signal);
    await db.selectFrom("region").select("code").limit(1).execute();
    gone.abort();
    await expect(asked).rejects.toThrow("aborted");
    await expect.poll(async () => (await busyConnections()).length).toBe(0);
  });
});

/** Other connections that are within a transaction. */
async function busyConnections(): Promise<unknown[]> {
  const { sql } = await import("kysely");
  return (await sql`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`.execute(db)).rows;
}

describe("the page about the files", () => {
  const about = (cookie: string, params: Record<string, string>) =>
    (params["program"] ? programDownloadLoader : downloadLoader)({ request: new Request(`http://melek.test/wilayah/${params["region"]}/unduh`, { headers: { cookie } }), params, context: {} } as never);

  it("says how many rows there are", async () => {
    expect(await about(lead, { program: programId, region: "35.05" })).toMatchObject({ rows: 273, program: { name: "Literasi Désa / Blitar" }, area: { name: "Kabupaten Blitar" } });
    expect(await about(leadOfRegency, { region: plosorejo })).toMatchObject({ rows: 2, program: null });
  });

  it.each(["csv", "xlsx"] as const)("is right about the size of a file, give or take a third (%s)", async (format) => {
    const bytes = (await (await ask(leadOfRegency, { region: "35.05", file: `unduh.${format}` })).arrayBuffer()).byteLength;
    const said = bytesOf(format, 273);
    expect([bytes / said > 0.66, bytes / said < 1.5, bytes, said]).toEqual([true, true, bytes, said]);
  });

  it("is right about what of a CSV goes over the link", async () => {
    const sent = gzipSync(await (await ask(leadOfRegency, { region: "35.05", file: "unduh.csv" })).text()).byteLength;
    const said = sentBytesOf("csv", 273);
    expect([sent / said > 0.66, sent / said < 1.5, sent, said]).toEqual([true, true, sent, said]);
  });

  it("does not exist outside what its reader may see", async () => {
    for (const region of ["64.01", "35", "indonesia", "x"]) await expect(about(leadOfRegency, { region })).rejects.toMatchObject({ status: 404 });
  });
});
