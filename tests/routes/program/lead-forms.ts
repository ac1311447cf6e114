import { loader as openList } from "#app/routes/program/plan-import-preview.tsx";
import { loader as openProgram } from "#app/routes/program/edit-program.tsx";
import { loader as openDecree } from "#app/routes/regions/import-preview.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertProgramImport } from "./target-upload.ts";
import { answerOf, get, makeCohort, makeCenter, makeStaff } from "../../mentoring/classroom.ts";
import { makeStaff as makeStaffWith } from "../../programs/rows.ts";
import { context, type Params } from "../mentor/people-around.ts";
import { type LeadWorld, partsOf } from "./lead-world.ts";
import { insertRegionImport } from "./region-upload.ts";

/** A form of the lead's side, filled in so that who may send it would change something. */
export interface FilledForm {
  fields: Record<string, string> | FormData;
  params?: Params;
}

const reason = "Sesuai surat camat";

/** By address, its form about the program of the regency; what has to be there first is made. */
export const leadForms: Record<string, (world: LeadWorld) => Promise<FilledForm>> = {
  "program/:program/pendamping": async (world) => {
    const { staffId } = await mentorOf(world);
    return { fields: { staffId, formId: newId(), programme: "Duta Digital", level: "Madya", number: "", issuedOn: "2026-01-05", expiresOn: "" } };
  },
  "program/:program/pendamping/baru": async () => ({ fields: { formId: newId(), name: "Siti Aminah", username: "", center: "" } }),
  "program/:program/pendamping/:mentor": async () => ({ fields: { task: "password", formId: newId() } }),
  "program/:program/rencana/:village/pusat": async () => ({ fields: { task: "add", formId: newId(), centerId: newId(), name: "Pusat Balai Desa", address: "" } }),
  "program/:program/pembina": async (world) => {
    const [coach, mentor] = [await mentorOf(world), await mentorOf(world)];
    return { fields: { formId: newId(), coach: coach.staffId, mentor: mentor.staffId } };
  },
  "program/:program/ubah": async (world) => {
    const opened = await answerOf(openProgram({ request: get("/", lead(world)), params: partsOf(world.programs.regency), context }));
    const { name: _name, partners: _partners, curriculumIds: _ids, reason: _reason, ...typed } = opened.data.typed;
    return { fields: { ...typed, formId: newId(), seen: opened.data.seen, curriculum: await anyCurriculum(), name: `Program ${newId()}`, reason } };
  },
  "program/:program/rencana/:village": async () => ({ fields: { task: "target", formId: newId(), seen: "24 ", learners: "30", wave: "", reason } }),
  "program/:program/rencana/gelombang": async () => ({ fields: { formId: newId(), seen: "", number: "7", name: "Perintis", startsOn: "2027-01-04", endsOn: "2027-02-01", reason } }),
  "program/:program/rencana/impor": async () => {
    const body = new FormData();
    body.set("formId", newId());
    body.set("daftar", new File(["kode;target\n35.05.04.2015;15\n"], "daftar.csv"));
    return { fields: body };
  },
  "program/:program/rencana/impor/:import": async (world) => {
    const { programId } = world.programs.regency;
    const params = { ...partsOf(world.programs.regency), import: await insertProgramImport(db, programId, await makeStaffWith(db), "35.05.04.2013") };
    const { data } = await answerOf(openList({ request: get("/", lead(world)), params, context }));
    return { fields: { fingerprint: data.preview?.fingerprint ?? "", reason }, params };
  },
  peran: async () => ({ fields: { formId: newId(), who: "known", username: (await makeStaff("Tuti")).staffId, name: "", role: "viewer", scope: "region", programId: "", region: "35.05", reason } }),
  "peran/:staff": async ({ roleHolder }) => ({ fields: { formId: newId(), reason }, params: { staff: roleHolder } }),
  "program/baru": async () => ({
    fields: { formId: newId(), curriculum: await anyCurriculum(), name: "Literasi Baru", ownerName: "Dinas Kominfo", region: "35.05", startsOn: "2027-01-04", endsOn: "", certificatePrefix: "LD-B1", signatoryName: "Sri", signatoryTitle: "Kepala Dinas" },
  }),
  "wilayah/impor": async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ formId: newId(), keputusan: "Kepmendagri 7 Tahun 2026", berlaku: "2026-07-01" })) body.set(name, value);
    body.set("berkas", new File(["kode,nama\n64.01.01.2001,Nama Lain\n"], "wilayah.csv"));
    return { fields: body };
  },
  "wilayah/impor/:import": async (world) => {
    const params = { import: await insertRegionImport(db, await makeStaffWith(db)) };
    const { data } = await answerOf(openDecree({ request: get("/", world.people["admin"]?.cookie), params, context }));
    return { fields: { pratinjau: data.difference?.fingerprint ?? "" }, params };
  },
};

function lead({ people }: LeadWorld): string {
  return people["lead of program"]?.cookie ?? "";
}

/** Somebody who mentors a cohort of the program. */
async function mentorOf({ programs: { regency } }: LeadWorld): Promise<{ staffId: string }> {
  const mentor = await makeStaff("Dewi");
  const { id } = await db.selectFrom("curriculum_version").select("id").limit(1).executeTakeFirstOrThrow();
  await makeCohort(await makeCenter(regency.village), { programId: regency.programId, curriculumVersionId: id }, mentor.staffId);
  return mentor;
}

async function anyCurriculum(): Promise<string> {
  return (await db.selectFrom("curriculum").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow()).id;
}
