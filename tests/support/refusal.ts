import { type RefusedSignIn, takeRefusal } from "#app/accounts/refused-sign-in.server.ts";

/** What the next page will tell, by the cookies of an answer to the sign-in form; null where nothing is refused. */
export function toldBy({ cookies }: { cookies: string[] }): RefusedSignIn | null {
  const cookie = cookies.map((header) => header.split(";")[0]).join("; ");
  return takeRefusal(new Request("http://melek.test/masuk", { headers: { cookie } }))?.refused ?? null;
}
