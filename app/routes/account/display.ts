import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { displayCookies, redirectWithCookies } from "#app/accounts/display.server.ts";
import { sentText } from "#app/ui/sent-text.ts";

// A path as URLs write it: visible ASCII. Browsers drop tabs and line ends, and take a backslash for a slash.
const pathOfOurs = /^\/(?!\/)[!-[\]-~]*$/;

/** Keeps how this device shows pages, then goes back to where the reader was. */
export async function action({ request }: ActionFunctionArgs) {
  const sent = await request.formData();
  const back = sentText(sent, "kembali", 2000);
  return redirectWithCookies(pathOfOurs.test(back) ? back : "/", displayCookies(request, sent), 302);
}

export function loader() {
  return redirect("/");
}
