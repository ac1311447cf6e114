import { pillars } from "#app/catalog/course.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { pillarNames } from "./pillar-names.ts";
import { hasFallen, type Tally, type YearTestKind } from "./year-test.ts";

interface Taken {
  kind: YearTestKind;
  byPillar: Record<string, Tally>;
  correct: number;
  total: number;
}

export interface ModuleToRead {
  title: string;
  /** Its first lesson. */
  href: string;
}

/**
 * A learner's own result of the year's tests. After the starting one only thanks: a number so early would dishearten who has
 * come to learn. After the closing one how much was right, and what came to it. Who had more right before is not praised for
 * that, but told kindly what to read again.
 */
export function YearTestResults({ heading, tests, readAgain }: { heading: string; tests: readonly Taken[]; readAgain: readonly ModuleToRead[] }) {
  const { t } = useCopy();
  const start = tests.find(({ kind }) => kind === "start");
  const close = tests.find(({ kind }) => kind === "close");
  const isLower = hasFallen(start, close);
  return (
    <>
      <h1>{heading}</h1>
      <div className={isLower ? "notice" : "notice notice-ok"} role="status">
        {close ? <p className="big-number">{t("quiz.scored", { correct: close.correct, total: close.total })}</p> : null}
        <p>{close ? t("quiz.closeTestDone") : t("quiz.startTestDone")}</p>
        {isLower ? <p>{t("quiz.closeTestLower")}</p> : null}
        {start && close ? <p>{t("quiz.testsCompared", { start: start.correct, close: close.correct, total: close.total })}</p> : null}
      </div>
      {isLower ? <ReadAgain modules={readAgain} /> : null}
      <p>
        <a className="button button-main" href="/belajar">
          {close ? t("quiz.toHome") : t("quiz.goOn")}
        </a>
      </p>
      {close ? <PillarList start={start} close={close} /> : null}
    </>
  );
}

function ReadAgain({ modules }: { modules: readonly ModuleToRead[] }) {
  const { t } = useCopy();
  if (modules.length === 0) return null;
  return (
    <>
      <h2>{t("quiz.readAgainTitle")}</h2>
      <ul className="plain">
        {modules.map(({ title, href }) => (
          <li key={href}>
            <a className="button button-quiet" href={href} lang="id">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function PillarList({ start, close }: { start: Taken | undefined; close: Taken }) {
  const { t } = useCopy();
  return (
    <ul className="plain">
      {pillars.map((pillar) => (
        <li className="card" key={pillar}>
          <h2>{t(pillarNames[pillar])}</h2>
          {start ? <TallyBar label={t("quiz.atStart")} tally={start.byPillar[pillar]} /> : null}
          <TallyBar label={t("quiz.atClose")} tally={close.byPillar[pillar]} />
        </li>
      ))}
    </ul>
  );
}

function TallyBar({ label, tally }: { label: string; tally: Tally | undefined }) {
  const { t } = useCopy();
  const { correct, total } = tally ?? { correct: 0, total: 0 };
  return (
    <>
      <p>
        {label}: <strong>{t("quiz.scored", { correct, total })}</strong>
      </p>
      <svg className="pbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={(100 * correct) / Math.max(total, 1)} height="10" />
      </svg>
    </>
  );
}
