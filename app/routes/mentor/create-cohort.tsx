import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireStaff } from "#app/accounts/access.server.ts";
import { asksForLooks, sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import { leadingRoles, type StaffViewer } from "#app/accounts/role.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { CohortFields, FaultSummary } from "#app/mentoring/cohort-fields.tsx";
import { type CohortFault, nothingTyped, readCohort, type TypedCohort } from "#app/mentoring/cohort-form.ts";
import { createCohort, planFor } from "#app/mentoring/create-cohort.server.ts";
import { PlaceChoice, PlaceName } from "#app/mentoring/place-choice.tsx";
import { tidyText } from "#app/mentoring/registration.ts";
import { typedCohort } from "#app/mentoring/typed-cohort.ts";
import termUrl from "#app/mentoring/term.css?url";
import { zoneOf } from "#app/mentoring/village-clock.ts";
import { Field } from "#app/ui/field.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { UnsavedScript } from "#app/ui/unsaved-script.tsx";
import { listCenterHours } from "#db/center-hours.ts";
import { db } from "#db/client.ts";
import { findStaffNamed } from "#db/cohort-mentors.ts";
import { type CohortPlace, findPlaceOfPrograms, listPlacesOfMentor, searchPlacesOfPrograms } from "#db/cohort-places.ts";
import { listOfferedCurricula } from "#db/curricula.ts";
import { newId } from "#db/ids.ts";
import { listProgramsFor } from "#db/programs.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: termUrl }];
const ownFormId = "rombel";

export const handle = { script: true, ownForm: ownFormId };
export const meta: MetaFunction = () => [{ title: "Rombel baru · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireStaff(request);
  const reach = await reachOf(staff);
  const asked = new URL(request.url).searchParams;
  const key = { programId: asked.get("program") ?? "", villageCode: asked.get("desa") ?? "", centerId: asked.get("pusat") ?? "" };
  const isAsked = key.centerId !== "";
  const place = isAsked ? await findPlace(reach, key) : onlyPlace(reach);
  if (isAsked && !place) throw notFound();
  const query = tidyText(asked.get("cari") ?? "").slice(0, 80);
  const found = !place && reach.programIds.length > 0 ? await searchPlacesOfPrograms(db, reach.programIds, query) : [];
  const choice = { own: reach.own, found, query, maySearch: reach.programIds.length > 0, hasOthers: reach.own.length > 1 || reach.programIds.length > 0 };
  const hours = place ? await listCenterHours(db, place) : [];
  return { place: place ?? null, hours, asksMentor: place ? !isOwn(reach, place) : false, choice, curricula: await listOfferedCurricula(db), formId: newId() };
}

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request);
  const reach = await reachOf(staff);
  const sent = await request.formData();
  const wantsLooks = asksForLooks(sent);
  const again = wantsLooks ? sendAgainInOtherLooks(request, sent) : null;
  if (again) return again;
  if (wantsLooks && !sent.has("formId")) return redirect(`/mentor/rombel-baru${new URL(request.url).search}`, 303);
  const [formId, centerId, programId] = [sentText(sent, "formId"), sentText(sent, "pusat"), sentText(sent, "program")];
  if (!isId(formId) || !isId(centerId) || !isId(programId)) throw notFound();
  const place = await findPlace(reach, { programId, centerId, villageCode: sentText(sent, "desa") });
  if (!place) throw notFound();
  const typed = typedCohort(sent);
  if (wantsLooks) return data({ formId, typed, faults: [] as CohortFault[], slotFaults: [] });
  const now = new Date();
  const read = readCohort(typed);
  const mentorId = isOwn(reach, place) ? staff.staffId : (await findStaffNamed(db, tidyText(typed.mentor)))?.staffId;
  const curriculum = (await listOfferedCurricula(db)).find((offered) => offered.curriculumVersionId === typed.curriculum);
  const otherFaults: CohortFault[] = [...(curriculum ? [] : (["curriculum"] as const)), ...(mentorId ? [] : (["mentor"] as const))];
  if ("faults" in read || !curriculum || !mentorId) {
    const { faults, slotFaults } = "faults" in read ? read : { faults: [], slotFaults: [] };
    return data({ formId, typed, faults: [...faults, ...otherFaults], slotFaults }, { status: 400 });
  }
  const { times } = read;
  const result = await createCohort(db, { cohortId: formId, place, curriculumVersionId: curriculum.curriculumVersionId, times, mentorId, staffId: staff.staffId, now });
  if (result === "id-taken") throw notFound();
  if (result === "nameTaken" || result === "noSessions") return data({ formId, typed, faults: [result] as CohortFault[], slotFaults: [] }, { status: 400 });
  const page = mentorId === staff.staffId ? "jadwal" : "pendamping";
  const { sessions, skipped } = await planFor(db, place.villageCode, times);
  return redirect(`/mentor/rombel/${formId}/${page}?dibuat=${sessions.length}&libur=${skipped.length}`, 303);
}

/** Where somebody may create cohorts: at the centres of their own, and in the villages of the programs that they lead. */
interface Reach {
  own: CohortPlace[];
  programIds: string[];
}

async function reachOf(staff: StaffViewer): Promise<Reach> {
  const own = await listPlacesOfMentor(db, staff.staffId);
  const programs = await listProgramsFor(db, leadingRoles(staff.roles));
  if (own.length === 0 && programs.length === 0) throw notFound();
  return { own, programIds: programs.map(({ id }) => id) };
}

type PlaceKey = Pick<CohortPlace, "programId" | "villageCode" | "centerId">;

function isOwn({ own }: Reach, place: PlaceKey): boolean {
  return own.some((one) => one.programId === place.programId && one.villageCode === place.villageCode && one.centerId === place.centerId);
}

async function findPlace(reach: Reach, key: PlaceKey): Promise<CohortPlace | undefined> {
  const own = reach.own.find((one) => isOwn({ ...reach, own: [one] }, key));
  return own ?? (isId(key.centerId) ? findPlaceOfPrograms(db, reach.programIds, key) : undefined);
}

function onlyPlace({ own, programIds }: Reach): CohortPlace | undefined {
  return own.length === 1 && programIds.length === 0 ? own[0] : undefined;
}

export default function CreateCohort() {
  const { place, hours, asksMentor, choice, curricula, formId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  if (!place) {
    return (
      <div className="narrow">
        <h1>{t("cohort.createTitle")}</h1>
        <PlaceChoice {...choice} />
        <form method="post" id={ownFormId} />
      </div>
    );
  }
  const form = answer ?? { formId, typed: nothingTyped(), faults: [], slotFaults: [] };
  const query = new URLSearchParams({ program: place.programId, desa: place.villageCode, pusat: place.centerId });
  return (
    <div className="narrow">
      <h1>{t("cohort.createTitle")}</h1>
      <PlaceName place={place} />
      {choice.hasOthers ? (
        <p>
          <a className="touch" href="/mentor/rombel-baru">
            {t("cohort.placeOther")}
          </a>
        </p>
      ) : null}
      <FaultSummary isShown={form.faults.length > 0 || form.slotFaults.some(Boolean)} />
      <form method="post" action={`/mentor/rombel-baru?${query.toString()}`} className="card" id={ownFormId} data-unsaved={answer ? "ya" : ""}>
        <input type="hidden" name="formId" value={form.formId} />
        <input type="hidden" name="program" value={place.programId} />
        <input type="hidden" name="desa" value={place.villageCode} />
        <input type="hidden" name="pusat" value={place.centerId} />
        <Curriculum curricula={curricula} typed={form.typed} isFaulty={form.faults.includes("curriculum")} />
        {asksMentor ? (
          <Field
            id="mentor"
            name="mentor"
            label={t("cohort.fieldMentor")}
            hint={t("cohort.fieldMentorHint")}
            error={form.faults.includes("mentor") ? t("cohort.faultMentor") : undefined}
            defaultValue={form.typed.mentor}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        ) : null}
        <CohortFields {...form} zone={zoneOf(place.villageCode)} hours={hours} />
        <button type="submit" className="button-main">
          {t("cohort.createSubmit")}
        </button>
      </form>
      <UnsavedScript />
    </div>
  );
}

function Curriculum({ curricula, typed, isFaulty }: { curricula: { curriculumVersionId: string; title: string; year: number }[]; typed: TypedCohort; isFaulty: boolean }) {
  const { t } = useCopy();
  return (
    <div className="field">
      <label htmlFor="curriculum">{t("cohort.fieldCurriculum")}</label>
      <p className="hint" id="curriculum-hint">
        {t("cohort.fieldCurriculumHint")}
      </p>
      <select id="curriculum" name="curriculum" defaultValue={typed.curriculum || curricula[0]?.curriculumVersionId} aria-describedby="curriculum-hint" aria-invalid={isFaulty || undefined}>
        {curricula.map(({ curriculumVersionId, title, year }) => (
          <option key={curriculumVersionId} value={curriculumVersionId}>
            {t("cohort.curriculumYear", { year, title })}
          </option>
        ))}
      </select>
      {isFaulty ? <p className="error">{t("cohort.faultCurriculum")}</p> : null}
    </div>
  );
}
