import { useCopy } from "#app/i18n/translate.tsx";
import { type ClassRow, type ClassRows, rankOf } from "./class-row.ts";

interface ClassTableProps {
  learners: readonly { learnerId: string; number: number; name: string }[];
  rows: ClassRows;
  cohortPath: string;
  mayWrite: boolean;
  /** In seconds since the epoch. */
  now: number;
}

/**
 * The class, those who call first. Everybody of the cohort has a row, hidden while they are not here, so that
 * class-board.js only fills rows; `data-f` names the field that a place shows.
 */
export function ClassTable({ learners, rows, cohortPath, mayWrite, now }: ClassTableProps) {
  const { t } = useCopy();
  const lines = learners.flatMap((learner) => {
    const row = rows[learner.number];
    return row ? [{ ...learner, row }] : [];
  });
  lines.sort((a, b) => rankOf(a.row) - rankOf(b.row) || (a.row.helpAt ?? 0) - (b.row.helpAt ?? 0) || a.number - b.number);
  return (
    <div className="wide">
      <table className="folding class-board" data-minutes={t("classroom.minutesValue", { count: 2 }).replace("2", "#")} data-waiting={t("classroom.waiting", { count: 2 }).replace("2", "#")} data-quiet={t("classroom.quiet", { count: 2 }).replace("2", "#")}>
        <caption>{t("classroom.tableCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("classroom.name")}</th>
            <th scope="col">{t("classroom.state")}</th>
            <th scope="col">{t("classroom.where")}</th>
            <th scope="col">{t("classroom.minutes")}</th>
            <th scope="col">{t("classroom.lastResult")}</th>
            <th scope="col">{t("classroom.task")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ learnerId, number, name, row }) => (
            <tr key={learnerId} data-n={number} hidden={rankOf(row) === 3} className={rankOf(row) < 2 ? "needs-help" : undefined}>
              <th scope="row">
                <a className="touch" href={`${cohortPath}/peserta/${learnerId}`}>
                  {name}
                </a>
              </th>
              <td className="state">
                <State row={row} learner={{ learnerId, name }} path={mayWrite ? `${cohortPath}/kelas` : null} now={now} />
              </td>
              <td data-label={t("classroom.where")}>
                <div>
                  <span data-f="p">{row.place}</span>
                  <br />
                  <span data-f="s">{row.screen}</span>
                </div>
              </td>
              <td data-label={t("classroom.minutes")} data-f="t" data-at={row.since ?? ""}>
                {row.since === null ? "" : t("classroom.minutesValue", { count: minutesBetween(row.since, now) })}
              </td>
              <td data-label={t("classroom.lastResult")} data-f="r">
                {row.result}
              </td>
              <td data-label={t("classroom.task")}>
                <Task row={row} learner={{ learnerId, name }} path={mayWrite ? `${cohortPath}/kelas` : null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function minutesBetween(then: number, now: number): number {
  return Math.max(0, Math.floor((now - then) / 60));
}

interface CellProps {
  row: ClassRow;
  learner: { learnerId: string; name: string };
  /** Where its form goes; null for who may only look. */
  path: string | null;
}

function State({ row, learner, path, now }: CellProps & { now: number }) {
  const { t } = useCopy();
  return (
    <>
      <div data-show="h" hidden={row.helpAt === null}>
        <strong>{t("classroom.calls")}</strong>{" "}
        <span data-f="h" data-at={row.helpAt ?? ""}>
          {row.helpAt === null ? "" : t("classroom.waiting", { count: Math.max(1, minutesBetween(row.helpAt, now)) })}
        </span>{" "}
        <span data-f="q">{row.helpPlace}</span>
        {path ? (
          <form method="post" action={path}>
            <input type="hidden" name="peserta" value={learner.learnerId} />
            <button type="submit" name="tugas" value="dibantu">
              {t("classroom.helped")} <span className="visually-hidden">{t("classroom.helpedFor", { name: learner.name })}</span>
            </button>
          </form>
        ) : null}
      </div>
      <div data-show="k" hidden={row.stuck === ""}>
        <strong>{t("classroom.stuck")}</strong> <span data-f="k">{row.stuck}</span>
      </div>
      <span data-show="d" hidden={row.quietAt === null} data-f="d" data-at={row.quietAt ?? ""}>
        {row.quietAt === null ? "" : t("classroom.quiet", { count: minutesBetween(row.quietAt, now) })}
      </span>
      <span data-show="ok" hidden={rankOf(row) !== 2 || row.quietAt !== null}>
        {t("classroom.fine")}
      </span>
    </>
  );
}

function Task({ row, learner, path }: CellProps) {
  const { t } = useCopy();
  const isSeen = row.ticks.includes("m");
  return (
    <div data-show="l" hidden={row.lessonId === ""}>
      <span data-show="yl" hidden={!row.ticks.includes("l")}>
        {t("classroom.taskByLearner")}{" "}
      </span>
      <span data-show="ym" hidden={!isSeen}>
        {t("classroom.taskByMentor")}
      </span>
      {path ? (
        <form method="post" action={path}>
          <input type="hidden" name="peserta" value={learner.learnerId} />
          <input type="hidden" name="pelajaran" value={row.lessonId} data-f="l" />
          <button type="submit" name="tugas" value="disaksikan" className="button-quiet" data-show="no" hidden={isSeen}>
            {t("classroom.taskTick")} <span className="visually-hidden">{t("classroom.helpedFor", { name: learner.name })}</span>
          </button>
          <button type="submit" name="tugas" value="dibatalkan" className="button-quiet" data-show="ym" hidden={!isSeen}>
            {t("classroom.taskWithdraw")} <span className="visually-hidden">{t("classroom.helpedFor", { name: learner.name })}</span>
          </button>
        </form>
      ) : null}
    </div>
  );
}
