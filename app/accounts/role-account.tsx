import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { HeldRole } from "#db/staff-roles.ts";
import { roleNames, scopeText } from "./role-list.tsx";

/** What somebody holds now. */
export function OwnRoles({ roles }: { roles: readonly HeldRole[] }) {
  const { t } = useCopy();
  return (
    <section className="card narrow">
      <h2>{t("roles.title")}</h2>
      <ul>
        {roles.map((role) => (
          <li key={role.roleId}>
            <strong>{t(roleNames[role.role])}</strong>
            <br />
            {scopeText(role, t)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The last password that somebody else made for them. */
export interface LastIssue {
  at: Date | string;
  by: string | null;
  reason: string | null;
  isOpen: boolean;
}

/** A new password for one sign-in, with the reason; an admin's own is changed elsewhere. */
export function HolderPassword({ path, name, isOwn, formId, lastIssue, refused }: { path: string; name: string; isOwn: boolean; formId: string; lastIssue: LastIssue | null; refused: { typed: string } | null }) {
  const { t } = useCopy();
  return (
    <section className="card narrow">
      <h2>{t("accounts.resetTitle")}</h2>
      {lastIssue ? <Issued issue={lastIssue} /> : null}
      {isOwn ? (
        <>
          <p>{t("roles.ownAccount")}</p>
          <a className="button" href="/sandi">
            {t("layout.password")}
          </a>
        </>
      ) : (
        <form method="post" action={path}>
          <input type="hidden" name="formId" value={formId} />
          <p>{t("accounts.resetText", { name })}</p>
          <p>{t("roles.confirmAsked", { name })}</p>
          <Field id="reason" name="reason" label={t("roles.reason")} hint={t("roles.passwordReasonHint")} error={refused ? t("roles.faultReason") : undefined} defaultValue={refused?.typed ?? ""} maxLength={300} autoComplete="off" />
          <button type="submit">{t("accounts.resetSubmit")}</button>
        </form>
      )}
    </section>
  );
}

function Issued({ issue }: { issue: LastIssue }) {
  const { t, locale } = useCopy();
  const date = formatDate(issue.at, locale);
  return (
    <p className="muted">
      {issue.by ? t("roles.issuedBy", { date, name: issue.by }) : t("roles.issued", { date })} {issue.isOpen ? t("roles.issueOpen") : null}{" "}
      {issue.reason ? t("roles.because", { reason: issue.reason }) : null}
    </p>
  );
}
