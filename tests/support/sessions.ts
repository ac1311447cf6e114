import { signInLearner } from "./http-learner.ts";
import { demoLearner, demoStaff } from "./steps.ts";

const sessions = new Map<string, Promise<string>>();

/** The cookie of a learner of Rombel Melati, by number, or of a staff member, by user name, who signed in once for the whole test file. */
export function sessionOf(site: string, who: number | string): Promise<string> {
  const key = `${site} ${who}`;
  const session = sessions.get(key) ?? (typeof who === "number" ? learnerSession(site, who) : staffSession(site, who));
  sessions.set(key, session);
  return session;
}

function learnerSession(site: string, number: number): Promise<string> {
  return signInLearner(site, { ...demoLearner(number), number: String(number) });
}

async function staffSession(site: string, username: string): Promise<string> {
  const body = new URLSearchParams({ sebagai: "staf", nama: username, sandi: demoStaff(username).password });
  const answer = await fetch(`${site}/masuk`, { method: "POST", redirect: "manual", headers: { origin: site }, body });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`${username} cannot sign in: ${answer.status}`);
  return cookie;
}

/** A `name=value` pair as a browser keeps it. */
export function cookieOf(site: string, pair: string): { name: string; value: string; url: string } {
  const [name = "", value = ""] = pair.split("=");
  return { name, value, url: site };
}
