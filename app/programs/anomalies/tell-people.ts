import { exactly, isHidden, leastGroup, type Range } from "../stages.ts";
import { publishRow } from "../suppression.ts";

/**
 * How many of a cohort a finding may be told to be about, when it is about `people`, five or more. `registered` is what is
 * told of the cohort's size, wherever it is told: where that is hidden anywhere, only that there are at least five; as in a
 * cohort so small that anything closer would tell of the four or fewer whom it is not about.
 */
export function tellPeople(people: number, registered: readonly Range[]): Range {
  const most = Math.max(people, ...registered.map(({ high }) => high));
  if (registered.some(isHidden) || most < 2 * leastGroup - 1) return { low: leastGroup, high: most };
  if (people === most) return exactly(people);
  return publishRow({ registered: most, started: people, finished: 0, certified: 0 }).started;
}
