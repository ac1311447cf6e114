import type { ReactNode } from "react";
import { formatDate, formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { MissingRegion, RegionDifference } from "#db/region-difference.ts";
import { changeSentence, lineFaultSentence } from "./decree-sentences.ts";
import { kindWord } from "./region-words.ts";

/** Names of figures and the figures. */
export function Totals({ totals }: { totals: readonly (readonly [label: string, count: number])[] }) {
  const { locale } = useCopy();
  return (
    <dl className="region-totals">
      {totals.map(([label, count]) => (
        <div key={label}>
          <dt className="muted">{label}</dt>
          <dd>{formatNumber(count, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function DifferenceTotals({ counts }: Pick<RegionDifference, "counts">) {
  const { t } = useCopy();
  return (
    <Totals
      totals={[
        [t("regions.totalLines"), counts.lines],
        [t("regions.totalSame"), counts.same],
        [t("regions.totalNew"), counts.new],
        [t("regions.totalRenamed"), counts.renamed],
        [t("regions.totalRestored"), counts.restored],
        [t("regions.totalChanges"), counts.changes],
        [t("regions.totalReplaced"), counts.replaced],
        [t("regions.totalMissing"), counts.missing],
        [t("regions.totalFaults"), counts.faults],
      ]}
    />
  );
}

/** What a file changes by itself, and which of its rows are left out. */
export function DifferenceLists({ difference }: { difference: Omit<RegionDifference, "missing"> }) {
  const { t, locale } = useCopy();
  const { counts, added, renamed, restored, changes, replaced, faults } = difference;
  return (
    <>
      <Section title={t("regions.sectionFaults")} count={counts.faults}>
        {faults.map((line) => (
          <li key={line.line}>
            {t("regions.faultLine", { line: line.line, text: [line.typed, line.name].filter(Boolean).join(" ") || "…" })} <strong>{lineFaultSentence(line, t)}</strong>
          </li>
        ))}
      </Section>
      <Section title={t("regions.sectionChanges")} count={counts.changes} note={t("regions.changesNote")}>
        {changes.map((change) => (
          <li key={`${change.oldCode} ${change.newCode}`}>{changeSentence(change, t)}</li>
        ))}
      </Section>
      <Section title={t("regions.sectionReplaced")} count={counts.replaced}>
        {replaced.map((region) => (
          <li key={region.code}>
            <Code>{region.code}</Code> {region.name} <WhatIsThere region={region} />
          </li>
        ))}
      </Section>
      <Section title={t("regions.sectionRenamed")} count={counts.renamed}>
        {renamed.map(({ code, name, oldName }) => (
          <li key={code}>
            <Code>{code}</Code> {t("regions.renamedLine", { name, oldName })}
          </li>
        ))}
      </Section>
      <Section title={t("regions.sectionRestored")} count={counts.restored}>
        {restored.map(({ code, name, retiredOn }) => (
          <li key={code}>
            <Code>{code}</Code> {t("regions.restoredLine", { name, date: formatDate(retiredOn, locale) })}
          </li>
        ))}
      </Section>
      <Section title={t("regions.sectionNew")} count={counts.new}>
        {added.map((region) => (
          <li key={region.code}>
            <Code>{region.code}</Code> {region.kind === "province" ? t("regions.newProvince", { name: region.name }) : t("regions.newLine", { name: region.name, kind: kindWord(region, t), parent: region.parent })}
          </li>
        ))}
      </Section>
    </>
  );
}

interface SectionProps {
  title: string;
  count: number;
  note?: string;
  children: ReactNode[];
}

function Section({ title, count, note, children }: SectionProps) {
  const { t, locale } = useCopy();
  if (count === 0) return null;
  return (
    <>
      <h2>
        {title} ({formatNumber(count, locale)})
      </h2>
      {note ? <p className="muted">{note}</p> : null}
      {count > children.length ? <p className="muted">{t("regions.shownFirst", { shown: formatNumber(children.length, locale), count: formatNumber(count, locale) })}</p> : null}
      <ul className="plain region-lines">{children}</ul>
    </>
  );
}

/** What the file does not name, each with a box to tick if it is to be retired. */
export function MissingRegions({ missing, count, ticked }: { missing: readonly MissingRegion[]; count: number; ticked: readonly string[] }) {
  const { t, locale } = useCopy();
  if (count === 0) return null;
  return (
    <fieldset className="region-ticks">
      <legend>
        <h2>
          {t("regions.sectionMissing")} ({formatNumber(count, locale)})
        </h2>
      </legend>
      <p className="muted">{t("regions.missingNote")}</p>
      {count > missing.length ? <p className="notice notice-warn">{t("regions.missingMany", { most: formatNumber(missing.length, locale) })}</p> : null}
      {missing.map((region) => (
        <label key={region.code}>
          <input type="checkbox" name="cabut" value={region.code} defaultChecked={ticked.includes(region.code)} />
          <span>
            {t("regions.missingTick", { name: region.name, kind: kindWord(region, t) })} <Code>{region.code}</Code> <WhatIsThere region={region} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WhatIsThere({ region: { learners, programs } }: { region: MissingRegion }) {
  const { t } = useCopy();
  const words = [learners > 0 ? t("regions.missingLearners", { count: learners }) : "", programs > 0 ? t("regions.missingPrograms", { count: programs }) : ""].filter(Boolean);
  return words.length > 0 ? <strong>({words.join(", ")})</strong> : null;
}

function Code({ children }: { children: string }) {
  return <span className="muted">{children}</span>;
}
