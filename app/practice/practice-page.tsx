import { useRevalidator } from "@remix-run/react";
import { type MouseEvent, useEffect, useState } from "react";
import { copyOfStrings, type Strings } from "#app/i18n/copy-of-strings.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { Frame, type TextSize } from "#app/ui/frame.tsx";
import type { Practice } from "./parse-practice.ts";
import { practiceFormId, PracticeScreen } from "./practice-screen.tsx";
import type { PracticeAction } from "./steps.ts";
import type { Translate } from "./view-props.ts";

export interface OpenPractice {
  practice: Practice;
  stylesheet: string;
  strings: Strings;
  locale: Locale;
  formId: string;
  /** Who practises. */
  name: string;
  title: string;
  path: string;
  /** The lesson that it belongs to. */
  back: string;
  /** It was begun before and left: what was done then is gone. */
  isAgain?: boolean;
}

interface PracticePageProps extends OpenPractice {
  home: string;
  forStaff?: boolean;
  textSize: TextSize;
  /** What was sent without scripts and has to be shown again. */
  answer?: { steps: string[]; pressed?: PracticeAction | undefined; formId: string } | undefined;
}

/** A lesson's practice as a page. It also runs in the browser, so it brings its own copy along. */
export function PracticePage({ practice, stylesheet, strings, locale, formId, name, title, path, back, isAgain = false, home, forStaff = false, textSize, answer }: PracticePageProps) {
  const copy = copyOfStrings(locale, strings);
  const refresh = useRefresh();
  return (
    <CopyProvider value={copy}>
      <Frame who={name} home={home} here={path} textSize={textSize} forStaff={forStaff} ownForm={{ id: practiceFormId, choose: (event) => chooseLooks(event, refresh) }}>
        <p>
          <a className="touch" href={`${back}#kamu`}>{copy.t("layout.back")}</a>
        </p>
        <h1 className="practice-title">{title}</h1>
        {isAgain && !answer ? <p className="notice">{copy.t("practice.screen.again")}</p> : null}
        <link rel="stylesheet" href={stylesheet} />
        <PracticeScreen
          simulator={practice.simulator}
          config={practice.config}
          steps={answer?.steps ?? []}
          {...(answer?.pressed ? { action: answer.pressed } : {})}
          formId={answer?.formId ?? formId}
          t={copy.t as Translate}
        />
      </Frame>
    </CopyProvider>
  );
}

/** Loads the page anew, once it is not being loaded: who is overtaken while loading complains that it was aborted. */
function useRefresh(): () => void {
  const { revalidate, state } = useRevalidator();
  const [isAsked, ask] = useState(false);
  useEffect(() => {
    if (!isAsked || state !== "idle") return;
    ask(false);
    revalidate();
  }, [isAsked, state, revalidate]);
  return () => ask(true);
}

/** Asks for other looks beside the page, which keeps what was done on it. Whoever is cut off gets larger letters all the same, until the page is left. */
function chooseLooks(event: MouseEvent<HTMLButtonElement>, refresh: () => void): void {
  event.preventDefault();
  const { name, value } = event.currentTarget;
  const page = document.documentElement;
  if (name === "huruf") page.dataset["text"] = value;
  else page.lang = value;
  fetch("/tampilan", { method: "POST", body: new URLSearchParams({ [name]: value }), redirect: "manual" }).then(refresh, () => undefined);
}
