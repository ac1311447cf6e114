import type { CurriculumStructure } from "#app/catalog/course.ts";
import { modulesToSkip, type Tally } from "#app/learning/year-test.ts";

/** A module that the starting test showed to be known, for the mentor to decide about. */
export interface SkipProposal {
  moduleId: string;
  title: string;
  /** How the module's questions in the starting test went: all of them were right. */
  tally: Tally;
}

/** What is known of a learner when modules are proposed. */
export interface Known {
  /** What their curriculum version asks for. */
  structure: CurriculumStructure;
  /** The starting test by module id; null while it has not been taken. */
  startTest: Readonly<Record<string, Tally>> | null;
  passedModuleIds: ReadonlySet<string>;
  teachesSafety: (moduleId: string) => boolean;
}

/** The modules that a mentor may let a learner skip, in the curriculum's order: those proposed by the starting test, asked for and not yet passed. */
export function proposeSkips({ structure, startTest, passedModuleIds, teachesSafety }: Known): SkipProposal[] {
  const tallies = startTest ?? {};
  const proposed = new Set(modulesToSkip({ ...tallies }, teachesSafety));
  return structure.courses
    .flatMap((course) => course.modules)
    .filter(({ id }) => proposed.has(id) && !passedModuleIds.has(id))
    .map(({ id, title }) => ({ moduleId: id, title, tally: tallies[id] ?? { correct: 0, total: 0 } }));
}
