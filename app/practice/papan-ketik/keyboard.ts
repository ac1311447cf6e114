/** The layout of the drawn keyboard, as on most phones in Indonesia, and the step codes of its keys. */
export const keyboardPages = {
  abc: ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
  num: ["1234567890", "@#%_&-+()/", "*\"':;!?="],
} as const;

export type KeyboardPage = keyof typeof keyboardPages;

/** Signs by their names in step codes and below `sign.` in the catalogues. Comma and dot stand on both pages. */
export const signNames: Readonly<Record<string, string>> = {
  ",": "comma", ".": "dot", "@": "at", "#": "hash", "%": "percent", "_": "underscore", "&": "and", "-": "dash", "+": "plus",
  "(": "open", ")": "close", "/": "slash", "*": "star", "\"": "quote", "'": "apostrophe", ":": "colon", ";": "semicolon",
  "!": "exclamation", "?": "question", "=": "equals",
};

const signsByName = new Map(Object.entries(signNames).map(([sign, name]) => [name, sign]));

/** The step of the key with `char`: `key:a` for "a" and "A", `key:comma` for ",". */
export function keyStep(char: string): string {
  return `key:${signNames[char] ?? char.toLowerCase()}`;
}

/** The small letter, digit or sign of a key's step if that key stands on `page`. */
export function charOn(page: KeyboardPage, step: string): string | undefined {
  if (!step.startsWith("key:")) return undefined;
  const name = step.slice(4);
  const char = signsByName.get(name) ?? name;
  return keyStep(char) === step && isOn(page, char) ? char : undefined;
}

/** Whether `char`, a small letter, digit or sign, stands on `page`. */
export function isOn(page: KeyboardPage, char: string): boolean {
  return char.length === 1 && (",.".includes(char) || keyboardPages[page].some((row) => row.includes(char)));
}

/** Whether the keyboard can type `char`: a letter a to z, big or small, a digit, a known sign or a space. */
export function canType(char: string): boolean {
  return char === " " || /^[A-Z]$/.test(char) || isOn("abc", char) || isOn("num", char);
}
