import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { attendanceStatuses, type LineFault, longestReason, type Mark, type TypedLine, usualMinutes } from "./attendance.ts";
import { attendedInWords, clockTime, momentInWords, statusWord } from "./attendance-words.ts";

/** A person of the roll as the form shows them. */
export interface FormLine {
  learnerId: string;
  number: number;
  name: string;
  typed: TypedLine;
  /** What holds now; null before anything was noted. */
  latest: Mark | null;
  /** The mark that the form was opened with; empty where there was none. */
  seenId: string;
  fault: LineFault | null;
  /** What another mentor wrote while this form was open. */
  clash: Mark | null;
  /** When they took back their consent: they are shown, but nothing can be entered. */
  withdrawnAt: Date | null;
  /** Their data were deleted: only what was noted counts. */
  isErased: boolean;
  /** They are in the cohort no more: what was noted of them is shown alone. */
  isElsewhere: boolean;
}

interface AttendanceFormProps {
  action: string;
  lines: readonly FormLine[];
  session: { startsAt: Date; minutes: number };
  villageCode: string;
  /** Whether the lines hold what was sent and not saved. */
  isUnsaved: boolean;
}

export const rollFormId = "daftar";
const reasonsId = "alasan-biasa";

/** The whole roll, one tap a person, in the order of the printed sheet. */
export function AttendanceForm({ action, lines, session, villageCode, isUnsaved }: AttendanceFormProps) {
  const { t } = useCopy();
  return (
    <form method="post" action={action} className="roll" id={rollFormId} data-unsaved={isUnsaved ? "ya" : ""}>
      <input type="hidden" name="startsAt" value={session.startsAt.toISOString()} />
      {/* What the Enter key presses: the first button of a form. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t("attendance.save")}
      </button>
      <p className="muted">{t("attendance.minutesIntro", { present: session.minutes, late: usualMinutes("late", session.minutes) })}</p>
      {lines.some(({ latest, withdrawnAt }) => !latest && !withdrawnAt) ? (
        <p className="row">
          <button type="submit" name="semua" value="hadir" className="button-quiet">
            {t("attendance.everybodyCame")}
          </button>
          <span className="muted">{t("attendance.everybodyCameHint")}</span>
        </p>
      ) : null}
      <ol className="plain">
        {lines.map((line) =>
          line.withdrawnAt || line.isErased || line.isElsewhere ? (
            <ClosedLine key={line.learnerId} line={line} />
          ) : (
            <Line key={line.learnerId} line={line} sessionMinutes={session.minutes} villageCode={villageCode} />
          ),
        )}
      </ol>
      <datalist id={reasonsId}>
        {[t("attendance.reasonSick"), t("attendance.reasonFamily"), t("attendance.reasonWork"), t("attendance.reasonEvent")].map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      <p className="roll-save">
        <button type="submit" className="button-main">
          {t("attendance.save")}
        </button>
      </p>
    </form>
  );
}

/** Somebody of whom nothing can be entered: why, what holds, and what was chosen just before that became so. */
function ClosedLine({ line: { learnerId, number, name, latest, typed, fault, withdrawnAt, isErased } }: { line: FormLine }) {
  const { t, locale } = useCopy();
  const status = attendanceStatuses.find((known) => known === typed.status);
  const chosen = status && [statusWord(status, t), typed.minutes, typed.reason].filter((part) => part !== "").join(", ");
  return (
    <li id={`baris-${learnerId}`} className={fault ? "line card wrong" : "line card"}>
      <p className="closed-line">
        <span className="roll-number">{number}</span> <strong>{name}</strong>
      </p>
      <p className="muted">
        {latest ? `${attendedInWords(latest, t)}. ` : null}
        {isErased ? t("attendance.erased") : withdrawnAt ? t("attendance.withdrawn", { date: formatDate(withdrawnAt, locale) }) : t("attendance.elsewhere")}
      </p>
      {fault && chosen ? <p className="error">{t("attendance.faultWithdrawn", { what: chosen })}</p> : null}
    </li>
  );
}

function Line({ line, sessionMinutes, villageCode }: { line: FormLine; sessionMinutes: number; villageCode: string }) {
  const { t, ...copy } = useCopy();
  const { learnerId, number, name, typed, latest, seenId, fault, clash } = line;
  const faultId = fault ? `${learnerId}-salah` : undefined;
  return (
    <li id={`baris-${learnerId}`} className={fault || clash ? "line card wrong" : "line card"}>
      <fieldset>
        <legend>
          <span className="roll-number">{number}</span> {name}
        </legend>
        <input type="hidden" name={`seen.${learnerId}`} value={seenId} />
        <span className="minutes">
          <label htmlFor={`${learnerId}-menit`}>
            {t("attendance.minutesLabel")} <span className="visually-hidden">{t("attendance.minutesOf", { name })}</span>
          </label>
          <input
            id={`${learnerId}-menit`}
            name={`minutes.${learnerId}`}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={typed.minutes}
            aria-invalid={fault === "minutes" ? true : undefined}
            aria-describedby={fault === "minutes" ? faultId : undefined}
          />
        </span>
        <div className="statuses">
          {attendanceStatuses.map((status) => (
            <span key={status}>
              <input type="radio" id={`${learnerId}-${status}`} name={`status.${learnerId}`} value={status} defaultChecked={typed.status === status} />
              <label htmlFor={`${learnerId}-${status}`} className={`status-${status}`}>
                {statusWord(status, t)}
              </label>
            </span>
          ))}
        </div>
        <p className="reason">
          <label htmlFor={`${learnerId}-alasan`}>
            {t("attendance.reasonLabel")} <span className="visually-hidden">{t("attendance.reasonOf", { name })}</span>
          </label>
          <input
            id={`${learnerId}-alasan`}
            name={`reason.${learnerId}`}
            list={reasonsId}
            maxLength={longestReason}
            autoComplete="off"
            defaultValue={typed.reason}
            aria-invalid={fault === "reason" ? true : undefined}
            aria-describedby={fault === "reason" ? faultId : undefined}
          />
        </p>
        {fault ? (
          <p className="error" id={faultId}>
            {fault === "minutes" ? t("attendance.faultMinutes", { most: sessionMinutes }) : t("attendance.faultReason")}
          </p>
        ) : null}
        {clash ? <p className="error">{t("attendance.clash", { who: clash.markedBy, what: attendedInWords(clash, t), time: clockTime(clash.markedAt, villageCode) })}</p> : null}
        {latest && !clash ? <p className="muted marked">{t("attendance.markedBy", { who: latest.markedBy, when: momentInWords(latest.markedAt, villageCode, { t, ...copy }) })}</p> : null}
      </fieldset>
    </li>
  );
}
