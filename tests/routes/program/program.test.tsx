import "../../support/database.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { startLearnerSession, startStaffSession } from "#app/accounts/session.server.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { formatDate } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { CompletionPage } from "#app/programs/completion-page.tsx";
import { ProgramsPage, type ProgramsPageProps } from "#app/programs/programs-page.tsx";
import { loader as areasLoader } from "#app/routes/program/areas.tsx";
import { loader as fileLoader } from "#app/routes/program/program-area-file.ts";
import { loader as completionLoader } from "#app/routes/program/completion.tsx";
import { loader as programsLoader } from "#app/routes/program/programs.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { makeCohort, makeLearner, makePeople, makeProgram, makeStaff, type StaffGrant } from "../../programs/rows.ts";

const [plosorejo, kademangan] = ["35.05.04.2014", "35.05.04.2001"];
const programId = await makeProgram(db, { name: "Literasi Digital Blitar", regionCode: "35.05", targets: { [plosorejo]: 30, [kademangan]: 20 } });
const otherId = await makeProgram(db, { name: "Literasi Digital Paser", regionCode: "64.01" });
const cohort = await makeCohort(db, programId, plosorejo);
await makePeople(db, cohort, { registered: 24, started: 12, finished: 6, certified: 6 }, new Date(Date.now() - 2 * 24 * 3_600_000));

const origin = "http://melek.test";
const cookieOf = (setCookie: string) => setCookie.split(";")[0] as string;
const asStaff = async (...roles: StaffGrant[]) =>
  cookieOf(await startStaffSession(new Request(origin), await makeStaff(db, ...roles)));
const lead = await asStaff({ role: "lead", programId });

function ask<Answer>(loader: (args: never) => Promise<Answer>, cookie: string | null, path: string, program?: string): Promise<Answer> {
  const request = new Request(`${origin}${path}`, { headers: cookie ? { cookie } : {} });
  return loader({ request, params: { program, region: "35.05", file: "unduh.csv" }, context: {} } as never);
}

const refusal = (answer: Promise<unknown>) =>
  answer.then(
    () => "let in",
    (thrown: Response) => (thrown.status === 302 ? thrown.headers.get("Location") : thrown.status),
  );

describe("who may see a program", () => {
  const doors: [string, (args: never) => Promise<unknown>, string][] = [
    ["the page", completionLoader, ""],
    ["the file", fileLoader, "/wilayah/35.05/unduh.csv"],
  ];

  it.each(doors)("opens %s to its lead and to the lead of a region around it", async (_name, loader, suffix) => {
    for (const cookie of [lead, await asStaff({ role: "lead", regionCode: "35" }), await asStaff({ role: "admin" })]) {
      expect(await refusal(ask(loader, cookie, `/program/${programId}${suffix}`, programId))).toBe("let in");
    }
  });

  it.each(doors)("answers 404 for %s to everybody else", async (_name, loader, suffix) => {
    const learnerId = await makeLearner(db, cohort);
    const learner = cookieOf(await startLearnerSession(new Request(origin), { villageCode: plosorejo, learnerId }));
    const others = [await asStaff({ role: "lead", programId: otherId }), await asStaff({ role: "lead", regionCode: "64" }), await asStaff(), learner];
    for (const cookie of others) expect(await refusal(ask(loader, cookie, `/program/${programId}${suffix}`, programId))).toBe(404);
  });

  it.each(doors)("answers 404 for %s of a program that does not exist", async (_name, loader, suffix) => {
    for (const id of [newId(), "bukan-id"]) expect(await refusal(ask(loader, lead, `/program/${id}${suffix}`, id))).toBe(404);
  });

  it.each(doors)("sends nobody from %s to sign in", async (_name, loader, suffix) => {
    const path = `/program/${programId}${suffix}`;
    expect(await refusal(ask(loader, null, path, programId))).toBe(`/masuk?lanjut=${encodeURIComponent(path)}`);
  });
});

describe("the list of programs", () => {
  it("leads straight to the only one", async () => {
    expect(await refusal(ask(programsLoader, lead, "/program"))).toBe(`/program/${programId}`);
  });

  it("offers several, and none to who leads none", async () => {
    const { programs } = await ask(programsLoader, await asStaff({ role: "lead", programId }, { role: "lead", programId: otherId }), "/program");
    expect(programs.map(({ name }) => name).sort()).toEqual(["Literasi Digital Blitar", "Literasi Digital Paser"]);
    expect(await ask(programsLoader, await asStaff(), "/program")).toEqual({ programs: [], mayCreate: false });
  });

  it("tells an admin who has none yet what comes next, and nobody else", () => {
    const shown = (props: ProgramsPageProps) => renderToStaticMarkup(<CopyProvider value={copyIn("id")}><ProgramsPage {...props} /></CopyProvider>);
    const next = "Buat program dulu, lalu pilih desa sasarannya di Rencana desa.";
    const first = shown({ programs: [], mayCreate: true });
    for (const part of [next, "halaman Peran", "mendaftarkan pendamping", 'href="/program/baru"']) expect(first).toContain(part);
    const program = { id: programId, name: "Literasi Digital Blitar", ownerName: "Dinas Kominfo", regionName: "Kabupaten Blitar", startsOn: "2026-01-01" };
    for (const props of [{ programs: [], mayCreate: false }, { programs: [program], mayCreate: true }]) expect(shown(props)).not.toContain(next);
  });

  it("leads whoever answers for places without a program to these places", async () => {
    const inDistrict = await asStaff({ role: "viewer", regionCode: "35.05.04" });
    const inTwo = await asStaff({ role: "lead", regionCode: "35.05.04" }, { role: "viewer", regionCode: "35.05.05" });
    for (const cookie of [inDistrict, inTwo]) expect(await refusal(ask(programsLoader, cookie, "/program"))).toBe("/wilayah");
    expect(await refusal(ask(areasLoader, inDistrict, "/wilayah"))).toBe("/wilayah/35.05.04");
    expect((await ask(areasLoader, inTwo, "/wilayah")).areas.map(({ code }) => code)).toEqual(["35.05.04", "35.05.05"]);
  });
});

describe("the page", () => {
  const markup = async (cookie: string, program: string, query = "") => {
    const data = await ask(completionLoader, cookie, `/program/${program}${query}`, program);
    return renderToStaticMarkup(
      <CopyProvider value={copyIn("id")}>
        <CompletionPage {...data} />
      </CopyProvider>,
    );
  };
  const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replaceAll("&lt;", "<").replace(/\s+/g, " ");
  const page = async (query = "") => textOf(await markup(lead, programId, query));

  it("answers first how many villages and people", async () => {
    const text = await page();
    expect(text).toContain("1 dari 2 desa sasaran sudah mulai. 24 orang terdaftar, 6 sudah selesai.");
    expect(text).toContain("punya 220 desa dan 28 kelurahan. Yang menjadi sasaran program ini: 2.");
    expect(text).toContain("Terakhir ada yang belajar: dalam 30 hari ini.");
    expect(text).toContain(formatDate(new Date(Date.now() - 2 * 24 * 3_600_000), "id"));
  });

  it("shows rates with their denominators", async () => {
    expect(await page()).toContain("30 24 12 6 6 25 % (6 dari 24 terdaftar) 20 % (6 dari target 30)");
  });

  it("shows the villages with learners unless asked for others", async () => {
    const [started, waiting, all] = [await page(), await page("?tampil=belum"), await page("?tampil=semua")];
    expect(started).toContain("Plosorejo");
    expect(waiting).not.toContain("Plosorejo");
    expect(waiting).toContain("(20)");
    expect(all).toContain("Plosorejo");
    expect(all).toContain("belum ada peserta");
  });

  it("tells in one line whose program it is, with whom, from when to when and what is learned", async () => {
    const id = await makeProgram(db, { name: "Literasi Digital Garut", regionCode: "32.05" });
    const admin = await asStaff({ role: "admin" });
    expect(textOf(await markup(admin, id))).toContain("Pemilik: Dinas Kominfo · Wilayah: Kabupaten Garut · Masa: mulai 5 Januari 2026, tanggal selesai belum ada ");
    const curriculum = await db.selectFrom("curriculum").select(["id", "title", "year"]).orderBy("year").executeTakeFirstOrThrow();
    await db.updateTable("program").set({ ends_on: "2027-12-31" }).where("id", "=", id).execute();
    await db.insertInto("program_curriculum").values({ program_id: id, curriculum_id: curriculum.id }).execute();
    const partner = (name: string, ended_at: Date | null) => ({ id: newId(), program_id: id, name, gives: "PC", since: new Date(), ended_at });
    await db.insertInto("program_partner").values([partner("PT Pos", null), partner("Bank Lama", new Date()), partner("Karang Taruna", null)]).execute();
    const line = textOf(await markup(admin, id));
    expect(line).toContain(`Mitra: Karang Taruna, PT Pos · Masa: 5 Januari 2026 sampai 31 Desember 2027 · Kurikulum: Tahun ${curriculum.year}: ${curriculum.title} `);
    expect(line).not.toContain("Bank Lama");
  });

  it("without target villages asks who may enter them to do so, and nobody else", async () => {
    const [forLead, forViewer] = [await markup(await asStaff({ role: "lead", programId: otherId }), otherId), await markup(await asStaff({ role: "viewer", programId: otherId }), otherId)];
    for (const page of ["rencana/impor", "rencana"]) expect(forLead).toContain(`href="/program/${otherId}/${page}"`);
    expect(textOf(forLead)).toContain("Masukkan daftar desa sasaran");
    expect(textOf(forViewer)).toContain("Penanggung jawab program belum memasukkan desa sasarannya.");
    expect(forViewer).not.toContain("rencana");
  });
});
