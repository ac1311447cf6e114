import { asksForLooks } from "#app/accounts/display.server.ts";
import { sentText } from "#app/ui/sent-text.ts";

/** What the button asks for that sent a form of questions. `save` comes from the page's script, which stays where it is. */
export type Wish = "hand in" | "keep" | "save" | "help" | "looks";

export function wishOf(sent: FormData): Wish {
  if (sent.has("bantuan")) return "help";
  if (asksForLooks(sent)) return "looks";
  if (!sent.has("simpan")) return "hand in";
  return sent.get("simpan") === "diam" ? "save" : "keep";
}

/** Back to what the form showed; the question in the address's anchor comes along by itself, as the answer names none. */
export function wayBack(request: Request, sent: FormData, wish: Wish): string {
  const shown = new URL(request.url).searchParams;
  const isHelpAsked = sent.has("bantuan") ? sent.get("bantuan") !== "batal" : shown.has("bantuan");
  const isToMend = wish === "hand in" || shown.has("kurang");
  const start = /^\d{1,3}$/.exec(sentText(sent, "mulai"))?.[0];
  const marks = [isToMend ? "kurang" : start ? `soal=${start}` : "", isHelpAsked ? "bantuan" : ""].filter((mark) => mark !== "");
  return marks.length === 0 ? "" : `?${marks.join("&")}`;
}
