import { isWithin } from "#app/accounts/role.ts";
import { wordsOf } from "#app/regions/search-text.ts";
import { dayIn } from "#app/mentoring/mentor-level.ts";
import { readPeople, readVillageCode, type TargetLine } from "./target-list.ts";

export interface Values {
  learners: number;
  wave: number | null;
}

export interface WaveDates {
  startsOn: string | null;
  endsOn: string | null;
}

/** What a list is held against: the program as it stands. */
export interface PlanGround {
  regionCode: string;
  villages: ReadonlyMap<string, { name: string; isRetired: boolean }>;
  /** What took the place of retired codes. */
  successors: ReadonlyMap<string, readonly Successor[]>;
  /** The region's villages in force of the names in the list. */
  named: readonly { code: string; name: string; district: string }[];
  targets: ReadonlyMap<string, Values>;
  waves: ReadonlyMap<number, WaveDates>;
}

export interface Successor {
  code: string;
  name: string;
}

/** Why a row is refused; `line` is another row with the code, or that first gave the wave its dates; `successors` are told of a retired code where there are any. */
export type TargetRefusal = { code: "codeWrong" | "codeMissing" | "nameUnknown" | "nameSeveral" | "otherName" | "unknown" | "outside" | "learners" | "learnersEmpty" | "wave" | "date" | "upsideDown" | "datesWithoutWave" } | { code: "repeated" | "waveDates"; line: number | null } | { code: "retired"; successors?: Successor[] };

export type TargetOutcome =
  | { kind: "added"; villageCode: string; village: string; after: Values }
  | { kind: "changed"; villageCode: string; village: string; before: Values; after: Values }
  | { kind: "same"; villageCode: string; village: string }
  | { kind: "refused"; village: string | null; refusals: TargetRefusal[] };

export interface TargetPlan {
  lines: { line: TargetLine; outcome: TargetOutcome }[];
  /** Waves that the list names and the program does not have yet. */
  newWaves: ({ number: number } & WaveDates)[];
  counts: Record<TargetOutcome["kind"], number>;
}

/**
 * What a target list would do. It never takes a village off the list; a cell that is left empty leaves what stands.
 * A wave that the program has keeps its dates: a list that says others is refused there. Of rows that say the same of
 * one village the first is taken; of rows that say different things none is, as nobody knows which is right.
 */
export function planTargets(lines: readonly TargetLine[], ground: PlanGround): TargetPlan {
  const rows = rowsByVillage(lines, ground);
  const newWaves = new Map<number, WaveDates & { line: number }>();
  const planned = lines.map((line) => ({ line, outcome: outcomeOf(line, ground, rows, newWaves) }));
  const count = (kind: TargetOutcome["kind"]) => planned.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    lines: planned,
    newWaves: [...newWaves].map(([number, { startsOn, endsOn }]) => ({ number, startsOn, endsOn })).sort((a, b) => a.number - b.number),
    counts: { added: count("added"), changed: count("changed"), same: count("same"), refused: count("refused") },
  };
}

/** The rows about each village that is found without doubt. */
function rowsByVillage(lines: readonly TargetLine[], ground: PlanGround): ReadonlyMap<string, TargetLine[]> {
  const found = lines.map((line) => ({ line, ...findVillage(line, ground) })).filter(({ code, refusals }) => code !== null && refusals.length === 0);
  const ofVillages = Map.groupBy(found, ({ code }) => code ?? "");
  return new Map([...ofVillages].map(([code, rows]) => [code, rows.map(({ line }) => line)]));
}

/** Another row about the same village that stands in this one's way; null where it may speak for it. */
function rivalOf(line: TargetLine, rows: readonly TargetLine[]): number | null {
  const [first, ...others] = rows;
  if (!rows.includes(line)) return null;
  if (first !== line) return first?.line ?? null;
  const said = ({ learners, wave, startsOn, endsOn }: TargetLine) => [learners, wave, startsOn, endsOn].join("\n");
  return others.find((other) => said(other) !== said(line))?.line ?? null;
}

function outcomeOf(line: TargetLine, ground: PlanGround, rows: ReadonlyMap<string, TargetLine[]>, newWaves: Map<number, WaveDates & { line: number }>): TargetOutcome {
  const found = findVillage(line, ground);
  const code = found.code;
  const village = code ? ground.villages.get(code) : undefined;
  const before = code ? ground.targets.get(code) : undefined;
  const learners = line.learners === "" ? (before?.learners ?? null) : readPeople(line.learners);
  const wave = line.wave === "" ? (before?.wave ?? null) : readWave(line.wave);
  const dates = { startsOn: dayOrNull(line.startsOn), endsOn: dayOrNull(line.endsOn) };
  const rival = rivalOf(line, rows.get(code ?? "") ?? []);
  const refusals: TargetRefusal[] = [
    ...(code ? refusalOfCode(code, village, before !== undefined, ground) : []),
    ...found.refusals,
    ...(rival === null ? [] : [{ code: "repeated" as const, line: rival }]),
    ...(learners === null ? [{ code: line.learners === "" ? ("learnersEmpty" as const) : ("learners" as const) }] : []),
    ...(wave === undefined ? [{ code: "wave" as const }] : []),
    ...refusalOfDates(line, dates),
    ...(wave ? refusalOfWave(wave, dates, ground, newWaves) : []),
  ];
  if (refusals.length > 0 || !code || !village || learners === null || wave === undefined) return { kind: "refused", village: village?.name ?? null, refusals };
  if (wave !== null && !ground.waves.has(wave)) noteWave(newWaves, wave, dates, line.line);
  const told = { villageCode: code, village: village.name };
  if (!before) return { kind: "added", ...told, after: { learners, wave } };
  return before.learners === learners && before.wave === wave ? { kind: "same", ...told } : { kind: "changed", ...told, before, after: { learners, wave } };
}

/** The first row that says a new wave's dates says them for all. */
function noteWave(newWaves: Map<number, WaveDates & { line: number }>, wave: number, { startsOn, endsOn }: ReadDates, line: number): void {
  const noted = newWaves.get(wave);
  if (!noted || (!noted.startsOn && !noted.endsOn)) newWaves.set(wave, { startsOn: startsOn ?? null, endsOn: endsOn ?? null, line });
}

/** The code of the row's village: as written, and then its name must be the village's; or by its name, in its district where that is told. */
function findVillage(line: TargetLine, { villages, named }: PlanGround): { code: string | null; refusals: TargetRefusal[] } {
  if (line.code !== "") {
    const code = readVillageCode(line.code);
    const village = code ? villages.get(code) : undefined;
    if (!code) return { code, refusals: [{ code: "codeWrong" }] };
    return { code, refusals: village && line.village !== "" && !isName(line.village, village.name) ? [{ code: "otherName" }] : [] };
  }
  if (line.village === "") return { code: null, refusals: [{ code: "codeMissing" }] };
  const found = named.filter(({ name, district }) => isName(line.village, name) && (line.district === "" || isName(line.district, district)));
  if (found.length === 1) return { code: found[0]?.code ?? null, refusals: [] };
  return { code: null, refusals: [{ code: found.length === 0 ? "nameUnknown" : "nameSeveral" }] };
}

/** Whether somebody who writes `text` means the place of this name: `Ds. Ciherang` is Ciherang. */
function isName(text: string, name: string): boolean {
  return bareName(text) === bareName(name);
}

/** A name as lists are compared by it: folded, without what stands before a village's or a district's, and without spaces. */
export function bareName(text: string): string {
  const [first, ...rest] = wordsOf(text);
  return [...(first && rest.length > 0 && kindWords.includes(first) ? [] : [first ?? ""]), ...rest].join("");
}

const kindWords = ["desa", "ds", "kelurahan", "kel", "kecamatan", "kec"];

function refusalOfCode(code: string, village: { isRetired: boolean } | undefined, isTarget: boolean, { regionCode, successors }: PlanGround): TargetRefusal[] {
  if (!village) return [{ code: "unknown" }];
  if (village.isRetired && !isTarget) return [{ code: "retired", successors: (successors.get(code) ?? []).map(({ code: next, name }) => ({ code: next, name })) }];
  return isWithin(code, regionCode) ? [] : [{ code: "outside" }];
}

type ReadDates = { startsOn: string | null | undefined; endsOn: string | null | undefined };

function refusalOfDates(line: TargetLine, { startsOn, endsOn }: ReadDates): TargetRefusal[] {
  if (startsOn === undefined || endsOn === undefined) return [{ code: "date" }];
  if (startsOn && endsOn && endsOn < startsOn) return [{ code: "upsideDown" }];
  return (startsOn || endsOn) && line.wave === "" ? [{ code: "datesWithoutWave" }] : [];
}

/** A wave has one first and one last day: a row that says another than the program or an earlier row is refused. */
function refusalOfWave(wave: number, { startsOn, endsOn }: ReadDates, ground: PlanGround, newWaves: ReadonlyMap<number, WaveDates & { line: number }>): TargetRefusal[] {
  const noted = newWaves.get(wave);
  const standing = ground.waves.get(wave) ?? (noted?.startsOn || noted?.endsOn ? noted : undefined);
  if (!standing || (!startsOn && !endsOn)) return [];
  const differs = (said: string | null | undefined, stands: string | null) => typeof said === "string" && said !== stands;
  const isOther = differs(startsOn, standing.startsOn) || differs(endsOn, standing.endsOn);
  return isOther ? [{ code: "waveDates", line: newWaves.get(wave)?.line ?? null }] : [];
}

/** A wave's number from 1 to 99, also written `Gelombang 2`; undefined for anything else. */
export function readWave(text: string): number | undefined {
  const number = /^(?:gelombang|tahap|angkatan)?\s*(\d{1,2})$/i.exec(text.trim())?.[1];
  return number && Number(number) > 0 ? Number(number) : undefined;
}

/** Null when it is empty, undefined when it is no day. */
function dayOrNull(text: string): string | null | undefined {
  return text === "" ? null : (dayIn(text) ?? undefined);
}
