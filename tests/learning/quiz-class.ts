import { beforeAll, beforeEach } from "vitest";
import { catalog, type QuizPlace } from "#app/catalog/catalog.server.ts";
import { drawQuizFor } from "#app/learning/draw-quiz.server.ts";
import { db } from "#db/client.ts";
import { type Cast, castOf, type Learner, makeLearner } from "../support/cast.ts";
import { fillIn } from "./quiz-sheet.ts";

export type Fields = [string, string][];

/** The people of a test file. */
export let cast: Cast;
/** The first module of what they learn, and its quiz. */
export let place: QuizPlace;
/** A learner in it, another before each test. */
export let sari: Learner;

let lastNumber = 1;

/** Brings the people of a test file together. */
export function gatherClass(): void {
  beforeAll(async () => {
    cast = await castOf(db);
    const { curriculum } = cast;
    const course = curriculum.courses[0]!;
    const module = course.modules[0]!;
    place = { curriculum, course, module, quiz: catalog().quizzes[module.id]! };
  });
  beforeEach(async () => {
    sari = await addLearner("Sari");
  });
}

/** One more learner of Sari's cohort. */
export async function addLearner(name: string): Promise<Learner> {
  return makeLearner(db, cast.cohort, { number: (lastNumber += 1), name, by: cast.dewi });
}

export const params = () => ({ course: place.course.slug, module: place.module.slug });
export const path = () => `/belajar/${place.course.slug}/${place.module.slug}/kuis`;

/** The cookie of a device at Sari's centre. */
export const atCenter = () => ({ cookie: `pusat=${sari.villageCode}_${sari.centerId}` });

/** The fields of a form that Sari's browser sends, filled in; `wrong` questions are answered wrongly. */
export async function sheetOf(formId: string, { version = place.quiz.hash, wrong = 0 } = {}): Promise<{ hidden: Fields; answers: Fields }> {
  const items = await drawQuizFor(db, place.quiz, formId);
  return { hidden: [["formId", formId], ["version", version], ["peserta", String(sari.number)]], answers: fillIn(place.quiz, items, wrong) };
}
