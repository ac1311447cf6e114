import { localeOf } from "./locale.ts";
import type { Copy, CopyKey, CopyValues } from "./translate.tsx";

/** Groups of a catalogue, as nested strings. */
export interface Strings {
  [key: string]: string | Strings;
}

/** Copy from a few groups of the catalogue, for pages whose components also run in the browser: i18next stays on the server. Knows no plurals. */
export function copyOfStrings(locale: string, strings: Strings): Copy {
  return {
    locale: localeOf(locale),
    t: (key: CopyKey, values: CopyValues = {}) =>
      find(strings, key).replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => String(values[name] ?? "")),
  };
}

function find(strings: Strings, key: string): string {
  const found = key.split(".").reduce<string | Strings | undefined>((at, part) => (typeof at === "object" ? at[part] : undefined), strings);
  return typeof found === "string" ? found : key;
}
