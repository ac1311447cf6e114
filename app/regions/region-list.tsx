import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { FoundRegion } from "#db/region-search.ts";
import { kindWord, placeWords } from "./region-words.ts";

/** Found regions, each a link to its page, with where it lies and what it was called. */
export function RegionList({ regions }: { regions: readonly FoundRegion[] }) {
  const { t, locale } = useCopy();
  return (
    <ul className="plain found-regions">
      {regions.map((region) => (
        <li key={region.code}>
          <a href={`/wilayah/${region.code}`}>
            <strong>{region.name}</strong>
            {placeWords(region, t) ? `, ${placeWords(region, t)}` : ""}
          </a>
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
