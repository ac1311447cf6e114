import type { Translate } from "./view-props.ts";

interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/**
 * A translator for the browser, which gets only the `practice` group of a catalogue.
 * Keys begin with `practice.`; a missing sentence shows as its key, a missing value as nothing.
 */
export function translatorFor(practice: Catalogue): Translate {
  return (key, values = {}) => {
    const sentence = key.split(".").reduce<string | Catalogue | undefined>(
      (node, part) => (typeof node === "object" ? node[part] : undefined),
      { practice },
    );
    return typeof sentence === "string" ? sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "") : key;
  };
}
