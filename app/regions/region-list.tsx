import { formatDate } from "#app/i18n/locale.ts";
import { type Translate, useCopy } from "#app/i18n/translate.tsx";
import type { FoundRegion } from "#db/region-search.ts";
import { kindWord, placeWords } from "./region-words.ts";

/** Found regions, with where each lies and what it was called; a link to its figures where the reader may see them. */
export function RegionList({ regions }: { regions: readonly (FoundRegion & { address: string | null })[] }) {
  const { t, locale } = useCopy();
  return (
    <ul className="plain found-regions">
      {regions.map((region) => (
        <li key={region.code}>
          {region.address ? <a href={region.address}>{titleOf(region, t)}</a> : <span className="found">{titleOf(region, t)}</span>}{" "}
          <span className="muted">
            {kindWord(region, t)} {region.code}
            {region.formerNames.length > 0 ? `, ${t("regions.formerly", { names: region.formerNames.join(", ") })}` : ""}
            {region.retiredOn ? `, ${t("regions.retired", { date: formatDate(region.retiredOn, locale) })}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

function titleOf(region: FoundRegion, t: Translate) {
  const place = placeWords(region, t);
  return (
    <>
      <strong>{region.name}</strong>
      {place ? `, ${place}` : ""}
    </>
  );
}
