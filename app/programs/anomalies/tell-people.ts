import { exactly, isHidden, leastGroup, type Range } from "../stages.ts";
import { publishRow } from "../suppression.ts";

/**
 * How many of a cohort a finding may be told to be about, when it is about `people`, five or more. `registered` is what is
 * told of the cohort's size: where that is hidden, only that there are at least five; as in a
 * cohort so small that anything closer would tell of the four or fewer whom it is not about.
 */
export function tellPeople(people: number, registered: Range): Range {
  const most = Math.max(people, registered.high);
  if (isHidden(registered) || most < 2 * leastGroup - 1) return { low: leastGroup, high: most };
  if (people === most) return exactly(people);
  return publishRow({ registered: most, started: people, finished: 0, certified: 0 }).started;
}
