import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { copyFromPage } from "./i18n/copy-from-page.ts";
import { CopyProvider } from "./i18n/translate.tsx";

startTransition(() => {
  hydrateRoot(
    document,
    <CopyProvider value={copyFromPage()}>
      <RemixBrowser />
    </CopyProvider>,
  );
});
