import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId, notFound, requireAdmin } from "#app/accounts/access.server.ts";
import { endRole, grantRole } from "#app/accounts/change-roles.server.ts";
import { PasswordSlip, type PasswordSlipContent } from "#app/accounts/password-slip.tsx";
import { type GrantFault, readGrant, readGrantReason, type TypedGrant } from "#app/accounts/role-form.ts";
import { GrantForm, HeldRoles } from "#app/accounts/role-list.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import planUrl from "#app/programs/plan/plan.css?url";
import { sentText } from "#app/ui/sent-text.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { listProgramsFor } from "#db/programs.ts";
import type { NamedRegion } from "#db/region-names.ts";
import { listRoles } from "#db/staff-roles.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: planUrl }];
export const meta: MetaFunction = () => [{ title: "Peran · Melek Desa" }];

/** Who leads, who looks and who keeps the installation; for admins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAdmin(request);
  const [roles, programs] = await Promise.all([listRoles(db), listProgramsFor(db, staff.roles)]);
  return { roles, programs: programs.map(({ id, name }) => ({ id, name })), formId: newId(), told: new URL(request.url).searchParams.get("hasil") };
}

const nothingTyped: TypedGrant = { who: "known", username: "", name: "", role: "lead", scope: "program", programId: "", region: "", reason: "" };
const mostTyped = 20_000;

export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireAdmin(request);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, mostTyped);
  const now = new Date();
  const nothing = { typed: nothingTyped, formId: null, faults: [] as GrantFault[], regions: [] as NamedRegion[], slip: null as PasswordSlipContent | null, end: null };
  if (text("task") === "end") {
    const [roleId, typed] = [text("roleId"), text("reason")];
    if (!isId(roleId)) throw notFound();
    const reason = readGrantReason(typed);
    if (!reason) return data({ ...nothing, end: { roleId, typed, fault: "reason" as const } }, { status: 400 });
    const result = await endRole(db, { roleId, reason, staffId: staff.staffId, now });
    if (result === "lastAdmin") return data({ ...nothing, end: { roleId, typed, fault: "lastAdmin" as const } }, { status: 400 });
    return redirect("/peran?hasil=akhir", 303);
  }
  const formId = text("formId");
  if (!isId(formId)) throw notFound();
  const typed: TypedGrant = { who: text("who"), username: text("username"), name: text("name"), role: text("role"), scope: text("scope"), programId: text("programId"), region: text("region"), reason: text("reason") };
  const refuse = (faults: GrantFault[], regions: NamedRegion[] = []) => data({ ...nothing, typed, formId, faults, regions }, { status: 400 });
  if (typed.programId !== "" && !isId(typed.programId)) throw notFound();
  const read = readGrant(typed);
  if ("faults" in read) return refuse(read.faults);
  const result = await grantRole(db, { formId, ...read, staffId: staff.staffId, now });
  if (result.kind === "refused") return refuse([result.fault], result.regions);
  const { password, holderId, name, username } = result;
  // A new person's password was told by the same form before: another is given on their own page.
  if (password === null) return redirect(read.grant.isNewPerson ? `/peran/${holderId}?sudah` : "/peran?hasil=beri", 303);
  // Told on this answer alone: it stands in no address and nowhere in the database.
  return data({ ...nothing, slip: { password, name, username, site: new URL(request.url).host } }, { headers: { "Cache-Control": "no-store" } });
}

export default function Roles() {
  const { roles, programs, formId, told } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  if (answer?.slip) return <NewPerson slip={answer.slip} />;
  const isWrong = (answer?.faults.length ?? 0) > 0 || Boolean(answer?.end);
  return (
    <>
      <h1>{t("roles.title")}</h1>
      {told && !answer ? (
        <p className="notice notice-ok narrow" role="status">
          {told === "akhir" ? t("roles.ended") : t("roles.granted")}
        </p>
      ) : null}
      {isWrong ? (
        <p className="notice notice-error narrow" role="alert">
          {t("roles.faultSummary")}
        </p>
      ) : null}
      <HeldRoles roles={roles.filter(({ ended }) => !ended)} refused={answer?.end ?? null} />
      <GrantForm typed={answer?.faults.length ? answer.typed : nothingTyped} faults={answer?.faults ?? []} regions={answer?.regions ?? []} programs={programs} formId={answer?.formId ?? formId} />
      <EndedRoles roles={roles.filter(({ ended }) => ended)} />
    </>
  );
}

/** What a new person is handed, on a page of its own to be printed. */
function NewPerson({ slip }: { slip: PasswordSlipContent }) {
  const { t } = useCopy();
  return (
    <>
      <h1>{t("roles.newPersonTitle", { name: slip.name })}</h1>
      <PasswordSlip content={slip} />
      <p className="no-print">
        <a className="button" href="/peran">
          {t("roles.back")}
        </a>
      </p>
    </>
  );
}

function EndedRoles({ roles }: { roles: Awaited<ReturnType<typeof listRoles>> }) {
  const { t } = useCopy();
  if (roles.length === 0) return null;
  return (
    <details className="next-part">
      <summary>{t("roles.endedTitle", { count: roles.length })}</summary>
      <HeldRoles roles={roles} areEnded refused={null} />
    </details>
  );
}
