import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { copyOfStrings } from "./i18n/copy-of-strings.ts";
import { CopyProvider } from "./i18n/translate.tsx";
import { loadShownSimulator } from "./practice/registry.ts";
import { HelpAskedContext } from "./ui/frame.tsx";

function hydrate() {
  startTransition(() => {
    hydrateRoot(
      document,
      <CopyProvider value={copyOfStrings(document.documentElement.lang, {})}>
        <HelpAskedContext.Provider value={new URLSearchParams(location.search).has("bantuan")}>
          <RemixBrowser />
        </HelpAskedContext.Provider>
      </CopyProvider>,
    );
  });
}

// Should the link break on the way, the page stays the plain form that it came as, and works.
loadShownSimulator(document).then(hydrate, () => undefined);
