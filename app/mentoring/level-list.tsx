import type { ReactNode } from "react";
import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { type Level, type LevelStanding, standingOf } from "./mentor-level.ts";

type Shown = Level & { id: string };

/** A mentor's levels, each with whether it holds on the day `today`; `after` is what may be done with one. */
export function LevelList({ levels, today, after }: { levels: readonly Shown[]; today: string; after?: (level: Shown) => ReactNode }) {
  return (
    <ul className="plain levels">
      {levels.map((level) => (
        <li key={level.id}>
          <LevelLine level={level} standing={standingOf(level, today)} />
          {after?.(level)}
        </li>
      ))}
    </ul>
  );
}

const standings = { valid: ["ok", "training.valid"], expiring: ["warn", "training.expiring"], expired: ["warn", "training.over"] } as const;

function LevelLine({ level, standing }: { level: Level; standing: LevelStanding }) {
  const { t, locale } = useCopy();
  const [look, words] = standings[standing];
  const end = level.expiresOn && formatDate(level.expiresOn, locale);
  return (
    <>
      <p>
        <strong lang="id">
          {level.programme}, {level.level}
        </strong>{" "}
        <span className={look}>{t(words)}</span>
      </p>
      <p className="muted">
        {t("training.issued", { date: formatDate(level.issuedOn, locale) })}.{" "}
        {end === null ? t("training.noExpiry") : standing === "expired" ? t("training.expired", { date: end }) : t("training.expires", { date: end })}.
        {level.number ? <> {t("training.number", { number: level.number })}</> : null}
      </p>
    </>
  );
}
