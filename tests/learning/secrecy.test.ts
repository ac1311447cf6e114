import "../support/database.ts";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { drawQuiz, randomFrom } from "#app/learning/draw-quiz.ts";
import { drawQuizFor, newFormId } from "#app/learning/draw-quiz.server.ts";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { choicesOf, type Question } from "#app/learning/question.ts";
import { loader } from "#app/routes/learn/quiz.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { openSite, type Site } from "../operations/site.ts";
import { answerOf, context } from "../support/answer.ts";
import { castOf, form, type Learner, requestAs } from "../support/cast.ts";

/** The key leaves the server with no page before grading: neither in words nor in the order of things. */
let quizzes: { moduleId: string; questions: Question[]; hash: string; course: string; module: string }[];
beforeAll(() => {
  quizzes = catalog().curricula.flatMap((curriculum) =>
    curriculum.courses.flatMap((course) =>
      course.modules.map((module) => ({ ...catalog().quizzes[module.id]!, course: course.slug, module: module.slug })),
    ),
  );
});

describe("what a quiz page is given", () => {
  it("has no feedback, no mark of what is right, and choices without their ids", async () => {
    const { sari } = await castOf(db);
    for (const quiz of quizzes) {
      const { course, module } = quiz;
      const { data } = await answerOf(loader({ request: await requestAs(sari, `/belajar/${course}/${module}/kuis`), params: { course, module }, context }));
      const given = JSON.stringify(data);
      expect(given.match(/"(correct|feedback|options|steps|pairs|answer|right|key|accept|isTrue|group)":/)).toBeNull();
      for (const words of feedbackOf(quiz.questions)) expect(given).not.toContain(JSON.stringify(words).slice(1, -1));
    }
  });

  it("is every question that was drawn, once", async () => {
    for (const quiz of quizzes) {
      const items = await drawQuizFor(db, quiz, newId());
      expect(showQuiz(quiz, items).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    }
  });
});

describe("what leaves the server before grading", () => {
  it("has no word of feedback: not in quiz pages, their data, a form sent back, practice, nor files for browsers", async () => {
    const [site, { sari }] = [await openSite(), await castOf(db)];
    try {
      const taught = Object.values(catalog().lessons).flatMap(({ screens }) => screens.map(({ html }) => html));
      const asked = [...quizzes, ...Object.values(catalog().tests).flatMap(({ start, close }) => [start, close])];
      const said = asked.flatMap(({ questions }) => feedbackOf(questions)).filter((words) => !taught.some((html) => html.includes(words)));
      expect(said.length).toBeGreaterThan(50);
      for (const text of [...(await learnerPages(site, sari)), ...globSync("build/client/**/*.{js,css,html}").map((file) => readFileSync(file, "utf8"))]) {
        const plain = text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
        expect(said.filter((words) => plain.includes(words))).toEqual([]);
      }
    } finally {
      await site.stop();
    }
  });

  it("marks no choice: all inputs of a question look alike but for their place", async () => {
    const [site, { sari }] = [await openSite(), await castOf(db)];
    try {
      for (const { course, module } of quizzes) {
        const html = await (await site.ask(sari, `/belajar/${course}/${module}/kuis`)).text();
        const inputs = html.match(/<(?:input type="(?:radio|checkbox)"|option)[^>]*>/g) ?? [];
        expect(inputs.length).toBeGreaterThan(10);
        for (const input of inputs) expect(input).toMatch(/^<input type="(radio|checkbox)" name="s\d+(\.[01])?"( id="s\d+-\d")? value="\d"\/>$|^<option value="\d?"( selected="")?>$/);
        expect(html.match(/ data-(?!text=)\w+|correct|<!--/)).toBeNull();
      }
    } finally {
      await site.stop();
    }
  });
});

/** Every page that a learner can open before sending a quiz, as text; lessons are left out: what they teach is what feedback says. */
async function learnerPages(site: Site, sari: Learner): Promise<string[]> {
  const lessons = catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.flatMap((module) => module.lessons.map(({ slug }) => `/belajar/${course.slug}/${slug}`))));
  const quizPaths = quizzes.map(({ course, module }) => `/belajar/${course}/${module}/kuis`);
  const tests = catalog().curricula.flatMap(({ slug }) => [`/belajar/${slug}/tes/awal`, `/belajar/${slug}/tes/awal.data`]);
  const paths = [...tests, "/belajar", "/belajar.data", "/sertifikat/saya", ...lessons.map((path) => `${path}/latihan`), ...quizPaths, ...quizPaths.map((path) => `${path}.data`)];
  const texts: string[] = [];
  for (const path of paths) texts.push(await (await site.ask(sari, path)).text());
  for (const path of quizPaths) {
    const answer = await site.ask(sari, path, form({ formId: newId(), version: "x", peserta: String(sari.number) }));
    expect(answer.status).toBe(400);
    texts.push(await answer.text());
  }
  return texts;
}

describe("the order in which things are shown", () => {
  it("is the same for a form, and another for another form", async () => {
    const [quiz] = quizzes;
    const [form, other] = [newId(), newId()];
    expect(await drawQuizFor(db, quiz!, form)).toEqual(await drawQuizFor(db, quiz!, form));
    expect(await drawQuizFor(db, quiz!, form)).not.toEqual(await drawQuizFor(db, quiz!, other));
  });

  it("leaves neighbours half of the questions in common at most: their forms of one week leave out different hands", async () => {
    const option = (id: string) => ({ id, text: id, correct: id === "a", feedback: "…" });
    const questions = Array.from({ length: 15 }, (_question, index): Question => ({ id: `A9-${10 + index}`, kind: "one", ask: "?", screen: `A9.${index % 4}#aku-1`, options: ["a", "b"].map(option) }));
    for (let number = 1; number <= 60; number += 1) {
      const [one, next, overnext] = await Promise.all([0, 1, 2].map((seat) => drawQuizFor(db, { moduleId: "A9", hash: "h", questions }, newFormId(number + seat))));
      const common = [next, overnext].map((other) => one?.filter(({ id }) => other?.some((item) => item.id === id)).length);
      expect([number, common]).toEqual([number, [5, 5]]);
    }
  });

  it("cannot be worked out from the form's id without the server's secret", async () => {
    const [quiz] = quizzes;
    const formId = newId();
    const drawn = await drawQuizFor(db, quiz!, formId);
    const text = `kuis:${quiz!.moduleId}:${formId}`;
    for (const digest of [createHash("sha256").update(text).digest(), createHash("sha256").update(formId).digest()]) {
      const seed = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [number, number, number, number];
      expect(drawQuiz(quiz!, { hand: 0, deal: randomFrom(seed), random: randomFrom(seed) })).not.toEqual(drawn);
    }
  });

  // Chi-square: a place that told something would stand out; the limit is passed by chance once in 100,000.
  it("tells nothing: each choice stands in each place as often, over 600 forms", async () => {
    for (const quiz of quizzes) {
      const forms = await Promise.all(Array.from({ length: 600 }, () => drawQuizFor(db, quiz, newId())));
      for (const question of quiz.questions) {
        const asking = forms.filter((items) => items.some(({ id }) => id === question.id));
        const total = asking[0]?.length ?? 0;
        const turns = Array.from({ length: total }, (_turn, turn) => asking.filter((items) => items[turn]?.id === question.id).length);
        expect([question.id, chiSquare(turns, asking.length / total) < limitFor(total)]).toEqual([question.id, true]);
        // The spots of a picture stand where they stand.
        const ids = question.kind === "hotspot" ? [] : choicesOf(question);
        const orders = asking.map((items) => items.find(({ id }) => id === question.id)?.shown ?? []);
        for (const id of ids) {
          const places = ids.map((_id, place) => orders.filter((shown) => shown[place] === id).length);
          expect([question.id, id, chiSquare(places, asking.length / ids.length) < limitFor(ids.length)]).toEqual([question.id, id, true]);
        }
      }
    }
  });
});

function feedbackOf(questions: readonly Question[]): string[] {
  const words: string[] = [];
  JSON.stringify(questions, (key, value: unknown) => {
    if (key === "feedback") words.push(String(value));
    return value;
  });
  return words;
}

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The value that chi-square passes with a chance of about 1 in 100,000 (Wilson and Hilferty's approximation). */
function limitFor(kinds: number): number {
  const degrees = kinds - 1;
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + 4.75 * Math.sqrt(spread)) ** 3;
}
