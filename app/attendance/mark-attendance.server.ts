import type { Kysely } from "kysely";
import { insertMarks, listMarks, listRoll, lockSession } from "#db/attendance.ts";
import { recordAudit } from "#db/audit.ts";
import type { CohortKey } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";
import { type Attended, decideLine, type LineFault, type Mark, readLine, type TypedLine } from "./attendance.ts";

/** A line of the form and the mark that it showed; empty where it showed none. */
export interface SentLine {
  learnerId: string;
  seenId: string;
  typed: TypedLine;
}

export interface SentAttendance {
  cohort: CohortKey;
  sessionId: string;
  /** When the session was when the form was opened. */
  startsAt: Date;
  lines: readonly SentLine[];
  /** Whether who is not marked yet came. */
  restCame: boolean;
  staffId: string;
  now: Date;
}

export type Marking =
  | { kind: "gone" }
  | { kind: "cancelled" }
  | { kind: "moved"; startsAt: Date }
  | { kind: "done"; saved: number; faults: Record<string, LineFault>; clashes: Record<string, Mark> };

/**
 * Notes who came. Only what is new is written, as a row beside the older ones; a line that is wrong, that another
 * mentor has written meanwhile, or of somebody who took back their consent, is told and keeps no other from being saved.
 */
export async function markAttendance(db: Kysely<Database>, sent: SentAttendance): Promise<Marking> {
  const { cohort, sessionId, staffId } = sent;
  return db.transaction().execute(async (trx) => {
    const session = await lockSession(trx, cohort, sessionId);
    if (!session) return { kind: "gone" };
    if (session.cancelledAt) return { kind: "cancelled" };
    if (session.startsAt.getTime() !== sent.startsAt.getTime()) return { kind: "moved", startsAt: session.startsAt };
    const roll = (await listRoll(trx, cohort)).filter(({ isErased }) => !isErased);
    const [known, withdrawn] = [new Set(roll.map(({ learnerId }) => learnerId)), new Set(roll.flatMap((line) => (line.withdrawnAt ? [line.learnerId] : [])))];
    const marks = await listMarks(trx, cohort.villageCode, sessionId);
    const { written, faults, clashes } = decide(sent.lines.filter(({ learnerId }) => known.has(learnerId)), marks, { minutes: session.minutes, restCame: sent.restCame, withdrawn });
    if (written.length > 0) {
      await insertMarks(trx, written, { villageCode: cohort.villageCode, sessionId, markedBy: staffId, markedAt: after(marks, sent.now) });
      const details = { marks: written.length, corrections: written.filter(({ learnerId }) => marks.some((mark) => mark.learnerId === learnerId)).length };
      await recordAudit(trx, cohort.villageCode, { actor: { kind: "staff", id: staffId }, action: "attendance.mark", subjectId: sessionId, details });
    }
    return { kind: "done", saved: written.length, faults, clashes };
  });
}

function decide(lines: readonly SentLine[], marks: readonly Mark[], { minutes, restCame, withdrawn }: { minutes: number; restCame: boolean; withdrawn: ReadonlySet<string> }) {
  const written: (Attended & { learnerId: string })[] = [];
  const faults: Record<string, LineFault> = {};
  const clashes: Record<string, Mark> = {};
  for (const { learnerId, seenId, typed } of lines) {
    const history = marks.filter((mark) => mark.learnerId === learnerId);
    const isClosed = withdrawn.has(learnerId);
    const filled = restCame && !isClosed && typed.status === "" && history.length === 0 ? { ...typed, status: "present" } : typed;
    const read = readLine(filled, minutes);
    if ("fault" in read) {
      faults[learnerId] = isClosed ? "withdrawn" : read.fault;
      continue;
    }
    const decision = decideLine(read.attended, seenId, history);
    if (isClosed) {
      if (decision.kind !== "keep") faults[learnerId] = "withdrawn";
      continue;
    }
    if (decision.kind === "write") written.push({ learnerId, ...decision.attended });
    if (decision.kind === "clash") clashes[learnerId] = decision.latest;
  }
  return { written, faults, clashes };
}

/** The newest mark is the one that holds: it is later than all others, though it may have waited for them. */
function after(marks: readonly Mark[], now: Date): Date {
  return new Date(Math.max(now.getTime(), ...marks.map(({ markedAt }) => markedAt.getTime() + 1)));
}
