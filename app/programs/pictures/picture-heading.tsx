import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress } from "../area-address.ts";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import { curriculumText, type NamedCurriculum } from "../curriculum-words.ts";

export interface PictureHeadingProps {
  program: { id: string; name: string };
  area: Area;
  curricula: readonly NamedCurriculum[];
  /** Null: all together. */
  curriculumId: string | null;
  title: string;
}

/** The way back to the place's figures, and what the page is about: of which program, and of which years of learning. */
export function PictureHeading({ program, area, curricula, curriculumId, title }: PictureHeadingProps) {
  const copy = useCopy();
  return (
    <>
      <p className="no-print">
        <a className="touch" href={areaAddress(`/program/${program.id}/wilayah`, area.code, curriculumId)}>
          {copy.t("pictures.backToFigures", { place: nameOf(area, copy) })}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="muted">
        <a href={`/program/${program.id}`}>{program.name}</a> · {curriculumText(curricula, curriculumId, copy)}
      </p>
    </>
  );
}
