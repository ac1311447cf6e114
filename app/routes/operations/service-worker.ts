import { copyIn } from "#app/i18n/i18n.server.ts";
import { contentSecurityPolicy } from "#app/operations/security-headers.ts";
import source from "#app/operations/service-worker.js?raw";
import learnerUrl from "#app/ui/learner.css?url";

/** The service worker with its few sentences put in. */
export function loader() {
  const { t } = copyIn("id");
  const offline = {
    title: t("layout.offlineTitle"),
    text: t("layout.offlineText"),
    unsent: t("layout.offlineUnsent"),
    sendAgain: t("layout.sendAgain"),
    tryAgain: t("layout.tryAgain"),
    stylesheet: learnerUrl,
    policy: contentSecurityPolicy(null),
  };
  // Browsers ask for it again on every page: a day is what they allow it to be kept.
  return new Response(source.replace('"__OFFLINE__"', () => JSON.stringify(offline)), {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "max-age=86400" },
  });
}
