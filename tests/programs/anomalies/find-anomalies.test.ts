import { describe, expect, it } from "vitest";
import { coursesRead } from "#app/programs/anomalies/courses-read.server.ts";
import { findAnomalies } from "#app/programs/anomalies/find-anomalies.ts";
import type { WorkOfDay } from "#app/programs/anomalies/anomaly.ts";
import type { Question } from "#app/learning/question.ts";
import type { Zone } from "#app/mentoring/village-clock.ts";
import { chanceOf, honestly, lesson, moduleId, nothing, quizOf, rightTo, sheet, wrongTo } from "./classes.ts";

const found = (work: Partial<WorkOfDay>, zone: Zone = "WIB") => findAnomalies({ ...nothing, ...work }, zone, coursesRead);
const learners = Array.from({ length: 24 }, (_none, index) => index + 1);

/** A key with the same mistakes in it: every third question is answered wrongly. */
const spoiltKey = (question: Question) => (quizOf(moduleId).questions.indexOf(question) % 3 === 0 ? (wrongTo(question)[1] ?? []) : rightTo(question));

describe("an honest class", () => {
  it("of 24 on 8 shared computers in one hour is asked about nothing, however well or badly it does", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = chanceOf(seed);
      const skill = 0.3 + 0.65 * random();
      const quizzes = learners.map((learner) => {
        const turn = Math.floor((learner - 1) / 8);
        const opened = turn * 20 + 12 * random();
        return sheet({ learner, opened, handedIn: opened + 4 + 3 * random(), device: `computer ${learner % 8}`, answers: honestly(skill, random), random });
      });
      // Three at a computer read together and mark their lessons one after the other.
      const lessons = ["A1.1", "A1.2", "A1.3", "A1.4"].flatMap((id, index) => learners.map((learner) => lesson(learner, id, learner % 3 === 0 ? 12 * (index + 1) : 50 + 0.2 * index)));
      expect([seed, found({ quizzes, lessons })]).toEqual([seed, []]);
    }
  });

  it("that knows everything is not asked why its answers agree", () => {
    const random = chanceOf(1);
    const quizzes = learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: null, answers: rightTo, random }));
    expect(found({ quizzes })).toEqual([]);
  });

  it("that falls into the same traps is not asked why: so did the others", () => {
    const random = chanceOf(2);
    const traps = quizOf(moduleId).questions.slice(0, 6);
    const quizzes = learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: null, random, answers: (question) => (traps.includes(question) && random() < 0.8 ? (wrongTo(question)[0] ?? []) : honestly(0.9, random)(question)) }));
    expect(found({ quizzes }).filter(({ kind }) => kind === "answers")).toEqual([]);
  });

  it("that hands in from its own phones at the same moment is no burst", () => {
    const random = chanceOf(3);
    const quizzes = learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: `phone ${learner}`, answers: honestly(0.8, random), random }));
    expect(found({ quizzes })).toEqual([]);
  });
});

describe("many quizzes from one device", () => {
  const burst = (people: number, everyMinutes: number) => {
    const random = chanceOf(5);
    return learners.slice(0, people).map((learner) => sheet({ learner, opened: learner * everyMinutes - 3, handedIn: learner * everyMinutes, device: "one phone", answers: honestly(0.9, random), random }));
  };

  it("are found when five or more people send them within 10 minutes", () => {
    expect(found({ quizzes: burst(24, 1) })).toEqual([{ kind: "device", people: 24 }]);
    expect(found({ quizzes: burst(5, 2.4) })).toEqual([{ kind: "device", people: 5 }]);
  });

  it("are not when they are four people, take their time, or are one person trying again", () => {
    expect(found({ quizzes: burst(4, 0.5) })).toEqual([]);
    expect(found({ quizzes: burst(24, 3) })).toEqual([]);
    const [one] = burst(1, 1);
    expect(found({ quizzes: Array.from({ length: 9 }, (_none, index) => ({ ...one!, isFirst: index === 0 })) })).toEqual([]);
  });

  it("says nothing where the device is not known", () => {
    expect(found({ quizzes: burst(24, 0.1).map((quiz) => ({ ...quiz, device: null })) })).toEqual([]);
  });
});

describe("the same wrong answers", () => {
  it("are found when a key with mistakes in it went round, though everyone was asked other questions", () => {
    const random = chanceOf(6);
    const quizzes = learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: null, random, answers: learner <= 12 ? spoiltKey : honestly(0.8, random) }));
    const [answers] = found({ quizzes });
    expect(answers?.kind).toBe("answers");
    expect(answers?.people).toBeGreaterThanOrEqual(5);
    expect(answers?.people).toBeLessThanOrEqual(12);
  });

  it("are found when all of a class have them", () => {
    const random = chanceOf(7);
    expect(found({ quizzes: learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: null, answers: spoiltKey, random })) })).toMatchObject([{ kind: "answers" }]);
  });

  it("of fewer than five are not told", () => {
    const random = chanceOf(8);
    const quizzes = learners.map((learner) => sheet({ learner, opened: 0, handedIn: 6, device: null, random, answers: learner <= 4 ? spoiltKey : honestly(0.9, random) }));
    expect(found({ quizzes })).toEqual([]);
  });
});

describe("impossible speed", () => {
  const quick = (secondsTaken: number) => learners.map((learner) => sheet({ learner, opened: 0, handedIn: secondsTaken / 60, device: null, answers: rightTo, random: chanceOf(learner) }));

  it("is a first sheet handed in before its words can have been read", () => {
    expect(found({ quizzes: quick(8) })).toEqual([{ kind: "speed", people: 24 }]);
    expect(found({ quizzes: quick(60) })).toEqual([]);
    expect(found({ quizzes: quick(8).map((quiz) => ({ ...quiz, isFirst: false })) })).toEqual([]);
  });

  it("is lesson after lesson marked as done, where nobody of the cohort took the time", () => {
    const ids = ["A1.1", "A1.2", "A1.3", "A1.4", "A2.1"];
    const race = (people: readonly number[]) => people.flatMap((learner) => ids.map((id, index) => lesson(learner, id, index * 0.1)));
    expect(found({ lessons: race(learners) })).toEqual([{ kind: "speed", people: 24 }]);
    expect(found({ lessons: race(learners.slice(0, 4)) })).toEqual([]);
    const read = ids.map((id, index) => lesson(99, id, index * 12));
    expect(found({ lessons: [...race(learners), ...read] })).toEqual([]);
  });
});

describe("work at night", () => {
  const at = (time: string, people: number) => found({ lessons: learners.slice(0, people).map((learner) => lesson(learner, "A1.1", 0, new Date(`2026-11-19T${time}:00+07:00`))) });

  it("is what five or more do between 22 and 4 on the village's clock", () => {
    expect(at("22:00", 5)).toEqual([{ kind: "night", people: 5 }]);
    expect(at("03:59", 24)).toEqual([{ kind: "night", people: 24 }]);
    expect([at("21:59", 24), at("04:00", 24), at("23:00", 4)]).toEqual([[], [], []]);
    const evening = learners.map((learner) => lesson(learner, "A1.1", 0, new Date("2026-11-19T20:30:00+07:00")));
    expect(found({ lessons: evening }, "WIT")).toEqual([{ kind: "night", people: 24 }]);
  });
});

it("takes ids that tell no time, and questions that are gone, for what they are", () => {
  const [quiz] = [sheet({ learner: 1, opened: 0, handedIn: 0.05, device: null, answers: rightTo, random: chanceOf(1) })];
  const gone = { ...quiz, items: [{ id: "gone", shown: [] }] };
  const other = { ...quiz, attemptId: "5b1d7a5e-0c5b-4d5e-9d5b-1d7a5e0c5b4d" };
  expect(found({ quizzes: learners.flatMap((learner) => [{ ...gone, enrollmentId: `${learner}` }, { ...other, enrollmentId: `${learner}` }]) })).toEqual([]);
});
