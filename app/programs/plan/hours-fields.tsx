import { type CopyKey, useCopy } from "#app/i18n/translate.tsx";
import { readTime } from "#app/mentoring/cohort-form.ts";
import { weekdays } from "#app/mentoring/session-words.ts";
import type { Zone } from "#app/mentoring/village-clock.ts";
import { faultsOfHours, type HoursFault, laterWorkdays, type TypedDay, type TypedHours } from "./hours-form.ts";

/** A line for each day of the week. Most centres keep the same hours on workdays: then Monday's line is enough. */
export function HoursFields({ id, typed, isWrong, zone }: { id: string; typed: TypedHours; isWrong: boolean; zone: Zone }) {
  const { t } = useCopy();
  const faults = isWrong ? faultsOfHours(typed) : [];
  const lines = typed.days.map((day, index) => <DayLine key={index} id={`${id}-${index + 1}`} weekday={index + 1} typed={day} fault={faults[index] ?? null} />);
  return (
    <div className="hours">
      <p className="muted">{t("accounts.hoursHint", { zone })}</p>
      {lines[0]}
      <label className="touch same-hours">
        <input type="checkbox" name="same" value="ya" defaultChecked={typed.isSameOnWorkdays} /> {t("accounts.hoursSame")}
      </label>
      <div className="later-workdays">{laterWorkdays.map((weekday) => lines[weekday - 1])}</div>
      {lines.slice(5)}
    </div>
  );
}

const faultKeys: Record<HoursFault, CopyKey> = { half: "accounts.faultHoursHalf", time: "accounts.faultHoursTime", order: "accounts.faultHoursOrder" };

function DayLine({ id, weekday, typed, fault }: { id: string; weekday: number; typed: TypedDay; fault: HoursFault | null }) {
  const { t } = useCopy();
  return (
    <fieldset className="day">
      <legend>{t(weekdays[weekday - 1] ?? "cohort.monday")}</legend>
      <TimeField id={`opens-${id}`} name={`opens-${weekday}`} label={t("accounts.hoursOpens")} typed={typed.opens} errorId={fault ? `hours-error-${id}` : undefined} />
      <TimeField id={`closes-${id}`} name={`closes-${weekday}`} label={t("accounts.hoursCloses")} typed={typed.closes} errorId={fault ? `hours-error-${id}` : undefined} />
      {fault ? (
        <p className="error" id={`hours-error-${id}`}>
          {t(faultKeys[fault])}
        </p>
      ) : null}
    </fieldset>
  );
}

/** What is no time is shown in a field for text: a field for times would drop it. */
function TimeField({ id, name, label, typed, errorId }: { id: string; name: string; label: string; typed: string; errorId: string | undefined }) {
  const time = readTime(typed);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} type={time || typed === "" ? "time" : "text"} autoComplete="off" defaultValue={time ?? typed} aria-invalid={errorId ? true : undefined} aria-describedby={errorId} />
    </div>
  );
}
