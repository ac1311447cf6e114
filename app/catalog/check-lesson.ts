import type { CompiledLesson, LessonScreen } from "./compile-lesson.ts";
import { avoidedWords, avoidedWordsIn, limits, readingOf, wordsOf } from "./readability.ts";

/** What a slow reader would stumble on in the lesson, screen by screen; the lesson-wide figures are told at its first screen. */
export function checkLesson(lesson: CompiledLesson): { screen: string; message: string }[] {
  const texts = lesson.screens.map((screen) => ({ screen, text: plainText(screen) }));
  const faults = texts.flatMap(({ screen, text }) => screenFaults(text).map((message) => ({ screen: screen.id, message })));
  const first = lesson.screens[0]?.id ?? "";
  const alone = lesson.screens.find(({ part }) => part === "alone")?.id ?? first;
  for (const text of practiceTexts(lesson.practice?.config)) faults.push(...sentenceFaults(text).map((message) => ({ screen: alone, message })));
  const whole = readingOf(texts.map(({ text }) => text).join("\n"));
  if (whole.syllablesPerWord > limits.syllablesPerWord) {
    faults.push({ screen: first, message: `the lesson has ${whole.syllablesPerWord.toFixed(2)} syllables a word; at most ${limits.syllablesPerWord}` });
  }
  if (whole.lix > limits.lix) faults.push({ screen: first, message: `the lesson's LIX is ${whole.lix.toFixed(1)}; at most ${limits.lix}` });
  return faults;
}

function screenFaults(text: string): string[] {
  const reading = readingOf(text);
  const faults = sentenceFaults(text);
  if (reading.meanWordsInSentence > limits.meanWordsInSentence) {
    faults.push(`${reading.meanWordsInSentence.toFixed(1)} words a sentence; at most ${limits.meanWordsInSentence}`);
  }
  if (reading.words > limits.wordsOnScreen) faults.push(`${reading.words} words; at most ${limits.wordsOnScreen}`);
  return faults;
}

function sentenceFaults(text: string): string[] {
  const long = readingOf(text).sentences.filter((sentence) => wordsOf(sentence).length > limits.wordsInSentence);
  return [
    ...long.map((sentence) => `${wordsOf(sentence).length} words in “${sentence}”; at most ${limits.wordsInSentence}`),
    ...avoidedWordsIn(text).map((word) => `“${word}”: write ${avoidedWords[word]}`),
  ];
}

/** What a practice's config says to learners: the strings under these names, wherever they stand in it. */
export function practiceTexts(config: unknown): string[] {
  if (typeof config !== "object" || config === null) return [];
  return Object.entries(config).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "string" ? (told.has(name) ? [value] : []) : practiceTexts(value),
  );
}

const told = new Set(["name", "text", "note", "why", "who", "says", "tell"]);

/** The screen's words, each paragraph, list item or heading on a line of its own. The alt texts of pictures are left out. */
export function plainText(screen: Pick<LessonScreen, "title" | "html">): string {
  const body = screen.html
    .replaceAll(/<\/?(?:p|li|ol|ul|div|details|summary|h\d|br)\b[^>]*>/g, "\n")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
  return `${screen.title}\n${body}`.replaceAll(/\n\s*\n+/g, "\n").trim();
}
