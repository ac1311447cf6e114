import type { Kysely, Transaction } from "kysely";
import { isWithin } from "#app/accounts/role.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { isChangeKnown, lockProgram, type ProgramChange, recordProgramChange } from "#db/program-changes.ts";
import { enterStage, listStages, type ReachedStage, withdrawStage } from "#db/program-stages.ts";
import { deleteEmptyWave, deleteTarget, findTarget, listKnownVillages, listWaves, upsertTargets, upsertWave, type Wave } from "#db/program-targets.ts";
import type { ChangedValues } from "#db/programs-schema.ts";
import type { Database } from "#db/schema.ts";
import { type EnteredStage, stageOrder, stampOf, waveStamp } from "./plan-form.ts";
import type { Values } from "./plan-targets.ts";

export interface PlanChange {
  /** The form's UUID: the same form never changes anything twice. */
  formId: string;
  program: { id: string; regionCode: string };
  reason: string;
  staffId: string;
  now: Date;
}

export interface VillageChange extends PlanChange {
  villageCode: string;
  /** `stampOf` what the form showed. */
  seen: string;
}

/** `order`: the village would open its internet center before it has one; `later`: it has gone on from that stage; `stale`: somebody changed it since the form was shown; `nothing`: it stands so already. Unless it answers `done`, nothing changes. */
export type PlanResult = "done" | "stale" | "nothing" | "unknown" | "retired" | "outside" | "order" | "later";

/** Puts a village on the program's list, or gives it another target or wave. */
export async function setTarget(db: Kysely<Database>, change: VillageChange & { values: Values }): Promise<PlanResult> {
  const { program, villageCode, values, now } = change;
  return changing(db, change, async (trx, keep) => {
    const before = await findTarget(trx, program.id, villageCode);
    if (stampOf(before) !== change.seen) return "stale";
    if (stampOf(before) === stampOf(values)) return "nothing";
    const village = (await listKnownVillages(trx, [villageCode])).get(villageCode);
    if (!village) return "unknown";
    if (!before && village.isRetired) return "retired";
    if (!before && !isWithin(villageCode, program.regionCode)) return "outside";
    await upsertTargets(trx, program.id, [{ villageCode, ...values }], dayOf(now));
    await keep({ villageCode, kind: before ? "village.change" : "village.add", before: before ? { learners: before.learners, wave: before.wave } : {}, after: { ...values } });
    return "done";
  });
}

/** Takes a village off the list. Its people, its stages and its history stay. */
export async function removeTarget(db: Kysely<Database>, change: VillageChange): Promise<PlanResult> {
  const { program, villageCode } = change;
  return changing(db, change, async (trx, keep) => {
    const before = await findTarget(trx, program.id, villageCode);
    if (stampOf(before) !== change.seen) return "stale";
    if (!before) return "nothing";
    await deleteTarget(trx, program.id, villageCode);
    await keep({ villageCode, kind: "village.remove", before: { learners: before.learners, wave: before.wave }, after: {} });
    return "done";
  });
}

/** Enters that a village has reached a stage, or (null) that it has not after all. `seen` is the stage's id that the form showed. */
export async function setStage(db: Kysely<Database>, change: VillageChange & { stage: EnteredStage; values: { reachedOn: string; source: string } | null }): Promise<PlanResult> {
  const { program, villageCode, stage, values, now, staffId } = change;
  return changing(db, change, async (trx, keep) => {
    const stages = await listStages(trx, program.id, villageCode);
    const before = stages.find((reached) => reached.stage === stage);
    if ((before?.stageId ?? "") !== change.seen) return "stale";
    if (before?.reachedOn === values?.reachedOn && before?.source === values?.source) return "nothing";
    const days = new Map<string, string>([...stages.map((reached) => [reached.stage, reached.reachedOn] as const), ...(values ? [[stage, values.reachedOn] as const] : [])]);
    const isBefore = ({ stage: other, reachedOn }: ReachedStage) => stageOrder.indexOf(stage) < stageOrder.indexOf(other) && reachedOn <= dayOf(now);
    if (!values && stages.some(isBefore)) return "later";
    if (values && (days.get("center") ?? "9") < (days.get("internet") ?? "")) return "order";
    if (values) await enterStage(trx, { programId: program.id, villageCode, stage, ...values, recordedAt: now, recordedBy: staffId });
    else await withdrawStage(trx, { programId: program.id, villageCode, stage, at: now });
    const kind = !before ? "stage.enter" : values ? "stage.change" : "stage.withdraw";
    await keep({ villageCode, kind, before: { stage, ...(before ? { reachedOn: before.reachedOn, source: before.source } : {}) }, after: { stage, ...values } });
    return "done";
  });
}

/** Adds a wave, or changes its name and dates. `seen` is `waveStamp` of what the form showed. */
export async function setWave(db: Kysely<Database>, change: PlanChange & { seen: string; wave: Wave }): Promise<"done" | "stale" | "nothing"> {
  const { program, wave } = change;
  return changing(db, change, async (trx, keep) => {
    const before = (await listWaves(trx, program.id)).find(({ number }) => number === wave.number);
    if (waveStamp(before) !== change.seen) return "stale";
    if (waveStamp(before) === waveStamp(wave)) return "nothing";
    await upsertWave(trx, program.id, wave);
    await keep({ villageCode: null, kind: before ? "wave.change" : "wave.add", before: before ? valuesOf(before) : {}, after: valuesOf(wave) });
    return "done";
  });
}

/** Takes a wave away; its history stays. `used`: there are villages in it. */
export async function removeWave(db: Kysely<Database>, change: PlanChange & { seen: string; number: number }): Promise<"done" | "stale" | "used"> {
  const { program, number } = change;
  return changing(db, change, async (trx, keep) => {
    const before = (await listWaves(trx, program.id)).find((wave) => wave.number === number);
    if (!before || waveStamp(before) !== change.seen) return "stale";
    if (!(await deleteEmptyWave(trx, program.id, number))) return "used";
    await keep({ villageCode: null, kind: "wave.remove", before: valuesOf(before), after: {} });
    return "done";
  });
}

/** A wave as its history keeps it. */
export function valuesOf({ number, name, startsOn, endsOn }: Wave): ChangedValues {
  return { number, name, startsOn, endsOn };
}

type Keep = (what: Pick<ProgramChange, "villageCode" | "kind" | "before" | "after">) => Promise<void>;

/** One change at a time; a form that was taken before is `done` and changes nothing again. */
async function changing<Result>(db: Kysely<Database>, { formId, program, reason, staffId, now }: PlanChange, change: (trx: Transaction<Database>, keep: Keep) => Promise<Result>): Promise<Result | "done"> {
  return db.transaction().execute(async (trx) => {
    await lockProgram(trx, program.id);
    if (await isChangeKnown(trx, formId)) return "done" as const;
    return change(trx, (what) => recordProgramChange(trx, { id: formId, programId: program.id, reason, changedAt: now, changedBy: staffId, ...what }));
  });
}
