import { type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { homeOf } from "#app/accounts/role.ts";
import { endSessions, findViewer } from "#app/accounts/session.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction<typeof loader> = ({ data: stillIn }) => [{ title: `${stillIn ? "Keluar" : "Sampai jumpa"} · Melek Desa` }];

export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers();
  for (const cookie of await endSessions(request)) headers.append("Set-Cookie", cookie);
  return redirect("/keluar", { headers });
}

/** Who is signed in, as the next one may be who comes here by Back; null when nobody is. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await findViewer(request);
  return viewer && { name: viewer.name, home: homeOf(viewer), isLearner: viewer.kind === "learner" };
}

export default function SignedOut() {
  const stillIn = useLoaderData<typeof loader>();
  return (
    <Frame who={null} home={stillIn?.home ?? "/"} here="/keluar" textSize={useTextSize()}>
      {stillIn ? <StillIn {...stillIn} /> : <Farewell />}
    </Frame>
  );
}

function Farewell() {
  const { t } = useCopy();
  return (
    <>
      <h1>{t("signIn.signedOutTitle")}</h1>
      <p>{t("signIn.signedOutText")}</p>
      <a className="button button-main" href="/masuk">
        {t("signIn.signedOutNext")}
      </a>
    </>
  );
}

function StillIn({ name, home, isLearner }: { name: string; home: string; isLearner: boolean }) {
  const { t } = useCopy();
  return (
    <>
      <h1>{t("signIn.stillInTitle", { name })}</h1>
      <p>{t("signIn.stillInText")}</p>
      <div className="stack">
        <form method="post" action="/keluar">
          <button type="submit" className="button-main">{t("layout.signOut")}</button>
        </form>
        <a className="button button-main button-quiet" href={home}>
          {isLearner ? t("signIn.stillInGoOn") : t("signIn.stillInBack")}
        </a>
      </div>
    </>
  );
}
