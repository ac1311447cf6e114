import type { Translate } from "#app/i18n/translate.tsx";
import { type CohortLearner, isFinished } from "#app/mentoring/cohort-board.ts";

/** Where a message is about. `nextTime` is the next session in words, null when there is none; `site` is our address. */
export interface MessagePlace {
  cohort: string;
  center: string;
  nextTime: string | null;
  site: string;
}

export interface LearnerMessages {
  learnerId: string;
  number: number;
  name: string;
  reminder: string | null;
  result: string;
  certificate: string | null;
}

/** The texts for one learner. */
export function messagesFor(learner: CohortLearner, place: MessagePlace, t: Translate): LearnerMessages {
  const { learnerId, number, name, certificateCode } = learner;
  const { cohort, center, nextTime, site } = place;
  return {
    learnerId,
    number,
    name,
    reminder: nextTime === null || isFinished(learner) ? null : t("messages.textReminder", { name, cohort, time: nextTime, center, number }),
    result: resultText(learner, cohort, t),
    certificate: certificateCode === null ? null : t("messages.textCertificate", { name, link: `${site}/sertifikat/${certificateCode}` }),
  };
}

function resultText(learner: CohortLearner, cohort: string, t: Translate): string {
  const { name, lessonsDone, lessonsTotal, lastQuiz } = learner;
  const sentences = [t("messages.textResult", { name, cohort, done: lessonsDone, total: lessonsTotal })];
  if (lastQuiz) {
    const { moduleTitle, correct, total, passed } = lastQuiz;
    const values = { module: moduleTitle, correct, total };
    sentences.push(passed ? t("messages.textQuizPassed", values) : t("messages.textQuizNotPassed", values));
  }
  return [...sentences, isFinished(learner) ? t("messages.textFinished") : t("messages.textGoOn")].join(" ");
}

export interface GroupMessages {
  reminder: string | null;
  results: string;
  certificates: string | null;
}

/** The texts for the whole group: how many, never who. */
export function messagesForGroup(learners: readonly CohortLearner[], { cohort, center, nextTime, site }: MessagePlace, t: Translate): GroupMessages {
  const sum = (of: (learner: CohortLearner) => number) => learners.reduce((total, learner) => total + of(learner), 0);
  const count = learners.filter(({ certificateCode }) => certificateCode !== null).length;
  const results = { cohort, lessons: sum(({ lessonsDone }) => lessonsDone), lessonsAll: sum(({ lessonsTotal }) => lessonsTotal), finished: learners.filter(isFinished).length, all: learners.length };
  return {
    reminder: nextTime === null ? null : t("messages.textReminderGroup", { cohort, time: nextTime, center }),
    results: t("messages.textResultsGroup", results),
    certificates: count === 0 ? null : t("messages.textCertificatesGroup", { count, cohort, center, site }),
  };
}
