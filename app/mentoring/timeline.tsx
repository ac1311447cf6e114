import { dayOf, formatFullDate, formatTime } from "#app/i18n/locale.ts";
import { type Translate, useCopy } from "#app/i18n/translate.tsx";
import type { Happening } from "#db/timeline.ts";

/** What happened to a learner, newest first, by day. `path` is the learner's page. */
export function Timeline({ happenings, hasMore, path }: { happenings: readonly Happening[]; hasMore: boolean; path: string }) {
  const { t, locale } = useCopy();
  const days = [...Map.groupBy(happenings, ({ at }) => dayOf(at))];
  return (
    <div className="narrow timeline">
      {days.map(([day, ofDay]) => (
        <section key={day}>
          <h3>{formatFullDate(day, locale)}</h3>
          <ul className="plain">
            {ofDay.map((happening, index) => (
              <li key={index}>
                <span className="muted">{formatTime(happening.at, locale)}</span> {sentence(happening, t)}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <p className="no-print">
          <a className="button button-quiet" href={`${path}?semua=1#riwayat`}>
            {t("mentor.timelineAll")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function sentence({ kind, of, name, isYes, correct, total }: Happening, t: Translate): string {
  const [title, marks] = [of ?? "", { correct: correct ?? 0, total: total ?? 0 }];
  switch (kind) {
    case "enrolled":
      return t("mentor.toldEnrolled");
    case "moved":
      return t("cohort.moveTold", { from: title, to: name ?? "" });
    case "lesson":
      return t("mentor.toldLesson", { title });
    case "practice":
      return t("mentor.toldPractice", { title });
    case "quiz": {
      const result = isYes ? t("mentor.quizPassed", { module: title, ...marks }) : t("mentor.quizNotPassed", { module: title, ...marks });
      return name === null ? t("mentor.toldQuiz", { result }) : t("mentor.toldQuizOnPaper", { result });
    }
    case "test":
      return of === "start" ? t("mentor.toldStartTest", marks) : t("mentor.toldCloseTest", marks);
    case "attendance":
      return presence(title, t);
    case "help-asked":
      return t("mentor.toldHelpAsked");
    case "help-cancelled":
      return t("mentor.toldHelpCancelled");
    case "help-answered":
      return t("mentor.toldHelpAnswered", { name: name ?? "" });
    case "ticked":
      return name === null ? t("mentor.toldTicked", { title }) : t("mentor.toldTickedBy", { title, name });
    case "skip":
      return isYes ? t("mentor.toldSkipGranted", { title, name: name ?? "" }) : t("mentor.toldSkipRefused", { title, name: name ?? "" });
    case "certificate":
      return t("mentor.toldCertificate");
  }
}

function presence(status: string, t: Translate): string {
  if (status === "present") return t("mentor.toldPresent");
  if (status === "late") return t("mentor.toldLate");
  return status === "excused" ? t("mentor.toldExcused") : t("mentor.toldAbsent");
}
