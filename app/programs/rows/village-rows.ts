import type { Area } from "../area-report.ts";
import type { PublishedCounts } from "../stages.ts";

/** What puts a village on a list, and how its address calls it. Those that stalled are listed of all programs together: a program tells its own with why, on another page. */
export const rowsAbout = { registered: "terdaftar", started: "mulai", finished: "selesai", certified: "bersertifikat", target: "sasaran", waiting: "belum", stalled: "berhenti" } as const;
export type RowsAbout = keyof typeof rowsAbout;

/** What an address asks for; what it says that is unknown counts as not said. */
export interface RowsAsked {
  about: RowsAbout;
  /** Empty for all. */
  curriculumId: string;
  /** The code after which the page begins; empty for the first. */
  after: string;
}

export function askedOf(asked: URLSearchParams, curricula: readonly { id: string }[]): RowsAsked {
  const about = (Object.keys(rowsAbout) as RowsAbout[]).find((one) => rowsAbout[one] === asked.get("tahap")) ?? "registered";
  const after = asked.get("sesudah") ?? "";
  return { about, curriculumId: curricula.find(({ id }) => id === asked.get("kurikulum"))?.id ?? "", after: /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(after) ? after : "" };
}

/** A village on a list, as it may be told. */
export interface VillageRow {
  code: string;
  name: string;
  district: string;
  /** Null where nobody is registered. */
  counts: PublishedCounts | null;
  /** How many people the program means to reach; null where it is no target. */
  target: number | null;
}

/** The villages behind a number of a place. */
export interface VillageRows {
  path: Area[];
  curriculumId: string | null;
  about: RowsAbout;
  /** How many villages each list has here, of those that there are. */
  lists: { about: RowsAbout; villages: number }[];
  /** Of a program's, how many stand still, told with why on a page of their own; null where that is not counted here. */
  stalled: number | null;
  rows: VillageRow[];
  /** What the place's own page tells of it: the rows of a stage add up to it. */
  whole: PublishedCounts;
  /** Where the next page goes on; null on the last. */
  next: string | null;
  isFirstPage: boolean;
}

/** Why a village stalled: how far its people came before they stopped. */
export function stalledAt({ counts }: VillageRow): "registered" | "started" | "finished" {
  if (!counts || counts.started.high === 0) return "registered";
  return counts.finished.high === 0 ? "started" : "finished";
}
