import { copyIn } from "#app/i18n/i18n.server.ts";
import type { CopyKey } from "#app/i18n/translate.tsx";

/** The answer to a form that another site sent. */
export function forbiddenPage(): Response {
  return plainPage(403, "layout.forbiddenTitle", "layout.forbiddenText");
}

/** The answer when even the page that tells of an error could not be made. */
export function brokenPage(): Response {
  return plainPage(500, "layout.errorTitle", "layout.errorText");
}

// Needs nothing but words: no stylesheet, no database, no framework.
function plainPage(status: number, title: CopyKey, text: CopyKey): Response {
  const { t } = copyIn("id");
  const html =
    `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>${t(title)} · Melek Desa</title></head><body><main><h1>${t(title)}</h1><p>${t(text)}</p><p><a href="/">${t("layout.toStart")}</a></p></main></body></html>`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
