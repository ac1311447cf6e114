import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import type { ToldChange } from "#db/program-changes.ts";
import type { ChangedValues } from "#db/programs-schema.ts";
import { stageNames } from "./plan-parts.tsx";

type Curriculum = { id: string; year: number; title: string };

/** What was changed, by whom, when and why; newest first. */
export function History({ changes, curricula = [] }: { changes: readonly ToldChange[]; curricula?: readonly Curriculum[] }) {
  const copy = useCopy();
  const { t, locale } = copy;
  if (changes.length === 0) return <p className="muted">{t("plan.historyNone")}</p>;
  return (
    <ul className="history">
      {changes.map((change) => (
        <li key={change.id}>
          <p>
            <strong>{changeSentence(named(change, curricula, copy), copy)}</strong>
          </p>
          {change.reason === change.after["source"] ? null : <p>{t("plan.historyReason", { reason: change.reason })}</p>}
          <p className="muted">{t("plan.historyBy", { name: change.changedBy, date: formatDate(change.changedAt, locale), time: formatTime(change.changedAt, locale) })}</p>
        </li>
      ))}
    </ul>
  );
}

/** The change with curricula by their titles, where it is about them. */
function named(change: ToldChange, curricula: readonly Curriculum[], { t }: Copy): ToldChange {
  const titled = (values: ChangedValues): ChangedValues => {
    if (typeof values["curricula"] !== "string") return values;
    const ids = values["curricula"].split(", ");
    return { ...values, curricula: curricula.filter(({ id }) => ids.includes(id)).map(({ year, title }) => t("plan.curriculum", { year, title })).join("; ") };
  };
  return { ...change, before: titled(change.before), after: titled(change.after) };
}

/** What a change did, in one sentence. */
function changeSentence({ kind, before, after }: ToldChange, copy: Copy): string {
  const { t } = copy;
  const [from, to] = [valuesText(before, copy), valuesText(after, copy)];
  switch (kind) {
    case "village.add":
      return t("plan.didAdd", { to });
    case "village.change":
      return t("plan.didChange", { from, to });
    case "village.remove":
      return t("plan.didRemove", { from });
    case "stage.enter":
    case "stage.change":
    case "stage.withdraw":
      return stageSentence(kind, before, after, copy);
    case "wave.add":
      return t("plan.didWaveAdd", { to });
    case "wave.change":
      return t("plan.didWaveChange", { from, to });
    case "wave.remove":
      return t("plan.didWaveRemove", { from });
    case "program.create":
      return t("plan.didCreate");
    case "program.change":
      return t("plan.didProgram", { from, to });
  }
}

function stageSentence(kind: "stage.enter" | "stage.change" | "stage.withdraw", before: ChangedValues, after: ChangedValues, { t, locale }: Copy): string {
  const stage = t(stageNames[after["stage"] as keyof typeof stageNames]);
  const day = (values: ChangedValues) => formatDate(String(values["reachedOn"]), locale);
  if (kind === "stage.enter") return t("plan.didStage", { stage, date: day(after), source: String(after["source"]) });
  if (kind === "stage.change") return t("plan.didStageChange", { stage, from: day(before), to: day(after), source: String(after["source"]) });
  return t("plan.didStageWithdraw", { stage, from: day(before) });
}

/** Values with their names, such as `target 20 orang, gelombang 2`. */
function valuesText(values: ChangedValues, copy: Copy): string {
  return Object.entries(values)
    .map(([key, value]) => `${key in valueNames ? copy.t(valueNames[key as keyof typeof valueNames]) : key} ${valueText(value, copy)}`)
    .join(", ");
}

function valueText(value: string | number | null, { t, locale }: Copy): string {
  if (value === null || value === "") return t("plan.valueNone");
  if (typeof value === "number") return formatNumber(value, locale);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
}

const valueNames = {
  learners: "plan.valueLearners",
  wave: "plan.valueWave",
  number: "plan.valueNumber",
  name: "plan.valueName",
  startsOn: "plan.valueStartsOn",
  endsOn: "plan.valueEndsOn",
  ownerName: "plan.valueOwner",
  partners: "plan.valuePartners",
  curricula: "plan.valueCurricula",
  fields: "plan.valueFields",
  affiliations: "plan.valueAffiliations",
  event: "plan.valueEvent",
} as const;
