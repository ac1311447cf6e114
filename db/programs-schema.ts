import type { ColumnType, Generated, JSONColumnType } from "kysely";
import type { TargetPlan } from "#app/programs/plan/plan-targets.ts";
import type { TargetLine } from "#app/programs/plan/target-list.ts";

/** What a program is run by: partners, waves, stages, its changes and lists; migration 010 makes them. */
export interface ProgramTables {
  program_partner: { id: string; program_id: string; name: string; gives: string; since: Date; ended_at: Date | null };
  program_curriculum: { program_id: string; curriculum_id: string };
  /** What people of a program belong to, such as the village's government; how many of them are meant to come. */
  program_affiliation: { program_id: string; name: string; people: number | null };
  program_event: { id: string; program_id: string; name: string; people: number | null };
  program_event_session: { event_id: string; number: number; starts_at: Date; minutes: number };
  program_wave: { program_id: string; number: number; name: string; starts_on: string | null; ends_on: string | null };
  program_stage: ProgramStageTable;
  program_change: ProgramChangeTable;
  program_import: ProgramImportTable;
}

/** In the order in which a village goes through them. */
export type VillageStage = "internet" | "center" | "cohort" | "graduates";

interface ProgramStageTable {
  id: string;
  program_id: string;
  village_code: string;
  stage: VillageStage;
  /** `YYYY-MM-DD`. A first cohort's day may be to come. */
  reached_on: string;
  /** How a lead knows; null when it follows from cohorts and their people. */
  source: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  withdrawn_at: Date | null;
}

export type ProgramChangeKind = "village.add" | "village.change" | "village.remove" | "stage.enter" | "stage.change" | "stage.withdraw" | "wave.add" | "wave.change" | "wave.remove" | "program.create" | "program.change";
export type ChangedValues = Record<string, string | number | null>;

interface ProgramChangeTable {
  id: string;
  program_id: string;
  /** Null when it is about the whole program. */
  village_code: string | null;
  kind: ProgramChangeKind;
  before: JSONColumnType<ChangedValues>;
  after: JSONColumnType<ChangedValues>;
  reason: string;
  changed_at: Date;
  changed_by: string;
}

interface ProgramImportTable {
  id: string;
  program_id: string;
  file_name: string;
  lines: JSONColumnType<TargetLine[]>;
  unread_columns: Generated<string[]>;
  uploaded_at: Date;
  uploaded_by: string;
  applied_at: Date | null;
  /** How many rows did what, once it is applied. */
  counts: ColumnType<Record<string, number> | null, string | null | undefined, string | null>;
  /** What each row did, once it is applied. */
  outcomes: ColumnType<TargetPlan["lines"] | null, undefined, string>;
  undone_at: ColumnType<Date | null, undefined, Date>;
}
