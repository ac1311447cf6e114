import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { SkipProposal } from "./skip-proposals.ts";

export interface DecidedProposal extends SkipProposal {
  decision: { granted: boolean; decidedAt: Date; decidedBy: string } | null;
}

/** The modules that a learner may skip, each for the mentor to decide; nothing where none is proposed. */
export function SkipList({ name, proposals, mayDecide, mayWrite = true }: { name: string; proposals: readonly DecidedProposal[]; mayDecide: boolean; mayWrite?: boolean }) {
  const { t } = useCopy();
  if (proposals.length === 0) return null;
  return (
    <section id="lewati" className="narrow next-part" aria-labelledby="judul-lewati">
      <h2 id="judul-lewati">{t("mentor.skipTitle")}</h2>
      <p>{t("mentor.skipIntro", { name })}</p>
      {mayDecide ? null : <p className="notice">{t("mentor.skipCertified")}</p>}
      <ul className="plain">
        {proposals.map((proposal) => (
          <Proposal key={proposal.moduleId} proposal={proposal} mayDecide={mayDecide && mayWrite} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({ proposal: { moduleId, title, tally, decision }, mayDecide }: { proposal: DecidedProposal; mayDecide: boolean }) {
  const { t } = useCopy();
  const isOpen = (granted: boolean) => decision?.granted !== granted;
  return (
    <li className="card">
      <h3>{title}</h3>
      <p>{t("mentor.skipWhy", { correct: tally.correct, total: tally.total })}</p>
      {decision ? <Decision decision={decision} /> : null}
      {mayDecide ? (
        <form method="post" className="row">
          <input type="hidden" name="moduleId" value={moduleId} />
          {isOpen(true) ? <Choice value="lewati" label={t("mentor.skipGrant")} title={title} isQuiet={decision !== null} /> : null}
          {isOpen(false) ? <Choice value="pelajari" label={t("mentor.skipLearn")} title={title} isQuiet /> : null}
        </form>
      ) : null}
    </li>
  );
}

function Decision({ decision: { granted, decidedAt, decidedBy } }: { decision: NonNullable<DecidedProposal["decision"]> }) {
  const { t, locale } = useCopy();
  return (
    <p>
      <strong>{granted ? t("mentor.skipGranted") : t("mentor.skipRefused")}</strong>{" "}
      <span className="muted">{t("mentor.skipDecided", { name: decidedBy, date: formatDate(decidedAt, locale) })}</span>
    </p>
  );
}

function Choice({ value, label, title, isQuiet }: { value: string; label: string; title: string; isQuiet: boolean }) {
  return (
    <button type="submit" name="keputusan" value={value} className={isQuiet ? "button-quiet" : undefined}>
      {label} <span className="visually-hidden">{title}</span>
    </button>
  );
}
