import { formatNumber } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { areaAddress, downloadAddress } from "../area-address.ts";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import { curriculumText, type NamedCurriculum } from "../curriculum-words.ts";
import { CurriculumChoice } from "../pictures/curriculum-choice.tsx";
import type { FileFormat } from "./file-size.ts";
import { sizeText } from "./size-text.ts";

export interface DownloadPageProps {
  area: Area;
  program: { name: string } | null;
  curricula: readonly NamedCurriculum[];
  /** Null: all together. */
  curriculumId: string | null;
  /** Where the pages of places stand. */
  base: string;
  /** About how many rows a file has. */
  rows: number;
}

/** What the files of a place hold, how large they are and how long they take, before one is downloaded. */
export function DownloadPage({ area, program, curricula, curriculumId, base, rows }: DownloadPageProps) {
  const copy = useCopy();
  const { t, locale } = copy;
  const addressOf = (format: FileFormat) => downloadAddress(base, area.code, curriculumId, format);
  return (
    <>
      <h1>{t("download.title", { place: nameOf(area, copy) })}</h1>
      <p className="muted">{[program?.name ?? t("area.allPrograms"), curriculumText(curricula, curriculumId, copy)].join(" · ")}</p>
      <CurriculumChoice curricula={curricula} chosen={curriculumId} addressOf={(id) => downloadAddress(base, area.code, id)} />
      <p>
        {t("download.rows", { rows: formatNumber(rows, locale) })} {t("download.same")}
      </p>
      <div className="columns">
        <section className="card">
          <h2>{t("download.excelTitle")}</h2>
          <p>{t("download.excelText")}</p>
          <p>{sizeText("xlsx", rows, copy)}</p>
          <a className="button" href={addressOf("xlsx")} download>
            {t("download.excel")}
          </a>
        </section>
        <section className="card">
          <h2>{t("download.csvTitle")}</h2>
          <p>{t("download.csvText")}</p>
          <p>{sizeText("csv", rows, copy)}</p>
          <a className="button button-quiet" href={addressOf("csv")} download>
            {t("download.csv")}
          </a>
        </section>
      </div>
      <p>{t("download.again")}</p>
      <p>
        <a className="touch" href={areaAddress(base, area.code, curriculumId)}>
          {t("download.back")}
        </a>
      </p>
    </>
  );
}
