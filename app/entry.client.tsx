import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { copyOfStrings } from "./i18n/copy-of-strings.ts";
import { CopyProvider } from "./i18n/translate.tsx";

startTransition(() => {
  hydrateRoot(
    document,
    <CopyProvider value={copyOfStrings(document.documentElement.lang, {})}>
      <RemixBrowser />
    </CopyProvider>,
  );
});
