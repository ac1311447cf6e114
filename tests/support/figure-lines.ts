import type { FigureChange } from "#db/figures.ts";

/** One line a figure, so that two sets can be compared; figures of nothing, and amounts of nothing at the end, left out. */
export function figureLines(figures: readonly FigureChange[]): string[] {
  return figures
    .flatMap(({ regionCode, programId, curriculumId, facet, amounts }) => {
      const told = amounts.join(" ").replace(/( 0)+$/, "");
      return told === "0" ? [] : [`${regionCode || "nation"} ${programId.slice(-4)} ${curriculumId || "all"} ${facet}: ${told}`];
    })
    .toSorted();
}
