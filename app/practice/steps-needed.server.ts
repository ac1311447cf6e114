import { catalog } from "#app/catalog/catalog.server.ts";
import { parsePractice } from "./parse-practice.ts";
import { loadSimulator } from "./registry.ts";

const known = new Map<string, number | null>();

/** How many steps the hints of a lesson's practice take to its end; null when it has none or they do not lead there. */
export async function stepsNeeded(lessonId: string): Promise<number | null> {
  const kept = known.get(lessonId);
  if (kept !== undefined) return kept;
  const needed = await countSteps(lessonId);
  known.set(lessonId, needed);
  return needed;
}

async function countSteps(lessonId: string): Promise<number | null> {
  const practice = Object.hasOwn(catalog().lessons, lessonId) ? catalog().lessons[lessonId]?.practice : null;
  if (!practice) return null;
  const { simulator, config } = parsePractice(practice.simulator, practice.config);
  const { rules } = await loadSimulator(simulator);
  let state = rules.start(config);
  for (let steps = 0; steps < 500; steps += 1) {
    if (rules.tasks(state, config).every(({ done }) => done)) return Math.max(1, steps);
    const { next } = rules.hint(state, config);
    if (next === undefined) return null;
    state = rules.take(state, next, config);
  }
  return null;
}
