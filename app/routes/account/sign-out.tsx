import { type ActionFunctionArgs, type LinksFunction, type MetaFunction, redirect } from "@remix-run/node";
import { endSessions } from "#app/accounts/session.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Sampai jumpa · Melek Desa" }];

export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers();
  for (const cookie of await endSessions(request)) headers.append("Set-Cookie", cookie);
  return redirect("/keluar", { headers });
}

export function loader() {
  return null;
}

export default function SignedOut() {
  const { t } = useCopy();
  return (
    <Frame who={null} home="/" here="/keluar" textSize={useTextSize()}>
      <h1>{t("signIn.signedOutTitle")}</h1>
      <p>{t("signIn.signedOutText")}</p>
      <a className="button button-main" href="/masuk">
        {t("signIn.signedOutNext")}
      </a>
    </Frame>
  );
}
