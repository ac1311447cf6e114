/** The content security policy: everything from this origin, scripts only with the nonce, none where it is null. */
export function contentSecurityPolicy(nonce: string | null): string {
  return `default-src 'none'; script-src ${nonce ? `'nonce-${nonce}' 'strict-dynamic'` : "'none'"}; ${besidesScripts}`;
}

const besidesScripts = [
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What browsers may do for a page of ours: nothing but what `camera` says. */
const permissions = (camera: string) => `camera=${camera}, microphone=(), geolocation=(), interest-cohort=()`;

/** For the page that reads a card's code: the camera, for ourselves alone. */
export const permissionsWithCamera = permissions("(self)");

/** Headers that every answer carries; a page with a camera has `permissionsWithCamera` in their place. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": permissions("()"),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** All headers of a page that is answered whole, as a plain object: one allocation on the hottest path. */
export function pageHeaders(nonce: string | null): Record<string, string> {
  return { ...securityHeaders, "Cache-Control": "no-store", "Content-Security-Policy": contentSecurityPolicy(nonce) };
}

/**
 * Whether a request that changes something comes from a page of ours. Browsers name the page's
 * origin in Origin, or at least in Referer (our own Referrer-Policy sends it): neither, or another
 * host, is refused.
 */
export function isFromOurPages(request: Request): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const from = request.headers.get("origin") ?? request.headers.get("referer");
  return from !== null && URL.canParse(from) && new URL(from).host === new URL(request.url).host;
}
