import { useCopy } from "#app/i18n/translate.tsx";
import type { Area } from "../area-report.ts";
import { nameOf } from "../area-words.ts";
import { rowsAddress } from "./rows-address.ts";
import { aboutText } from "./rows-words.ts";
import type { RowsAbout } from "./village-rows.ts";

/** A number of a place that leads to the villages behind it; of a village or a cohort, the number alone. */
export function RowsLink({ area, about, behind, text }: { area: Area; about: RowsAbout; behind: { base: string; curriculumId: string | null } | undefined; text: string }) {
  const copy = useCopy();
  if (!behind || area.kind === "village" || area.kind === "cohort" || text === "0") return text;
  return (
    <a className="behind" href={rowsAddress(behind.base, area.code, { about, curriculumId: behind.curriculumId })} aria-label={copy.t("rows.behind", { number: text, about: aboutText(about, copy), place: nameOf(area, copy) })}>
      {text}
    </a>
  );
}
