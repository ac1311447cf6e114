/** Words that stand before a name, and are none of it. */
const leading = /^(pusat internet|pojok internet|desa|ds|kelurahan|kel|kecamatan|kec)\b[\s.:,]*/;

/** What somebody who looks for their village typed, as names are searched for: `Desa Ploso Rejo` is `plosorejo`. */
export function lettersOf(typed: string): string {
  const words = typed.toLowerCase().trim();
  const name = leading.test(words) ? lettersOf(words.replace(leading, "")) : words.replaceAll(/[^a-z0-9]/g, "");
  return name || words.replaceAll(/[^a-z0-9]/g, "");
}

/** How many letters may be wrong in a name so long. */
export function mistakesAllowed(letters: string): number {
  return letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2;
}

/** How many letters must be added, left out, changed or swapped with their neighbour to make one word the other. */
export function lettersApart(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      const steps = [(last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1), ...(isSwapped ? [(before[at - 2] ?? 0) + 1] : [])];
      next.push(Math.min(...steps));
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
