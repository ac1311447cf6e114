import { createElement as h, Fragment, type ReactNode } from "react";

/** The seven parts of a lesson, in their order (domain section 5: aku - kita - kamu). */
export const lessonParts = ["goal", "story", "watch", "together", "alone", "own-phone", "remember"] as const;
export type LessonPart = (typeof lessonParts)[number];

export interface ScreenProps {
  id: string;
  part: LessonPart;
  title: string;
  step?: number;
  children?: ReactNode;
}

export interface PracticeConfig {
  simulator: string;
  config: unknown;
}

/** Marks the place of the link to the simulator in a screen's HTML. */
export const practiceMark = "<practice-link></practice-link>";

/** What a lesson's MDX may use. `noted` hears of each screen, practice, picture and fact as it is rendered. */
export function lessonComponents(noted: {
  screen(screen: Omit<ScreenProps, "children">): void;
  practice(practice: PracticeConfig): void;
  picture(src: string, alt: string): string;
  fact(id: string): string;
}) {
  return {
    Screen({ id, part, title, step, children }: ScreenProps) {
      noted.screen(step === undefined ? { id, part, title } : { id, part, title, step });
      return h("section", null, children);
    },
    Practice({ simulator, config }: PracticeConfig) {
      noted.practice({ simulator, config });
      return h("practice-link");
    },
    Steps: ({ children }: Contained) => h("div", { className: "steps" }, children),
    Hint: ({ children }: Contained) => h("details", { className: "hint" }, h("summary", null, "Petunjuk"), children),
    Task: ({ children }: Contained) => h("div", { className: "task" }, children),
    Ask: ({ question, children }: Contained & { question: string }) =>
      h("details", { className: "ask" }, h("summary", null, question), children),
    Fact: ({ id }: { id: string }) => h(Fragment, null, noted.fact(id)),
    img: ({ src = "", alt = "" }: { src?: string; alt?: string }) =>
      h("img", { src: noted.picture(src, alt), alt, width: 320, height: 240, loading: "lazy" }),
  };
}

interface Contained {
  children?: ReactNode;
}
