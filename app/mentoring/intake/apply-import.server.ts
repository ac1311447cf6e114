import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import { type AuditEntry, recordAudits } from "#db/audit.ts";
import { lockCohort } from "#db/cohort-schedule.ts";
import type { CohortSummary } from "#db/cohorts.ts";
import { newId } from "#db/ids.ts";
import { type ImportChange, insertEnrollments, insertImportChanges, insertLearners, insertWaitings, type Placed, type RowValues, updateLearners } from "#db/import-changes.ts";
import { type ImportKey, listKnownLearners, lockImport, markImportApplied } from "#db/learner-imports.ts";
import { lockCenter, nextLearnerNumber } from "#db/learners.ts";
import type { Database } from "#db/schema.ts";
import { countSeats } from "#db/waiting-list.ts";
import { type Change, type Choice, type ImportPlan, type KnownLearner, type LeftOutLine, planImport } from "./import-plan.ts";
import type { ImportLine, ReadPerson } from "./read-line.ts";

export type ImportCohort = Pick<CohortSummary, "villageCode" | "cohortId" | "centerId" | "curriculumVersionId" | "capacity">;

/** What an import would do now, and what tells this plan from another one. */
export interface ImportPreview extends ImportPlan {
  fingerprint: string;
}

/** Plans an import that is not applied yet, with what was said about its rows. Changes nothing. */
export async function previewImport(db: Kysely<Database>, cohort: ImportCohort, lines: readonly ImportLine[], now: Date, choices: ReadonlyMap<number, Choice> = new Map()): Promise<ImportPreview> {
  const known = await listKnownLearners(db, cohort);
  const { enrolled, waiting } = await countSeats(db, cohort);
  // Who waits already comes before everybody in the file.
  const freePlaces = cohort.capacity === null ? null : Math.max(0, cohort.capacity - enrolled - waiting);
  const asked = { thisYear: Number(dayOf(now).slice(0, 4)), freePlaces };
  // The database gives the cells back in an order of its own; the fingerprint is of one order.
  const rows = lines.map(({ line, name, birth, gender, number }) => ({ line, name, birth, gender, number }));
  const unchosen = planImport(rows, known, { ...asked, choices: new Map() });
  const plan = choices.size === 0 ? unchosen : planImport(rows, known, { ...asked, choices });
  return { ...plan, fingerprint: createHash("sha256").update(JSON.stringify(unchosen)).digest("base64url") };
}

export interface ApplyImport extends ImportKey {
  cohort: ImportCohort;
  /** Of the preview that was looked at. */
  fingerprint: string;
  choices: ReadonlyMap<number, Choice>;
  staffId: string;
  now: Date;
}

export type ApplyResult =
  | { kind: "applied" | "already" | "unknown" }
  /** Somebody must say who some rows are about; or people changed since the preview was looked at. */
  | { kind: "undecided" | "changed"; preview: ImportPreview };

/**
 * Applies an import in one transaction, exactly as its preview says; once, however often it is asked. It never
 * removes anybody, and gives nobody a PIN: that is done when cards are printed, so that no PIN lies around.
 * Applied before: `already`. Unless it answers `applied`, nothing changes.
 */
export async function applyImport(db: Kysely<Database>, request: ApplyImport): Promise<ApplyResult> {
  const { cohort, choices, now } = request;
  return db.transaction().execute(async (trx) => {
    await lockCenter(trx, cohort);
    const { capacity } = await lockCohort(trx, cohort);
    const upload = await lockImport(trx, request);
    if (!upload) return { kind: "unknown" };
    if (upload.appliedAt) return { kind: "already" };
    const preview = await previewImport(trx, { ...cohort, capacity }, upload.lines, now, choices);
    if (preview.fingerprint !== request.fingerprint) return { kind: "changed", preview };
    if (preview.totals.undecided > 0) return { kind: "undecided", preview };
    await write(trx, request, preview);
    await markImportApplied(trx, request, leftOutBy(preview), now);
    return { kind: "applied" };
  });
}

async function write(trx: Transaction<Database>, request: ApplyImport, { lines }: ImportPlan): Promise<void> {
  const { cohort, importId } = request;
  const first = await nextLearnerNumber(trx, cohort);
  const added: ReturnType<typeof newLearner>[] = [];
  const [changed, enrolled, waiting]: [{ learner: KnownLearner; changes: Change[] }[], Placed[], Placed[]] = [[], [], []];
  for (const { outcome } of lines) {
    if (outcome.kind !== "added" && outcome.kind !== "known") continue;
    if (outcome.kind === "added") added.push(newLearner(outcome.person, first + added.length));
    else if (outcome.changes.length > 0) changed.push(outcome);
    const learnerId = outcome.kind === "added" ? (added.at(-1)?.learnerId ?? "") : outcome.learner.learnerId;
    if (outcome.placing) (outcome.placing === "enrolled" ? enrolled : waiting).push({ id: newId(), learnerId });
  }
  await insertLearners(trx, cohort, added, request);
  await updateLearners(trx, cohort.villageCode, changed.map(({ learner, changes }) => ({ ...learner, ...changedTo(changes) })));
  await insertEnrollments(trx, cohort, enrolled, request);
  await insertWaitings(trx, cohort, waiting, request);
  const changes: ImportChange[] = [
    ...added.map(({ learnerId, number }) => ({ learnerId, kind: "added" as const, before: null, after: { number } })),
    ...changed.map(({ learner, changes }) => ({ learnerId: learner.learnerId, kind: "changed" as const, before: changedFrom(changes), after: changedTo(changes) })),
    ...enrolled.map(({ id, learnerId }) => ({ learnerId, kind: "enrolled" as const, before: null, after: { id } })),
    ...waiting.map(({ id, learnerId }) => ({ learnerId, kind: "waiting" as const, before: null, after: { id } })),
  ];
  await insertImportChanges(trx, request, changes);
  await recordAudits(trx, cohort.villageCode, [importEntry(request, "import.apply", countsOf(changes)), ...changes.map((change) => entryOf(change, request, importId))]);
}

function newLearner({ name, birthYear, gender }: ReadPerson, number: number) {
  return { learnerId: newId(), number, name, birthYear, gender };
}

function changedFrom(changes: readonly Change[]): RowValues {
  return Object.fromEntries(changes.map(({ field, from }) => [field, from]));
}

function changedTo(changes: readonly Change[]): RowValues {
  return Object.fromEntries(changes.map(({ field, to }) => [field, to]));
}

/** What is still to be told after it is applied: the refused rows as they stood, and how many were left alone. */
function leftOutBy({ lines }: ImportPlan): LeftOutLine[] {
  return lines.flatMap(({ line, outcome }): LeftOutLine[] => {
    if (outcome.kind === "refused") return [{ ...line, refusals: outcome.refusals }];
    const isLeftAlone = outcome.kind === "known" && outcome.changes.length === 0 && !outcome.placing;
    return isLeftAlone ? [{ line: line.line, name: "", birth: "", gender: "", number: "", refusals: [] }] : [];
  });
}

export function countsOf(changes: readonly { kind: ImportChange["kind"] }[]): Record<ImportChange["kind"], number> {
  const count = (kind: ImportChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  return { added: count("added"), changed: count("changed"), enrolled: count("enrolled"), waiting: count("waiting") };
}

export function importEntry({ staffId, importId }: { staffId: string; importId: string }, action: string, details: AuditEntry["details"] = {}): AuditEntry {
  return { actor: { kind: "staff", id: staffId }, action, subjectId: importId, details };
}

function entryOf({ learnerId, kind, after }: ImportChange, { staffId, cohort }: ApplyImport, importId: string): AuditEntry {
  const actor = { kind: "staff", id: staffId } as const;
  if (kind === "added") return { actor, action: "learner.register", subjectId: learnerId, details: { number: after["number"] ?? null, importId } };
  if (kind === "changed") return { actor, action: "learner.change", subjectId: learnerId, details: { fields: Object.keys(after).join(","), importId } };
  const action = kind === "enrolled" ? "enrollment.create" : "waiting.add";
  return { actor, action, subjectId: String(after["id"]), details: { learnerId, cohortId: cohort.cohortId, importId } };
}

