import { formatNumber } from "#app/i18n/locale.ts";
import { type Copy, useCopy } from "#app/i18n/translate.tsx";
import { countWords } from "./figures.ts";
import type { Headline } from "./headline.ts";

/** The sentence that answers a program's first question. */
export function ProgramHeadline({ headline }: { headline: Headline }) {
  return <p className="headline program-headline">{headlineText(headline, useCopy())}</p>;
}

function headlineText(headline: Headline, copy: Copy): string {
  const { t, locale } = copy;
  const number = (value: number) => formatNumber(value, locale);
  switch (headline.kind) {
    case "empty":
      return t("spread.headlineEmpty", { region: number(headline.regionVillages) });
    case "workshop":
      return t("spread.headlineWorkshop", { days: headline.days, sessions: headline.sessions, people: number(headline.people), villages: number(headline.villages), registered: countWords(headline.registered, copy) });
    case "cascade":
      return t("spread.headlineCascade", { villages: number(headline.villages), region: number(headline.regionVillages), coaches: number(headline.coaches), coached: number(headline.coached), registered: countWords(headline.registered, copy) });
    case "everywhere":
      return t("spread.headlineEverywhere", { villages: number(headline.villages), region: number(headline.regionVillages), years: headline.years, begun: number(headline.begun) });
    case "chosen":
      return t("spread.headlineChosen", { villages: number(headline.villages), region: number(headline.regionVillages), regencies: number(headline.regencies), begun: number(headline.begun) });
    case "centers":
      return t("spread.headlineCenters", { centers: number(headline.centers), region: number(headline.regionVillages), districts: number(headline.districts) });
  }
}
