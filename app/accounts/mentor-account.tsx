import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ReasonField } from "#app/programs/plan/plan-parts.tsx";
import type { CohortPlace } from "#db/cohort-places.ts";
import type { NamedCenter } from "#db/program-mentors.ts";
import { CenterSelect } from "./center-select.tsx";
import type { ResetBar } from "./register-mentor.server.ts";

/** Where a lead has named the mentor, with the form that takes one back and the form for one more. */
export function NamedCenters({ path, named, places, formId, isWrong }: { path: string; named: readonly NamedCenter[]; places: readonly CohortPlace[]; formId: string; isWrong: boolean }) {
  const { t, locale } = useCopy();
  const others = places.filter(({ centerId }) => !named.some((one) => one.centerId === centerId));
  return (
    <section className="card">
      <h2>{t("accounts.namedTitle")}</h2>
      <p>{named.length === 0 ? t("accounts.namedNone") : t("accounts.namedIntro")}</p>
      <ul className="plain people">
        {named.map(({ rowId, center, village, since }) => (
          <li key={rowId}>
            <span>
              <strong>{t("accounts.centerIn", { village, center })}</strong>
              <br />
              <span className="muted">{t("accounts.namedSince", { date: formatDate(since, locale) })}</span>
            </span>
            <form method="post" action={path}>
              <input type="hidden" name="task" value="unname" />
              <input type="hidden" name="formId" value={rowId} />
              <button type="submit" className="button-quiet">
                {t("accounts.unname")} <span className="visually-hidden">{center}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={path}>
        <input type="hidden" name="task" value="name" />
        <input type="hidden" name="formId" value={formId} />
        <CenterSelect places={others} chosen="" isWrong={isWrong} none={t("accounts.centerPick")} hint={t("accounts.centerChoiceHint")} />
        <button type="submit">{t("accounts.name")}</button>
      </form>
    </section>
  );
}

/** A new password for one sign-in, or why this lead gives none; an admin gives it at `accountPath` to who holds a role. */
export function NewPassword({ path, name, formId, bar, accountPath }: { path: string; name: string; formId: string; bar: ResetBar | null; accountPath: string | null }) {
  const { t } = useCopy();
  return (
    <section className="card">
      <h2>{t("accounts.resetTitle")}</h2>
      {bar === "role" && accountPath ? (
        <>
          <p>{t("accounts.roleElsewhere")}</p>
          <a className="button" href={accountPath}>
            {t("accounts.accountOf", { name })}
          </a>
        </>
      ) : bar ? (
        <p>{bar === "role" ? t("accounts.barRole") : t("accounts.barElsewhere")}</p>
      ) : (
        <form method="post" action={path}>
          <input type="hidden" name="task" value="password" />
          <input type="hidden" name="formId" value={formId} />
          <p>{t("accounts.resetText", { name })}</p>
          <button type="submit">{t("accounts.resetSubmit")}</button>
        </form>
      )}
    </section>
  );
}

/** Ends the registration, with the reason. */
export function EndRegistration({ path, name, formId, typed, isWrong }: { path: string; name: string; formId: string; typed: string; isWrong: boolean }) {
  const { t } = useCopy();
  return (
    <details className="card" open={isWrong}>
      <summary>{t("accounts.endTitle")}</summary>
      <form method="post" action={path}>
        <input type="hidden" name="task" value="end" />
        <input type="hidden" name="formId" value={formId} />
        <p>{t("accounts.endText", { name })}</p>
        <ReasonField id="reason-end" typed={typed} isWrong={isWrong} />
        <button type="submit" className="button-quiet">
          {t("accounts.endSubmit")}
        </button>
      </form>
    </details>
  );
}
