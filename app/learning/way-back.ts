/** Where somebody came from to read a lesson's screen again: a result of their own quiz, or of questions that came back. */
const resultPath = String.raw`\/belajar\/[\w-]+\/[\w-]+\/(?:kuis|ingat)\/[0-9a-f-]{36}`;
const asked = new RegExp(String.raw`[?&]dari=(${resultPath})(?:[&#]|$)`);

/** The result that an address leads back to; null where it names none of ours. */
export function wayBackIn(address: string): string | null {
  return asked.exec(address)?.[1] ?? null;
}

/** A lesson's screen, such as `/belajar/hp-saya/mengetik#aku-1`, with the way back to `result`. */
export function withWayBack(screen: string, result: string): string {
  return screen.replace(/#|$/, (end) => `?dari=${result}${end}`);
}
