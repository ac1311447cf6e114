// Shows a page of ours when the link is down, with what a form held, so that nothing typed is lost.
// Keeps nothing of any person: only that one page and shared, unchanging files are stored.
const store = "melek-1";
const offline = "__OFFLINE__";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate") event.respondWith(isComeBackTo(request) ? Response.redirect(request.url, 303) : navigate(request));
  else if (request.method === "GET" && /^\/(assets|gambar)\//.test(pathname)) event.respondWith(shared(request));
});

// The browser's Back to a page that answered a form: it is kept nowhere, so the address is asked for anew.
function isComeBackTo(request) {
  return request.method === "POST" && request.cache === "only-if-cached";
}

async function shared(request) {
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) cache.put(request, answer.clone());
  return answer;
}

async function navigate(request) {
  const copy = request.clone();
  try {
    return await fetch(request);
  } catch {
    return offlinePage(copy);
  }
}

async function offlinePage(request) {
  const { pathname, search } = new URL(request.url);
  const address = escape(pathname + search);
  const fields = request.method === "POST" ? [...new URLSearchParams(await request.text())] : null;
  const hidden = (fields || []).map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`).join("");
  const form = fields
    ? `<p>${offline.unsent}</p><form method="post" action="${address}">${hidden}<button type="submit" class="button-main">${offline.sendAgain}</button></form>`
    : `<p><a class="button button-main" href="${address}">${offline.tryAgain}</a></p>`;
  const html = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${offline.title} · Melek Desa</title><link rel="stylesheet" href="${offline.stylesheet}"></head><body><main><h1>${offline.title}</h1><p>${offline.text}</p>${form}</main></body></html>`;
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": offline.policy };
  return new Response(html, { status: 503, headers });
}

function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
