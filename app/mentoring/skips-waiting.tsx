import { useCopy } from "#app/i18n/translate.tsx";

/** Who waits for their mentor to decide what they may skip, each with the way there; nothing where nobody does. */
export function SkipsWaiting({ learners, cohortPath }: { learners: readonly { learnerId: string; name: string }[]; cohortPath: string }) {
  const { t } = useCopy();
  if (learners.length === 0) return null;
  return (
    <div className="notice narrow">
      <p>{t("mentor.skipsWaiting", { count: learners.length })}</p>
      <ul className="plain row">
        {learners.map(({ learnerId, name }) => (
          <li key={learnerId}>
            <a className="touch" href={`${cohortPath}/peserta/${learnerId}#lewati`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
