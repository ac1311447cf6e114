import type { Kysely } from "kysely";
import { isChangeKnown, lockProgram, recordProgramChange } from "#db/program-changes.ts";
import { getProgramDetails, insertProgram, type NewProgram, type ProgramDetails, updateProgramDetails } from "#db/program-details.ts";
import type { Database } from "#db/schema.ts";
import { programStamp, shownValues } from "./program-form.ts";

export interface ChangeProgram {
  /** The form's UUID: the same form never changes anything twice. */
  formId: string;
  programId: string;
  details: ProgramDetails;
  /** `programStamp` of what the form showed. */
  seen: string;
  reason: string;
  staffId: string;
  now: Date;
}

/** Changes what a program is, and keeps what changed with its reason. `stale`: somebody else changed it since the form was shown. */
export async function changeProgram(db: Kysely<Database>, { formId, programId, details, seen, reason, staffId, now }: ChangeProgram): Promise<"done" | "stale" | "nothing"> {
  return db.transaction().execute(async (trx) => {
    await lockProgram(trx, programId);
    if (await isChangeKnown(trx, formId)) return "done";
    const before = await getProgramDetails(trx, programId);
    if (programStamp(before) !== seen) return "stale";
    if (programStamp(before) === programStamp(details)) return "nothing";
    await updateProgramDetails(trx, programId, details, now);
    const [from, to] = [shownValues(before), shownValues(details)];
    const changed = (values: Record<string, string | null>) => Object.fromEntries(Object.entries(values).filter(([key]) => from[key] !== to[key]));
    await recordProgramChange(trx, { id: formId, programId, villageCode: null, kind: "program.change", before: changed(from), after: changed(to), reason, changedAt: now, changedBy: staffId });
    return "done";
  });
}

/** Begins a program; the form's UUID becomes its id, so that the same form never begins two. */
export async function createProgram(db: Kysely<Database>, { program, curriculumIds, staffId, now }: { program: NewProgram; curriculumIds: readonly string[]; staffId: string; now: Date }): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await insertProgram(trx, program))) return;
    if (curriculumIds.length > 0) await trx.insertInto("program_curriculum").values(curriculumIds.map((curriculum_id) => ({ program_id: program.id, curriculum_id }))).execute();
    const { id, name, ownerName, startsOn, endsOn } = program;
    await recordProgramChange(trx, { id, programId: id, villageCode: null, kind: "program.create", before: {}, after: { name, ownerName, startsOn, endsOn }, reason: "Program baru", changedAt: now, changedBy: staffId });
  });
}
