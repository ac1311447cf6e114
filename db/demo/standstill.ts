/** Four villages of Garut that stand still, each for another reason. */
export const standstill = {
  /** Desa Pamalayan: they learned in the first classes, and nobody has since. */
  quiet: "32.05.30.2005",
  /** Desa Mekarsari: all are registered, and nobody has begun. */
  notBegun: "32.05.39.2006",
  /** Desa Sindangmekar: in the first wave with an internet center, but without a cohort. */
  noCohort: "32.05.03.2015",
  /** Desa Wanasari: in the first wave with neither. */
  noCenter: "32.05.03.2019",
} as const;

/** The last classes of the quiet village were longer ago than this many days. */
export const quietDays = 31;
/** What they had time for: so many steps of the curriculum at most. */
export const quietSteps = 12;

/** In the first wave although they have no cohort. */
export const waitingVillages: readonly string[] = [standstill.noCohort, standstill.noCenter];
