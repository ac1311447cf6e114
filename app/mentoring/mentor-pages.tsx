import { useCopy } from "#app/i18n/translate.tsx";

/** From the page of a program's mentors to that of who coaches whom. */
export function ToCoaching({ programId }: { programId: string }) {
  const { t } = useCopy();
  return (
    <p className="narrow">
      {t("training.toCoaching")}{" "}
      <a className="touch" href={`/program/${programId}/pembina`}>
        {t("cohort.coachingLink")}
      </a>
    </p>
  );
}

/** And back. */
export function ToMentors({ programId }: { programId: string }) {
  const { t } = useCopy();
  return (
    <p className="narrow">
      {t("cohort.toMentors")}{" "}
      <a className="touch" href={`/program/${programId}/pendamping`}>
        {t("training.mentorsTitle")}
      </a>
    </p>
  );
}
