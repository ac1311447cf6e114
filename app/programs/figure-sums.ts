/** Amounts under one facet of one place, for one program and curriculum; as `FigureChange` of db/figures.ts. */
export interface Amounts {
  regionCode: string;
  programId: string;
  curriculumId: string;
  facet: string;
  amounts: number[];
}

/** Amounts to be added up by place, program, curriculum and facet; what is added in a village counts in the places around it too. */
export interface FigureSums {
  /** `villageKey` is `village|program|curriculum|facet`. */
  add(villageKey: string, amounts: readonly number[]): void;
  /** Those that are not nothing. */
  list(): Amounts[];
}

/** `around` names the places in which something in a village counts; all, unless told otherwise. */
export function figureSums(around: (villageCode: string) => readonly string[] = areasAround): FigureSums {
  const sums = new Map<string, number[]>();
  const addAt = (key: string, amounts: readonly number[]) => {
    const sum = sums.get(key) ?? [];
    amounts.forEach((amount, index) => (sum[index] = (sum[index] ?? 0) + amount));
    sums.set(key, sum);
  };
  return {
    add(villageKey, amounts) {
      const [villageCode = "", ...rest] = villageKey.split("|");
      for (const regionCode of around(villageCode)) addAt([regionCode, ...rest].join("|"), amounts);
    },
    list: () =>
      [...sums].flatMap(([key, amounts]) => {
        const [regionCode = "", programId = "", curriculumId = "", facet = ""] = key.split("|");
        return amounts.some((amount) => amount !== 0) ? [{ regionCode, programId, curriculumId, facet, amounts }] : [];
      }),
  };
}

/** The village, its district, regency, province and the nation, by their codes. */
export function areasAround(regionCode: string): string[] {
  const parts = regionCode.split(".");
  return parts.map((_part, index) => parts.slice(0, parts.length - index).join(".")).concat("");
}

/** What has to be added to `before` to come to `after`; what stays the same is left out. */
export function differenceOfFigures(before: readonly Amounts[], after: readonly Amounts[]): Amounts[] {
  const [old, now] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const length = Math.max(was?.amounts.length ?? 0, is?.amounts.length ?? 0);
    const amounts = Array.from({ length }, (_none, index) => (is?.amounts[index] ?? 0) - (was?.amounts[index] ?? 0));
    return amounts.some((amount) => amount !== 0) ? [{ ...((was ?? is) as Amounts), amounts }] : [];
  });
}

function byName(figures: readonly Amounts[]): Map<string, Amounts> {
  return new Map(figures.map((one) => [`${one.regionCode}|${one.programId}|${one.curriculumId}|${one.facet}`, one]));
}
