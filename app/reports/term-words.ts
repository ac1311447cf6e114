import type { RemainingModule } from "#app/certificates/certificate.ts";
import type { Translate } from "#app/i18n/translate.tsx";
import type { TermLine, TermStanding } from "./cohort-report.ts";

export function standingWord(standing: TermStanding, t: Translate): string {
  return t(standingKeys[standing]);
}

const standingKeys = { certified: "reports.certified", finished: "reports.finished", learning: "reports.learning", notBegun: "reports.notBegun" } as const;

/** What a learner still lacks: each module that they have begun by itself, the others together; empty when nothing is missing. */
export function lacksInWords({ lacks, lessons, quizzes }: Pick<TermLine, "lacks" | "lessons" | "quizzes">, t: Translate): string[] {
  if (lacks.length === 0) return [];
  if (lessons.done === 0 && quizzes.done === 0) return [t("reports.lacksAll")];
  const untouched = lacks.filter(({ isUntouched }) => isUntouched).map(({ title }) => title);
  const begun = lacks.filter(({ isUntouched }) => !isUntouched).map((lack) => lackInWords(lack, t));
  return untouched.length > 0 ? [...begun, t("reports.lacksUntouched", { modules: untouched.join(", ") })] : begun;
}

/** What of a module is still to do, such as `Mengenal HP: 2 pelajaran dan kuis`. */
function lackInWords({ title, lessons, quiz }: RemainingModule, t: Translate): string {
  const lessonsLeft = t("reports.lackLessons", { count: lessons });
  const what = lessons === 0 ? t("reports.lackQuiz") : quiz ? t("reports.lackBoth", { lessons: lessonsLeft }) : lessonsLeft;
  return t("reports.lackLine", { module: title, what });
}
