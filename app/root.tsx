import { Links, Meta, type MetaFunction, Outlet, Scripts, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { type ReactNode, useContext } from "react";
import { displayOf } from "#app/accounts/display.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ErrorPage, titleOfError } from "#app/ui/error-page.tsx";
import type { TextSize } from "#app/ui/frame.tsx";
import iconUrl from "#app/ui/icon.svg?url";
import learnerUrl from "#app/ui/learner.css?url";
import { NonceContext } from "#app/ui/nonce.ts";

/** What a route says of itself in `handle`. */
export interface RouteHandle {
  /** The page gets React in the browser; every other page is plain HTML. */
  hydrate?: boolean;
  /** The page carries a script of ours, under the answer's nonce. */
  script?: boolean;
  /** The id of the page's one form, which may hold what nobody has saved yet: larger letters and another language come back to it as it was. */
  ownForm?: string;
  /** A script of the page may look through the camera, when the reader lets it. */
  camera?: boolean;
  /**
   * What the server asks without Remix: `page`, the loader, which makes the whole answer with `pageHeaders`; `form`, the
   * action, whose answer goes out as it is where it is a Response, and through Remix where it is a page.
   */
  bare?: { page?: true; form?: true };
  /** Where no scripts run, the page is asked for anew after so many seconds. */
  refresh?: number;
}

export const links: LinksFunction = () => [{ rel: "icon", type: "image/svg+xml", href: iconUrl }];
export const meta: MetaFunction = ({ error }) => [{ title: titleOfError(error) }];

export function loader({ request, context }: LoaderFunctionArgs) {
  return { textSize: displayOf(request).textSize, incident: context.incident };
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale } = useCopy();
  const nonce = useContext(NonceContext);
  const textSize = useTextSize();
  const failed = Boolean(useRouteError());
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  const hydrate = handles.some((handle) => handle?.hydrate);
  const refresh = handles.find((handle) => handle?.refresh)?.refresh;
  return (
    <html lang={locale} data-text={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {refresh && !failed ? (
          <noscript>
            <meta httpEquiv="refresh" content={String(refresh)} />
          </noscript>
        ) : null}
        {failed ? <link rel="stylesheet" href={learnerUrl} /> : null}
      </head>
      <body>
        {children}
        {hydrate && !failed ? <Scripts nonce={nonce} /> : null}
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
  const incident = useRouteLoaderData<typeof loader>("root")?.incident;
  return <ErrorPage error={useRouteError()} incident={incident} textSize={useTextSize()} />;
}
