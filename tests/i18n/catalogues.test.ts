import { describe, expect, it } from "vitest";
import { avoidedWordsIn, limits, readingOf, wordsOf } from "#app/catalog/readability.ts";
import { en } from "#app/i18n/en/index.ts";
import { id } from "#app/i18n/id/index.ts";
import { locales } from "#app/i18n/locale.ts";
import { flatten, placeholdersOf, pluralOf, stemOf } from "./catalogue.ts";

const catalogues = { id: flatten(id), en: flatten(en) };
const both = locales.map((locale) => ({ locale, catalogue: catalogues[locale] }));

describe("the two catalogues", () => {
  it("say the same things", () => {
    const stems = (catalogue: Map<string, string>) => [...new Set([...catalogue.keys()].map(stemOf))].sort();
    expect(stems(catalogues.en)).toEqual(stems(catalogues.id));
  });

  it("have each plural that their language has, and no other", () => {
    for (const { locale, catalogue } of both) {
      const wanted = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
      const plurals = Map.groupBy([...catalogue.keys()].filter(pluralOf), stemOf);
      for (const [stem, keys] of plurals) expect([locale, stem, keys.map(pluralOf).sort()]).toEqual([locale, stem, wanted]);
      expect([...plurals.keys()].filter((stem) => catalogue.has(stem))).toEqual([]);
    }
  });

  it("count in every plural", () => {
    for (const { locale, catalogue } of both) {
      const silent = [...catalogue].filter(([key, sentence]) => pluralOf(key) === "other" && !placeholdersOf(sentence).includes("count"));
      expect([locale, silent]).toEqual([locale, []]);
    }
  });

  it("leave nothing empty, and no space at an end but where words are joined", () => {
    const joined = /^quiz\.position$/;
    for (const { catalogue } of both) {
      expect([...catalogue].filter(([, sentence]) => sentence.trim() === "")).toEqual([]);
      expect([...catalogue].filter(([key, sentence]) => sentence !== sentence.trim() && !joined.test(key))).toEqual([]);
    }
  });

  it("leave the same places open", () => {
    const open = (catalogue: Map<string, string>) =>
      Object.fromEntries(
        [...Map.groupBy(catalogue, ([key]) => stemOf(key))].map(([stem, entries]) => [stem, placeholdersOf(entries.map(([, sentence]) => sentence).join())]),
      );
    expect(open(catalogues.en)).toEqual(open(catalogues.id));
  });
});

describe("what learners read", () => {
  const learners = [...catalogues.id].filter(([key]) => /^(signIn|learn|quiz|layout|practice)\./.test(key));

  it(`stays within ${limits.wordsInSentence} words a sentence`, () => {
    const long = learners.flatMap(([key, text]) =>
      readingOf(text)
        .sentences.filter((sentence) => wordsOf(sentence.replaceAll(/\{\{\w+\}\}/g, "x")).length > limits.wordsInSentence)
        .map((sentence) => `${key}: ${sentence}`),
    );
    // Names and numbers of the sources, for whoever looks them up.
    expect(long.filter((line) => !/^layout\.about(Regions|Digcomp)/.test(line))).toEqual([]);
  });

  it("has none of the words that slow readers stumble on", () => {
    expect(learners.flatMap(([key, text]) => avoidedWordsIn(text).map((word) => `${key}: ${word}`))).toEqual([]);
  });
});
