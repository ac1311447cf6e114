import "../../support/database.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { ImportForm } from "#app/mentoring/intake/import-form.tsx";
import { mostFileBytes } from "#app/mentoring/intake/read-list.server.ts";
import { anotherPerson } from "#app/mentoring/intake/whose-line.ts";
import { action as upload, loader as openUpload } from "#app/routes/mentor/import.tsx";
import { action as act, loader as open } from "#app/routes/mentor/import-preview.tsx";
import { loader as refusedFile } from "#app/routes/mentor/import-refused.ts";
import { loader as sampleFile } from "#app/routes/mentor/import-sample.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, makeStaff, requestAs, type Learner, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

type Person = Learner | Staff | null;

const pathOf = (cohort: string) => `/mentor/rombel/${cohort}/impor`;

async function send(content: BlobPart, { name = "daftar.csv", person, cohort = cast.cohort.cohortId, formId = newId() }: { name?: string; person?: Person; cohort?: string; formId?: string } = {}) {
  const body = new FormData();
  body.set("formId", formId);
  body.set("daftar", new File([content], name));
  return answerOf(upload({ request: await requestAs(person ?? cast.dewi, pathOf(cohort), { method: "POST", body }), params: { cohort }, context }));
}

async function uploaded(content: string, options = {}): Promise<string> {
  const { status, location } = await send(content, options);
  expect(status).toBe(303);
  return location?.split("/").at(-1) ?? "";
}

async function look(importId: string, { person = cast.dewi, cohort = cast.cohort.cohortId }: { person?: Person; cohort?: string } = {}) {
  return answerOf(open({ request: await requestAs(person, `${pathOf(cohort)}/${importId}`), params: { cohort, import: importId }, context }));
}

async function preview(importId: string) {
  const { data } = await look(importId);
  if (data.kind !== "preview") throw new Error("applied");
  return data;
}

async function step(importId: string, fields: Record<string, string>, { person = cast.dewi, cohort = cast.cohort.cohortId }: { person?: Person; cohort?: string } = {}) {
  return answerOf(act({ request: await requestAs(person, `${pathOf(cohort)}/${importId}`, form(fields)), params: { cohort, import: importId }, context }));
}

async function apply(importId: string, choices: Record<string, string> = {}) {
  const { fingerprint } = (await preview(importId)).preview;
  return step(importId, { langkah: "terapkan", pratinjau: fingerprint, ...choices });
}

function learners() {
  return db.selectFrom("learner").where("center_id", "=", cast.cohort.centerId).select(["name", "number", "birth_year as born", "gender"]).orderBy("number").execute();
}

describe("uploading a list", () => {
  it("changes nothing, and leads to what it would do", async () => {
    const importId = await uploaded("nama;tahun lahir;NIK\nBudi;1970;3505\n");
    const { preview: plan, unreadColumns } = await preview(importId);
    expect(plan.totals).toMatchObject({ added: 1, refused: 0 });
    expect(unreadColumns).toEqual(["NIK"]);
    expect(await learners()).toHaveLength(1);
    expect(JSON.stringify(await db.selectFrom("learner_import").where("id", "=", importId).selectAll().executeTakeFirst())).not.toContain("3505");
  });

  it("keeps it once however often the form is sent", async () => {
    const formId = newId();
    await uploaded("nama\nBudi\n", { formId });
    expect(await uploaded("nama\nBudi\n", { formId })).toBe(formId);
    expect((await send("nama\nBudi\n", { formId, person: cast.rudi, cohort: cast.otherCohort.cohortId })).status).toBe(303);
  });

  it.each([
    ["photo", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "daftar.csv"],
    ["pdf", "%PDF-1.4", "daftar.xlsx"],
    ["tooManyRows", `nama\n${"Budi\n".repeat(5000)}`, "daftar.csv"],
    ["empty", "", "daftar.csv"],
    ["noHeader", "Budi;1970\n", "daftar.csv"],
    ["tooLarge", "x".repeat(mostFileBytes + 1), "daftar.csv"],
    ["tooLarge", "x".repeat(3 * mostFileBytes), "daftar.csv"],
  ])("that is %s is answered with a sentence, and nothing is kept", async (kind, content, name) => {
    expect(await send(content, { name })).toMatchObject({ status: 400, data: { fault: { kind } } });
    expect(await db.selectFrom("learner_import").where("cohort_id", "=", cast.cohort.cohortId).selectAll().execute()).toEqual([]);
  });

  it("without a file asks for one", async () => {
    expect(await send("", { name: "" })).toMatchObject({ status: 400, data: { fault: { kind: "noFile" } } });
  });

  it("forgets lists after ninety days", async () => {
    const importId = await uploaded("nama\nBudi\n");
    await db.updateTable("learner_import").set({ uploaded_at: new Date(Date.now() - 91 * 86_400_000) }).where("id", "=", importId).execute();
    await uploaded("nama\nTono\n");
    expect((await preview(importId)).preview.lines).toEqual([]);
  });
});

describe("applying it", () => {
  it("adds, enrolls and changes as shown, and shows what it did with the way to the cards", async () => {
    const importId = await uploaded(`nama;tahun lahir;jenis kelamin;nomor peserta\nSari;1969;P;${cast.sari.number}\nBudi;1970;L;\n=1+1;;;\n`);
    expect(await apply(importId)).toMatchObject({ status: 303 });
    expect(await learners()).toEqual([
      { name: "Sari", number: 1, born: 1969, gender: "female" },
      { name: "Budi", number: 2, born: 1970, gender: "male" },
    ]);
    const { data } = await look(importId);
    expect(data).toMatchObject({ kind: "result", result: { undoneAt: null, unchanged: 0, refused: [{ line: { line: 4, name: "=1+1" } }] } });
    const enrolled = await db.selectFrom("enrollment").where("cohort_id", "=", cast.cohort.cohortId).select("id").execute();
    expect(enrolled).toHaveLength(2);
  });

  it("asks who a namesake is, and takes the answer", async () => {
    const importId = await uploaded("nama\nsari\n");
    const asked = await apply(importId);
    expect(asked).toMatchObject({ status: 400, data: { kind: "undecided" } });
    expect(await learners()).toHaveLength(1);
    await apply(importId, { "pilih-2": anotherPerson });
    expect((await learners()).map(({ name }) => name)).toEqual(["Sari", "sari"]);
  });

  it("is refused when people have changed since the preview, with the new one and all choices", async () => {
    const importId = await uploaded("nama;tahun lahir\nsari;\nBudi;1970\n");
    const { fingerprint } = (await preview(importId)).preview;
    const other = await uploaded("nama;tahun lahir\nBudi;1970\n");
    await apply(other);
    const answer = await step(importId, { langkah: "terapkan", pratinjau: fingerprint, "pilih-2": cast.sari.learnerId });
    expect(answer).toMatchObject({ status: 409, data: { kind: "changed", preview: { lines: [{ choice: cast.sari.learnerId }, { outcome: { kind: "known" } }] } } });
    expect(await learners()).toHaveLength(2);
  });

  it("never removes who is not in the list, and undoes all of it with one button", async () => {
    const importId = await uploaded("nama\nBudi\nTono\n");
    await apply(importId);
    expect((await learners()).map(({ name }) => name)).toEqual(["Sari", "Budi", "Tono"]);
    expect(await step(importId, { langkah: "batalkan" })).toMatchObject({ status: 303 });
    expect((await learners()).map(({ name }) => name)).toEqual(["Sari"]);
    const { data } = await look(importId);
    expect(data.kind === "result" && data.result.undoneAt).toBeTruthy();
    const actions = await db.selectFrom("audit_event").where("actor_id", "=", cast.dewi.staffId).select("action").execute();
    expect([...new Set(actions.map(({ action }) => action))].sort()).toEqual(["enrollment.create", "enrollment.remove", "import.apply", "import.undo", "import.upload", "learner.register", "learner.remove"]);
  });

  it("sends to the waiting list who finds no place", async () => {
    await db.updateTable("cohort").set({ capacity: 2 }).where("id", "=", cast.cohort.cohortId).execute();
    const importId = await uploaded("nama\nBudi\nTono\n");
    expect((await preview(importId)).preview.totals).toMatchObject({ added: 2, waiting: 1 });
    await apply(importId);
    expect(await db.selectFrom("cohort_waiting").where("cohort_id", "=", cast.cohort.cohortId).select("ended_at").execute()).toEqual([{ ended_at: null }]);
  });

  it("records neither names nor PINs in the audit", async () => {
    await apply(await uploaded("nama\nBambang\n"));
    const events = await db.selectFrom("audit_event").where("actor_id", "=", cast.dewi.staffId).selectAll().execute();
    expect(events.length).toBeGreaterThan(3);
    expect(JSON.stringify(events)).not.toContain("Bambang");
  });
});

describe("the refused rows", () => {
  it("download as a file with the reason, before and after applying", async () => {
    const importId = await uploaded("nama;tahun lahir\n=1+1;1970\nBudi;68\nTono;1970\n");
    const params = { cohort: cast.cohort.cohortId, import: importId };
    const csvNow = async () => (await refusedFile({ request: await requestAs(cast.dewi, `${pathOf(params.cohort)}/${importId}/ditolak`), params, context })).text();
    const before = await csvNow();
    expect(before).toContain("nama;tahun lahir;jenis kelamin;nomor peserta;alasan");
    expect(before).toContain("'=1+1;1970;;;Nama diawali tanda");
    expect(before).not.toContain("Tono");
    await apply(importId);
    expect(await csvNow()).toBe(before);
  });
});

describe("the preview's page", () => {
  it("shows both people side by side, with a choice that is required and not made beforehand", async () => {
    const { preview: plan, unreadColumns } = await preview(await uploaded("nama;hp\nsari;0812\nBudi;\n7;\n"));
    const html = renderToStaticMarkup(
      <CopyProvider value={copyIn("id")}>
        <ImportForm preview={plan} asked="undecided" unreadColumns={unreadColumns} path="/p" importPath="/p/impor/1" />
      </CopyProvider>,
    );
    expect(html).toContain("Kolom ini tidak dibaca dan tidak disimpan: hp.");
    expect(html).toContain("1 menunggu jawaban Ibu/Bapak");
    expect(html).toContain("Sama dengan nomor 1");
    expect(html).toContain("Pilih dulu untuk baris ini.");
    expect(html).not.toMatch(/<input[^>]*type="radio"[^>]*checked/);
    expect(html.match(/<input[^>]*type="radio"[^>]*required/g)).toHaveLength(2);
  });
});

describe("who may", () => {
  it("is the cohort's mentor alone; all else is a 404 that tells nothing", async () => {
    const importId = await uploaded("nama\nBudi\n");
    const stranger = await makeStaff(db, "Agus");
    for (const person of [cast.rudi, cast.ratna, stranger, cast.sari]) {
      expect(await look(importId, { person })).toMatchObject({ status: 404 });
      expect(await send("nama\nBudi\n", { person })).toMatchObject({ status: 404 });
      expect(await step(importId, { langkah: "batalkan" }, { person })).toMatchObject({ status: 404 });
      const params = { cohort: cast.cohort.cohortId, import: importId };
      expect(await answerOf(openUpload({ request: await requestAs(person, pathOf(params.cohort)), params, context }))).toMatchObject({ status: 404 });
      expect(await answerOf(refusedFile({ request: await requestAs(person, `${pathOf(params.cohort)}/${importId}/ditolak`), params, context }))).toMatchObject({ status: 404 });
      expect(await answerOf(sampleFile({ request: await requestAs(person, `${pathOf(params.cohort)}/contoh`), params, context }))).toMatchObject({ status: 404 });
    }
    expect(await look(importId, { person: cast.rudi, cohort: cast.otherCohort.cohortId })).toMatchObject({ status: 404 });
    expect(await look(newId())).toMatchObject({ status: 404 });
    expect((await look(importId, { person: null })).location).toContain("/masuk");
    expect(await learners()).toHaveLength(1);
  });
});
