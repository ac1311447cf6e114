import type { ColumnType, Generated, JSONColumnType } from "kysely";

/** The administrative regions of Indonesia, their history and the decrees that change them; migrations 001 and 006 make them. */
export interface RegionTables {
  region: RegionTable;
  region_change: RegionChangeTable;
  region_name: RegionNameTable;
  region_word: RegionWordTable;
  region_import: RegionImportTable;
  region_import_line: RegionImportLineTable;
}

export type RegionKind = "province" | "regency" | "district" | "village";

interface RegionTable {
  code: string;
  kind: RegionKind;
  parent_code: string | null;
  name: string;
  /** From when a decree no longer knows it; its row, its people and their results stay. */
  retired_on: Generated<string | null>;
  /** The name as searching compares it; the database keeps it. */
  folded: ColumnType<string, never, never>;
}

/**
 * `split`: into more than one, or a part of it is a region of its own now. `merge`: with others, or into one that
 * was there. `move`: it has another parent. `recode`: it has another code, and is what it was.
 */
export type RegionChangeKind = "split" | "merge" | "move" | "recode";

interface RegionChangeTable {
  id: string;
  old_code: string;
  new_code: string;
  kind: RegionChangeKind;
  /** The decree that says so. */
  reason: string;
  effective_on: string;
  import_id: string | null;
  recorded_at: Generated<Date>;
}

/** A name that a region had, from `valid_from` (null: as far back as we know) until the day before `valid_until`. */
interface RegionNameTable {
  code: string;
  name: string;
  valid_from: string | null;
  valid_until: string;
  /** The decree that ended it. */
  decree: string;
}

/** A word of a region's name, or of one that it had; triggers keep it. */
interface RegionWordTable {
  word: string;
  code: string;
  /** The whole name, as `region.folded`. */
  name: string;
  /** 1 for a province, 4 for a village. */
  kind_rank: number;
  /** Whether it is the name of a region that is in force. */
  is_current: boolean;
}

interface RegionImportTable {
  id: string;
  decree: string;
  effective_on: string;
  file_name: string;
  uploaded_at: Date;
  uploaded_by: string;
  applied_at: Date | null;
  applied_by: string | null;
  /** What applying it did. */
  counts: JSONColumnType<Record<string, number>, string | null, string | null> | null;
}

/** A row of an uploaded file until it is applied; with a `fault`, as it stood there. */
interface RegionImportLineTable {
  import_id: string;
  line: number;
  code: string | null;
  parent_code: string | null;
  kind: RegionKind | null;
  name: string;
  old_codes: string[];
  /** What stood where the code is. */
  typed: string;
  fault: string | null;
}
