import type { RemainingModule } from "#app/certificates/certificate.ts";
import type { Translate } from "#app/i18n/translate.tsx";
import type { TermStanding } from "./cohort-report.ts";

export function standingWord(standing: TermStanding, t: Translate): string {
  return t(standingKeys[standing]);
}

const standingKeys = { certified: "reports.certified", finished: "reports.finished", learning: "reports.learning", notBegun: "reports.notBegun" } as const;

/** What of a module is still to do, such as `Mengenal HP: 2 pelajaran dan kuis`. */
export function lackInWords({ title, lessons, quiz }: RemainingModule, t: Translate): string {
  const lessonsLeft = t("reports.lackLessons", { count: lessons });
  const what = lessons === 0 ? t("reports.lackQuiz") : quiz ? t("reports.lackBoth", { lessons: lessonsLeft }) : lessonsLeft;
  return t("reports.lackLine", { module: title, what });
}
