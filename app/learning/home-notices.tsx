import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

/** What the learner just said about a task on their phone; `undo` is where they take it back, null once they did. */
export function TaskNotice({ undo }: { undo: string | null }) {
  const { t } = useCopy();
  return (
    <div className="notice notice-ok" role="status">
      <p>{undo ? t("classroom.ownTaskSaved") : t("classroom.ownTaskUndone")}</p>
      {undo ? (
        <form method="post" action={undo}>
          <button type="submit" name="tugas" value="batal" className="button-plain">
            {t("classroom.ownTaskUndo")}
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** What mentors wrote for the learner to read. */
export function MentorNotes({ notes }: { notes: readonly { id: string; body: string; writtenBy: string; writtenAt: Date }[] }) {
  const { t, locale } = useCopy();
  if (notes.length === 0) return null;
  return (
    <section className="card" aria-labelledby="pesan">
      <h2 id="pesan">{t("classroom.noteFromMentor")}</h2>
      {notes.map(({ id, body, writtenBy, writtenAt }) => (
        <p key={id}>
          {body}
          <br />
          <span className="muted">{t("classroom.noteBy", { name: writtenBy, date: formatDate(writtenAt, locale) })}</span>
        </p>
      ))}
    </section>
  );
}
