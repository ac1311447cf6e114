import type { Kysely } from "kysely";
import { type Center, listCentersIn, listCenterVillages, searchCenters } from "#db/centers.ts";
import type { Database } from "#db/schema.ts";
import { lettersApart, lettersOf, mistakesAllowed } from "./typed-place.ts";

/** As many villages as are offered to somebody who mistyped theirs. */
const nearestOffered = 6;

export interface FoundCenters {
  centers: Center[];
  /** None is called as was typed: these are nearly so. */
  areNearest: boolean;
}

/** The centres that somebody means who typed the name of a village, or of a district; all where they typed nothing. */
export async function findCenters(db: Kysely<Database>, typed: string): Promise<FoundCenters> {
  const letters = lettersOf(typed);
  if (letters === "" && typed !== "") return { centers: [], areNearest: false };
  const centers = await searchCenters(db, letters);
  if (centers.length > 0 || mistakesAllowed(letters) === 0) return { centers, areNearest: false };
  const nearest = await listCentersIn(db, await nearestVillages(db, letters));
  return { centers: nearest, areNearest: nearest.length > 0 };
}

async function nearestVillages(db: Kysely<Database>, letters: string): Promise<string[]> {
  const allowed = mistakesAllowed(letters);
  const near = await listCenterVillages(db, { from: letters.length - allowed, to: letters.length + allowed });
  return near
    .map(({ villageCode, letters: name }) => ({ villageCode, apart: lettersApart(letters, name) }))
    .filter(({ apart }) => apart <= allowed)
    .sort((a, b) => a.apart - b.apart)
    .slice(0, nearestOffered)
    .map(({ villageCode }) => villageCode);
}
