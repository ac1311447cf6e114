import type { ReactNode } from "react";
import { useCopy } from "#app/i18n/translate.tsx";
import { mostPlaces, partOf } from "./choice.ts";

export interface CompareFormProps {
  /** Where the pages of places stand: of all programs, or of one. */
  base: string;
  curriculumId: string | null;
  /** Places ticked on another page, which stay chosen. */
  others: readonly string[];
  /** What holds the places to tick. */
  children: ReactNode;
}

/** Sends the places that are ticked in it to be compared. */
export function CompareForm({ base, curriculumId, others, children }: CompareFormProps) {
  const { t } = useCopy();
  return (
    <form method="get" action={compareAddress(base)}>
      {curriculumId ? <input type="hidden" name="kurikulum" value={curriculumId} /> : null}
      {others.map((code) => (
        <input key={code} type="hidden" name="tempat" value={partOf(code)} />
      ))}
      <p className="row no-print">
        <button type="submit" className="button-quiet">
          {t("pictures.compareSubmit")}
        </button>
        <span className="muted">{others.length > 0 ? t("pictures.compareHintOthers", { most: mostPlaces, count: others.length }) : t("pictures.compareHint", { most: mostPlaces })}</span>
      </p>
      {children}
    </form>
  );
}

/** A place's box to tick, beside its name where that is no link. */
export function ComparePick({ code, name, isPicked, showsName = false }: { code: string; name: string; isPicked: boolean; showsName?: boolean }) {
  const { t } = useCopy();
  return (
    <label className="pick touch no-print">
      <input type="checkbox" name="tempat" value={partOf(code)} defaultChecked={isPicked} aria-label={showsName ? undefined : t("pictures.comparePick", { place: name })} />
      {showsName ? name : null}
    </label>
  );
}

/** Where places are compared, for the pages of places under `base`. */
export function compareAddress(base: string): string {
  return base === "/wilayah" ? "/wilayah/banding" : base.replace(/wilayah$/, "banding");
}
