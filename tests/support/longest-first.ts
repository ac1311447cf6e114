import type { TestSequencer, TestSpecification } from "vitest/node";

/** The files that take longest, so that none of them is left to run alone at the end. */
const long = ["quality", "embedded-postgres", "area-files", "seed", "create-admin", "hidden-property", "everything-accessible", "year-one", "budgets", "term"];

/** Runs the files that take longest first, the others in the order of their names. */
export class LongestFirst implements TestSequencer {
  shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files);
  }

  sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((one, other) => placeOf(one) - placeOf(other) || one.moduleId.localeCompare(other.moduleId)));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = long.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`) || moduleId.endsWith(`/${name}.test.tsx`));
  return place === -1 ? long.length : place;
}
