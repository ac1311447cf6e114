import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { pillarNames } from "#app/learning/pillar-names.ts";
import type { Tally, YearTestKind } from "#app/learning/year-test.ts";
import type { PillarLine } from "./learner-record.ts";

interface TestsTableProps {
  tests: readonly { kind: YearTestKind; submittedAt: Date }[];
  pillars: readonly PillarLine[];
}

/** The year's two tests by pillar, and what came between them. */
export function TestsTable({ tests, pillars }: TestsTableProps) {
  const { t } = useCopy();
  if (pillars.length === 0) return <p className="muted">{t("mentor.noTests")}</p>;
  const hasClose = tests.some(({ kind }) => kind === "close");
  return (
    <>
      <TestDays tests={tests} />
      <div className="narrow">
        <table className="folding tests">
          <thead>
            <tr>
              <th scope="col">{t("mentor.pillar")}</th>
              <th scope="col" className="number">
                {t("mentor.startTest")}
              </th>
              {hasClose ? (
                <>
                  <th scope="col" className="number">
                    {t("mentor.closeTest")}
                  </th>
                  <th scope="col" className="number">
                    {t("mentor.gain")}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {pillars.map((line) => (
              <tr key={line.pillar} className={line.pillar === "all" ? "all" : undefined}>
                <th scope="row">{line.pillar === "all" ? t("mentor.allPillars") : t(pillarNames[line.pillar])}</th>
                <Score label={t("mentor.startTest")} tally={line.start} />
                {hasClose ? (
                  <>
                    <Score label={t("mentor.closeTest")} tally={line.close} />
                    <Gain points={line.points} />
                  </>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasClose ? <p className="muted">{t("mentor.gainMeaning")}</p> : null}
    </>
  );
}

function TestDays({ tests }: Pick<TestsTableProps, "tests">) {
  const { t, locale } = useCopy();
  const days = tests.map(({ kind, submittedAt }) => {
    const date = formatDate(submittedAt, locale);
    return kind === "start" ? t("mentor.startTestOn", { date }) : t("mentor.closeTestOn", { date });
  });
  return <p className="muted">{days.join(" ")}</p>;
}

function Score({ label, tally }: { label: string; tally: Tally | null }) {
  const { t } = useCopy();
  return <td className="number" data-label={label}>{tally ? t("mentor.lessonsDone", { done: tally.correct, total: tally.total }) : "–"}</td>;
}

function Gain({ points }: { points: number | null }) {
  const { t } = useCopy();
  const signed = points === null ? "–" : points > 0 ? `+${points}` : String(points).replace("-", "−");
  return <td className="number" data-label={t("mentor.gain")}>{signed}</td>;
}
