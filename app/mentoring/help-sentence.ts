import type { Translate } from "#app/i18n/translate.tsx";
import type { HelpReason } from "./cohort-board.ts";

/** Why a learner needs help, in one sentence. */
export function helpSentence(help: HelpReason, t: Translate): string {
  switch (help.kind) {
    case "never-came":
      return t("mentor.helpNeverCame", { count: help.days });
    case "not-seen":
      return t("mentor.helpNotSeen", { count: help.days });
    case "failing-quiz":
      return t("mentor.helpFailingQuiz", { count: help.tries, module: help.moduleTitle });
    case "no-progress":
      return t("mentor.helpNoProgress", { count: help.days });
  }
}
