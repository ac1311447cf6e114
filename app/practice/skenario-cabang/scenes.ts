export interface Choice {
  readonly id: string;
  /** What the learner says or does. */
  readonly text: string;
  /** The id of the scene to which it leads. */
  readonly to: string;
  /** What a mentor would say about it. */
  readonly tell?: string | undefined;
  /** Whether it keeps the learner safe; left out where it makes no difference. */
  readonly safe?: boolean | undefined;
}

export interface Scene {
  readonly id: string;
  readonly who: string;
  readonly says: string;
  /** None at an end, one or more elsewhere. */
  readonly choices?: readonly Choice[] | undefined;
  /** An end tells what comes of it: nobody is harmed, or somebody would be. */
  readonly end?: "safe" | "harm" | undefined;
}

/** The scenes to which choices lead from `start`, with `start`. */
export function reachedFrom(start: string, scenes: readonly Scene[]): ReadonlySet<string> {
  const reached = new Set([start]);
  for (const id of reached) for (const { to } of sceneOf(id, scenes)?.choices ?? []) reached.add(to);
  return reached;
}

/**
 * For each scene from which a safe end can be reached, how many choices that takes.
 * Choices marked as unsafe are no way, because nobody should have to take one.
 */
export function distancesToSafety(scenes: readonly Scene[]): ReadonlyMap<string, number> {
  const distances = new Map(scenes.filter(({ end }) => end === "safe").map(({ id }) => [id, 0]));
  // A map is walked through with what is added on the way: near scenes come before far ones.
  for (const [id, distance] of distances) {
    const before = scenes.filter(({ choices = [] }) => choices.some(({ to, safe }) => to === id && safe !== false));
    for (const scene of before) if (!distances.has(scene.id)) distances.set(scene.id, distance + 1);
  }
  return distances;
}

/** The choice with which the shortest way to a safe end begins; none where no choice leads there. */
export function choiceToSafety(scene: Scene, scenes: readonly Scene[]): Choice | undefined {
  const distances = distancesToSafety(scenes);
  const distanceOf = (choice: Choice) => (choice.safe === false ? Infinity : distances.get(choice.to) ?? Infinity);
  const nearest = [...(scene.choices ?? [])].sort((one, other) => distanceOf(one) - distanceOf(other))[0];
  return nearest !== undefined && distanceOf(nearest) < Infinity ? nearest : undefined;
}

export function sceneOf(id: string, scenes: readonly Scene[]): Scene | undefined {
  return scenes.find((scene) => scene.id === id);
}
