import type { CoursesRead, HandedIn } from "./anomaly.ts";

/** Two sheets have at least this many questions in common before they are compared. */
const leastShared = 3;
/** The same wrong answers that two sheets have at least in common. */
const leastWrong = 2;
/** A wrong answer that this share of all others gave too is a hard question, and says nothing. */
const oftenWrong = 1 / 4;

interface SheetRead {
  enrollmentId: string;
  answers: ReadonlyMap<string, { text: string; isRight: boolean }>;
}

/**
 * The largest group of learners who answered every question that they have in common with one of them in exactly the
 * same way, at least two of them wrongly. Right answers that agree say nothing: a good class agrees on all of them. Wrong
 * ones that are common among those who differ from them say nothing either. Of each learner the day's first sheet counts.
 */
export function sameAnswers(quizzes: readonly HandedIn[], courses: CoursesRead): ReadonlySet<string> {
  const groups = [...Map.groupBy(quizzes, ({ moduleId }) => moduleId).values()].flatMap((ofModule) => {
    const sheets = [...Map.groupBy(ofModule, ({ enrollmentId }) => enrollmentId).values()].flatMap((ofLearner) => readSheet(ofLearner, courses));
    return sheets.map((sheet) => groupAround(sheet, sheets));
  });
  return new Set(groups.reduce((largest, group) => (group.length > largest.length ? group : largest), [] as string[]));
}

function readSheet(ofLearner: readonly HandedIn[], courses: CoursesRead): SheetRead[] {
  const [first] = ofLearner.toSorted((one, other) => one.submittedAt.getTime() - other.submittedAt.getTime());
  if (!first) return [];
  const answers = first.items.flatMap(({ id }) => {
    const read = courses.readAnswer(first.moduleId, id, first.answers[id] ?? []);
    return read ? [[id, read] as const] : [];
  });
  return [{ enrollmentId: first.enrollmentId, answers: new Map(answers) }];
}

function groupAround(sheet: SheetRead, sheets: readonly SheetRead[]): string[] {
  const agreeing = sheets.filter((other) => agreesWith(sheet, other));
  const others = sheets.filter((other) => !agreeing.includes(other));
  const isRare = (questionId: string) => {
    const asked = others.filter(({ answers }) => answers.has(questionId));
    const same = asked.filter(({ answers }) => answers.get(questionId)?.text === sheet.answers.get(questionId)?.text);
    return same.length < Math.max(1, asked.length * oftenWrong);
  };
  const wrong = [...sheet.answers].filter(([id, { isRight }]) => !isRight && isRare(id)).map(([id]) => id);
  return agreeing
    .filter((other) => sharedBy(sheet, other).length >= leastShared && wrong.filter((id) => other.answers.has(id)).length >= leastWrong)
    .map(({ enrollmentId }) => enrollmentId);
}

function agreesWith(one: SheetRead, other: SheetRead): boolean {
  return sharedBy(one, other).every((id) => one.answers.get(id)?.text === other.answers.get(id)?.text);
}

function sharedBy(one: SheetRead, other: SheetRead): string[] {
  return [...one.answers.keys()].filter((id) => other.answers.has(id));
}
