import type { Compilation, Finding } from "./compile-courses.ts";
import { modulePlaces } from "./course-place.ts";
import { type CourseText, plainText, textsOf } from "./course-texts.ts";
import type { CompiledLesson } from "./compile-lesson.ts";
import { guideLimits } from "./guide-file.ts";
import { avoidedWords, avoidedWordsIn, limits, type Reading, readingOf, wordsOf } from "./readability.ts";
import { lineOf, lineOfText } from "./text-line.ts";

/** What slow readers would stumble on in all the texts: long sentences and hard words, long screens, and lessons that are hard as a whole. */
export function checkReading(compilation: Compilation): Finding[] {
  const { courses, sources } = compilation;
  const lessons = modulePlaces(courses).flatMap((place) => place.lessons);
  return [
    ...textsOf(compilation).flatMap((text) => textFindings(text, sources.get(text.file) ?? "")),
    ...lessons.flatMap(({ file, lesson }) =>
      measureFaults(lesson).map(({ screen, near, message }) => {
        const source = sources.get(file) ?? "";
        return { file, line: lineOfText(source, near, lineOf(source, `id="${screen}"`)), message: `${screen}: ${message}` };
      }),
    ),
    ...lessons.flatMap(({ guide, guideFile: file }) =>
      guide && isLong(guide.fallback) ? [{ file, line: lineOf(sources.get(file) ?? "", "fallback:"), message: `fallback: more than ${guideLimits.sentencesInFallback} sentences` }] : [],
    ),
  ];
}

/** “Listrik mati?” only says what the next sentence is for. */
function isLong(fallback: string): boolean {
  return readingOf(fallback).sentences.filter((sentence) => !/[?:]$/.test(sentence)).length > guideLimits.sentencesInFallback;
}

function textFindings({ kind, text, file, from }: CourseText, source: string): Finding[] {
  const faults = kind === "guide" ? sentenceFaults(text, guideLimits.wordsInSentence) : [...sentenceFaults(text), ...wordFaults(text)];
  return faults.map(({ near, message }) => ({ file, line: lineOfText(source, near, from), message }));
}

/** `near` is the sentence with the fault. */
interface Fault {
  near: string;
  message: string;
}

/** The sentences of the text that are too long. */
export function sentenceFaults(text: string, most = limits.wordsInSentence): Fault[] {
  return readingOf(text)
    .sentences.filter((sentence) => wordsOf(sentence).length > most)
    .map((sentence) => ({ near: sentence, message: `${wordsOf(sentence).length} words in “${sentence}”; at most ${most}` }));
}

/** The words of the text that learners would not know. */
export function wordFaults(text: string): Fault[] {
  return readingOf(text).sentences.flatMap((near) => avoidedWordsIn(near).map((word) => ({ near, message: `“${word}”: write ${avoidedWords[word]}` })));
}

/**
 * What is too long or too hard on the lesson's screens, told at the screen's longest sentence, and in the lesson as a
 * whole: that is told at the screen where it is hardest.
 */
export function measureFaults({ screens }: Pick<CompiledLesson, "screens">): (Fault & { screen: string })[] {
  const readings = screens.map((screen) => ({ screen: screen.id, ...readingOf(plainText(screen)) }));
  const whole = readingOf(screens.map(plainText).join("\n"));
  const hardest = (measure: "lix" | "syllablesPerWord") => {
    const { screen = "", longestSentence: near = "" } = readings.toSorted((one, other) => other[measure] - one[measure])[0] ?? {};
    return { screen, near };
  };
  return [
    ...readings.flatMap(({ screen, ...reading }) => screenFaults(reading).map((message) => ({ screen, near: reading.longestSentence, message }))),
    ...(whole.syllablesPerWord > limits.syllablesPerWord
      ? [{ ...hardest("syllablesPerWord"), message: `the lesson has ${whole.syllablesPerWord.toFixed(2)} syllables a word; at most ${limits.syllablesPerWord}` }]
      : []),
    ...(whole.lix > limits.lix ? [{ ...hardest("lix"), message: `the lesson's LIX is ${whole.lix.toFixed(1)}; at most ${limits.lix}` }] : []),
  ];
}

function screenFaults({ meanWordsInSentence, words }: Reading): string[] {
  return [
    ...(meanWordsInSentence > limits.meanWordsInSentence ? [`${meanWordsInSentence.toFixed(1)} words a sentence; at most ${limits.meanWordsInSentence}`] : []),
    ...(words > limits.wordsOnScreen ? [`${words} words; at most ${limits.wordsOnScreen}`] : []),
  ];
}
