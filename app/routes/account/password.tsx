import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAccount } from "#app/accounts/access.server.ts";
import { changePassword } from "#app/accounts/change-password.server.ts";
import { longestPassword, type PasswordFault } from "#app/accounts/password.ts";
import { homeOf } from "#app/accounts/role.ts";
import { readCookie, startStaffSession } from "#app/accounts/session.server.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { staffTurnText } from "#app/accounts/sign-in.server.ts";
import mentoringUrl from "#app/mentoring/mentoring.css?url";
import { useTextSize } from "#app/root.tsx";
import { Field } from "#app/ui/field.tsx";
import { Frame } from "#app/ui/frame.tsx";
import { sentText } from "#app/ui/sent-text.ts";
import staffUrl from "#app/ui/staff.css?url";
import { db } from "#db/client.ts";
import { findStaffAccount } from "#db/staff-accounts.ts";

export const links: LinksFunction = () => [staffUrl, mentoringUrl].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Ganti sandi · Melek Desa" }];

/** One's own password; the only page before it is one's own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const staff = await requireAccount(request);
  const username = (await findStaffAccount(db, staff.staffId))?.username ?? "";
  const isChanged = new URL(request.url).searchParams.has("diganti");
  return { name: staff.name, username, mustChange: staff.mustChangePassword, home: homeOf({ ...staff, mustChangePassword: false }), isChanged };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireAccount(request);
  const sent = await request.formData();
  const text = (name: string) => sentText(sent, name, longestPassword + 1);
  const typed = { current: text("sekarang"), wanted: text("baru"), again: text("ulang") };
  const origin = { deviceId: readCookie(request.headers.get("cookie") ?? "", "alat"), address: context.clientAddress };
  const result = await changePassword(db, { staffId: staff.staffId, typed, origin, now: new Date() });
  if (result.kind === "tooOften") return data({ fault: null, told: staffTurnText(result.turn, copyFor(request)) }, { status: 429 });
  if (result.kind === "refused") return data({ fault: result.fault, told: null }, { status: 400 });
  return redirect("/sandi?diganti", { status: 303, headers: { "Set-Cookie": await startStaffSession(request, staff.staffId) } });
}

export default function Password() {
  const { name, username, mustChange, home, isChanged } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useCopy();
  return (
    <Frame who={name} home={mustChange ? "/sandi" : home} here="/sandi" textSize={useTextSize()} forStaff>
      <div className="narrow">
        <h1>{mustChange ? t("accounts.ownTitle") : t("accounts.changeTitle")}</h1>
        {isChanged && !answer ? (
          <>
            <p className="notice notice-ok" role="status">
              {t("accounts.changed")}
            </p>
            <p>
              <a className="button" href={home}>
                {t("accounts.goOn")}
              </a>
            </p>
          </>
        ) : (
          <PasswordForm username={username} mustChange={mustChange} home={home} fault={answer?.fault ?? null} told={answer?.told ?? null} />
        )}
      </div>
    </Frame>
  );
}

function PasswordForm({ username, mustChange, home, fault, told }: { username: string; mustChange: boolean; home: string; fault: PasswordFault | "current" | null; told: string | null }) {
  const { t } = useCopy();
  const wantedFaults = { short: t("accounts.faultShort"), long: t("accounts.faultLong", { most: longestPassword }), easy: t("accounts.faultEasy"), username: t("accounts.faultUsernameInside"), same: t("accounts.faultSame"), again: undefined, current: undefined };
  return (
    <>
      <p>{mustChange ? t("accounts.ownText") : t("accounts.changeText")}</p>
      {told ? (
        <p className="notice notice-error" role="alert">
          {told}
        </p>
      ) : null}
      {fault ? (
        <p className="notice notice-error" role="alert">
          {t("accounts.notChanged")}
        </p>
      ) : null}
      <form method="post" action="/sandi" className="card">
        {/* For the browser's own store of passwords. */}
        <input type="hidden" name="nama" value={username} autoComplete="username" />
        <Field id="sekarang" name="sekarang" type="password" label={mustChange ? t("accounts.givenPassword") : t("accounts.currentPassword")} error={fault === "current" ? t("accounts.faultCurrent") : undefined} autoComplete="current-password" maxLength={longestPassword} required />
        <Field id="baru" name="baru" type="password" label={t("accounts.newPassword")} hint={t("accounts.newPasswordHint")} error={fault ? wantedFaults[fault] : undefined} autoComplete="new-password" maxLength={longestPassword} required />
        <Field id="ulang" name="ulang" type="password" label={t("accounts.againPassword")} error={fault === "again" ? t("accounts.faultAgain") : undefined} autoComplete="new-password" maxLength={longestPassword} required />
        <button type="submit" className="button-main">
          {t("accounts.changeSubmit")}
        </button>
      </form>
      {mustChange ? null : (
        <p>
          <a className="touch" href={home}>
            {t("accounts.cancel")}
          </a>
        </p>
      )}
    </>
  );
}
