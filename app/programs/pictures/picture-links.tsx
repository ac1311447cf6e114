import { useCopy } from "#app/i18n/translate.tsx";
import type { Area } from "../area-report.ts";
import { partOf, withChoice } from "./choice.ts";

/** What else can be seen of a place in a program. */
export function PictureLinks({ programId, area, curriculumId }: { programId: string; area: Pick<Area, "code" | "kind">; curriculumId: string | null }) {
  const { t } = useCopy();
  if (area.kind === "village") return null;
  const to = (page: string) => withChoice(`/program/${programId}/${page}/${partOf(area.code)}`, { kurikulum: curriculumId });
  const pages = [
    ["petak", t("pictures.tilesLink")],
    ["terhenti", t("pictures.stalledLink")],
    ["laporan", t("pictures.reportLink")],
  ] as const;
  return (
    <p className="row no-print">
      {pages.map(([page, label]) => (
        <a key={page} className="button button-quiet" href={to(page)}>
          {label}
        </a>
      ))}
    </p>
  );
}
