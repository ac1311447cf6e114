import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireLearner } from "#app/accounts/access.server.ts";
import { findLesson, storyPicture } from "#app/catalog/catalog.server.ts";
import type { Course } from "#app/catalog/course.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { MentorNotes, TaskNotice } from "#app/learning/home-notices.tsx";
import { CourseCard } from "#app/learning/course-card.tsx";
import { currentEnrollments, doneIn } from "#app/learning/enrollment.ts";
import { pinnedCurriculum } from "#app/learning/pinned-curriculum.server.ts";
import { courseProgress, type NextStep, nextStep } from "#app/learning/progress.ts";
import { type Aside as AsideOf, asideOf, closedTestOf } from "#app/learning/aside.server.ts";
import { useTextSize } from "#app/root.tsx";
import { Frame } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { db } from "#db/client.ts";
import { findOpenHelp } from "#db/class-board.ts";
import { listNotesForLearner } from "#db/learner-notes.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: learnerUrl }];
export const meta: MetaFunction = () => [{ title: "Belajar · Melek Desa" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const learner = await requireLearner(request);
  const now = new Date();
  const curricula = [];
  for (const enrollment of currentEnrollments(learner)) {
    const curriculum = await pinnedCurriculum(db, learner.villageCode, enrollment);
    if (!curriculum) continue;
    const { lessonIds, passedModuleIds, skippedModuleIds } = enrollment;
    const next = linkTo(nextStep(curriculum, doneIn(enrollment)));
    const aside = await asideOf(db, { villageCode: learner.villageCode, enrollment, curriculum }, now);
    const closed = next ? null : await closedTestOf(db, { villageCode: learner.villageCode, enrollment, curriculum });
    curricula.push({ curriculum, lessonIds, passedModuleIds, skippedModuleIds, next, aside, closed });
  }
  const asked = new URL(request.url).searchParams;
  const isHelpAsked = (await findOpenHelp(db, learner, now)) !== undefined;
  const notes = (await listNotesForLearner(db, learner)).map(({ id, body, writtenBy, writtenAt }) => ({ id, body, writtenBy, writtenAt }));
  return { name: learner.name, curricula, saved: asked.has("tersimpan"), task: taskOf(asked.get("tugas")), notes, isHelpAsked };
}

/** What was just done about a lesson's task: ticked, with where to take it back, or taken back. */
function taskOf(told: string | null): { undo: string | null } | null {
  if (told === "batal") return { undo: null };
  const [course = "", lesson = ""] = told?.split("/") ?? [];
  return findLesson(course, lesson) ? { undo: `/belajar/${course}/${lesson}/tugas` } : null;
}

/** Where the big button leads; null when all is done. */
function linkTo(step: NextStep): { href: string; title: string; isQuiz: boolean; picture: string | null } | null {
  if (step.kind === "finished") return null;
  const course = `/belajar/${step.course.slug}`;
  if (step.kind === "quiz") return { href: `${course}/${step.module.slug}/kuis`, title: step.module.title, isQuiz: true, picture: null };
  return { href: `${course}/${step.lesson.slug}`, title: step.lesson.title, isQuiz: false, picture: storyPicture(step.lesson.id) };
}

export default function Home() {
  const { name, curricula, saved, task, notes, isHelpAsked } = useLoaderData<typeof loader>();
  const { t } = useCopy();
  const current = curricula.find(({ next }) => next) ?? curricula.at(-1);
  return (
    <Frame who={name} home="/belajar" here="/belajar" textSize={useTextSize()} isHelpAsked={isHelpAsked}>
      <h1>{t("learn.greeting", { name })}</h1>
      {saved ? (
        <p className="notice notice-ok" role="status">
          {t("learn.saved")}
        </p>
      ) : null}
      {task ? <TaskNotice undo={task.undo} /> : null}
      <MentorNotes notes={notes} />
      {current === undefined ? <p className="notice">{t("learn.noEnrollment")}</p> : <Begin current={current} />}
      {curricula.map(({ curriculum, lessonIds, passedModuleIds, skippedModuleIds }) => (
        <section key={curriculum.id} aria-labelledby={`tahun-${curriculum.id}`}>
          <h2 id={`tahun-${curriculum.id}`}>{t("learn.yearCourse", { year: curriculum.year, title: curriculum.title })}</h2>
          {curriculum.courses.map((course: Course) => {
            const done = { lessons: new Set(lessonIds), quizzes: new Set(passedModuleIds), skipped: new Set(skippedModuleIds) };
            return <CourseCard key={course.id} course={course} done={done} progress={courseProgress(course, done)} />;
          })}
        </section>
      ))}
    </Frame>
  );
}

type Current = ReturnType<typeof useLoaderData<typeof loader>>["curricula"][number];

/** The one big button: for somebody new the starting test, which may be left out, and the next thing for everyone else. */
function Begin({ current }: { current: Current }) {
  const { aside, next } = current;
  if (aside?.kind === "start" && next && isNew(current)) return <StartTest href={aside.href} skip={next.href} />;
  return (
    <>
      <NextThing current={current} />
      <Aside aside={aside} />
    </>
  );
}

function isNew({ lessonIds, passedModuleIds }: Current): boolean {
  return lessonIds.length + passedModuleIds.length === 0;
}

function StartTest({ href, skip }: { href: string; skip: string }) {
  const { t } = useCopy();
  return (
    <div className="card">
      <p>{t("learn.startTestText")}</p>
      <a className="button button-main" href={href}>
        {t("learn.startTest")}
      </a>
      <a className="button button-quiet" href={skip}>
        {t("learn.skipTest")}
      </a>
    </div>
  );
}

/** What may be done beside the next thing: the year's tests, and questions that come back. */
function Aside({ aside }: { aside: AsideOf }) {
  const { t } = useCopy();
  if (!aside) return null;
  const [text, button] =
    aside.kind === "review" ? [aside.isNext ? t("learn.reviewNextText", { module: aside.moduleTitle }) : t("learn.reviewText", { module: aside.moduleTitle }), t("learn.review")]
    : aside.kind === "start" ? [t("learn.startTestText"), t("learn.startTest")]
    : ["", t("learn.closeTest")];
  return (
    <div className="card">
      {text ? <p>{text}</p> : null}
      <a className="button button-quiet" href={aside.href}>
        {button}
      </a>
    </div>
  );
}

function NextThing({ current }: { current: Current }) {
  const { t } = useCopy();
  const { next, closed } = current;
  if (!next) {
    return (
      <div className="card">
        <p>{t("learn.allDone")}</p>
        <a className="button button-main" href="/sertifikat/saya">
          {t("learn.myCertificate")}
        </a>
        {closed ? (
          <a className="button button-quiet" href={closed.href}>
            {closed.isCompared ? t("learn.seeGain") : t("learn.seeClose")}
          </a>
        ) : null}
      </div>
    );
  }
  return (
    <div className="card">
      {next.picture ? <img className="next-picture" src={next.picture} alt="" width={320} height={240} /> : null}
      <p>{t("learn.nextUp", { title: next.isQuiz ? t("learn.quizTitle", { module: next.title }) : next.title })}</p>
      <a className="button button-main" href={next.href}>
        {isNew(current) ? t("learn.begin") : t("learn.continue")}
      </a>
    </div>
  );
}
