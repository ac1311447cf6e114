import type { Question } from "#app/learning/question.ts";
import { chance } from "./chance.ts";

/** How skilled a learner is, in logits: 0 in the middle, two of three between -1.6 and 1.6. The same for the same id. */
export function skillOf(learnerId: string): number {
  const random = chance(`skill/${learnerId}`);
  // The sum of three evenly spread numbers is spread much as people are.
  return (random() + random() + random() - 1.5) * 3.2;
}

/** What part somebody of this skill knows, 0 to 1. */
export function knownTo(skill: number): number {
  return 1 / (1 + Math.exp(-skill));
}

/**
 * How surely somebody answers a question on one day: rightly from 0 on. After Rasch, whose chance of a right answer is
 * `knownTo(skill + ease)`; a few questions are badly put, and skill does not help with them.
 */
export function sureness({ id }: Question, skill: number, random: () => number): number {
  const [put, ease] = [chance(`question/${id}`), chance(`ease/${id}`)];
  const drawn = 0.001 + 0.998 * random();
  const isBadlyPut = put() < 0.05;
  return (isBadlyPut ? 0 : skill) + 0.9 + 1.8 * ease() + Math.log(drawn / (1 - drawn));
}
