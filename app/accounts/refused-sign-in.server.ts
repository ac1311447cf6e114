import { z } from "zod";
import { readCookie, writeCookie } from "./session.server.ts";
import type { SignInErrors } from "./sign-in.server.ts";

/** What a refused sign-in is told, and what was typed besides the PIN or password. */
export interface RefusedSignIn {
  errors: SignInErrors;
  typed: { number: string; username: string; goOn: string | null };
}

const line = z.string().max(200);
const refusedSchema = z.object({
  errors: z.object({ number: line, pin: line, staff: line, form: line }).partial(),
  typed: z.object({ number: line, username: line, goOn: line.nullable() }),
});

/**
 * Keeps it for the page that is shown next: the Set-Cookie header. A page that answers a form itself cannot be come back
 * to with the browser's Back, which asks in English whether to send the form again.
 */
export function keepRefusal(request: Request, { errors, typed }: RefusedSignIn): string {
  const { number, username, goOn } = typed;
  const kept = { errors, typed: { number: number.slice(0, 20), username: username.slice(0, 100), goOn: goOn?.slice(0, 200) ?? null } };
  return cookie(request, Buffer.from(JSON.stringify(kept)).toString("base64url"), 60);
}

/** What the form before was told, and the Set-Cookie header that forgets it; null where nothing was. */
export function takeRefusal(request: Request): { refused: RefusedSignIn; forget: string } | null {
  const kept = readCookie(request.headers.get("cookie") ?? "", "belum_masuk");
  if (!kept) return null;
  try {
    const refused = refusedSchema.parse(JSON.parse(Buffer.from(kept, "base64url").toString()));
    return { refused, forget: cookie(request, "", 0) };
  } catch {
    return null;
  }
}

function cookie(request: Request, value: string, seconds: number): string {
  return writeCookie(request, "belum_masuk", value, `Path=/masuk; Max-Age=${seconds}`);
}
