import { isRouteErrorResponse, Links, Meta, type MetaFunction, Outlet, Scripts, useLocation, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ReactNode, useContext } from "react";
import { displayOf } from "#app/accounts/display.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import iconUrl from "#app/ui/icon.svg?url";
import { NonceContext } from "#app/ui/nonce.ts";

/** A route whose `handle` says `hydrate` gets React in the browser; every other page is plain HTML. */
export interface RouteHandle {
  hydrate?: boolean;
}

export const links: LinksFunction = () => [{ rel: "icon", type: "image/svg+xml", href: iconUrl }];
export const meta: MetaFunction = () => [{ title: "Melek Desa" }];

export function loader({ request }: LoaderFunctionArgs) {
  return { textSize: displayOf(request).textSize };
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useCopy();
  const nonce = useContext(NonceContext);
  const textSize = useTextSize();
  const hydrate = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate);
  return (
    <html lang={locale} data-text={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        {hydrate ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

/** How large the reader wants text; the usual size where the root's loader did not run. */
export function useTextSize(): TextSize {
  return useRouteLoaderData<typeof loader>("root")?.textSize ?? "normal";
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { t } = useCopy();
  const here = useLocation().pathname;
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Frame who={null} home="/" here={here} textSize={useTextSize()}>
      <h1>{missing ? t("layout.notFoundTitle") : t("layout.errorTitle")}</h1>
      <p>{missing ? t("layout.notFoundText") : t("layout.errorText")}</p>
      <p className="row">
        {missing ? null : (
          <a className="button" href={here}>
            {t("layout.tryAgain")}
          </a>
        )}
        <a className={missing ? "button" : "button button-quiet"} href="/">
          {t("layout.toStart")}
        </a>
      </p>
    </Frame>
  );
}
