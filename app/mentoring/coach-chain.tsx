import { useCopy } from "#app/i18n/translate.tsx";

/** The names from a coach down to the mentor of a cohort, each with what they are; nothing for the mentor's own cohort. */
export function CoachChain({ names, isOnBoard = false }: { names: readonly string[]; isOnBoard?: boolean }) {
  const { t } = useCopy();
  if (names.length === 0) return null;
  return (
    <>
      {isOnBoard ? <p className="notice narrow">{t("cohort.coachedBoard")}</p> : null}
      <ol className="chain" aria-label={t("cohort.chainLabel")}>
        {names.map((name, index) => (
          <li key={index}>
            {name} <span className="muted">({levelOf(index, names.length, t)})</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The first is the coach, the last of three or more the village's own ambassador, whoever stands between mentors. */
function levelOf(index: number, count: number, t: ReturnType<typeof useCopy>["t"]): string {
  if (index === 0) return t("cohort.levelCoach");
  return index === count - 1 && count > 2 ? t("cohort.levelAmbassador") : t("cohort.levelMentor");
}
