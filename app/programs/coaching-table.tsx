import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Coaching } from "#db/coaching.ts";
import type { ProgramMentor } from "#db/cohort-mentors.ts";

/** Who coaches whom, each with the button that ends it. */
export function CoachingTable({ coaching, path }: { coaching: readonly Coaching[]; path: string }) {
  const { t, locale } = useCopy();
  return (
    <div className="wide">
      <table className="folding coaching">
        <caption>{t("cohort.coachingTable")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("cohort.coachingCoach")}</th>
            <th scope="col">{t("cohort.coachingMentor")}</th>
            <th scope="col">{t("cohort.coachingSince")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("cohort.coachingEnd")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {coaching.map(({ coachingId, coachName, mentorName, since }) => (
            <tr key={coachingId}>
              <th scope="row">{coachName}</th>
              <td data-label={t("cohort.coachingMentor")}>{mentorName}</td>
              <td data-label={t("cohort.coachingSince")}>{formatDate(since, locale)}</td>
              <td>
                <form method="post" action={path}>
                  <input type="hidden" name="tugas" value="akhiri" />
                  <button type="submit" className="button-quiet" name="coachingId" value={coachingId}>
                    {t("cohort.coachingEnd")} <span className="visually-hidden">{t("cohort.coachingEndFor", { mentor: mentorName, coach: coachName })}</span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The program's mentors with their user names and their cohorts. */
export function ProgramMentors({ mentors }: { mentors: readonly ProgramMentor[] }) {
  const { t } = useCopy();
  return (
    <section className="next-part">
      <h2>{t("cohort.programMentors")}</h2>
      <p>
        <a className="button button-quiet" href="/mentor/rombel-baru">
          {t("cohort.createLink")}
        </a>
      </p>
      {mentors.length === 0 ? <p className="notice narrow">{t("cohort.programNoMentors")}</p> : null}
      <ul className="plain people program-mentors">
        {mentors.map(({ staffId, name, username, cohorts }) => (
          <li key={staffId}>
            <span>
              <strong>{name}</strong>
              <br />
              <span className="muted">{t("cohort.mentorUsername", { username })}</span>
            </span>
            <span className="row">
              {cohorts.map((cohort) => (
                <a key={cohort.cohortId} className="touch" href={`/mentor/rombel/${cohort.cohortId}/pendamping`}>
                  {cohort.name}, {cohort.village}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
