import type { Kysely } from "kysely";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { askForHelp, cancelHelp, type LearnerKey } from "#db/class-board.ts";
import type { Database } from "#db/schema.ts";
import { placeInWords } from "./place-of-path.server.ts";

/** What a learner's button asks: `minta` calls the mentor, `batal` takes the call back; anything else calls. `at` is the page's address. */
export async function callHelp(db: Kysely<Database>, learner: LearnerKey, { task, at }: { task: string; at: string }, now: Date): Promise<void> {
  if (task === "batal") return cancelHelp(db, learner, now);
  const path = URL.canParse(at) ? new URL(at).pathname : at;
  await askForHelp(db, learner, placeInWords(path, copyIn("id").t), now);
}
