import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireAdmin } from "#app/accounts/access.server.ts";
import { giveHolderPassword } from "#app/accounts/change-roles.server.ts";
import { PasswordSlip } from "#app/accounts/password-slip.tsx";
import { HolderPassword, OwnRoles } from "#app/accounts/role-account.tsx";
import { readGrantReason } from "#app/accounts/role-form.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findLastIssue } from "#db/staff-accounts.ts";
import { listRolesHeldBy } from "#db/staff-roles.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Sandi baru · Melek Desa" }];

/** The account of somebody who leads, looks or keeps the installation, for admins: a way back for who forgot their password. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staff, holder, roles } = await requireHolder(request, params);
  return {
    holder,
    roles,
    isOwn: holder.staffId === staff.staffId,
    lastIssue: (await findLastIssue(db, holder.staffId)) ?? null,
    formId: newId(),
    isGiven: new URL(request.url).searchParams.has("sudah"),
  };
}

/** An admin, and somebody who holds a role now. Anybody else's account is a 404. */
async function requireHolder(request: Request, params: LoaderFunctionArgs["params"]) {
  const staff = await requireAdmin(request);
  const staffId = params["staff"];
  const roles = isId(staffId) ? await listRolesHeldBy(db, staffId) : [];
  const [first] = roles;
  if (!first) throw notFound();
  return { staff, roles, holder: { staffId: first.staffId, name: first.name, username: first.username } };
}

const mostTyped = 20_000;

export async function action({ request, params }: ActionFunctionArgs) {
  const { staff, holder } = await requireHolder(request, params);
  // Their own password admins change where everybody does: nobody signs themselves out for good.
  if (holder.staffId === staff.staffId) return redirect("/sandi", 303);
  const sent = await request.formData();
  const [formId, typed] = [sentText(sent, "formId", mostTyped), sentText(sent, "reason", mostTyped)];
  if (!isId(formId)) throw notFound();
  const reason = readGrantReason(typed);
  if (!reason) return data({ refused: { formId, typed }, slip: null }, { status: 400 });
  const result = await giveHolderPassword(db, { formId, holderId: holder.staffId, reason, staffId: staff.staffId, now: new Date() });
  if (result.kind === "barred") throw notFound();
  if (result.kind === "givenBefore") return redirect(`/peran/${holder.staffId}?sudah`, 303);
  // Told on this answer alone: it stands in no address and nowhere in the database.
  const slip = { name: holder.name, username: result.username, password: result.password, site: new URL(request.url).host };
  return data({ refused: null, slip }, { headers: { "Cache-Control": "no-store" } });
}

export default function RoleAccount() {
  const { holder, roles, isOwn, lastIssue, formId, isGiven } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  const path = `/peran/${holder.staffId}`;
  return (
    <>
      <p className="no-print">
        <a className="touch" href="/peran">
          {t("roles.back")}
        </a>
      </p>
      <h1>{answer?.slip ? t("accounts.resetDone", { name: holder.name }) : holder.name}</h1>
      {answer?.slip ? (
        <PasswordSlip content={answer.slip} />
      ) : (
        <>
          <p className="muted">{t("accounts.usernameIs", { username: holder.username })}</p>
          {isGiven && !answer ? (
            <p className="notice notice-warn narrow" role="status">
              {t("accounts.givenBefore")}
            </p>
          ) : null}
          {answer?.refused ? (
            <p className="notice notice-error narrow" role="alert">
              {t("roles.faultSummary")}
            </p>
          ) : null}
          <HolderPassword path={path} name={holder.name} isOwn={isOwn} formId={answer?.refused?.formId ?? formId} lastIssue={lastIssue} refused={answer?.refused ?? null} />
          <OwnRoles roles={roles} />
        </>
      )}
    </>
  );
}
