/** A name as it is compared: without case, spaces, accents and points, in today's spelling (Soekarno is Sukarno, Moh. is Muhammad). */
export interface NameForm {
  /** Names with the same key are taken for the same name. */
  key: string;
  words: readonly string[];
  /** A bit for each letter in it: tells most pairs apart at once. */
  letters: number;
}

export function nameForm(name: string): NameForm {
  const words = name
    .normalize("NFKD")
    .toLocaleLowerCase("id")
    .replaceAll(/[^\p{L}\p{N}\s]/gu, "")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replaceAll("oe", "u").replaceAll("dj", "j").replaceAll("tj", "c").replace(/^m(uh|oh|och)(a(m+a?d?)?|d)?$/, "muhammad"));
  const key = words.join("");
  return { key, words, letters: [...key].reduce((bits, letter) => bits | (1 << (letter.charCodeAt(0) % 31)), 0) };
}

/** Whether two names may be one name written twice: a letter or two apart, or the same words in part or in another order. */
export function isNearName(a: NameForm, b: NameForm): boolean {
  const most = Math.min(a.key.length, b.key.length) < 8 ? 1 : 2;
  return a.key === b.key || isWithin(a, b, most) || holdsWords(a, b) || holdsWords(b, a);
}

/** Whether every word of a name of two words or more is in the other. */
function holdsWords(name: NameForm, other: NameForm): boolean {
  return (name.letters & ~other.letters) === 0 && name.words.length >= 2 && name.words.every((word) => other.words.includes(word));
}

/** Whether at most `most` letters must be added, taken away, changed or swapped with the next (Damerau-Levenshtein). */
function isWithin({ key: a, letters }: NameForm, { key: b, letters: others }: NameForm, most: number): boolean {
  // One change takes at most one letter away and brings at most one.
  if (Math.abs(a.length - b.length) > most || bitsIn(letters ^ others) > 2 * most) return false;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    if (Math.min(...row) > most) return false;
    [before, last] = [last, row];
  }
  return (last[b.length] ?? Infinity) <= most;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
