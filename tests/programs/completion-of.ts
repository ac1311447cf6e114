import { type CompletionReport, isLongReport, type PlaceCounts, reportCompletion, type Selection, type VillageCounts } from "#app/programs/completion.ts";
import type { Stage, StageCounts } from "#app/programs/stages.ts";
import { publishRow } from "#app/programs/suppression.ts";
import { type ToldCounts, type ToldPlaces, toldOfWhole } from "#app/programs/told.ts";

/** The report of a program that has these villages only, in one curriculum. */
export function completionOf(villages: readonly VillageCounts[], now: Date, selection: Selection = "semua"): CompletionReport {
  const places = placesOf(villages);
  const selected = villages.filter(({ registered }) => selection === "semua" || (selection === "mulai") === registered > 0);
  return reportCompletion(places, isLongReport(places, selection) ? [] : selected, { told: tellPlaces(villages), selection, now });
}

/** What the villages of each place come to, one by one. */
export function placesOf(villages: readonly VillageCounts[]): PlaceCounts[] {
  const kind = new Set(villages.map(({ regencyCode }) => regencyCode)).size > 1 ? "regency" : "district";
  return [...Map.groupBy(villages, (village) => village[`${kind}Code`])].map(([code, members]) => {
    const targets = members.filter(({ target }) => target !== null);
    const isReached = ({ registered }: VillageCounts) => registered > 0;
    return {
      code,
      name: members[0]?.[kind] ?? "",
      kind,
      villageCount: members.length,
      villagesWithLearners: members.filter(isReached).length,
      targetVillages: targets.length,
      targetVillagesWithLearners: targets.filter(isReached).length,
      target: targets.reduce((sum, { target }) => sum + (target ?? 0), 0),
      lastActivityAt: members.reduce<Date | null>((last, { lastActivityAt }) => (lastActivityAt && (!last || lastActivityAt > last) ? lastActivityAt : last), null),
    };
  });
}

/** What may be told of villages and of all places around them, as the figures of areas are told where there is one curriculum. */
function tellPlaces(villages: readonly (StageCounts & { villageCode: string })[]): ToldPlaces {
  let parts = new Map<string, ToldCounts>(villages.map((village) => [village.villageCode, { counts: village, told: publishRow(village) }]));
  const places = new Map(parts);
  for (let level = 3; level >= 0; level -= 1) {
    const within = Map.groupBy(parts, ([code]) => code.split(".").slice(0, level).join("."));
    parts = new Map([...within].map(([code, members]) => [code, wholeOf(members.map(([, part]) => part))]));
    for (const [code, whole] of parts) places.set(code, whole);
  }
  return (code) => places.get(code)?.told ?? publishRow(nobody);
}

const nobody: StageCounts = { registered: 0, started: 0, finished: 0, certified: 0 };

function wholeOf(parts: readonly ToldCounts[]): ToldCounts {
  const sum = (stage: Stage) => parts.reduce((total, { counts }) => total + counts[stage], 0);
  const counts = { registered: sum("registered"), started: sum("started"), finished: sum("finished"), certified: sum("certified") };
  return { counts, told: toldOfWhole(counts, parts) };
}
