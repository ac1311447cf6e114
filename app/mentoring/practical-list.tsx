import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

interface PracticalListProps {
  tasks: readonly { lessonId: string; title: string; byLearner: Date | null; byMentor: Date | null; mentorName: string | null }[];
  learnerId: string;
  /** Where a tick goes; null for who may only look. */
  path: string | null;
}

/** The tasks that a learner does on their own phone, with who says that they are done. */
export function PracticalList({ tasks, learnerId, path }: PracticalListProps) {
  const { t, locale } = useCopy();
  if (tasks.length === 0) return <p>{t("classroom.noTasks")}</p>;
  return (
    <div className="wide">
      <table className="folding tasks">
        <thead>
          <tr>
            <th scope="col">{t("classroom.lesson")}</th>
            <th scope="col">{t("classroom.byLearner")}</th>
            <th scope="col">{t("classroom.byMentor")}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map(({ lessonId, title, byLearner, byMentor, mentorName }) => (
            <tr key={lessonId}>
              <th scope="row">{title}</th>
              <td data-label={t("classroom.byLearner")}>{byLearner ? t("classroom.tickedOn", { date: formatDate(byLearner, locale) }) : t("classroom.taskNone")}</td>
              <td data-label={t("classroom.byMentor")}>
                {byMentor ? t("classroom.tickedBy", { name: mentorName ?? "", date: formatDate(byMentor, locale) }) : t("classroom.taskNone")}{" "}
                {path ? (
                  <form method="post" action={path} className="no-print">
                    <input type="hidden" name="peserta" value={learnerId} />
                    <input type="hidden" name="pelajaran" value={lessonId} />
                    <input type="hidden" name="dari" value="peserta" />
                    <button type="submit" name="tugas" value={byMentor ? "dibatalkan" : "disaksikan"} className="button-quiet">
                      {byMentor ? t("classroom.taskWithdraw") : t("classroom.taskTick")} <span className="visually-hidden">{title}</span>
                    </button>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
