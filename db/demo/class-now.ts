import { takeQuiz } from "./attempts.ts";
import { minutesAfter } from "./calendar.ts";
import { chance } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import type { Deed } from "./journeys.ts";
import type { Step } from "./plans.ts";
import { livelySessions, sessionNow } from "./sessions.ts";
import { skillOf } from "./skill.ts";
import type { Story, World } from "./stories.ts";

/** Who is in the class that is on, by number; of them who calls for help, and who fails the quiz again and again. */
const presentNumbers = [4, 6, 7, 10, 14, 16, 19, 21];
export const callingNumber = 21;
const stuckNumber = 14;
const finishOneStep = [4, 7, 16, 19];
/** Reads the lesson before the quiz again. */
const rereadingNumber = 6;

/** The stories with what was done in the class that is on at the world's `now`. */
export function attendClass(stories: readonly Story[], cohort: DemoCohort, world: World): Story[] {
  const { now } = world;
  const { startsAt } = sessionNow(livelySessions(cohort, world), now);
  const spent = (now.getTime() - startsAt.getTime()) / 60_000;
  return stories.map((story) => {
    if (!presentNumbers.includes(story.number)) return story;
    return { ...story, deeds: [...story.deeds, ...deedsOfToday(story, world, startsAt, spent)], seenAt: now };
  });
}

function deedsOfToday(story: Story, { steps }: World, startsAt: Date, spent: number): Deed[] {
  const next = nextStep(story, steps);
  const answering = { skill: skillOf(story.learnerId), random: chance(`class/${story.learnerId}`) };
  if (story.number === stuckNumber && next?.kind === "quiz") {
    return [0.4, 0.8].map((part) => ({ kind: "quiz", quiz: next.quiz, attempt: takeQuiz(next.quiz, { ...answering, passes: false }), at: minutesAfter(startsAt, spent * part) }));
  }
  if (!finishOneStep.includes(story.number) || !next) return [];
  const at = minutesAfter(startsAt, spent * (0.5 + story.number / 50));
  return [next.kind === "lesson" ? { kind: "lesson", lessonId: next.lessonId, at } : { kind: "quiz", quiz: next.quiz, attempt: takeQuiz(next.quiz, { ...answering, passes: true }), at }];
}

export interface Presence {
  story: Story;
  lessonId: string;
  screen: string;
  since: Date;
  /** When they last touched it. */
  seenAt: Date;
  /** In words, as a call for help tells it. */
  place: string;
}

/** Where those are who are in class at the world's `now`. */
export function presencesOf(stories: readonly Story[], world: World): Presence[] {
  const present = stories.filter(({ number }) => presentNumbers.includes(number));
  return present.map((story, index) => ({ story, ...whereabouts(stepAtHand(story, world.steps), index, world), ...timesOf(index, world.now) }));
}

/** Minutes since each touched their screen: two are quiet. */
const untouched = [0, 1, 0, 7, 2, 0, 12, 1];

function timesOf(index: number, now: Date): Pick<Presence, "since" | "seenAt"> {
  const seenAt = minutesAfter(now, -(untouched[index % untouched.length] ?? 0));
  return { seenAt, since: minutesAfter(seenAt, -1 - (index % 3)) };
}

function whereabouts(step: Step | undefined, index: number, { lessons }: World): Omit<Presence, "story" | "since" | "seenAt"> {
  if (step?.kind === "quiz") return { lessonId: step.quiz.moduleId, screen: "kuis", place: "Kuis" };
  const lesson = step && lessons[step.lessonId];
  if (!lesson) throw new Error("Who is in the demo's class has nothing left to learn");
  const { screens, practice, frontmatter } = lesson;
  const screen = practice && index % 3 === 2 ? "latihan" : (screens[Math.min(index, screens.length) % screens.length]?.id ?? "");
  return { lessonId: frontmatter.id, screen, place: `Pelajaran “${frontmatter.title}”` };
}

function stepAtHand(story: Story, steps: readonly Step[]): Step | undefined {
  const next = nextStep(story, steps);
  return story.number === rereadingNumber && next ? steps[steps.indexOf(next) - 1] : next;
}

/** The first step of the curriculum that somebody has not behind them. */
function nextStep({ deeds }: Story, steps: readonly Step[]): Step | undefined {
  const lessons = new Set(deeds.flatMap((deed) => (deed.kind === "lesson" ? [deed.lessonId] : [])));
  const passed = new Set(deeds.flatMap((deed) => (deed.kind === "quiz" && deed.attempt.score.passed ? [deed.quiz.moduleId] : [])));
  return steps.find((step) => (step.kind === "lesson" ? !lessons.has(step.lessonId) : !passed.has(step.quiz.moduleId)));
}
