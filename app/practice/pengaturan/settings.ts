import type { DeviceIcon } from "../device-icons.ts";

interface RowBase {
  readonly id: string;
  readonly text: string;
  readonly icon?: DeviceIcon | undefined;
  readonly note?: string | undefined;
  /** The id of a row without whose being on or done this one is not there. */
  readonly when?: string | undefined;
}

/** Opens the page `to`. */
export interface PageRow extends RowBase { readonly kind: "page"; readonly to: string }
/** Is on or off; where it asks for a permission, it is on once that is given. */
export interface SwitchRow extends RowBase { readonly kind: "switch"; readonly on?: boolean | undefined; readonly permission?: string | undefined }
/** Has levels from left to right, such as sizes of letters; `shows` draws what they do. */
export interface SliderRow extends RowBase {
  readonly kind: "slider";
  readonly levels: readonly string[];
  /** The level at first, from 0. */
  readonly start: number;
  readonly shows?: "huruf" | "terang" | "suara" | undefined;
  /** What the two buttons say; else to slide left and right. */
  readonly less?: string | undefined;
  readonly more?: string | undefined;
}
/** One of several options. */
export interface ChoiceRow extends RowBase { readonly kind: "choice"; readonly options: readonly string[]; readonly start: number }
/** A PIN to be typed twice, which stands on a paper beside the phone. */
export interface PinRow extends RowBase { readonly kind: "pin"; readonly pin: string; readonly then?: string | undefined }
/** Does something once, tells it with `says`, and may go on to the page `then`. */
export interface ActRow extends RowBase { readonly kind: "act"; readonly says: string; readonly then?: string | undefined }
/** Is better left alone, for the reason `why`. */
export interface RefuseRow extends RowBase { readonly kind: "refuse"; readonly why: string }
/** Only to be read. */
export interface WordsRow extends RowBase { readonly kind: "words" }

export type SettingsRow = PageRow | SwitchRow | SliderRow | ChoiceRow | PinRow | ActRow | RefuseRow | WordsRow;

export interface SettingsPage {
  readonly id: string;
  /** None for the home screen, on which rows with an icon that open pages are apps. */
  readonly title?: string | undefined;
  readonly rows: readonly SettingsRow[];
}

export interface SettingsGoal {
  readonly id: string;
  readonly text: string;
  readonly row: string;
  /** 1 for on or done, 0 for off; an option's or a level's number from 0, and for levels also what lies beyond it. */
  readonly to: number;
}

export interface PengaturanConfig {
  /** The first is where the exercise starts; the others are reached from it. */
  readonly pages: readonly SettingsPage[];
  /** What is to be done; goals of one row are done in their order. */
  readonly goals: readonly SettingsGoal[];
}

/** All rows of all pages. */
export function rowsOf(config: PengaturanConfig): readonly SettingsRow[] {
  return config.pages.flatMap(({ rows }) => rows);
}

/** The page on which a row stands. */
export function pageOf(config: PengaturanConfig, row: string): SettingsPage | undefined {
  return config.pages.find(({ rows }) => rows.some(({ id }) => id === row));
}

/** The page that pressing a row may lead to. */
export function nextPage(row: SettingsRow): string | undefined {
  if (row.kind === "page") return row.to;
  return row.kind === "act" || row.kind === "pin" ? row.then : undefined;
}

/** The rows that lead from the first page to the page `to`, in their order; none when it cannot be reached. */
export function wayTo(config: PengaturanConfig, to: string): readonly SettingsRow[] | undefined {
  const ways = new Map<string, readonly SettingsRow[]>([[config.pages[0]?.id ?? "", []]]);
  for (const [page, way] of ways) {
    for (const row of config.pages.find(({ id }) => id === page)?.rows ?? []) {
      const next = nextPage(row);
      if (next !== undefined && !ways.has(next)) ways.set(next, [...way, row]);
    }
  }
  return ways.get(to);
}

/** What a row is at first. */
export function startOf(row: SettingsRow): number {
  if (row.kind === "switch") return row.on ? 1 : 0;
  return row.kind === "slider" || row.kind === "choice" ? row.start : 0;
}

/** Whether `value` is what a goal asks of its row. `before` is the goal's forerunner on that row, or how the row starts. */
export function isMet(row: SettingsRow, goal: SettingsGoal, before: number, value: number): boolean {
  if (row.kind !== "slider") return value === goal.to;
  return goal.to > before ? value >= goal.to : value <= goal.to;
}

/** What the row of a goal has to have been before: as the goal before it on that row, or as at first. */
export function valueBefore(config: PengaturanConfig, goal: SettingsGoal): number {
  const earlier = config.goals.slice(0, config.goals.indexOf(goal)).filter(({ row }) => row === goal.row).at(-1);
  const row = rowsOf(config).find(({ id }) => id === goal.row);
  return earlier?.to ?? (row === undefined ? 0 : startOf(row));
}
