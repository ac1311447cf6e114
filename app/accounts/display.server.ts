import type { TextSize } from "#app/ui/frame.tsx";
import { readCookie } from "./session.server.ts";

/** What this device chose about looks. */
export function displayOf(request: Request): { textSize: TextSize } {
  const size = readCookie(request.headers.get("cookie") ?? "", "huruf");
  return { textSize: size === "large" || size === "largest" ? size : "normal" };
}

/** A cookie that outlives the session: it says nothing about a person, only about the device. `value` holds cookie-safe characters only. */
export function deviceCookie(request: Request, name: string, value: string): string {
  const secure = request.url.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`;
}
