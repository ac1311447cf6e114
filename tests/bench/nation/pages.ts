import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Database } from "#db/schema.ts";
import { lead, programIdOf, regency } from "./fill.ts";

/** The pages that a lead looks at, by what they are; the same places in every set. */
export async function listPages(db: Kysely<Database>): Promise<[name: string, path: string][]> {
  const [province = ""] = regency.split(".");
  const [district, village] = [`${regency}.01`, await firstVillage(db)];
  const [small, large] = [programIdOf(regency), programIdOf(province)];
  return [
    ["nation", "/wilayah/indonesia"],
    ["province", `/wilayah/${province}`],
    ["regency", `/wilayah/${regency}`],
    ["regency, year two", `/wilayah/${regency}?kurikulum=tahun-2`],
    ["district", `/wilayah/${district}`],
    ["village", `/wilayah/${village}`],
    ["programs", "/program"],
    ["program of a regency", `/program/${small}`],
    ["program of a regency, all villages", `/program/${small}?tampil=semua`],
    ["program: regency", `/program/${small}/wilayah/${regency}`],
    ["program: district", `/program/${small}/wilayah/${district}`],
    ["program: village", `/program/${small}/wilayah/${village}`],
    ["program: plan", `/program/${small}/rencana`],
    ["program: spread", `/program/${small}/sebaran`],
    ["program: mentors", `/program/${small}/pendamping`],
    ["program: coaching", `/program/${small}/pembina`],
    ["program of a province", `/program/${large}`],
    ["program of a province: province", `/program/${large}/wilayah/${province}`],
    ["comparison of 3 provinces", "/wilayah/banding?tempat=11&tempat=32&tempat=35"],
    ["program: comparison of 2 districts", `/program/${small}/banding?tempat=${regency}.01&tempat=${regency}.02`],
    ["program: tiles of a regency", `/program/${small}/petak/${regency}`],
    ["program of a province: tiles", `/program/${large}/petak/${province}`],
    ["program: stalled villages", `/program/${small}/terhenti/${regency}`],
    ["program of a province: stalled", `/program/${large}/terhenti/${province}`],
    ["program: report", `/program/${small}/laporan/${regency}`],
    ["program of a province: report", `/program/${large}/laporan/${province}`],
    ["program: questions", `/program/${small}/tanya`],
    ["nation: questions", "/wilayah/indonesia/tanya"],
    ["rows behind a number", `/wilayah/${regency}/desa?tahap=selesai`],
    ["program: rows behind a number", `/program/${small}/wilayah/${regency}/desa?tahap=selesai`],
    ["about the file of a province", `/wilayah/${province}/unduh`],
    ["plan of a village", `/program/${small}/rencana/${village}`],
    ["search", "/wilayah/cari?q=pasir+bel"],
    ["roles", "/peran"],
  ];
}

async function firstVillage(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ code: string }>`select min(code) as code from bench_village where code like ${`${regency}.01.%`}`.execute(db);
  return rows[0]?.code ?? "";
}

/** Signs the lead in over HTTP; answers the Cookie header. */
export async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/masuk`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ sebagai: "staf", nama: lead.username, sandi: lead.password }),
  });
  const cookies = answer.headers.getSetCookie().map((header) => header.split(";")[0] ?? "");
  if (answer.status !== 302 || cookies.length === 0) throw new Error(`sign-in answered ${answer.status}`);
  return cookies.join("; ");
}
