import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";

export interface ProgramsPageProps {
  /** `startsOn` is `YYYY-MM-DD`. */
  programs: readonly { id: string; name: string; ownerName: string; regionName: string; startsOn: string }[];
  mayCreate: boolean;
}

/** The programs that someone answers for; who may make the first one reads what comes after it. */
export function ProgramsPage({ programs, mayCreate }: ProgramsPageProps) {
  const { t, locale } = useCopy();
  if (programs.length === 0 && !mayCreate) {
    return (
      <section className="card">
        <h1>{t("program.noProgramsTitle")}</h1>
        <p>{t("program.noProgramsText")}</p>
      </section>
    );
  }
  return (
    <>
      <h1>{t("program.programsTitle")}</h1>
      {programs.length === 0 ? (
        <>
          <p>{t("program.firstProgramText")}</p>
          <p>{t("program.firstLeadText")}</p>
        </>
      ) : null}
      {mayCreate ? (
        <p>
          <a className="button button-quiet" href="/program/baru">
            {t("plan.newTitle")}
          </a>
        </p>
      ) : null}
      <ul className="plain columns">
        {programs.map((program) => (
          <li key={program.id} className="card">
            <h2>
              <a href={`/program/${program.id}`}>{program.name}</a>
            </h2>
            <p>{t("program.runBy", { owner: program.ownerName, region: program.regionName })}</p>
            <p className="muted">{t("program.startsOn", { date: formatDate(program.startsOn, locale) })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
