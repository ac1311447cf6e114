import { formatDate, formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { isKelurahan } from "#app/regions/kelurahan.ts";
import type { TargetLine } from "./target-list.ts";
import type { TargetOutcome, TargetPlan, TargetRefusal, Values } from "./plan-targets.ts";

/** More rows of a kind than anybody looks through are counted, not listed; refused ones are all listed. */
const mostListed = 100;

/** How many rows would do what, and which waves are new. */
export function ImportTotals({ preview: { counts, newWaves }, unreadColumns }: { preview: TargetPlan; unreadColumns: readonly string[] }) {
  const { t, locale } = useCopy();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <>
      <p className="headline">{t("plan.previewTotals", { added: number(counts.added), changed: number(counts.changed), same: number(counts.same), refused: number(counts.refused) })}</p>
      <p>{t("plan.previewUnchanged")}</p>
      {counts.refused > 0 ? (
        <p>
          <a className="touch" href="#ditolak">
            {t("plan.seeRefused")}
          </a>
        </p>
      ) : null}
      {newWaves.map((wave) => (
        <p key={wave.number}>
          {t("plan.newWave", { number: wave.number })} {wave.startsOn && wave.endsOn ? t("plan.waveDates", { from: formatDate(wave.startsOn, locale), to: formatDate(wave.endsOn, locale) }) : t("plan.waveNoDates")}
        </p>
      ))}
      {unreadColumns.length > 0 ? <p className="muted">{t("plan.unreadColumns", { titles: unreadColumns.join(", ") })}</p> : null}
    </>
  );
}

/** The rows by what they would do, refused ones first. */
export function ImportLists({ preview: { lines }, regionName }: { preview: Pick<TargetPlan, "lines">; regionName: string }) {
  const copy = useCopy();
  const { t } = copy;
  const of = (kind: TargetOutcome["kind"]) => lines.filter(({ outcome }) => outcome.kind === kind);
  return (
    <>
      <Lines id="ditolak" title={t("plan.listRefused")} lines={of("refused")} regionName={regionName} most={Infinity} />
      <Lines title={t("plan.listAdded")} lines={of("added")} regionName={regionName} most={mostListed} />
      <Lines title={t("plan.listChanged")} lines={of("changed")} regionName={regionName} most={mostListed} />
      <Lines title={t("plan.listSame")} lines={of("same")} regionName={regionName} most={mostListed} />
    </>
  );
}

function Lines({ id, title, lines, regionName, most }: { id?: string; title: string; lines: TargetPlan["lines"]; regionName: string; most: number }) {
  const copy = useCopy();
  const { t, locale } = copy;
  if (lines.length === 0) return null;
  return (
    <section className="next-part" id={id}>
      <h2>
        {title} <span className="muted">{t("plan.rowCount", { rows: formatNumber(lines.length, locale) })}</span>
      </h2>
      <table className="folding">
        <thead>
          <tr>
            <th scope="col">{t("plan.row")}</th>
            <th scope="col">{t("plan.code")}</th>
            <th scope="col">{t("plan.village")}</th>
            <th scope="col">{t("plan.outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map(({ line, outcome }) => (
            <tr key={line.line} className={outcome.kind === "refused" ? "refused" : undefined}>
              <td data-label={t("plan.row")}>{line.line}</td>
              <td data-label={t("plan.code")}>{line.code || ("villageCode" in outcome ? outcome.villageCode : t("plan.valueNone"))}</td>
              <td data-label={t("plan.village")}>{(outcome.village ?? line.village) || t("plan.valueNone")}</td>
              <td data-label={t("plan.outcome")}>{outcomeSentence(outcome, line, regionName, copy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > most ? <p className="muted">{t("plan.moreRows", { rows: formatNumber(lines.length - most, locale) })}</p> : null}
    </section>
  );
}

function outcomeSentence(outcome: TargetOutcome, line: TargetLine, region: string, copy: Copy): string {
  const { t } = copy;
  const places = { region, typed: line.village, village: outcome.village ?? "" };
  if (outcome.kind === "added") return `${valuesSentence(outcome.after, copy)}${isKelurahan(outcome.villageCode) ? `, ${t("plan.isKelurahan")}` : ""}`;
  if (outcome.kind === "changed") return t("plan.fromTo", { from: valuesSentence(outcome.before, copy), to: valuesSentence(outcome.after, copy) });
  if (outcome.kind === "same") return t("plan.standsSo");
  const says = outcome.refusals.some(({ code }) => aboutValues.has(code)) ? [cellsSentence(line, copy)] : [];
  return [...outcome.refusals.map((refusal) => refusalSentence(refusal, places, copy)), ...says].join(" ");
}

/** What is refused for its values, or beside another row's: the list's own words are told. */
const aboutValues = new Set<TargetRefusal["code"]>(["repeated", "learners", "wave", "date", "upsideDown", "waveDates", "datesWithoutWave"]);

function cellsSentence({ learners, wave, startsOn, endsOn }: TargetLine, { t }: Copy): string {
  const cells = [
    [t("plan.cellLearners"), learners],
    [t("plan.cellWave"), wave],
    [t("plan.cellStart"), startsOn],
    [t("plan.cellEnd"), endsOn],
  ] as const;
  return t("plan.listSays", { cells: cells.flatMap(([name, text]) => (text === "" ? [] : [`${name} “${text}”`])).join(", ") });
}

function valuesSentence({ learners, wave }: Values, { t, locale }: Copy): string {
  const people = formatNumber(learners, locale);
  return wave === null ? t("plan.valuesNoWave", { people }) : t("plan.values", { people, wave });
}

/** Why a row is refused, and what to do about it. */
function refusalSentence(refusal: TargetRefusal, places: { region: string; typed: string; village: string }, { t }: Copy): string {
  if (refusal.code === "repeated") return t("plan.refusedRepeated", { line: refusal.line ?? "" });
  if (refusal.code === "waveDates") return refusal.line === null ? t("plan.refusedWaveDates") : t("plan.refusedWaveDatesOf", { line: refusal.line });
  if (refusal.code === "retired" && refusal.successors?.length) return t("plan.refusedSucceeded", { codes: refusal.successors.map(({ code, name }) => t("plan.otherCode", { village: name, code })).join(", ") });
  return t(refusals[refusal.code], places);
}

const refusals = {
  codeWrong: "plan.refusedCode",
  codeMissing: "plan.refusedCodeMissing",
  nameUnknown: "plan.refusedNameUnknown",
  nameSeveral: "plan.refusedNameSeveral",
  otherName: "plan.refusedOtherName",
  unknown: "plan.refusedUnknown",
  retired: "plan.refusedRetired",
  outside: "plan.refusedOutside",
  learners: "plan.refusedLearners",
  learnersEmpty: "plan.refusedLearnersEmpty",
  wave: "plan.refusedWave",
  date: "plan.refusedDate",
  upsideDown: "plan.refusedUpsideDown",
  datesWithoutWave: "plan.refusedDatesWithoutWave",
} as const;
