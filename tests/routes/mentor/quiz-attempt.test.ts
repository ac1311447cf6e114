import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { choicesOf } from "#app/learning/question.ts";
import type { DrawnItem, QuizAnswers } from "#app/learning/quiz.ts";
import { loader as openLearner } from "#app/routes/mentor/learner.tsx";
import { loader } from "#app/routes/mentor/quiz-attempt.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { insertQuizAttempt } from "#db/quiz-attempts.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, type Learner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeEach(async () => {
  cast = await castOf(db);
});

/** A served module with two of its questions that take one answer: the first answered rightly, the second wrongly. */
function twoAnswered() {
  for (const module of cast.curriculum.courses.flatMap((course) => course.modules)) {
    const [first, second] = (catalog().quizzes[module.id]?.questions ?? []).flatMap((question) => (question.kind === "one" ? [question] : []));
    if (!first || !second) continue;
    const items: DrawnItem[] = [first, second].map((question) => ({ id: question.id, shown: choicesOf(question) }));
    const right = first.options.find(({ correct }) => correct)!;
    const wrong = second.options.find(({ correct }) => !correct)!;
    return { moduleId: module.id, title: module.title, items, answers: { [first.id]: [right.id], [second.id]: [wrong.id] } satisfies QuizAnswers, first, second, wrong };
  }
  throw new Error("no quiz has two questions with one answer");
}

async function keep(submittedAt: Date, { enteredBy = null as string | null, of = cast.sari, more = [] as DrawnItem[] } = {}): Promise<string> {
  const { moduleId, items, answers } = twoAnswered();
  const id = newId();
  const { villageCode, enrollmentId, learnerId } = of;
  await insertQuizAttempt(db, { villageCode, id, enrollmentId, learnerId, moduleId, bankHash: "x", items: [...items, ...more], answers, correct: 1, total: 2, passMark: 0.8, passed: false, submittedAt, enteredBy });
  return id;
}

async function open(attempt: string, person: Learner | Staff | null = cast.dewi) {
  const params = { cohort: cast.cohort.cohortId, learner: cast.sari.learnerId, attempt };
  return answerOf(loader({ request: await requestAs(person, `/mentor/rombel/${params.cohort}/peserta/${params.learner}/kuis/${attempt}`), params, context }));
}

describe("a learner's attempt at a quiz", () => {
  it("is told question by question: the answer, right or not, what is said about it, and where to read it with a mentor's rights", async () => {
    const { title, first, second, wrong } = twoAnswered();
    const { data } = await open(await keep(new Date()));
    expect(data).toMatchObject({ name: "Sari", moduleTitle: title, score: { correct: 1, total: 2, passed: false, enteredBy: null }, gone: 0 });
    expect(data.outcomes).toMatchObject([
      { ask: first.ask, correct: true, readAgain: null },
      { ask: second.ask, correct: false, answer: [wrong.text], feedback: [wrong.feedback] },
    ]);
    expect(data.outcomes[1]?.readAgain).toMatch(/^\/mentor\/pelajaran\//);
  });

  it("tells how many of its questions are no longer asked", async () => {
    expect((await open(await keep(new Date(), { more: [{ id: "gone", shown: [] }] }))).data.gone).toBe(1);
  });

  it("is not found under another learner's address, nor by anybody else", async () => {
    expect((await open(await keep(new Date(), { of: cast.tono }))).status).toBe(404);
    const id = await keep(new Date());
    for (const person of [cast.rudi, cast.ratna, cast.sari]) expect((await open(id, person)).status).toBe(404);
    for (const attempt of [newId(), "x"]) expect((await open(attempt)).status).toBe(404);
  });

  it("stands on the learner's page with its module, newest first, and by whom it was entered from paper", async () => {
    const older = await keep(new Date("2026-11-01T02:00:00Z"), { enteredBy: cast.dewi.staffId });
    const newer = await keep(new Date("2026-11-02T02:00:00Z"));
    const { moduleId, title } = twoAnswered();
    const params = { cohort: cast.cohort.cohortId, learner: cast.sari.learnerId };
    const { data } = await answerOf(openLearner({ request: await requestAs(cast.dewi, "/"), params, context }));
    expect(data.record.attempts).toMatchObject([{ moduleId, title, tries: [{ id: newer, enteredBy: null }, { id: older, enteredBy: "Dewi" }] }]);
  });
});
