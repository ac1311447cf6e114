import { dayOf } from "#app/i18n/locale.ts";
import type { Quiz } from "#app/learning/question.ts";
import { weekdayOf } from "#app/mentoring/village-clock.ts";
import { workDayOf } from "#app/programs/anomalies/work-day.ts";
import { takeQuiz } from "./attempts.ts";
import { classesBefore, classMinutes, jakartaTime, minutesAfter } from "./calendar.ts";
import { chance } from "./chance.ts";
import type { DemoCohort } from "./cohorts.ts";
import type { Deed } from "./journeys.ts";
import type { Step } from "./plans.ts";
import { skillOf } from "./skill.ts";
import type { Story, World } from "./stories.ts";

type QuizDeed = Deed & { kind: "quiz" };
type Oddity = (learning: readonly Story[], cohort: DemoCohort, world: World) => QuizDeed[];

/** Three villages of Garut with a day that their lead may ask about. All in it who are not done take part. */
export const oddities = {
  device: "32.05.34.2005",
  answers: "32.05.14.2013",
  speed: "32.05.03.2011",
} as const;

/** The stories with what was done on the day that is worth a question, where the cohort had one. */
export function addOddDay(stories: readonly Story[], cohort: DemoCohort, world: World): Story[] {
  const oddity = byVillage.get(cohort.villageCode);
  if (!oddity) return [...stories];
  const learning = stories.filter(({ standing, deeds }) => standing !== "certified" && deeds.length > 0);
  const added = oddity(learning, cohort, world);
  return stories.map((story) => {
    const deed = added[learning.indexOf(story)];
    return deed ? { ...story, deeds: [...story.deeds, deed].sort((one, other) => one.at.getTime() - other.at.getTime()) } : story;
  });
}

const sunday = 7;

/** Yesterday (on a Monday: on Saturday), when the power was out, one phone went round: each did their next quiz on it, a minute apiece. */
const onOnePhone: Oddity = (learning, _cohort, { now, steps }) => {
  const today = minutesAfter(now, -4 * 60);
  const yesterday = jakartaTime(today, 1, 10);
  const startsAt = weekdayOf(dayOf(yesterday)) === sunday ? jakartaTime(today, 2, 10) : yesterday;
  const device = { mark: "satu-hp-desa", day: workDayOf(startsAt) };
  return learning.map((story, index) => ({ ...answered(story, nextQuiz(story, steps), "phone"), at: minutesAfter(startsAt, index + 1), device }));
};

/** A class began with the first quiz once more, together, and agreed on answers too many of which are wrong. */
const agreedAnswers: Oddity = (learning, cohort, { now, steps }) => {
  const [quiz] = quizzesOf(steps);
  const startsAt = recentClass(cohort, now);
  const attempt = takeQuiz(quiz as Quiz, { passes: false, skill: 3, random: chance(`agreed/${cohort.id}`) });
  return learning.map((_story, index) => ({ kind: "quiz", quiz: quiz as Quiz, attempt, at: minutesAfter(startsAt, 1 + index / 10) }));
};

/** At the end of a class each opened their next quiz, and handed it in after ten seconds. */
const inTenSeconds: Oddity = (learning, cohort, { now, steps }) =>
  learning.map((story, index) => {
    const openedAt = minutesAfter(recentClass(cohort, now), classMinutes - 15 + index);
    return { ...answered(story, nextQuiz(story, steps), "hurry"), openedAt, at: minutesAfter(openedAt, 1 / 6) };
  });

const byVillage = new Map<string, Oddity>([
  [oddities.device, onOnePhone],
  [oddities.answers, agreedAnswers],
  [oddities.speed, inTenSeconds],
]);

/** Failed: nobody gets further by it. */
function answered({ learnerId }: Story, quiz: Quiz, what: string): Omit<QuizDeed, "at"> {
  return { kind: "quiz", quiz, attempt: takeQuiz(quiz, { passes: false, skill: skillOf(learnerId), random: chance(`${what}/${learnerId}`) }) };
}

/** The first quiz of the curriculum that somebody has not done; the last one where they have done all. */
function nextQuiz({ deeds }: Story, steps: readonly Step[]): Quiz {
  const done = new Set(deeds.flatMap((deed) => (deed.kind === "quiz" ? [deed.quiz.moduleId] : [])));
  const quizzes = quizzesOf(steps);
  return (quizzes.find(({ moduleId }) => !done.has(moduleId)) ?? quizzes.at(-1)) as Quiz;
}

function quizzesOf(steps: readonly Step[]): Quiz[] {
  return steps.flatMap((step) => (step.kind === "quiz" ? [step.quiz] : []));
}

/** When the last class but one began. */
function recentClass({ timetable }: DemoCohort, now: Date): Date {
  return classesBefore(now, timetable).at(-2) as Date;
}
