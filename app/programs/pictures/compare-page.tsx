import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "../area-address.ts";
import type { AreaFigures } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import { curriculumText, type NamedCurriculum } from "../curriculum-words.ts";
import { aroundAll, mostPlaces, withChoice } from "./choice.ts";
import { CompareForm, compareAddress, ComparePick } from "./compare-form.tsx";
import { Comparison } from "./comparison.tsx";
import { CurriculumChoice } from "./curriculum-choice.tsx";

export interface ComparePageProps {
  places: readonly AreaFigures[];
  asOf: Date | null;
  /** Why they are not compared. */
  fault: "few" | "many" | null;
  /** The highest place that the reader may see. */
  top: string;
  curricula: readonly NamedCurriculum[];
  curriculumId: string | null;
  base: string;
  program: { id: string; name: string } | null;
}

/** Up to eight places beside each other. */
export function ComparePage({ places, asOf, fault, top, curricula, curriculumId, base, program }: ComparePageProps) {
  const copy = useCopy();
  const { t } = copy;
  const codes = places.map(({ area }) => area.code);
  const around = codes.length === 0 || aroundAll(codes).length < top.length ? top : aroundAll(codes);
  const address = (kurikulum: string | null) => withChoice(compareAddress(base), { tempat: codes, kurikulum });
  return (
    <>
      <p className="no-print">
        <a className="touch" href={withChoice(areaAddress(base, around), { kurikulum: curriculumId, tempat: codes })}>
          {t("pictures.compareChange")}
        </a>
      </p>
      <h1>{t("pictures.compareTitle")}</h1>
      <p className="muted">
        {program ? <a href={`/program/${program.id}`}>{program.name}</a> : t("area.allPrograms")} · {curriculumText(curricula, curriculumId, copy)}
      </p>
      {fault === "few" ? (
        <p className="notice notice-error narrow" role="alert">
          {t("pictures.compareFew", { most: mostPlaces })}
        </p>
      ) : null}
      {fault === "many" ? <TooMany places={places} base={base} curriculumId={curriculumId} /> : null}
      {fault === null ? (
        <>
          <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={address} />
          <Comparison places={places} curriculumId={curriculumId} base={base} asOf={asOf} />
        </>
      ) : null}
    </>
  );
}

function TooMany({ places, base, curriculumId }: Pick<ComparePageProps, "places" | "base" | "curriculumId">) {
  const copy = useCopy();
  const { t } = copy;
  return (
    <>
      <p className="notice notice-error narrow" role="alert">
        {t("pictures.compareMany", { most: mostPlaces, count: places.length, over: places.length - mostPlaces })}
      </p>
      <CompareForm base={base} curriculumId={curriculumId} others={[]}>
        <ul className="plain">
          {places.map(({ area }) => (
            <li key={area.code}>
              <ComparePick code={area.code} name={nameOf(area, copy)} isPicked showsName />
            </li>
          ))}
        </ul>
      </CompareForm>
    </>
  );
}
