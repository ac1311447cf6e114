import { useCopy } from "#app/i18n/translate.tsx";
import { type CardPlan, sheetsFor } from "./card-form.ts";

interface CardReviewProps {
  path: string;
  plan: { [fate in keyof CardPlan]: { learnerId: string; name: string }[] };
  pins: string;
  openedAt: string;
}

/** What the form will do, with the button that does it: the answer to that is the PDF. */
export function CardReview({ path, plan, pins, openedAt }: CardReviewProps) {
  const { t } = useCopy();
  const { issued, replaced, without, stale, refused, unasked } = plan;
  const all = [...issued, ...replaced, ...without, ...stale];
  return (
    <form method="post" action={`${path}/kartu/pdf`} className="card">
      <h2>{t("cards.reviewTitle")}</h2>
      <p>
        <strong>
          {t("cards.reviewCards", { count: all.length })}, {t("cards.reviewSheets", { count: sheetsFor(all.length) })}.
        </strong>
      </p>
      {issued.length > 0 ? <p>{t("cards.reviewNew", { count: issued.length })}</p> : null}
      {replaced.length > 0 ? (
        <p className="notice notice-warn">
          {t("cards.reviewReplaced", { count: replaced.length })} <strong>{replaced.map(({ name }) => name).join(", ")}.</strong>
        </p>
      ) : null}
      {without.length + stale.length > 0 ? <p>{t("cards.reviewWithout", { count: without.length + stale.length })}</p> : null}
      {refused.length > 0 ? (
        <p className="notice notice-warn">
          {t("cards.reviewRefused")} <strong>{refused.map(({ name }) => name).join(", ")}.</strong>
        </p>
      ) : null}
      {unasked.length > 0 ? (
        <p className="notice notice-warn">
          {t("cards.reviewUnasked")} <strong>{unasked.map(({ name }) => name).join(", ")}.</strong>{" "}
          <a className="touch" href={`${path}/persetujuan`}>
            {t("cards.unaskedLink")}
          </a>
        </p>
      ) : null}
      {issued.length + replaced.length > 0 ? <p className="notice">{t("cards.reviewOnce")}</p> : null}
      {all.map(({ learnerId }) => (
        <input key={learnerId} type="hidden" name="peserta" value={learnerId} />
      ))}
      <input type="hidden" name="pin" value={pins} />
      <input type="hidden" name="dibuka" value={openedAt} />
      <p className="row">
        <button type="submit">{t("cards.make")}</button>
        <a className="button button-quiet" href={`${path}/kartu`}>
          {t("cards.back")}
        </a>
      </p>
    </form>
  );
}
