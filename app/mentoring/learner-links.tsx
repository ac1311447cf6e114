import { useCopy } from "#app/i18n/translate.tsx";

/** What a mentor can do about a learner. `path` is the learner's page. */
export function LearnerLinks({ name, path }: { name: string; path: string }) {
  const { t } = useCopy();
  const links = [
    { to: "pin", label: t("mentor.newPin") },
    { to: "persetujuan", label: t("consent.link") },
    { to: "data", label: t("mentor.correctLink") },
    { to: "pindah", label: t("cohort.moveLearnerLink") },
    { to: "hapus", label: t("erasure.link") },
  ];
  return (
    <p className="row no-print">
      {links.map(({ to, label }) => (
        <a key={to} className="button button-quiet" href={`${path}/${to}`}>
          {label} <span className="visually-hidden">{t("mentor.newPinFor", { name })}</span>
        </a>
      ))}
    </p>
  );
}
