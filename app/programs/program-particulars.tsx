import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { curriculumName, type NamedCurriculum } from "./curriculum-words.ts";

export interface Particulars {
  ownerName: string;
  regionName: string;
  /** Those who give something now. */
  partners: readonly { name: string }[];
  /** `YYYY-MM-DD`; null while its end is not set. */
  startsOn: string;
  endsOn: string | null;
  curricula: readonly NamedCurriculum[];
}

/** Whose program it is, where, with whom, from when to when and what is learned, in one line. */
export function ProgramParticulars({ ownerName, regionName, partners, startsOn, endsOn, curricula }: Particulars) {
  const copy = useCopy();
  const { t, locale } = copy;
  const from = formatDate(startsOn, locale);
  const parts = [
    t("program.ownedBy", { owner: ownerName }),
    t("program.inRegion", { region: regionName }),
    ...(partners.length > 0 ? [t("program.partners", { names: partners.map(({ name }) => name).join(", ") })] : []),
    endsOn ? t("program.period", { from, to: formatDate(endsOn, locale) }) : t("program.periodOpen", { from }),
    ...(curricula.length > 0 ? [t("program.curricula", { titles: curricula.map((one) => curriculumName(one, copy)).join(", ") })] : []),
  ];
  return <p className="muted">{parts.join(" · ")}</p>;
}
