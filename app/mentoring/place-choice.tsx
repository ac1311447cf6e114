import { useCopy } from "#app/i18n/translate.tsx";
import { Field } from "#app/ui/field.tsx";
import type { CohortPlace } from "#db/cohort-places.ts";

interface PlaceChoiceProps {
  /** The centres where somebody has a cohort. */
  own: readonly CohortPlace[];
  /** What a lead's search found. */
  found: readonly CohortPlace[];
  query: string;
  maySearch: boolean;
}

/** Where a new cohort is to meet: one's own centres, and a search for those who answer for a program. */
export function PlaceChoice({ own, found, query, maySearch }: PlaceChoiceProps) {
  const { t } = useCopy();
  const others = found.filter((place) => !own.some((one) => one.centerId === place.centerId && one.programId === place.programId));
  return (
    <>
      <h2>{t("cohort.placeTitle")}</h2>
      <p>{own.length === 0 && !maySearch ? t("cohort.placeNone") : t("cohort.placeIntro")}</p>
      <PlaceList places={own} />
      {maySearch ? (
        <form method="get" action="/mentor/rombel-baru" role="search" className="next-part">
          <Field id="cari" name="cari" label={t("cohort.placeSearch")} hint={t("cohort.placeSearchHint")} defaultValue={query} maxLength={80} autoComplete="off" />
          <button type="submit" className="button-quiet">
            {t("cohort.placeSearchSubmit")}
          </button>
        </form>
      ) : null}
      {maySearch && query && found.length === 0 ? <p className="notice">{t("cohort.placeNothing", { query })}</p> : null}
      <PlaceList places={others} />
      {found.length > 12 ? <p className="muted">{t("cohort.placeMany")}</p> : null}
    </>
  );
}

function PlaceList({ places }: { places: readonly CohortPlace[] }) {
  return (
    <ul className="plain people">
      {places.map((place) => (
        <li key={`${place.centerId} ${place.programId}`}>
          <a className="touch" href={`/mentor/rombel-baru?${new URLSearchParams({ program: place.programId, desa: place.villageCode, pusat: place.centerId }).toString()}`}>
            <PlaceWords place={place} />
          </a>
          <span className="muted">{place.programName}</span>
        </li>
      ))}
    </ul>
  );
}

/** The centre at which a cohort is being made. */
export function PlaceName({ place }: { place: CohortPlace }) {
  return (
    <p>
      <strong>
        <PlaceWords place={place} />
      </strong>
      <br />
      <span className="muted">{place.programName}</span>
    </p>
  );
}

function PlaceWords({ place }: { place: CohortPlace }) {
  const { t } = useCopy();
  return <span>{t("cohort.placeAt", { center: place.centerName, village: place.village, district: place.district })}</span>;
}
