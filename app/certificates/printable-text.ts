/**
 * Text in the characters that a PDF's built-in fonts can draw (Windows-1252). Letters with other
 * marks lose the mark (`ḥ` to `h`), look-alikes are put in place (`ʼ` to `’`), signs such as emoji
 * go. Null when a letter has no stand-in (Javanese or Arabic script): what was left would be wrong.
 */
export function printable(text: string): string | null {
  let written = "";
  for (const character of text.normalize("NFC")) {
    const drawn = drawable(character);
    if (drawn === null) return null;
    written += drawn;
  }
  return written.replaceAll(/\s+/g, " ").trim();
}

function drawable(character: string): string | null {
  if (/\s/.test(character)) return " ";
  if (isInFont(character)) return character;
  const standIn = standIns[character];
  if (standIn !== undefined) return standIn;
  const bare = [...character.normalize("NFKD")].filter((part) => !/\p{M}/u.test(part)).join("");
  if (bare !== "" && [...bare].every(isInFont)) return bare;
  return /[\p{L}\p{N}]/u.test(character) ? null : "";
}

function isInFont(character: string): boolean {
  return /^[\x20-\x7E\xA1-\xAC\xAE-\xFF]$/.test(character) || windowsExtras.includes(character);
}

const windowsExtras = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

const standIns: Record<string, string> = {
  ʼ: "’",
  ʹ: "’",
  ʾ: "’",
  ʿ: "‘",
  ʻ: "‘",
  "′": "’",
  "‐": "-",
  "‑": "-",
  "−": "-",
  đ: "d",
  Đ: "D",
  ħ: "h",
  Ħ: "H",
  ı: "i",
  ł: "l",
  Ł: "L",
  ŋ: "ng",
  Ŋ: "Ng",
  ɛ: "e",
  ə: "e",
};

/** A file name in plain ASCII that tells whose certificate it holds, such as `sertifikat-siti-aminah.pdf`. */
export function fileNameOf(learnerName: string): string {
  const bare = learnerName.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = bare.match(/[a-z0-9]+/g) ?? [];
  return `${["sertifikat", ...words].join("-").slice(0, 60)}.pdf`;
}
