/** A value of the lessons that somebody else may change. Dates are ISO dates. */
export interface FactRecord {
  id: string;
  text: string;
  value: string;
  source: string;
  checked: string;
  review: string;
}

/** How long before its review date a fact counts as due soon. */
export const soonDays = 30;

/** Facts with those longest overdue first; `today` is an ISO date. A fact is overdue on the day after its review date. */
export function arrangeFacts<Fact extends FactRecord>(facts: readonly Fact[], today: string): { overdue: Fact[]; soon: Fact[]; later: Fact[] } {
  const inOrder = facts.toSorted((one, other) => one.review.localeCompare(other.review) || one.id.localeCompare(other.id));
  const soonUntil = new Date(Date.parse(today) + soonDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  return {
    overdue: inOrder.filter(({ review }) => review < today),
    soon: inOrder.filter(({ review }) => review >= today && review <= soonUntil),
    later: inOrder.filter(({ review }) => review > soonUntil),
  };
}
