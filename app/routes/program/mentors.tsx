import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireProgramLead } from "#app/accounts/access.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { doneByStaff, ownProgress } from "#app/learning/own-learning.ts";
import { LevelForm } from "#app/mentoring/level-form.tsx";
import { LevelList } from "#app/mentoring/level-list.tsx";
import { ToCoaching } from "#app/mentoring/mentor-pages.tsx";
import { readLevel, standingOf, type TypedLevel } from "#app/mentoring/mentor-level.ts";
import trainingUrl from "#app/mentoring/training.css?url";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertMentorLevel, isProgramMentor, listProgramMentors, withdrawMentorLevel } from "#db/mentor-levels.ts";
import { listStaffLearning } from "#db/staff-learning.ts";

export const links = () => [{ rel: "stylesheet", href: trainingUrl }];
export const meta: MetaFunction = () => [{ title: "Pendamping · Melek Desa" }];

/** The mentors of a program with their levels, for who answers for the program. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { program } = await requireProgramLead(request, params["program"]);
  const mentors = await listProgramMentors(db, program.id);
  const learning = await listStaffLearning(db, mentors.map(({ staffId }) => staffId));
  const { searchParams } = new URL(request.url);
  const nameOf = (key: string) => mentors.find(({ staffId }) => staffId === searchParams.get(key))?.name ?? null;
  return {
    program: { id: program.id, name: program.name },
    today: dayOf(new Date()),
    recorded: nameOf("tercatat"),
    withdrawn: nameOf("dihapus"),
    hasEnded: searchParams.has("berakhir"),
    mentors: mentors.map((mentor) => {
      const done = doneByStaff(learning.get(mentor.staffId) ?? { lessonIds: [], passedModuleIds: [] });
      return { ...mentor, formId: newId(), progress: ownProgress(catalog().mentorCurricula, done) };
    }),
  };
}

/** Enters a level of one of the program's mentors, or takes one back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, program } = await requireProgramLead(request, params["program"]);
  const sent = await request.formData();
  const [staffId, formId] = [sentText(sent, "staffId"), sentText(sent, "formId")];
  if (!isId(staffId) || !isId(formId) || !(await isProgramMentor(db, program.id, staffId))) throw notFound();
  const [by, now, page] = [staff.staffId, new Date(), `/program/${program.id}/pendamping`];
  if (sentText(sent, "do") === "withdraw") {
    await db.transaction().execute((trx) => withdrawMentorLevel(trx, { id: formId, staffId, by, at: now }));
    return redirect(`${page}?dihapus=${staffId}#p-${staffId}`);
  }
  const form = { staffId, formId, typed: typedIn(sent) };
  const read = readLevel(form.typed, dayOf(now));
  if ("faults" in read) return data({ ...form, faults: read.faults }, { status: 400 });
  const kept = await db.transaction().execute((trx) => insertMentorLevel(trx, { id: formId, staffId, recordedBy: by, recordedAt: now, ...read.level }));
  if (kept === "known") return data({ ...form, faults: ["twice" as const] }, { status: 409 });
  return redirect(`${page}?tercatat=${staffId}#p-${staffId}`);
}

function typedIn(sent: FormData): TypedLevel {
  const text = (name: string) => sentText(sent, name);
  return { programme: text("programme"), level: text("level"), number: text("number"), issuedOn: text("issuedOn"), expiresOn: text("expiresOn") };
}

const nothingTyped: TypedLevel = { programme: "", level: "", number: "", issuedOn: "", expiresOn: "" };

export default function Mentors() {
  const { program, mentors, today, recorded, withdrawn, hasEnded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const lapsing = mentors.filter(({ levels }) => levels.some((level) => standingOf(level, today) !== "valid")).length;
  return (
    <>
      <p>
        <a className="touch" href={`/program/${program.id}`}>
          {program.name}
        </a>
      </p>
      <h1>{t("training.mentorsTitle")}</h1>
      {recorded && !answer ? <p className="notice notice-ok narrow" role="status">{t("training.recorded", { name: recorded })}</p> : null}
      {withdrawn && !answer ? <p className="notice notice-ok narrow" role="status">{t("training.withdrawn", { name: withdrawn })}</p> : null}
      {hasEnded && !answer ? <p className="notice notice-ok narrow" role="status">{t("accounts.ended")}</p> : null}
      <p>
        <a className="button" href={`/program/${program.id}/pendamping/baru`}>
          {t("accounts.registerTitle")}
        </a>
      </p>
      <p className="narrow">{mentors.length === 0 ? t("training.noMentors") : t("training.mentorsIntro")}</p>
      <ToCoaching programId={program.id} />
      {lapsing > 0 ? <p className="warn">{t("training.expiringCount", { count: lapsing })}</p> : null}
      <datalist id="program-pendamping">
        {["Pandu Digital", "Pandu Literasi Digital", "Duta Digital", "Kader Digital"].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="columns">
        {mentors.map((mentor) => (
          <Mentor key={mentor.staffId} programId={program.id} mentor={mentor} today={today} answer={answer?.staffId === mentor.staffId ? answer : undefined} />
        ))}
      </div>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Answer = ReturnType<typeof useActionData<typeof action>>;

function Mentor({ programId, mentor, today, answer }: { programId: string; mentor: Loaded["mentors"][number]; today: string; answer: Answer }) {
  const { t } = useCopy();
  const { staffId, name, cohorts, levels, progress } = mentor;
  const { formId, typed, faults } = answer ?? { formId: mentor.formId, typed: nothingTyped, faults: [] };
  return (
    <article className="card mentors" id={`p-${staffId}`}>
      <h2>{name}</h2>
      <p className="muted">
        {t("training.cohorts", { count: cohorts })}. {t("training.learned", { ...progress })}.
      </p>
      <p>
        <a className="touch" href={`/program/${programId}/pendamping/${staffId}`}>
          {t("accounts.accountOf", { name })}
        </a>
      </p>
      {levels.length === 0 ? <p className="muted">{t("training.noLevelsOf")}</p> : null}
      <LevelList
        levels={levels}
        today={today}
        after={(level) => (
          <details>
            <summary>{t("training.mistaken")}</summary>
            <form method="post">
              <input type="hidden" name="staffId" value={staffId} />
              <input type="hidden" name="formId" value={level.id} />
              <button type="submit" name="do" value="withdraw" className="button-quiet">
                {t("training.withdraw", { programme: level.programme, level: level.level })}
              </button>
            </form>
          </details>
        )}
      />
      <details open={answer !== undefined}>
        <summary>{t("training.addLevelFor", { name })}</summary>
        <LevelForm staffId={staffId} formId={formId} typed={typed} faults={faults} />
      </details>
    </article>
  );
}
