import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

interface ShownNote {
  id: string;
  body: string;
  isForLearner: boolean;
  writtenAt: Date;
  writtenBy: string;
}

/** Notes about a learner, the newest first. */
export function NoteList({ notes }: { notes: readonly ShownNote[] }) {
  const { t, locale } = useCopy();
  if (notes.length === 0) return <p>{t("classroom.noNotes")}</p>;
  return (
    <ul className="notes">
      {notes.map((note) => (
        <li key={note.id}>
          {note.body}
          <br />
          <span className="muted">
            {t("classroom.noteBy", { name: note.writtenBy, date: formatDate(note.writtenAt, locale) })}. {note.isForLearner ? t("classroom.noteSeen") : t("classroom.noteHidden")}
          </span>
        </li>
      ))}
    </ul>
  );
}
