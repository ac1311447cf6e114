import type { Compilation, Finding } from "./compile-courses.ts";
import { textsOf } from "./course-texts.ts";
import { type Dictionary, misspelledIn } from "./spelling.ts";
import { lineOfText } from "./text-line.ts";

/** The misspelled words of everything that learners and mentors read. */
export function checkSpelling(compilation: Compilation, dictionary: Dictionary): Finding[] {
  return textsOf(compilation).flatMap(({ text, file, from }) =>
    text.split("\n").flatMap((line) =>
      misspelledIn(line, dictionary).map(({ word, instead }) => ({
        file,
        line: lineOfText(compilation.sources.get(file) ?? "", line.slice(line.indexOf(word)), from),
        message: instead ? `“${word}”: write ${instead}` : `“${word}” is in no dictionary: mend it, or add it to spelling.txt`,
      })),
    ),
  );
}
