import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound } from "#app/accounts/access.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import classUrl from "#app/mentoring/class-board.css?url";
import { requireLearnerOfMentor } from "#app/mentoring/learner-of-mentor.server.ts";
import { readNote } from "#app/mentoring/note-form.ts";
import { NoteList } from "#app/mentoring/note-list.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertNote, listNotes } from "#db/learner-notes.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: classUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `Catatan: ${loaded?.name ?? ""} · Melek Desa` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const { learnerId, name } = learner;
  const notes = await listNotes(db, { villageCode: cohort.villageCode, learnerId });
  const back = `/mentor/rombel/${cohort.cohortId}/peserta/${learnerId}`;
  return { name, notes, back, formId: newId(), isSaved: new URL(request.url).searchParams.has("tersimpan") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, cohort, learner } = await requireLearnerOfMentor(db, request, params);
  const sent = await request.formData();
  const [id, typed, isForLearner] = [sentText(sent, "formId"), sentText(sent, "catatan", mostKept), sent.has("bolehLihat")];
  if (!isId(id)) throw notFound();
  const read = readNote(typed);
  if ("fault" in read) return data({ ...read, formId: id, typed, isForLearner }, { status: 400 });
  const { learnerId } = learner;
  await insertNote(db, { villageCode: cohort.villageCode, learnerId, id, body: read.body, isForLearner, staffId: staff.staffId, now: new Date() });
  return redirect(`/mentor/rombel/${cohort.cohortId}/peserta/${learnerId}/catatan?tersimpan`, 303);
}

/** Of what is too long for a note, so much comes back to be shortened, in characters. */
const mostKept = 20_000;

export default function Notes() {
  const { name, notes, back, formId, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  return (
    <div className="narrow">
      <p>
        <a className="touch" href={back}>
          {t("mentor.backToLearner", { name })}
        </a>
      </p>
      <h1>{t("classroom.notesTitle")}</h1>
      {isSaved && !answer ? (
        <p className="notice notice-ok" role="status">
          {t("classroom.noteSaved")}
        </p>
      ) : null}
      <form method="post" action={`${back}/catatan`}>
        <input type="hidden" name="formId" value={answer?.formId ?? formId} />
        <div className="field">
          <label htmlFor="catatan">{t("classroom.noteLabel", { name })}</label>
          <p className="muted" id="catatan-petunjuk">
            {t("classroom.noteHint")}
          </p>
          {answer ? (
            <p className="error" id="catatan-salah" role="alert">
              {answer.fault === "empty" ? t("classroom.noteFaultEmpty") : t("classroom.noteFaultLong", { count: answer.count })}
            </p>
          ) : null}
          <textarea id="catatan" name="catatan" rows={4} defaultValue={answer?.typed ?? ""} aria-describedby={answer ? "catatan-petunjuk catatan-salah" : "catatan-petunjuk"} aria-invalid={answer ? true : undefined} />
        </div>
        <p>
          <label className="check">
            <input type="checkbox" name="bolehLihat" value="ya" defaultChecked={answer?.isForLearner ?? false} />
            {t("classroom.noteForLearner")}
          </label>
        </p>
        <button type="submit">{t("classroom.noteSave")}</button>
      </form>
      <NoteList notes={notes} />
    </div>
  );
}
