import type { DeviceIcon } from "../device-icons.ts";
import type { Drawing } from "../drawings.ts";

/** What a finger can be asked to do: `open` touches a photo, `close` touches the empty place beside the choices. */
export const deeds = ["tap", "hold", "swipe-up", "swipe-down", "open", "pinch-out", "pinch-in", "home", "close"] as const;
export type Deed = (typeof deeds)[number];

export interface Goal {
  readonly do: Deed;
  /** The id of the app (`tap`, `hold`) or of the photo (`open`, `pinch-out`, `pinch-in`); left out, any will do. */
  readonly on?: string | undefined;
  readonly text: string;
}

export interface TouchedApp {
  readonly id: string;
  readonly icon: DeviceIcon;
  readonly name: string;
}

/** A photo has a drawing, or lines that are too small to read until it is big. */
export interface TouchedPhoto {
  readonly id: string;
  readonly name: string;
  readonly drawing?: Drawing | undefined;
  readonly lines?: readonly string[] | undefined;
}

export interface GerakJariConfig {
  /** The home screen; the first app shows the photos. */
  readonly apps: readonly TouchedApp[];
  /** More than fit on the screen, so that there is something to swipe to. */
  readonly photos: readonly TouchedPhoto[];
  readonly goals: readonly Goal[];
}

export interface GerakJariState {
  readonly page: "home" | "photos" | "photo" | "app";
  /** How many rows of photos lie above the screen. */
  readonly row: number;
  /** The id of the app or photo on the screen, or of the app whose choices are shown on the home screen. */
  readonly shown?: string | undefined;
  /** From 0, the whole photo, to 2. */
  readonly zoom: number;
  /** The places of the goals that are reached. */
  readonly done: readonly number[];
  readonly notice: NoticeOf;
}

/** What the last step did: a key below `notice.`, with what is put into its sentence. */
export interface NoticeOf {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly words?: Readonly<Record<string, string>>;
}

/** Photos beside each other, and rows on the screen at once. */
export const columns = 2;
export const rowsShown = 2;

export const biggest = 2;

/** The last row that can come to the top of the screen. */
export function lastRow({ photos }: GerakJariConfig): number {
  return Math.max(0, Math.ceil(photos.length / columns) - rowsShown);
}

/** The photos on the screen. */
export function photosShown(state: GerakJariState, config: GerakJariConfig): readonly TouchedPhoto[] {
  return config.photos.slice(state.row * columns, (state.row + rowsShown) * columns);
}

/** Whether the choices of an app lie over the home screen. */
export function showsChoices(state: GerakJariState): boolean {
  return state.page === "home" && state.shown !== undefined;
}

/** The name of the app or photo that a step such as `tap:kamera` or `open:sawah` speaks of. */
export function nameIn(step: string, { apps, photos }: GerakJariConfig): string {
  const id = step.slice(step.indexOf(":") + 1);
  return (step.startsWith("open:") ? photos : apps).find((one) => one.id === id)?.name ?? "";
}
