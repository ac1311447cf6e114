import { Picture } from "#app/accounts/picture.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import type { CardLearner } from "#db/login-cards.ts";
import type { CardFault, PinChoice } from "./card-form.ts";

interface CardChoiceProps {
  path: string;
  learners: CardLearner[];
  chosenIds: string[];
  pins: PinChoice | null;
  openedAt: string;
  /** How many an import brought; null when the page was not opened from one. */
  imported: { id: string; count: number } | null;
  faults: CardFault[];
}

/** Whose cards are printed, and for whom new PINs are made. */
export function CardChoice({ path, learners, chosenIds, pins, openedAt, imported, faults }: CardChoiceProps) {
  const { t } = useCopy();
  const chosen = new Set(chosenIds);
  const withoutPin = learners.filter(({ pinIssuedAt, isWithdrawn, isUnasked }) => pinIssuedAt === null && !isWithdrawn && !isUnasked).length;
  const unasked = learners.filter(({ pinIssuedAt, isUnasked }) => pinIssuedAt === null && isUnasked).length;
  return (
    <form method="post" action={`${path}/kartu`} className="cards">
      {faults.length > 0 ? (
        <p className="notice notice-error" role="alert">
          {t("cards.faultSummary")}
        </p>
      ) : null}
      {unasked > 0 ? (
        <p className="notice notice-warn narrow">
          {t("cards.unaskedCount", { count: unasked })}{" "}
          <a className="touch" href={`${path}/persetujuan`}>
            {t("cards.unaskedLink")}
          </a>
        </p>
      ) : null}
      <input type="hidden" name="dibuka" value={openedAt} />
      <fieldset className="choices">
        <legend>{t("cards.choose")}</legend>
        <p className="row">
          {t("cards.presets")}
          <a className="touch" href={`${path}/kartu?pilih=semua`}>
            {t("cards.presetAll", { count: learners.length })}
          </a>
          {withoutPin > 0 ? (
            <a className="touch" href={`${path}/kartu?pilih=tanpa-pin`}>
              {t("cards.presetWithoutPin", { count: withoutPin })}
            </a>
          ) : null}
          {imported ? (
            <a className="touch" href={`${path}/kartu?impor=${imported.id}`}>
              {t("cards.presetImport", { count: imported.count })}
            </a>
          ) : null}
        </p>
        {faults.includes("refused") ? <p className="error">{t("cards.faultRefused")}</p> : null}
        {faults.includes("unasked") ? <p className="error">{t("cards.faultUnasked")}</p> : null}
        {faults.includes("nobody") ? <p className="error">{t("cards.faultNobody")}</p> : null}
        <ul className="plain card-people">
          {learners.map(({ learnerId, number, name, pinIssuedAt, isWithdrawn, isUnasked }) => (
            <li key={learnerId}>
              <label>
                <input type="checkbox" name="peserta" value={learnerId} defaultChecked={chosen.has(learnerId)} />
                <Picture number={number} size={40} />
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="muted">
                    {t("cards.person", { number })}, {isWithdrawn ? t("cards.withdrawn") : pinIssuedAt === null ? t("cards.noPin") : t("cards.hasPin")}
                    {isUnasked ? `, ${t("cards.unasked")}` : null}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <PinChoices pins={pins} isFaulty={faults.includes("pins")} />
      <button type="submit">{t("cards.check")}</button>
    </form>
  );
}

function PinChoices({ pins, isFaulty }: { pins: PinChoice | null; isFaulty: boolean }) {
  const { t } = useCopy();
  const choices: [PinChoice, string, string][] = [
    ["missing", t("cards.pinsMissing"), t("cards.pinsMissingHint")],
    ["none", t("cards.pinsNone"), t("cards.pinsNoneHint")],
    ["all", t("cards.pinsAll"), t("cards.pinsAllHint")],
  ];
  return (
    <fieldset className="choices">
      <legend>{t("cards.pins")}</legend>
      {isFaulty ? <p className="error">{t("cards.faultPins")}</p> : null}
      {choices.map(([value, label, hint]) => (
        <label key={value} className="pin-choice">
          <input type="radio" name="pin" value={value} defaultChecked={pins === value} />
          <span>
            {label}
            <br />
            <span className="muted">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
