import type { Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Contributions } from "#app/programs/contributions.ts";
import type { PublishedCounts } from "#app/programs/stages.ts";

/** Figures of areas, kept up to date as things happen; migrations 005 and 009 make them. */
export interface FiguresTables {
  learner_figure: { village_code: string; learner_id: string; figures: JSONColumnType<Contributions> };
  enrollment_activity: { village_code: string; enrollment_id: string; last_on: string };
  learner_stale: { village_code: string; seq: Generated<string>; learner_id: string };
  target_stale: { village_code: string; seq: Generated<string>; program_id: string };
  center_stale: { village_code: string; seq: Generated<string> };
  center_activity: { village_code: string; center_id: string; program_id: string; last_on: string };
  /** `region_code` is empty for the nation; `program_id` nil for all programs; `curriculum_id` empty for all curricula. */
  area_figure: AreaColumns & { facet: string; amounts: number[] };
  /** Registered, started, finished, certified: the true numbers, and what may be told of them. */
  area_people: AreaColumns & { people: number[]; told: JSONColumnType<PublishedCounts> };
  figures_fold: { id: number; folded_at: Date };
}

interface AreaColumns {
  region_code: string;
  program_id: string;
  curriculum_id: string;
  parent_code: GeneratedAlways<string | null>;
}
