import { withDatabase } from "./database.ts";
import type { Ledger } from "./learner.ts";

/** What the database lacks or has too much of, a line each; empty when every acknowledged attempt is there exactly once. */
export async function findFaults(dataDir: string, { sent, acknowledged }: Ledger): Promise<string[]> {
  const { attempts, marks } = await withDatabase(dataDir, async (db) => ({
    attempts: await db.selectFrom("quiz_attempt").select("id").execute(),
    marks: await db.selectFrom("audit_event").select("subject_id as id").where("action", "=", "quiz.mark").execute(),
  }));
  const kept = new Set(attempts.map(({ id }) => id));
  const lost = [...acknowledged].filter((id) => !kept.has(id));
  const unknown = [...kept].filter((id) => !sent.has(id));
  const count = new Map<string, number>();
  for (const { id } of marks) count.set(id, (count.get(id) ?? 0) + 1);
  const torn = [...kept].filter((id) => count.get(id) !== 1).concat([...count.keys()].filter((id) => !kept.has(id)));
  return [
    ...lost.map((id) => `kuis ${id} diterima, tetapi hilang`),
    ...unknown.map((id) => `kuis ${id} ada, tetapi tidak pernah dikirim`),
    ...torn.map((id) => `kuis ${id} tidak tercatat tepat satu kali`),
    ...(kept.size === attempts.length ? [] : [`${attempts.length - kept.size} kuis berganda`]),
  ];
}
