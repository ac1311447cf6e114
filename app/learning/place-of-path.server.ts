import { findLesson, findQuiz, type LessonPlace } from "#app/catalog/catalog.server.ts";
import type { Translate } from "#app/i18n/translate.tsx";
import type { Whereabouts } from "#db/class-board.ts";

/** Where a learner's page is, in words, such as `Kuis “Mengenal HP”`. `path` is one of ours, or anything. */
export function placeInWords(path: string, t: Translate): string {
  const [, course = "", second = "", third] = path.split("/").slice(1);
  const lesson = findLesson(course, second);
  if (lesson) return third === "latihan" ? t("classroom.placePractice", { title: lesson.summary.title }) : t("classroom.placeLesson", { title: lesson.summary.title });
  const quiz = findQuiz(course, second);
  if (quiz) return t("classroom.placeQuiz", { title: quiz.module.title });
  return second === "tes" ? t("classroom.placeTest") : t("classroom.placeHome");
}

/** The lesson's screen that a path with its anchor shows, such as `/belajar/hp-saya/menyalakan-hp#aku-1`. Undefined for any other path. */
export function screenAt(path: string): { place: LessonPlace; at: Whereabouts } | undefined {
  const [address = "", anchor = ""] = path.split("#");
  const [start, course = "", slug = "", ...rest] = address.split("/").slice(1);
  const place = start === "belajar" && rest.length === 0 ? findLesson(course, slug) : undefined;
  const screens = place?.lesson.screens ?? [];
  const screen = screens.find(({ id }) => id === anchor) ?? screens[0];
  return place && screen && { place, at: { lessonId: place.summary.id, screen: screen.id } };
}
