interface QuestionBase {
  /** Stable for ever: attempts are kept under it. */
  id: string;
  ask: string;
  /** The lesson screen that teaches it, as `A1.1#aku-1`. */
  screen: string;
}

export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

export interface ChoiceQuestion extends QuestionBase {
  kind: "one" | "several";
  options: Option[];
}

/** `steps` stand in their right order. */
export interface OrderQuestion extends QuestionBase {
  kind: "order";
  feedback: string;
  steps: { id: string; text: string }[];
}

export interface PairsQuestion extends QuestionBase {
  kind: "pairs";
  feedback: string;
  pairs: { id: string; left: string; right: string }[];
}

/** One of some pictures; `picture` is its address, `alt` what is to be seen on it. */
export interface PictureQuestion extends QuestionBase {
  kind: "picture";
  options: { id: string; picture: string; alt: string; correct: boolean; feedback: string }[];
}

/** A part of a picture that may be pointed at, in the picture's own 320 by 240. */
export interface Spot {
  id: string;
  label: string;
  x: number;
  y: number;
  width: number;
  height: number;
  correct: boolean;
  feedback: string;
}

/** One spot of a picture; any of the right ones is right. */
export interface HotspotQuestion extends QuestionBase {
  kind: "hotspot";
  picture: string;
  alt: string;
  spots: Spot[];
}

/** A word or a number, typed; `wrong` are answers near to a right one that are not right. */
export interface ShortQuestion extends QuestionBase {
  kind: "short";
  accept: string[];
  wrong: string[];
  feedback: string;
}

/** Whether what is said is true, together with why. */
export interface TruthQuestion extends QuestionBase {
  kind: "truth";
  isTrue: boolean;
  reasons: Option[];
}

export interface SortQuestion extends QuestionBase {
  kind: "sort";
  feedback: string;
  groups: { id: string; name: string }[];
  cards: { id: string; text: string; group: string }[];
}

export type Question =
  | ChoiceQuestion
  | OrderQuestion
  | PairsQuestion
  | PictureQuestion
  | HotspotQuestion
  | ShortQuestion
  | TruthQuestion
  | SortQuestion;

export interface Quiz {
  moduleId: string;
  /** Of the questions' content: tells whether the quiz changed between showing and grading. */
  hash: string;
  questions: Question[];
}

/** The ids of what a question shows to choose from, or to put in order or in groups, as they were written. Nothing for `short`. */
export function choicesOf(question: Question): string[] {
  return partsOf(question).map((part) => part.id);
}

/** What a question shows to choose from, or to put in order or in groups. */
export function partsOf(question: Question): readonly { id: string }[] {
  switch (question.kind) {
    case "order":
      return question.steps;
    case "pairs":
      return question.pairs;
    case "hotspot":
      return question.spots;
    case "truth":
      return question.reasons;
    case "sort":
      return question.cards;
    case "short":
      return [];
    default:
      return question.options;
  }
}
