/** A part of a lesson's hour; minutes are counted from its beginning. */
export interface PlannedPart {
  from: number;
  to: number;
  do: string;
}

/** The parts of a plan with the minute at which each begins and ends. */
export function clockOf(plan: readonly { minutes: number; do: string }[]): PlannedPart[] {
  let from = 0;
  return plan.map((part) => {
    const planned = { from, to: from + part.minutes, do: part.do };
    from = planned.to;
    return planned;
  });
}
