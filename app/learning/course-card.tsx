import type { Course } from "#app/catalog/course.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { Done, Progress } from "./progress.ts";

/** A course with its progress as a bar and its lessons with ticks. */
export function CourseCard({ course, done, progress }: { course: Course; done: Done; progress: Progress }) {
  const { t } = useCopy();
  const path = `/belajar/${course.slug}`;
  return (
    <article className="card course">
      <h3>{course.title}</h3>
      <ProgressBar progress={progress} />
      <p className="muted">{t("learn.progress", { ...progress })}</p>
      {course.modules.map((module) => (
        <section key={module.id}>
          <h4>
            {module.title}
            {done.skipped.has(module.id) ? <span className="muted"> ({t("learn.skipped")})</span> : null}
          </h4>
          <ul className="plain lessons">
            {module.lessons.map((lesson) => (
              <Row key={lesson.id} href={`${path}/${lesson.slug}`} title={lesson.title} isDone={done.lessons.has(lesson.id)} />
            ))}
            <Row href={`${path}/${module.slug}/kuis`} title={t("learn.openQuiz")} isDone={done.quizzes.has(module.id)} />
          </ul>
        </section>
      ))}
    </article>
  );
}

function Row({ href, title, isDone }: { href: string; title: string; isDone: boolean }) {
  const { t } = useCopy();
  return (
    <li>
      <a href={href}>
        <span className={isDone ? "tick tick-done" : "tick"} aria-hidden="true">
          {isDone ? "✓" : ""}
        </span>
        <span>
          {title}
          <span className="visually-hidden">, {isDone ? t("learn.lessonDone") : t("learn.lessonOpen")}</span>
        </span>
      </a>
    </li>
  );
}

function ProgressBar({ progress }: { progress: Progress }) {
  return (
    <svg className="pbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(100 * progress.done) / Math.max(progress.total, 1)} height="10" />
    </svg>
  );
}
