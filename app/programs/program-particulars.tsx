import { formatDate, formatNumber } from "#app/i18n/locale.ts";
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
  fields: readonly string[];
  /** Where those who come belong to; `people` is null when nobody counts. */
  affiliations: readonly { name: string; people: number | null }[];
  /** A workshop or the like, with the days of its sessions (`YYYY-MM-DD`), each once. */
  event: { name: string; days: readonly string[] } | null;
}

/** Whose program it is, where, with whom, from when to when and what is learned, in one line; its event and who comes in another. */
export function ProgramParticulars({ ownerName, regionName, partners, startsOn, endsOn, curricula, fields, affiliations, event }: Particulars) {
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
  const groups = affiliations.map(({ name, people }) => (people === null ? name : `${name} ${formatNumber(people, locale)}`)).join(", ");
  const more = [
    ...(event ? [t("program.event", { name: event.name, days: event.days.map((day) => formatDate(day, locale)).join(", ") })] : []),
    ...(fields.length > 0 ? [t("program.fields", { names: fields.join(", ") })] : []),
    ...(groups ? [t("program.affiliations", { groups })] : []),
  ];
  return (
    <>
      <p className="muted">{parts.join(" · ")}</p>
      {more.length > 0 ? <p className="muted">{more.join(" · ")}</p> : null}
    </>
  );
}
