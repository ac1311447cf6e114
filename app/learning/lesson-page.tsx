import { practiceMark } from "#app/catalog/lesson-components.ts";
import type { LessonPlace } from "#app/catalog/catalog.server.ts";
import type { LessonScreen } from "#app/catalog/compile-lesson.ts";
import type { LessonPart } from "#app/catalog/lesson-components.ts";
import type { CopyKey } from "#app/i18n/translate.tsx";
import { useCopy } from "#app/i18n/translate.tsx";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import iconUrl from "#app/ui/icon.svg?url";
import learnerUrl from "#app/ui/learner.css?url";
import { hole } from "#app/ui/page-template.ts";
import readAloudUrl from "./read-aloud.js?url";
import { withWayBack } from "./way-back.ts";

export interface LessonPageProps {
  place: LessonPlace;
  stand?: LessonStand;
  isDone: boolean;
  /** Whether the reader has finished its practice. */
  isPractised?: boolean;
  /** It was opened from a result, to read a screen again: the hole `back` is that result's path. */
  isFromResult?: boolean;
  textSize: TextSize;
}

/** Where a lesson is read: its own address, the page that it belongs to, and who reads it there. */
export interface LessonStand {
  path: string;
  home: string;
  forStaff: boolean;
  /** Read by who teaches it: nothing of it is handed in, and its end leads back to `home`. */
  isToTeach?: boolean;
}

function amongLearners({ course, summary }: LessonPlace): LessonStand {
  return { path: `/belajar/${course.slug}/${summary.slug}`, home: "/belajar", forStaff: false };
}

/** A whole lesson as one document; its name, nonce and way back are left as holes, so that it is rendered once for everyone. */
export function LessonPage({ place, stand = amongLearners(place), isDone, isPractised = false, isFromResult = false, textSize }: LessonPageProps) {
  const { t, locale } = useCopy();
  const { module, summary, lesson } = place;
  return (
    <html lang={locale} data-text={textSize}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${summary.title} · Melek Desa`}</title>
        <link rel="icon" type="image/svg+xml" href={iconUrl} />
        <link rel="stylesheet" href={learnerUrl} />
        <script src={readAloudUrl} nonce={hole("nonce")} defer />
      </head>
      <body data-read={t("learn.readAloud")} data-stop={t("learn.stopReading")}>
        <Frame who={hole("name")} home={stand.home} here={isFromResult ? withWayBack(stand.path, hole("back")) : stand.path} textSize={textSize} forStaff={stand.forStaff} staysHere>
          <div className="lesson" lang="id">
            {stand.isToTeach ? <BackToGuide home={stand.home} /> : null}
            <p className="muted crumb">{module.title}</p>
            <h1>{summary.title}</h1>
            {isDone ? <p className="notice notice-ok">{t("learn.finishedBefore")}</p> : null}
            {lesson.screens.map((screen, index) => (
              <Screen key={screen.id} screen={screen} screens={lesson.screens} index={index} stand={stand} isPractised={isPractised} isFromResult={isFromResult} />
            ))}
          </div>
        </Frame>
      </body>
    </html>
  );
}

function BackToGuide({ home }: { home: string }) {
  const { t, locale } = useCopy();
  return (
    <p className="notice" lang={locale}>
      {t("mentor.lessonToTeach")} <a href={home}>{t("mentor.backToGuide")}</a>
    </p>
  );
}

function ToResult({ isMain }: { isMain: boolean }) {
  const { t, locale } = useCopy();
  return (
    <a className={isMain ? "button button-main" : "button button-quiet"} href={hole("back")} lang={locale}>
      {t("learn.toResult")}
    </a>
  );
}

interface ScreenProps {
  screen: LessonScreen;
  screens: LessonScreen[];
  index: number;
  stand: LessonStand;
  isPractised: boolean;
  isFromResult: boolean;
}

function Screen({ screen, screens, index, stand, isPractised, isFromResult }: ScreenProps) {
  const { t, locale } = useCopy();
  const { path, home, forStaff, isToTeach = false } = stand;
  const part = t((forStaff && !isToTeach ? partNamesOfMentors : partNames)[screen.part]);
  const tellsPractice = isPractised && (screen.part === "own-phone" || screen.html.includes(practiceMark));
  const before = screens[index - 1];
  const after = screens[index + 1];
  const practiceLink = `<a class="button button-main" href="${path}/latihan">${t("learn.openPractice")}</a>`;
  return (
    <section className={index === 0 ? "screen first" : "screen"} id={screen.id} aria-labelledby={`${screen.id}-judul`}>
      {isFromResult && after ? <ToResult isMain={false} /> : null}
      {screen.title === part ? null : <p className="part">{part}</p>}
      <h2 id={`${screen.id}-judul`}>{screen.title}</h2>
      {tellsPractice ? <p className="notice notice-ok" lang={locale}>✓ {t("learn.practised")}</p> : null}
      <div className="words" dangerouslySetInnerHTML={{ __html: screen.html.replace(practiceMark, practiceLink) }} />
      {screen.part === "own-phone" && !forStaff ? (
        <form method="post" action={`${path}/tugas`}>
          <button type="submit" className="button-quiet">{t("classroom.ownTask")}</button>
        </form>
      ) : null}
      <p className="dots" role="img" aria-label={t("learn.screenOf", { number: index + 1, total: screens.length })}>
        {screens.map((dot, place) => (
          <i key={dot.id} className={place === index ? "on" : undefined} />
        ))}
      </p>
      <div className={after ? "turn" : "turn turn-last"}>
        <a className="button button-quiet" href={before ? `#${before.id}` : isFromResult ? hole("back") : home}>
          {t("layout.back")}
        </a>
        {after ? (
          <a className="button" href={`#${after.id}`}>
            {t("layout.next")}
          </a>
        ) : isToTeach ? (
          <a className="button button-main" href={home}>
            {t("mentor.backToGuide")}
          </a>
        ) : (
          <>
            <form method="post" action={path}>
              <button type="submit" className={isFromResult ? "button-quiet" : "button-main"}>{t("learn.finishLesson")}</button>
            </form>
            {isFromResult ? <ToResult isMain /> : null}
          </>
        )}
      </div>
    </section>
  );
}

const partNames: Record<LessonPart, CopyKey> = {
  goal: "learn.partGoal",
  story: "learn.partStory",
  watch: "learn.partWatch",
  together: "learn.partTogether",
  alone: "learn.partAlone",
  "own-phone": "learn.partOwnPhone",
  remember: "learn.partRemember",
};

const partNamesOfMentors: Record<LessonPart, CopyKey> = { ...partNames, alone: "training.partAlone", "own-phone": "training.partOwnPhone" };
