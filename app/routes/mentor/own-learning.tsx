import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/access.server.ts";
import { catalog, storyPicture } from "#app/catalog/catalog.server.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { doneByStaff, ownNext, ownProgress } from "#app/learning/own-learning.ts";
import trainingUrl from "#app/mentoring/training.css?url";
import { db } from "#db/client.ts";
import { findBestStaffAttempt, findStaffLearning } from "#db/staff-learning.ts";

export const links = () => [{ rel: "stylesheet", href: trainingUrl }];
export const meta: MetaFunction = () => [{ title: "Belajar menjadi pendamping · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request);
  const { mentorCurricula } = catalog();
  const done = doneByStaff(await findStaffLearning(db, staffId));
  const modules = mentorCurricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules.map((module) => ({ course: course.title, module }))));
  return {
    progress: ownProgress(mentorCurricula, done),
    next: ownNext(mentorCurricula, done),
    saved: new URL(request.url).searchParams.has("tersimpan"),
    modules: await Promise.all(
      modules.map(async ({ course, module }) => ({
        course,
        ...module,
        lessons: module.lessons.map(({ id, slug, title, goal, minutes }) => ({ id, slug, title, goal, minutes, picture: storyPicture(id), isDone: done.lessons.has(id) })),
        isPassed: done.quizzes.has(module.id),
        best: (await findBestStaffAttempt(db, { staffId, moduleId: module.id })) ?? null,
      })),
    ),
  };
}

export default function OwnLearning() {
  const { progress, next, saved, modules } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  return (
    <>
      <h1>{t("training.title")}</h1>
      {saved ? (
        <p className="notice notice-ok narrow" role="status">
          {t("training.saved")}
        </p>
      ) : null}
      <p className="narrow">{t("training.intro")}</p>
      {modules.length === 0 ? <p className="notice narrow">{t("training.none")}</p> : <Next next={next} progress={progress} />}
      {modules.map((module) => (
        <section key={module.id} aria-labelledby={`modul-${module.id}`}>
          <h2 id={`modul-${module.id}`} lang="id">
            {module.course}: {module.title}
          </h2>
          <ol className="plain columns own-lessons">
            {module.lessons.map((lesson) => (
              <li key={lesson.id} className="card">
                {lesson.picture ? <img src={lesson.picture} alt="" width={320} height={240} loading="lazy" /> : null}
                <h3 lang="id">
                  <a href={`/mentor/belajar/${lesson.slug}`}>{lesson.title}</a>
                </h3>
                <p lang="id">{lesson.goal}</p>
                <p className="muted">
                  {t("training.minutes", { minutes: lesson.minutes })} · <Status isDone={lesson.isDone} />
                </p>
              </li>
            ))}
          </ol>
          <div className="card own-quiz">
            <h3>
              <a href={`/mentor/belajar/${module.slug}/kuis`}>{t("training.quiz")}</a>
            </h3>
            <p className="muted">
              <Status isDone={module.isPassed} />
              {module.best ? <> · {t("training.best", module.best)}</> : null}
            </p>
          </div>
        </section>
      ))}
    </>
  );
}

function Next({ next, progress }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "next" | "progress">) {
  const { t } = useCopy();
  return (
    <div className="card narrow">
      <p>{next === null ? t("training.allDone") : next.kind === "quiz" ? t("training.nextQuiz", { module: next.title }) : t("training.nextLesson", { title: next.title })}</p>
      <p className="muted">{t("training.progress", { ...progress })}</p>
      {next ? (
        <a className="button button-main" href={next.href}>
          {progress.done === 0 ? t("training.begin") : t("training.goOn")}
        </a>
      ) : null}
    </div>
  );
}

function Status({ isDone }: { isDone: boolean }) {
  const { t } = useCopy();
  return isDone ? <strong className="ok">✓ {t("training.done")}</strong> : <>{t("training.open")}</>;
}
