import { useCopy } from "#app/i18n/translate.tsx";
import type { CourseLines, ModuleLine } from "./learner-record.ts";

/** What a learner has done, module by module; folds to cards on a phone. */
export function ProgressTable({ courses }: { courses: readonly CourseLines[] }) {
  const { t } = useCopy();
  return (
    <div className="wide">
      <table className="folding modules">
        <thead>
          <tr>
            <th scope="col">{t("mentor.module")}</th>
            <th scope="col">{t("mentor.lessons")}</th>
            <th scope="col">{t("mentor.bestQuiz")}</th>
            <th scope="col">{t("mentor.reviews")}</th>
          </tr>
        </thead>
        {courses.map((course) => (
          <tbody key={course.title}>
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                {course.title}
              </th>
            </tr>
            {course.modules.map((module) => (
              <ModuleRow key={module.id} module={module} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ModuleRow({ module }: { module: ModuleLine }) {
  const { t } = useCopy();
  const { lessonsDone, lessonsTotal, skipped, reviews } = module;
  return (
    <tr>
      <th scope="row">{module.title}</th>
      <td data-label={t("mentor.lessons")}>
        {skipped ? <strong>{t("mentor.skipped")}</strong> : t("mentor.lessonsDone", { done: lessonsDone, total: lessonsTotal })}
      </td>
      <td data-label={t("mentor.bestQuiz")}>
        <BestQuiz quiz={module.quiz} />
      </td>
      <Reviews reviews={reviews} />
    </tr>
  );
}

function Reviews({ reviews }: Pick<ModuleLine, "reviews">) {
  const { t } = useCopy();
  if (reviews.length === 0) return <td className="muted empty">{t("mentor.noneYet")}</td>;
  return (
    <td data-label={t("mentor.reviews")}>
      <span>
        {reviews.map((review) => (
          <span key={review.round} className="review">
            {t("mentor.reviewRound", review)}{" "}
          </span>
        ))}
      </span>
    </td>
  );
}

function BestQuiz({ quiz }: { quiz: ModuleLine["quiz"] }) {
  const { t } = useCopy();
  if (!quiz) return <span className="muted">{t("mentor.noneYet")}</span>;
  const values = { correct: quiz.correct, total: quiz.total };
  return (
    <span>
      {quiz.passed ? t("mentor.bestPassed", values) : t("mentor.bestNotPassed", values)}
      {quiz.enteredBy === null ? null : <span className="muted"> ({t("paper.enteredBy", { who: quiz.enteredBy })})</span>}
    </span>
  );
}
