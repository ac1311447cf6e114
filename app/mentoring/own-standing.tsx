import { useCopy } from "#app/i18n/translate.tsx";
import { LevelList } from "./level-list.tsx";
import type { Level } from "./mentor-level.ts";

interface OwnStandingProps {
  levels: readonly (Level & { id: string })[];
  /** How far the mentor is in their own lessons. */
  progress: { done: number; total: number };
  today: string;
}

/** Where a mentor stands themselves: their own lessons and their levels. */
export function OwnStanding({ levels, progress, today }: OwnStandingProps) {
  const { t } = useCopy();
  return (
    <div className="columns next-part">
      <section className="card cohort" aria-labelledby="belajar-sendiri">
        <h2 id="belajar-sendiri">
          <a className="touch" href="/mentor/belajar">
            {t("training.title")}
          </a>
        </h2>
        <p className="muted">{t("training.progress", { ...progress })}</p>
      </section>
      <section className="card cohort" aria-labelledby="tingkat-saya">
        <h2 id="tingkat-saya">{t("training.levelsTitle")}</h2>
        {levels.length === 0 ? <p className="muted">{t("training.noLevels")}</p> : <LevelList levels={levels} today={today} />}
      </section>
    </div>
  );
}
