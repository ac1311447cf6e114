/** Limits for lesson text, domain section 5: the sentence, the screen, and the lesson as a whole. */
export const limits = { wordsInSentence: 14, meanWordsInSentence: 9, wordsOnScreen: 120, syllablesPerWord: 2.35, lix: 35 };

/** Words that slow readers stumble on, with what to write instead (domain section 5). */
export const avoidedWords: Readonly<Record<string, string>> = {
  mengakses: "membuka",
  mengimplementasikan: "memakai",
  memanfaatkan: "memakai",
  fitur: "nama hal itu sendiri",
  platform: "aplikasi atau situs",
  verifikasi: "memastikan",
  memverifikasi: "memastikan",
  otentikasi: "memastikan",
  autentikasi: "memastikan",
  kredensial: "sandi atau PIN",
  antarmuka: "layar",
  optimal: "baik",
  komprehensif: "lengkap",
  terkait: "tentang",
  merupakan: "adalah",
  gawai: "HP",
  surel: "email",
  daring: "lewat internet",
  luring: "tanpa internet",
  smartphone: "HP",
  ponsel: "HP",
  klik: "sentuh",
};

export interface Reading {
  words: number;
  sentences: string[];
  longestSentence: string;
  meanWordsInSentence: number;
  syllablesPerWord: number;
  /** Words per sentence + 100 x share of words longer than 6 letters (Björnsson). */
  lix: number;
}

/** Measures plain text. Paragraphs, list items and headings stand on lines of their own; a line end closes a sentence. */
export function readingOf(text: string): Reading {
  const sentences = sentencesOf(text);
  const words = sentences.flatMap(wordsOf);
  const letters = words.filter((word) => /\p{L}/u.test(word));
  const meanWordsInSentence = words.length / Math.max(sentences.length, 1);
  const longWords = letters.filter((word) => word.length > 6).length;
  return {
    words: words.length,
    sentences,
    longestSentence: sentences.reduce((longest, next) => (wordsOf(next).length > wordsOf(longest).length ? next : longest), ""),
    meanWordsInSentence,
    syllablesPerWord: letters.reduce((sum, word) => sum + syllablesIn(word), 0) / Math.max(letters.length, 1),
    lix: meanWordsInSentence + (100 * longWords) / Math.max(words.length, 1),
  };
}

/** The words of a sentence; `Ibu/Bapak` counts as two. */
export function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Vowels, less one for a word that ends in ai, au or oi (Indonesian reading practice, domain section 5); at least 1. */
export function syllablesIn(word: string): number {
  const vowels = word.toLowerCase().match(/[aiueoé]/g)?.length ?? 0;
  return Math.max(1, /(ai|au|oi)$/i.test(word) ? vowels - 1 : vowels);
}

/** The avoided words that stand in the text. */
export function avoidedWordsIn(text: string): string[] {
  return [...new Set(wordsOf(text).map((word) => word.toLowerCase()))].filter((word) => Object.hasOwn(avoidedWords, word));
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?:]["”]?)\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
}
