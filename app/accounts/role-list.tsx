import { formatDate } from "#app/i18n/locale.ts";
import { type Translate, useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { NamedRegion } from "#db/region-names.ts";
import type { HeldRole } from "#db/staff-roles.ts";
import { type GrantFault, grantedRoles, type TypedGrant } from "./role-form.ts";

export const roleNames = { lead: "roles.lead", viewer: "roles.viewer", admin: "roles.admin" } as const;
const roleHints = { lead: "roles.leadHint", viewer: "roles.viewerHint", admin: "roles.adminHint" } as const;

/** Who holds which role, each with the way to a new password and the form that ends it; those that have ended with who ended them and why. */
export function HeldRoles({ roles, areEnded = false, refused }: { roles: readonly HeldRole[]; areEnded?: boolean; refused: { roleId: string; typed: string; fault: "reason" | "lastAdmin" } | null }) {
  const { t, locale } = useCopy();
  return (
    <table className="folding">
      <thead>
        <tr>
          <th scope="col">{t("roles.person")}</th>
          <th scope="col">{t("roles.role")}</th>
          <th scope="col">{t("roles.scope")}</th>
          <th scope="col">{t("roles.since")}</th>
          {areEnded ? null : <th scope="col">{t("roles.password")}</th>}
          <th scope="col">{t("roles.end")}</th>
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <tr key={role.roleId}>
            <th scope="row">
              <span>
                {role.name} <span className="muted">{t("roles.usernameOf", { username: role.username })}</span>
              </span>
            </th>
            <td data-label={t("roles.role")}>{t(roleNames[role.role])}</td>
            <td data-label={t("roles.scope")}>{scopeText(role, t)}</td>
            <td data-label={t("roles.since")}>
              <span>
                {formatDate(role.grantedAt, locale)} <span className="muted">{role.grantedBy ? t("roles.by", { name: role.grantedBy }) : null}</span>{" "}
                <span className="muted">{role.reason ? t("roles.because", { reason: role.reason }) : null}</span>
              </span>
            </td>
            {areEnded ? null : (
              <td>
                <a className="touch short" href={`/peran/${role.staffId}`}>
                  {t("roles.forgotten")} <span className="visually-hidden">{role.name}</span>
                </a>
              </td>
            )}
            <td>
              {role.ended ? (
                <span>
                  {formatDate(role.ended.at, locale)} <span className="muted">{role.ended.by ? t("roles.by", { name: role.ended.by }) : null}</span>{" "}
                  <span className="muted">{t("roles.because", { reason: role.ended.reason })}</span>
                </span>
              ) : (
                <EndForm role={role} refused={refused?.roleId === role.roleId ? refused : null} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EndForm({ role, refused }: { role: HeldRole; refused: { typed: string; fault: "reason" | "lastAdmin" } | null }) {
  const { t } = useCopy();
  const error = refused ? (refused.fault === "reason" ? t("roles.faultReason") : t("roles.faultLastAdmin")) : undefined;
  return (
    <details open={refused !== null}>
      <summary className="short">
        {t("roles.endOpen")} <span className="visually-hidden">{role.name}</span>
      </summary>
      <form method="post" action="/peran">
        <input type="hidden" name="task" value="end" />
        <input type="hidden" name="roleId" value={role.roleId} />
        <Field id={`end-${role.roleId}`} name="reason" label={t("roles.reason")} error={error} defaultValue={refused?.typed ?? ""} maxLength={300} autoComplete="off" />
        <button type="submit" className="button-quiet">
          {t("roles.endSubmit")} <span className="visually-hidden">{role.name}</span>
        </button>
      </form>
    </details>
  );
}

/** What a role is for, in a few words. */
export function scopeText({ programName, regionCode, regionName }: HeldRole, t: Translate): string {
  if (programName) return t("roles.scopeProgram", { program: programName });
  return regionCode ? t("roles.scopeRegion", { region: regionName ?? "", code: regionCode }) : t("roles.scopeAll");
}

interface GrantFormProps {
  typed: TypedGrant;
  faults: readonly GrantFault[];
  /** Several that have the name which was typed. */
  regions: readonly NamedRegion[];
  programs: readonly { id: string; name: string }[];
  formId: string;
}

/** Grants a role to somebody on the staff, or to somebody new. */
export function GrantForm({ typed, faults, regions, programs, formId }: GrantFormProps) {
  const { t } = useCopy();
  const has = (fault: GrantFault) => faults.includes(fault);
  const usernameFault = has("username") ? t("roles.faultUsername") : has("usernameWrong") ? t("roles.faultUsernameWrong") : has("usernameTaken") ? t("roles.faultUsernameTaken") : has("known") ? t("roles.faultKnown") : undefined;
  const severalText = t("roles.faultRegionSeveral", { regions: regions.map(({ code, name, parentName }) => `${name}${parentName ? `, ${parentName}` : ""} (${code})`).join("; ") });
  const radio = (name: "who" | "scope" | "role", value: string, label: string, hint?: string) => (
    <label className="touch">
      <input type="radio" name={name} value={value} defaultChecked={typed[name] === value} />
      <span>
        {label} {hint ? <span className="muted">{hint}</span> : null}
      </span>
    </label>
  );
  return (
    <form method="post" action="/peran" className="card narrow next-part">
      <h2>{t("roles.grantTitle")}</h2>
      <input type="hidden" name="formId" value={formId} />
      <fieldset className="choices">
        <legend>{t("roles.who")}</legend>
        {radio("who", "known", t("roles.whoKnown"))}
        {radio("who", "new", t("roles.whoNew"))}
      </fieldset>
      <Field id="username" name="username" label={t("roles.username")} hint={t("roles.usernameHint")} error={usernameFault} defaultValue={typed.username} maxLength={80} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      <Field id="name" name="name" label={t("roles.name")} hint={t("roles.nameHint")} error={has("name") ? t("roles.faultName") : undefined} defaultValue={typed.name} maxLength={80} autoComplete="off" autoCapitalize="words" />
      <fieldset className="choices stack">
        <legend>{t("roles.role")}</legend>
        {grantedRoles.map((role) => (
          <span key={role}>{radio("role", role, t(roleNames[role]), t(roleHints[role]))}</span>
        ))}
        {has("role") ? <p className="error">{t("roles.faultRole")}</p> : null}
      </fieldset>
      <fieldset className="choices">
        <legend>{t("roles.scope")}</legend>
        {radio("scope", "program", t("roles.ofProgram"))}
        {radio("scope", "region", t("roles.ofRegion"))}
      </fieldset>
      <div className="field">
        <label htmlFor="programId">{t("roles.program")}</label>
        <select id="programId" name="programId" defaultValue={typed.programId} aria-invalid={has("program") ? true : undefined}>
          <option value="">{t("roles.programNone")}</option>
          {programs.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {has("program") ? <p className="error">{t("roles.faultProgram")}</p> : null}
      </div>
      <Field
        id="region"
        name="region"
        label={t("roles.region")}
        hint={t("roles.regionHint")}
        error={has("regionSeveral") ? severalText : has("region") ? t("roles.faultRegion") : undefined}
        defaultValue={typed.region}
        maxLength={80}
        autoComplete="off"
      />
      <Field id="reason" name="reason" label={t("roles.reason")} hint={t("roles.reasonHint")} error={has("reason") ? t("roles.faultReason") : undefined} defaultValue={typed.reason} maxLength={300} autoComplete="off" />
      <button type="submit">{t("roles.grant")}</button>
    </form>
  );
}
