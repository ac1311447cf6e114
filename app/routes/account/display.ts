import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { deviceCookie } from "#app/accounts/display.server.ts";
import { locales } from "#app/i18n/locale.ts";

const displaySchema = z.object({
  huruf: z.enum(["normal", "large", "largest"]).optional().catch(undefined),
  bahasa: z.enum(locales).optional().catch(undefined),
  // A path as URLs write it: visible ASCII. Browsers drop tabs and line ends, and take a backslash for a slash.
  kembali: z.string().regex(/^\/(?!\/)[!-[\]-~]*$/).catch("/"),
});

/** Keeps how this device shows pages, then goes back to where the reader was. */
export async function action({ request }: ActionFunctionArgs) {
  const { huruf, bahasa, kembali } = displaySchema.parse(Object.fromEntries(await request.formData()));
  const headers = new Headers();
  if (huruf) headers.append("Set-Cookie", deviceCookie(request, "huruf", huruf));
  if (bahasa) headers.append("Set-Cookie", deviceCookie(request, "bahasa", bahasa));
  return redirect(kembali, { headers });
}

export function loader() {
  return redirect("/");
}
