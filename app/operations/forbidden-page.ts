import { copyIn } from "#app/i18n/i18n.server.ts";

/** The answer to a form that another site sent. */
export function forbiddenPage(): Response {
  const { t } = copyIn("id");
  const html = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t("layout.forbiddenTitle")}</title></head><body><main><h1>${t("layout.forbiddenTitle")}</h1><p>${t("layout.forbiddenText")}</p><p><a href="/">${t("layout.toStart")}</a></p></main></body></html>`;
  return new Response(html, { status: 403, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
