import i18next from "i18next";
import { readCookie } from "#app/accounts/session.server.ts";
import { en } from "./en/index.ts";
import { id } from "./id/index.ts";
import { type Locale, localeOf, locales } from "./locale.ts";
import type { Copy, Translate } from "./translate.tsx";

const instance = i18next.createInstance();
void instance.init({
  initAsync: false,
  lng: "id",
  fallbackLng: "id",
  resources: { id: { translation: id }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const copies = new Map<Locale, Copy>(
  locales.map((locale) => [locale, { locale, t: instance.getFixedT(locale) as unknown as Translate }]),
);

/** The copy of a locale. */
export function copyIn(locale: Locale): Copy {
  return copies.get(locale) as Copy;
}

/** The copy in the language that this device chose. */
export function copyFor(request: Request): Copy {
  return copyIn(localeOf(readCookie(request.headers.get("cookie") ?? "", "bahasa")));
}

/** One group of the catalogue, for the few pages whose components also run in the browser. */
export function copyGroup<Group extends keyof typeof id>(locale: Locale, group: Group): (typeof id)[Group] {
  return (locale === "en" ? en : id)[group] as (typeof id)[Group];
}
