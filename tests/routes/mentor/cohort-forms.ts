import { sessionStamp } from "#app/mentoring/change-session.server.ts";
import { stampOf } from "#app/mentoring/revise-cohort.server.ts";
import { momentAt } from "#app/mentoring/village-clock.ts";
import { loader as openPreview } from "#app/routes/mentor/import-preview.tsx";
import { askForHelp } from "#db/class-board.ts";
import { db } from "#db/client.ts";
import { findSession, insertSessions, listSessions } from "#db/cohort-schedule.ts";
import { newId } from "#db/ids.ts";
import { insertYearTest } from "#db/measures.ts";
import { listSheets } from "#db/paper-sheets.ts";
import { insertWaiting, listWaiting } from "#db/waiting-list.ts";
import { agreeToLearning } from "../../mentoring/consents.ts";
import { answerOf, enroll, get, makeCohort, makeLearner, makeStaff } from "../../mentoring/classroom.ts";
import { addresses, answer, context, type Params, type peopleAround } from "./people-around.ts";

/** A form of a cohort's page, filled in so that its mentor's would be taken. */
export interface FilledForm {
  fields: Record<string, string> | FormData;
  /** Where it differs from the pages of Rombel Mawar that all others are about. */
  params?: Params;
}

type People = Awaited<ReturnType<typeof peopleAround>>;

/** By address, how its form is filled in; what has to be there first is made. */
export const cohortForms: Record<string, (people: People) => Promise<FilledForm>> = {
  "mentor/rombel/:cohort/kelas": async ({ classroom, siti }) => {
    await askForHelp(db, { villageCode: classroom.cohort.villageCode, learnerId: siti.learnerId }, "Kuis", new Date());
    return { fields: { tugas: "dibantu", peserta: siti.learnerId } };
  },
  "mentor/rombel/:cohort/hadir/:session": async ({ classroom: { cohort }, siti, params }) => {
    await insertSessions(db, cohort, [{ startsAt: momentAt("2026-02-03", "09:00", "WIB"), minutes: 60 }]);
    const [past] = await listSessions(db, cohort);
    const { learnerId } = siti;
    const fields = { startsAt: past?.startsAt.toISOString() ?? "", [`seen.${learnerId}`]: "", [`status.${learnerId}`]: "present", [`minutes.${learnerId}`]: "", [`reason.${learnerId}`]: "" };
    return { fields, params: { ...params, session: past?.id ?? "" } };
  },
  "mentor/rombel/:cohort/ubah": async () => {
    const times = { startsOn: "2027-06-01", endsOn: "2027-08-31" };
    const seen = stampOf({ name: "Rombel Mawar", ...times, capacity: null, slots: [{ weekday: 2, startsAt: "09:00", minutes: 60 }] });
    return { fields: { seen, name: "Rombel Dahlia", ...times, capacity: "", weekday: "2", slotTime: "09:00", slotMinutes: "60" } };
  },
  "mentor/rombel/:cohort/pendamping": async ({ classroom: { cohort, program } }) => {
    const { staffId } = await makeStaff("Sinta");
    await makeCohort(cohort, program, staffId, "Rombel Cempaka");
    return { fields: { formId: newId(), mentorId: staffId, how: "tambah", reason: "Rombel besar" } };
  },
  "mentor/rombel/:cohort/daftar-tunggu": async ({ classroom: { cohort, dewi } }) => {
    const { learnerId } = await makeLearner(cohort, 70, "Wagiyem");
    await db.transaction().execute((trx) => insertWaiting(trx, { ...cohort, waitingId: newId(), learnerId, since: new Date(), addedBy: dewi.staffId }));
    const [first] = await listWaiting(db, cohort);
    return { fields: { tugas: "masukkan", waitingId: first?.waitingId ?? "" } };
  },
  "mentor/rombel/:cohort/jadwal/tambah": async () => ({
    fields: { formId: newId(), day: "2027-06-12", time: "09:00", minutes: "60", reason: "Mengganti yang libur" },
  }),
  "mentor/rombel/:cohort/jadwal/:session": async ({ classroom: { cohort }, params }) => {
    const session = await findSession(db, cohort, params["session"] ?? "");
    return { fields: { tugas: "batal", formId: newId(), seen: session ? sessionStamp(session) : "", reason: "Balai desa dipakai" } };
  },
  "mentor/rombel/:cohort/kartu/pdf": async ({ siti, classroom: { cohort, dewi } }) => {
    await agreeToLearning({ villageCode: cohort.villageCode, learnerId: siti.learnerId }, { by: dewi });
    return { fields: { peserta: siti.learnerId, pin: "all", dibuka: new Date().toISOString() } };
  },
  "mentor/rombel/:cohort/kertas/:module": async ({ siti }) => ({ fields: { batchId: newId(), learner: siti.learnerId } }),
  "mentor/rombel/:cohort/kertas/:module/isi": async (people) => {
    await sendAsMentor(people, "mentor/rombel/:cohort/kertas/:module", { batchId: newId(), learner: people.siti.learnerId });
    const [sheet] = await listSheets(db, people.classroom.cohort, "A1");
    return { fields: Object.fromEntries((sheet?.items ?? []).map((_item, index) => [`a.${sheet?.id}.${index}`, "-"])) };
  },
  "mentor/rombel/:cohort/impor": async () => ({ fields: listOf("Budi Contoh", newId()) }),
  "mentor/rombel/:cohort/impor/:import": async (people) => {
    const [importId, params] = [newId(), { ...people.params }];
    await sendAsMentor(people, "mentor/rombel/:cohort/impor", listOf("Bambang Contoh", importId));
    params["import"] = importId;
    const { data } = await answerOf(openPreview({ request: get("/", people.cookies["mentor"]), params, context }));
    return { fields: { langkah: "terapkan", pratinjau: data.kind === "preview" ? data.preview.fingerprint : "" }, params };
  },
  "mentor/rombel/:cohort/peserta-baru": async () => ({
    fields: { formId: newId(), name: "Painem Contoh", birthYear: "1960", gender: "female", setuju: "learning", cara: "read-aloud" },
  }),
  "mentor/rombel/:cohort/peserta/:learner/data": async () => ({ fields: { name: "Siti Contoh", birthYear: "1961", gender: "female", confirmedName: "" } }),
  "mentor/rombel/:cohort/tambah": async ({ classroom: { cohort } }) => ({ fields: { learnerId: (await makeLearner(cohort, 90, "Karsinah")).learnerId } }),
  "mentor/rombel/:cohort/peserta/:learner": async ({ classroom: { cohort }, enrollmentId }) => {
    const key = { villageCode: cohort.villageCode, enrollmentId, id: newId() };
    const tally = { correct: 2, total: 2 };
    await insertYearTest(db, { ...key, kind: "start", byPillar: { cakap: tally }, byModule: { A1: tally, A2: tally }, bankHash: "x", items: [], answers: {}, submittedAt: new Date(), ...tally });
    return { fields: { moduleId: "A1", keputusan: "lewati" } };
  },
  "mentor/rombel/:cohort/peserta/:learner/catatan": async () => ({ fields: { formId: newId(), catatan: "Perlu kacamata", bolehLihat: "ya" } }),
  "mentor/rombel/:cohort/peserta/:learner/hapus": async ({ classroom: { cohort }, params }) => {
    const { learnerId } = await makeLearner(cohort, 93, "Wakinah");
    await enroll(cohort, learnerId);
    return { fields: { peminta: "learner", yakin: "ya" }, params: { ...params, learner: learnerId } };
  },
  "mentor/rombel/:cohort/peserta/:learner/persetujuan": async () => ({ fields: { formId: newId(), setuju: "learning", cara: "read-aloud" } }),
  "mentor/rombel/:cohort/persetujuan": async ({ classroom: { cohort } }) => {
    const { learnerId } = await makeLearner(cohort, 94, "Rukinah");
    await enroll(cohort, learnerId);
    return { fields: { peserta: learnerId } };
  },
  "mentor/rombel/:cohort/peserta/:learner/pindah": async ({ classroom: { cohort, program, dewi }, params }) => {
    const target = await makeCohort(cohort, program, dewi.staffId, "Rombel Kenanga");
    const { learnerId } = await makeLearner(cohort, 91, "Sutinah");
    await enroll(cohort, learnerId);
    return { fields: { formId: newId(), target: target.cohortId, reason: "Pindah jam" }, params: { ...params, learner: learnerId } };
  },
  "mentor/rombel/:cohort/peserta/:learner/pin": async ({ classroom: { cohort, dewi }, params }) => {
    const { learnerId } = await makeLearner(cohort, 92, "Tukinem");
    await enroll(cohort, learnerId);
    await agreeToLearning({ villageCode: cohort.villageCode, learnerId }, { by: dewi });
    return { fields: { replaced: "" }, params: { ...params, learner: learnerId } };
  },
};

/** Addresses whose form only asks what another would do. */
export const asking: readonly string[] = ["mentor/rombel/:cohort/kartu"];

async function sendAsMentor({ cookies, params }: People, path: string, fields: FilledForm["fields"]): Promise<void> {
  await answer(addresses.find((address) => address.path === path)?.module.action, cookies["mentor"] ?? "", params, fields);
}

function listOf(name: string, formId: string): FormData {
  const body = new FormData();
  body.set("formId", formId);
  body.set("daftar", new File([`nama\n${name}\n`], "daftar.csv"));
  return body;
}
