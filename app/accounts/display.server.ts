import { redirect, type TypedResponse } from "@remix-run/node";
import { z } from "zod";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { locales } from "#app/i18n/locale.ts";
import type { TextSize } from "#app/ui/frame.tsx";
import { readCookie, writeCookie } from "./session.server.ts";

/** What this device chose about looks. */
export function displayOf(request: Request): { textSize: TextSize } {
  const size = readCookie(request.headers.get("cookie") ?? "", "huruf");
  return { textSize: size === "large" || size === "largest" ? size : "normal" };
}

const wishSchema = z.object({
  huruf: z.enum(["normal", "large", "largest"]).optional().catch(undefined),
  bahasa: z.enum(locales).optional().catch(undefined),
});

/** Whether a form was sent by a button for other looks. */
export function asksForLooks(sent: FormData): boolean {
  return sent.has("huruf") || sent.has("bahasa");
}

/** The Set-Cookie headers for the text size and the language that a form asks for; none where it asks for neither. */
export function displayCookies(request: Request, sent: FormData): string[] {
  const { huruf, bahasa } = wishSchema.parse(Object.fromEntries(sent));
  return [...(huruf ? [deviceCookie(request, "huruf", huruf)] : []), ...(bahasa ? [deviceCookie(request, "bahasa", bahasa)] : [])];
}

/**
 * Where a form asks for other looks than this request was sent with: an answer that sets them and has the browser send
 * the same form again (307), so that a page that keeps all it knows in its form comes back as it was. Else null.
 */
export function sendAgainInOtherLooks(request: Request, sent: FormData): TypedResponse<never> | null {
  const { huruf, bahasa } = wishSchema.parse(Object.fromEntries(sent));
  const isSame = (huruf ?? displayOf(request).textSize) === displayOf(request).textSize && (bahasa ?? copyFor(request).locale) === copyFor(request).locale;
  return isSame ? null : redirectWithCookies(pathAndSearch(request), displayCookies(request, sent), 307);
}

/** Where a form of a page asks for other looks: back to that page, whose anchor the browser keeps. Else null, also for a form without fields. */
export async function comeBackInOtherLooks(request: Request): Promise<TypedResponse<never> | null> {
  if (!request.headers.has("content-type")) return null;
  const cookies = displayCookies(request, await request.formData());
  return cookies.length === 0 ? null : redirectWithCookies(pathAndSearch(request), cookies, 303);
}

function pathAndSearch(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

export function redirectWithCookies(location: string, cookies: readonly string[], status: 302 | 303 | 307): TypedResponse<never> {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return redirect(location, { status, headers });
}

/** A cookie that outlives the session: it says nothing about a person, only about the device. `value` holds cookie-safe characters only. */
export function deviceCookie(request: Request, name: string, value: string): string {
  return writeCookie(request, name, value, "Path=/; Max-Age=31536000");
}
