import type { CopyKey } from "#app/i18n/translate.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import { type CohortFault, type CohortFaults, leastMinutes, mostCapacity, mostMinutes, type SlotFault, type TypedCohort, type TypedSlot } from "./cohort-form.ts";
import type { OpenDay } from "./opening-hours.ts";
import { openingTimes, weekdays } from "./session-words.ts";
import type { Zone } from "./village-clock.ts";

interface CohortFieldsProps extends CohortFaults {
  typed: TypedCohort;
  zone: Zone;
  /** When the center is open, as far as it is recorded. */
  hours: readonly OpenDay[];
}

/** Name, dates, places and weekly schedule of a cohort, with what is wrong beside each. */
export function CohortFields({ typed, faults, slotFaults, zone, hours }: CohortFieldsProps) {
  const copy = useCopy();
  const { t } = copy;
  const has = (...some: CohortFault[]) => some.find((fault) => faults.includes(fault));
  const nameFault = has("name", "nameTaken");
  const endFault = has("endsOn", "endsBefore", "tooLong", "noSessions");
  return (
    <>
      <Field
        id="name"
        name="name"
        label={t("cohort.fieldName")}
        hint={t("cohort.fieldNameHint")}
        error={nameFault && t(nameFault === "name" ? "cohort.faultName" : "cohort.faultNameTaken")}
        defaultValue={typed.name}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="words"
      />
      <div className="pair">
        <Field
          id="startsOn"
          name="startsOn"
          type="date"
          label={t("cohort.fieldStartsOn")}
          error={has("startsOn") && t("cohort.faultStartsOn")}
          defaultValue={typed.startsOn}
        />
        <Field id="endsOn" name="endsOn" type="date" label={t("cohort.fieldEndsOn")} error={endFault && t(endFaults[endFault as keyof typeof endFaults])} defaultValue={typed.endsOn} />
      </div>
      <Field
        id="capacity"
        name="capacity"
        label={t("cohort.fieldCapacity")}
        hint={t("cohort.fieldCapacityHint")}
        error={has("capacity") && t("cohort.faultCapacity", { most: mostCapacity })}
        defaultValue={typed.capacity}
        inputMode="numeric"
        autoComplete="off"
      />
      <h2 id="jadwal-mingguan">{t("cohort.slotsTitle")}</h2>
      <p className="muted">{t("cohort.slotsIntro", { zone })}</p>
      {hours.length > 0 ? <p>{openingTimes(hours, zone, copy)}</p> : null}
      {has("noSlots") ? <p className="error">{t("cohort.faultNoSlots")}</p> : null}
      <SlotLines slots={typed.slots} slotFaults={slotFaults} />
    </>
  );
}

const endFaults = { endsOn: "cohort.faultEndsOn", endsBefore: "cohort.faultEndsBefore", tooLong: "cohort.faultTooLong", noSessions: "cohort.faultNoSessions" } as const;

/** Two lines are open; whoever meets more often unfolds the rest. */
function SlotLines({ slots, slotFaults }: { slots: readonly TypedSlot[]; slotFaults: readonly (SlotFault | null)[] }) {
  const { t } = useCopy();
  const lines = slots.map((slot, index) => <SlotLine key={index} line={index + 1} slot={slot} fault={slotFaults[index] ?? null} />);
  const isUnfolded = slots.slice(2).some((slot) => slot.weekday !== "" || slot.startsAt !== "");
  return (
    <>
      {lines.slice(0, 2)}
      <details className="more" open={isUnfolded}>
        <summary>{t("cohort.slotMore")}</summary>
        {lines.slice(2)}
      </details>
    </>
  );
}

const slotFaultKeys: Record<SlotFault, CopyKey> = { weekday: "cohort.faultSlotWeekday", time: "cohort.faultSlotTime", minutes: "cohort.faultSlotMinutes", together: "cohort.faultSlotTogether", midnight: "cohort.faultMidnight" };

function SlotLine({ line, slot, fault }: { line: number; slot: TypedSlot; fault: SlotFault | null }) {
  const { t } = useCopy();
  const at = (name: string) => `${name}-${line}`;
  const describedBy = fault ? { "aria-invalid": true, "aria-describedby": at("slot-error") } : {};
  return (
    <fieldset className="slot">
      <legend>{t("cohort.slotLine", { line })}</legend>
      <div className="field">
        <label htmlFor={at("weekday")}>{t("cohort.slotWeekday")}</label>
        <select id={at("weekday")} name="weekday" defaultValue={slot.weekday} {...(fault === "weekday" ? describedBy : {})}>
          <option value="">{t("cohort.slotNoDay")}</option>
          {weekdays.map((key, index) => (
            <option key={key} value={index + 1}>
              {t(key)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={at("slotTime")}>{t("cohort.slotTime")}</label>
        <input id={at("slotTime")} name="slotTime" type="time" defaultValue={slot.startsAt} {...(fault === "time" || fault === "together" || fault === "midnight" ? describedBy : {})} />
      </div>
      <div className="field">
        <label htmlFor={at("slotMinutes")}>{t("cohort.slotMinutes")}</label>
        <input id={at("slotMinutes")} name="slotMinutes" type="text" inputMode="numeric" autoComplete="off" defaultValue={slot.minutes} {...(fault === "minutes" ? describedBy : {})} />
      </div>
      {fault ? (
        <p className="error" id={at("slot-error")}>
          {t(slotFaultKeys[fault], fault === "minutes" ? { least: leastMinutes, most: mostMinutes } : {})}
        </p>
      ) : null}
    </fieldset>
  );
}

/** What stands above a form that came back with something to mend. */
export function FaultSummary({ isShown }: { isShown: boolean }) {
  const { t } = useCopy();
  return isShown ? (
    <p className="notice notice-error" role="alert">
      {t("cohort.faultSummary")}
    </p>
  ) : null;
}
