import { useCopy } from "#app/i18n/translate.tsx";
import { downloadAddress } from "../area-address.ts";

/** Links to the files of a place, and to what they hold and how large they are. */
export function DownloadLinks({ base, code, curriculumId }: { base: string; code: string; curriculumId: string | null }) {
  const { t } = useCopy();
  return (
    <p className="row no-print">
      <a className="button button-quiet" href={downloadAddress(base, code, curriculumId, "xlsx")} download>
        {t("download.excel")}
      </a>
      <a className="button button-quiet" href={downloadAddress(base, code, curriculumId, "csv")} download>
        {t("download.csv")}
      </a>
      <a className="touch" href={downloadAddress(base, code, curriculumId)}>
        {t("download.sizes")}
      </a>
    </p>
  );
}
