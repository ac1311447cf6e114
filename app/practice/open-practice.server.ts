import { data, redirect } from "@remix-run/node";
import type { LessonPlace } from "#app/catalog/catalog.server.ts";
import type { Strings } from "#app/i18n/copy-of-strings.ts";
import { copyFor, copyGroup } from "#app/i18n/i18n.server.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { newId } from "#db/ids.ts";
import { isId } from "#app/accounts/access.server.ts";
import { sendAgainInOtherLooks } from "#app/accounts/display.server.ts";
import { type Practice, parsePractice, type SimulatorName } from "./parse-practice.ts";
import type { OpenPractice } from "./practice-page.tsx";
import { loadSimulator } from "./registry.ts";
import { isFinished } from "./simulator.ts";
import { type PracticeAction, readAction, readSteps } from "./steps.ts";
import { stylesheets } from "./stylesheets.server.ts";

/** The practice of a lesson; undefined when it has none. */
export function practiceOf({ lesson }: LessonPlace): Practice | undefined {
  return lesson.practice ? parsePractice(lesson.practice.simulator, lesson.practice.config) : undefined;
}

/** The practice as `name` opens it on the lesson's page at `lessonPath`. */
export async function openPractice(request: Request, place: LessonPlace, practice: Practice, { name, lessonPath }: { name: string; lessonPath: string }): Promise<OpenPractice> {
  const { locale } = copyFor(request);
  await loadSimulator(practice.simulator);
  return {
    practice,
    stylesheet: stylesheets[practice.simulator],
    strings: { layout: copyGroup(locale, "layout"), practice: copyOfSimulator(locale, practice.simulator) } as unknown as Strings,
    locale,
    formId: newId(),
    name,
    title: place.summary.title,
    path: `${lessonPath}/latihan`,
    back: lessonPath,
  };
}

/** The sentences that a practice page needs: the screen's and its simulator's own. */
function copyOfSimulator(locale: Locale, simulator: SimulatorName) {
  const { screen, [simulator]: own } = copyGroup(locale, "practice") as unknown as Strings;
  return { screen, [simulator]: own } as Strings;
}

export interface SentPractice {
  steps: string[];
  pressed: PracticeAction | undefined;
  formId: string;
}

/** What was sent of a practice, and whether that is the whole of it, handed in. Throws the answer to who wants other looks. */
export async function receivePractice(request: Request, practice: Practice): Promise<SentPractice & { isHandedIn: boolean }> {
  const form = await request.formData();
  const otherLooks = sendAgainInOtherLooks(request, form);
  if (otherLooks) throw otherLooks;
  const steps = readSteps(form);
  const pressed = readAction(form);
  const formId = sentText(form, "formId");
  const { rules } = await loadSimulator(practice.simulator);
  const isHandedIn = pressed === "finish" && isFinished(rules, practice.config, steps) && isId(formId);
  return { steps, pressed, formId: isId(formId) ? formId : newId(), isHandedIn };
}

/** Answers what staff sent of a practice, of which nothing is kept: the page again, or back to the lesson once it is finished. */
export async function answerUnkept(request: Request, place: LessonPlace, practice: Practice, lessonPath: string) {
  const { isHandedIn, ...sent } = await receivePractice(request, practice);
  return isHandedIn ? redirect(`${lessonPath}#${screenAfterPractice(place)}`) : data(sent);
}

/** The lesson's screen that follows its practice. */
export function screenAfterPractice({ lesson }: LessonPlace): string {
  return lesson.screens.find((screen) => screen.part === "own-phone")?.id ?? "";
}
