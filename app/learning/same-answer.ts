/**
 * Whether what somebody typed is one of the accepted answers, and not as near to one that is listed as
 * wrong. An answer that is itself accepted, letter by letter, is right whatever else it is near to.
 */
export function isAccepted(typed: string, { accept, wrong }: { accept: readonly string[]; wrong: readonly string[] }): boolean {
  return nearest(typed, accept) < nearest(typed, wrong);
}

function nearest(typed: string, answers: readonly string[]): number {
  return Math.min(Infinity, ...answers.map((answer) => slipsTo(typed, answer)));
}

/**
 * Whether what somebody typed means the accepted answer. It is compared word by word:
 *
 * - capitals, accents, punctuation and spaces do not count: "Go.id", "go id" and "GOID" are the same;
 * - a number counts by its value: "1,5" is "1.5", and "Rp 2.000" is 2000. A dot or comma before exactly
 *   3 digits groups thousands, unless the number begins with 0; any other one begins the decimals (the
 *   Indonesian way, in which "1.500" is 1500). Digits that begin with 0, as a PIN or a phone number does,
 *   are compared one by one;
 * - in a word of 5 letters or more, one wrong, missing or extra letter is forgiven, and so are two
 *   neighbours that changed places (Damerau-Levenshtein distance 1). Nothing is in shorter words,
 *   where one letter makes another word ("hati", "mati"), nor in numbers.
 *
 * An answer of signs alone ("?") is compared as it is.
 */
export function isSameAnswer(typed: string, accepted: string): boolean {
  return slipsTo(typed, accepted) < Infinity;
}

/** How many letters in `typed` have to be forgiven for it to mean `accepted`; infinitely many when it means something else. */
function slipsTo(typed: string, accepted: string): number {
  const [given, wanted] = [wordsOf(typed), wordsOf(accepted)];
  if (given.length === 0 || wanted.length === 0) return typed.trim() === accepted.trim() ? 0 : Infinity;
  if (joined(given) === joined(wanted)) return 0;
  if (given.length !== wanted.length) return Infinity;
  return wanted.reduce((slips, word, index) => slips + slipsInWord(given[index] as string, word), 0);
}

const leastForgiven = 5;

function slipsInWord(given: string, wanted: string): number {
  if (given === wanted) return 0;
  const isForgiven = wanted.length >= leastForgiven && !/\d/.test(given + wanted) && isOneSlip(given, wanted);
  return isForgiven ? 1 : Infinity;
}

/** Whether one letter changed, left out or put in, or two neighbours swapped, makes one word the other. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1);
  const isSwapped = short[same] === long[same + 1] && short[same + 1] === long[same] && short.slice(same + 2) === long.slice(same + 2);
  return isSwapped || short.slice(same + 1) === long.slice(same + 1);
}

/** Words run together, so that spaces count for nothing; but not two numbers, or "1/2" would be 12. */
function joined(words: readonly string[]): string {
  return words.join(" ").replaceAll(/(?<!\d) | (?!\d)/g, "");
}

/** The words and numbers in a text, each in the one form in which it is compared. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}'’ʼ`]/gu, "")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/(?<=\d)\s+(?=\d)/g, "")
    .replaceAll(/\brp[\s.]*(?=\d)/g, "");
  return (plain.match(/\p{L}+|(?:(?<!\S)-)?\d+(?:[.,]\d+)*/gu) ?? []).map((part) => (/\d/.test(part) ? valueOf(part) : part));
}

const grouped = /^(-?)([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)|\d+)(?:[.,](\d+))?$/;

function valueOf(number: string): string {
  const [, sign = "", whole = "", decimals = "0"] = grouped.exec(number) ?? [];
  if (whole === "" || /^0\d/.test(whole)) return number;
  return `${sign}${Number(`${whole.replaceAll(/\D/g, "")}.${decimals}`)}`;
}
