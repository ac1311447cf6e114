import "../support/database.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { db } from "#db/client.ts";
import { openSite, type Site } from "../operations/site.ts";
import { castOf, form } from "../support/cast.ts";
import { fillIn } from "./quiz-sheet.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.stop());

it("a form with something missing comes back as the page that was sent, ready to be completed", async () => {
  const { sari, curriculum } = await castOf(db);
  const course = curriculum.courses[0]!;
  const module = course.modules[0]!;
  const quiz = catalog().quizzes[module.id]!;
  const path = `/belajar/${course.slug}/${module.slug}/kuis`;
  const shown = await (await site.ask(sari, path)).text();
  const formId = /name="formId" value="([^"]+)"/.exec(shown)?.[1] ?? "";
  const answers = fillIn(quiz, await drawQuizFor(db, quiz, formId));
  const fields: [string, string][] = [["formId", formId], ["version", quiz.hash], ["peserta", String(sari.number)], ...answers];

  const back = await site.ask(sari, path, form(fields.filter(([name]) => name !== answers[0]?.[0])));
  expect([back.status, back.headers.get("location")]).toEqual([303, `${path}?kurang`]);
  const html = await (await site.ask(sari, `${path}?kurang`)).text();
  expect(/name="formId" value="([^"]+)"/.exec(html)?.[1]).toBe(formId);
  expect(asksIn(html)).toEqual(asksIn(shown));
  expect((html.match(/class="error"/g) ?? []).length).toBe(1);

  const sent = await site.ask(sari, path, form(fields));
  expect([sent.status, sent.headers.get("location")]).toEqual([303, `${path}/${formId}`]);
  const attempt = await db.selectFrom("quiz_attempt").where("id", "=", formId).select(["correct_items", "total_items"]).executeTakeFirstOrThrow();
  expect(attempt.correct_items).toBe(attempt.total_items);
});

/** What is asked by field, whatever comes first on the page. */
function asksIn(html: string): string[] {
  return [...html.matchAll(/<fieldset id="(s\d+)"[^>]*>.*?<span lang="id">([^<]*)<\/span>/gs)].map(([, name, ask]) => `${name}: ${ask}`).sort();
}
