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
  /**
   * What the server asks without Remix: `page`, the loader, which makes the whole answer with `pageHeaders`; `form`, the
   * action, whose answer goes out as it is where it is a Response, and through Remix where it is a page.
   */
  bare?: { page?: true; form?: true };
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
  const hydrate = useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate);
  return (
    <html lang={locale} data-text={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {failed ? <link rel="stylesheet" href={learnerUrl} /> : null}
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
  const incident = useRouteLoaderData<typeof loader>("root")?.incident;
  return <ErrorPage error={useRouteError()} incident={incident} textSize={useTextSize()} />;
}
