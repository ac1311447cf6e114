/** The drawn village: roads in a grid of 7 by 5 crossings, counted from the north-west corner at 0, 0. */
export const columns = 7;
export const rows = 5;

/** How far it is from one crossing to the next, in metres. */
const block = 400;
/** Metres a minute. */
const speeds = { walk: 70, motorbike: 400, car: 350 } as const;

export const travelModes = ["walk", "motorbike", "car"] as const;
export type TravelMode = (typeof travelModes)[number];

export const placeKinds = ["puskesmas", "sekolah", "masjid", "pasar", "balai", "toko", "bengkel", "wisata"] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly kind: PlaceKind;
  /** The crossing at which it stands: column, row. */
  readonly at: readonly [number, number];
  /** More words that find it. */
  readonly words?: string | undefined;
}

export interface Way {
  readonly metres: number;
  /** The crossings at which it begins, turns and ends. */
  readonly corners: readonly (readonly [number, number])[];
  /** What to do, as keys below `way.`, with the number of crossings to pass. */
  readonly legs: readonly { readonly key: string; readonly blocks: number }[];
}

/** The way along the roads: first along the row, then along the column. */
export function wayBetween(from: readonly [number, number], to: readonly [number, number]): Way {
  const east = to[0] - from[0];
  const south = to[1] - from[1];
  const first = { key: east > 0 ? "east" : "west", blocks: Math.abs(east) };
  const second = { key: turnKey(east, south), blocks: Math.abs(south) };
  const legs = [first, second].filter(({ blocks }) => blocks > 0);
  const corners = [from, [to[0], from[1]] as const, to].filter((corner, index, all) => index === 0 || corner.join() !== all[index - 1]?.join());
  return { metres: (Math.abs(east) + Math.abs(south)) * block, corners, legs };
}

/** Whole minutes, at least one. */
export function minutesOf({ metres }: Way, mode: TravelMode): number {
  return Math.max(1, Math.round(metres / speeds[mode]));
}

/** Words that people write between others and that no place is found by. */
const smallWords = ["di", "ke", "dekat"];

/** The places that the words find: each word but the small ones stands in the name, the address or its further words. Without words, none. */
export function placesFound(query: string, places: readonly Place[]): readonly Place[] {
  const words = (query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !smallWords.includes(word));
  const told = ({ name, address, words: more }: Place) => `${name} ${address} ${more ?? ""}`.toLowerCase();
  return words.length === 0 ? [] : places.filter((place) => words.every((word) => told(place).includes(word)));
}

function turnKey(east: number, south: number): string {
  if (east === 0) return south > 0 ? "south" : "north";
  return (east > 0) === (south > 0) ? "right" : "left";
}
