import { createContext, useContext } from "react";
import type { id } from "./id/index.ts";
import type { Locale } from "./locale.ts";

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
type WithoutPlural<K> = K extends `${infer Stem}_other` ? Stem : K;

/** Every key of the catalogues, such as `signIn.title`; a plural's key stands without `_other`. */
export type CopyKey = WithoutPlural<Leaves<typeof id>>;
export type CopyValues = Record<string, string | number>;
export type Translate = (key: CopyKey, values?: CopyValues) => string;

export interface Copy {
  locale: Locale;
  t: Translate;
}

const CopyContext = createContext<Copy | null>(null);

export const CopyProvider = CopyContext.Provider;

/** The copy in the reader's language. */
export function useCopy(): Copy {
  const copy = useContext(CopyContext);
  if (!copy) throw new Error("no CopyProvider above");
  return copy;
}
