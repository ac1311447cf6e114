import { useCopy } from "#app/i18n/translate.tsx";

/** Where a mentor does the rest of the cohort's work, in the groups in which they think of it. */
export function CohortMenu({ path }: { path: string }) {
  const { t } = useCopy();
  const groups = [
    { title: t("mentor.menuPeople"), links: [[`${path}/peserta-baru`, t("mentor.register")], [`${path}/tambah`, t("mentor.addExisting")], [`${path}/impor`, t("intake.title")]] },
    { title: t("mentor.menuCohort"), links: [[`${path}/jadwal`, t("cohort.scheduleLink")], [`${path}/ubah`, t("cohort.editTitle")], [`${path}/pendamping`, t("cohort.mentorsLink")]] },
    { title: t("mentor.menuPrint"), links: [[`${path}/kartu`, t("cards.title")], [`${path}/kertas`, t("paper.title")], ["/mentor/panduan", t("mentor.guidesTitle")]] },
    { title: t("mentor.menuReports"), links: [[`${path}/akhir`, t("reports.termTitle")], [`${path}/pesan`, t("messages.title")]] },
  ] as const;
  return (
    <nav className="cohort-menu no-print" aria-label={t("mentor.menuLabel")}>
      {groups.map(({ title, links }) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul className="plain">
            {links.map(([href, label]) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** A coach looks at the plan, and changes nothing. */
export function ReaderLinks({ path }: { path: string }) {
  const { t } = useCopy();
  return (
    <p className="row no-print">
      <a className="button button-quiet" href={`${path}/kelas`}>
        {t("classroom.link")}
      </a>
      <a className="button button-quiet" href={`${path}/jadwal`}>
        {t("cohort.scheduleLink")}
      </a>
      <a className="button button-quiet" href={`${path}/hadir`}>
        {t("attendance.title")}
      </a>
      <a className="button button-quiet" href={`${path}/akhir`}>
        {t("reports.termTitle")}
      </a>
    </p>
  );
}
