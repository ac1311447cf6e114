import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Finding } from "#app/catalog/compile-courses.ts";
import type { LessonOfModule, ModulePlace } from "#app/catalog/course-place.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { LessonPage } from "#app/learning/lesson-page.tsx";
import { QuestionScreens } from "#app/learning/quiz-form.tsx";
import { showQuiz } from "#app/learning/quiz-view.ts";
import { choicesOf } from "#app/learning/question.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import practiceUrl from "#app/practice/practice.css?url";
import { PracticeScreen } from "#app/practice/practice-screen.tsx";
import { loadSimulator } from "#app/practice/registry.ts";
import { readAction, readSteps } from "#app/practice/steps.ts";
import { stylesheets } from "#app/practice/stylesheets.server.ts";
import type { Translate } from "#app/practice/view-props.ts";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import learnerUrl from "#app/ui/learner.css?url";
import { compileTemplate, fillTemplate } from "#app/ui/page-template.ts";
import { QuestionKey } from "./question-key.tsx";

const someone = "Pratinjau";

/** How the page is looked at. */
export interface Looks {
  locale: Locale;
  textSize: TextSize;
}

/** The lesson's page as learners have it, and above it, folded away, what is to be mended. */
export function lessonPage({ curriculum, course, module }: ModulePlace, { summary, lesson }: LessonOfModule, findings: readonly Finding[], looks: Looks): string {
  const page = render(<LessonPage place={{ curriculum, course, module, summary, lesson }} isDone={false} textSize={looks.textSize} />, looks);
  const html = fillTemplate(compileTemplate(page), { name: someone, nonce: "pratinjau" });
  return html.replace('<main id="isi">', (main) => `${main}${renderToStaticMarkup(<Findings findings={findings} />)}`);
}

/** The practice phone, which works by sending its form, as it does for learners without scripts. */
export async function practicePage(place: ModulePlace, { summary, lesson }: LessonOfModule, sent: FormData, looks: Looks): Promise<string> {
  const { t } = copyIn(looks.locale);
  const practice = parsePractice(lesson.practice?.simulator ?? "", lesson.practice?.config);
  await loadSimulator(practice.simulator);
  const path = `/belajar/${place.course.slug}/${summary.slug}`;
  const action = readAction(sent);
  return document(
    { title: summary.title, path: `${path}/latihan`, looks },
    <>
      <p>
        <a className="touch" href={`${path}#kamu`}>{t("layout.back")}</a>
      </p>
      <h1>{summary.title}</h1>
      <PracticeScreen simulator={practice.simulator} config={practice.config} steps={readSteps(sent)} {...(action ? { action } : {})} formId="" t={t as Translate} />
    </>,
    [practiceUrl, stylesheets[practice.simulator]],
  );
}

/** Every question of the module's bank, in the order of its file, each with its key. */
export function quizPage({ course, module, quiz }: ModulePlace, findings: readonly Finding[], looks: Looks): string {
  const questions = quiz?.questions ?? [];
  const items = questions.map((question) => ({ id: question.id, shown: choicesOf(question) }));
  return document(
    { title: module.title, path: `/belajar/${course.slug}/${module.slug}/kuis`, looks },
    <>
      <Findings findings={findings} />
      <h1>{copyIn(looks.locale).t("quiz.title", { module: module.title })}</h1>
      <form method="post">
        {quiz ? <QuestionScreens questions={showQuiz(quiz, items)} beneath={(index) => questions.slice(index, index + 1).map((question) => <QuestionKey key={question.id} question={question} />)} /> : null}
      </form>
    </>,
  );
}

/** What keeps a page from being made. */
export function faultsPage(path: string, findings: readonly Finding[], looks: Looks): string {
  return document({ title: "Pratinjau", path, looks }, <>
    <h1>Halaman ini belum bisa ditampilkan</h1>
    <Findings findings={findings} isOpen />
    <p><a className="touch" href="/">Semua pelajaran</a></p>
  </>);
}

/** What the application has and the preview has not. */
export function missingPage(looks: Looks): string {
  return document({ title: "Pratinjau", path: "/", looks }, <>
    <h1>Halaman ini tidak ada di pratinjau</h1>
    <p>Yang ada di sini: pelajaran, latihan, dan kuis.</p>
    <p><a className="touch" href="/">Semua pelajaran</a></p>
  </>);
}

/** All lessons and quizzes, and everything that is to be mended. */
export function indexPage(places: readonly ModulePlace[], findings: readonly Finding[], looks: Looks): string {
  return document({ title: "Pratinjau", path: "/", looks }, <>
    <h1>Pratinjau pelajaran</h1>
    <p>Halaman terbuka lagi sendiri saat berkas di folder courses berubah.</p>
    <Findings findings={findings} />
    {places.map(({ course, module, lessons, quiz }) => (
      <section key={module.id}>
        <h2>{`${module.id} ${module.title}`}</h2>
        <ul>
          {lessons.map(({ summary }) => (
            <li key={summary.id}><a className="touch" href={`/belajar/${course.slug}/${summary.slug}`}>{`${summary.id} ${summary.title}`}</a></li>
          ))}
          {quiz ? <li><a className="touch" href={`/belajar/${course.slug}/${module.slug}/kuis`}>{`Kuis: ${quiz.questions.length} soal`}</a></li> : null}
        </ul>
      </section>
    ))}
  </>);
}

function Findings({ findings, isOpen = false }: { findings: readonly Finding[]; isOpen?: boolean }) {
  if (findings.length === 0) return null;
  return (
    <details className="notice notice-warn" open={isOpen}>
      <summary>{`${findings.length} hal untuk diperbaiki`}</summary>
      {findings.map(({ file, line, message }) => (
        <p key={`${file}:${line} ${message}`} lang="en"><b>{`${file.split("/").slice(-2).join("/")}:${line}`}</b> {message}</p>
      ))}
    </details>
  );
}

function document({ title, path, looks }: { title: string; path: string; looks: Looks }, content: ReactNode, stylesheets: readonly string[] = []): string {
  return render(
    <html lang={looks.locale} data-text={looks.textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Melek Desa`}</title>
        {[learnerUrl, ...stylesheets].map((url) => <link key={url} rel="stylesheet" href={url} />)}
      </head>
      <body>
        <Frame who={someone} home="/" here={path} textSize={looks.textSize}>{content}</Frame>
      </body>
    </html>,
    looks,
  );
}

function render(page: ReactNode, { locale }: Looks): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(<CopyProvider value={copyIn(locale)}>{page}</CopyProvider>)}`;
}
