import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { randomFrom } from "#app/learning/draw-quiz.ts";

// Ids of what has no moment of its own: always the same, so that bookmarks outlive a reload.
const beforeEverything = new Date("2026-01-01T00:00:00Z");

/** A UUIDv7 of `at` that is the same for the same key on every machine. */
export function demoId(key: string, at: Date = beforeEverything): string {
  return v7({ msecs: at.getTime(), random: digestOf(key) });
}

/** Numbers in [0, 1), the same for the same key. */
export function chance(key: string): () => number {
  const digest = digestOf(key);
  return randomFrom([digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8), digest.readInt32LE(12)]);
}

/** A whole number from `least` to `most`. */
export function between(least: number, most: number, random: () => number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(items: readonly T[], random: () => number): T {
  return items[between(0, items.length - 1, random)] as T;
}

function digestOf(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}
