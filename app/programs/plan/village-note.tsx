import { formatDate, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Target, Wave } from "#db/program-targets.ts";
import type { Stalled } from "../pictures/stalled.ts";
import { reasonTexts, sinceText } from "../pictures/stalled-table.tsx";
import { waveTitle } from "./plan-parts.tsx";

export interface VillageNoteProps {
  /** Where the village's plan stands. */
  path: string;
  /** Null of a village that is no target. */
  target: Pick<Target, "learners"> | null;
  wave: Wave | null;
  stalled: Stalled | null;
  /** The names of who mentors there now, each once; null for who may not read them. */
  mentors: readonly string[] | null;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** What a program plans for a village, and why it stands still if it does, beside its figures. */
export function VillageNote({ path, target, wave, stalled, mentors, today }: VillageNoteProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  return (
    <div className={stalled ? "notice notice-warn narrow" : "card narrow"}>
      {stalled ? <StalledSentence stalled={stalled} today={today} /> : null}
      <p>
        {target ? t("plan.targetSentence", { people: formatNumber(target.learners, locale) }) : t("plan.notTarget")} {wave ? `${waveTitle(wave, copy)}.` : target ? t("plan.noWaveSentence") : null}{" "}
        {wave?.startsOn && wave.endsOn ? t("plan.waveDates", { from: formatDate(wave.startsOn, locale), to: formatDate(wave.endsOn, locale) }) : null}
      </p>
      {mentors ? <p>{mentors.length > 0 ? t("plan.mentorsHere", { names: mentors.join(", ") }) : t("plan.cohortNoMentor")}</p> : null}
      <p className="no-print">
        <a className="touch" href={path}>
          {t("plan.villageLink")}
        </a>
      </p>
    </div>
  );
}

/** That a village stands still, since when and why. */
export function StalledSentence({ stalled, today }: { stalled: Stalled; today: string }) {
  const copy = useCopy();
  return (
    <p>
      <strong>{copy.t("plan.stalled", { since: sinceText(stalled.since, today, copy) })}</strong> {copy.t(reasonTexts[stalled.reason])}
    </p>
  );
}
