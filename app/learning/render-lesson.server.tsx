import { renderToStaticMarkup } from "react-dom/server";
import { displayOf } from "#app/accounts/display.server.ts";
import type { LessonPlace } from "#app/catalog/catalog.server.ts";
import { copyFor, copyIn } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { pageHeaders } from "#app/operations/security-headers.ts";
import { HelpAskedContext, type TextSize } from "#app/ui/frame.tsx";
import { compileTemplate, fillTemplate, fillTemplateGzip, type PageTemplate } from "#app/ui/page-template.ts";
import { LessonPage, type LessonStand } from "./lesson-page.tsx";

export interface LessonLooks {
  locale: Locale;
  textSize: TextSize;
  isDone: boolean;
  isPractised?: boolean;
  /** Opened from a result: `back` of the holes is its path. */
  isFromResult?: boolean;
  /** Whether the reader has just called for help. */
  isHelpAsked?: boolean;
  /** Where else than among the learners' lessons it stands. */
  stand?: LessonStand;
}

/** What differs between the readers of one look. */
type LessonHoles = {
  name: string;
  nonce: string;
  /** The path of the result that they came from. */
  back?: string;
};

const templates = new Map<string, PageTemplate>();

/** The lesson's page as its reader asks for it, with all headers: for routes that the server answers without Remix. */
export function answerLesson(request: Request, place: LessonPlace, { looks, ...holes }: LessonHoles & { looks: Omit<LessonLooks, "locale" | "textSize"> }): Response {
  const acceptsGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  const { body, headers } = renderLesson(place, { ...looks, locale: copyFor(request).locale, textSize: displayOf(request).textSize }, holes, acceptsGzip);
  return new Response(body, { headers: { ...pageHeaders(holes.nonce), ...headers } });
}

/** The lesson's page for one learner. Each look of a lesson is rendered and compressed once a process. */
export function renderLesson(place: LessonPlace, looks: LessonLooks, holes: LessonHoles, acceptsGzip: boolean): { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> } {
  const template = lessonTemplate(place, looks);
  const headers: Record<string, string> = { "Content-Type": "text/html; charset=utf-8", Vary: "Accept-Encoding" };
  if (!acceptsGzip) return { body: fillTemplate(template, holes), headers };
  return { body: fillTemplateGzip(template, holes), headers: { ...headers, "Content-Encoding": "gzip" } };
}

function lessonTemplate(place: LessonPlace, looks: LessonLooks): PageTemplate {
  const key = `${place.summary.id} ${looks.locale} ${looks.textSize} ${looks.isDone} ${looks.isHelpAsked ?? false} ${looks.isPractised ?? false} ${looks.isFromResult ?? false} ${looks.stand?.path ?? ""}`;
  const known = templates.get(key);
  if (known) return known;
  const html = renderToStaticMarkup(
    <CopyProvider value={copyIn(looks.locale)}>
      <HelpAskedContext.Provider value={looks.isHelpAsked ?? false}>
        <LessonPage place={place} {...(looks.stand ? { stand: looks.stand } : {})} isDone={looks.isDone} isPractised={looks.isPractised ?? false} isFromResult={looks.isFromResult ?? false} textSize={looks.textSize} />
      </HelpAskedContext.Provider>
    </CopyProvider>,
  );
  const template = compileTemplate(`<!DOCTYPE html>${html}`);
  templates.set(key, template);
  return template;
}
