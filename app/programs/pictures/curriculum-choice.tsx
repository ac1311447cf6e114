import { useCopy } from "#app/i18n/translate.tsx";
import { curriculumName, type NamedCurriculum } from "../curriculum-words.ts";

export interface CurriculumChoiceProps {
  curricula: readonly NamedCurriculum[];
  /** Null: all together. */
  chosen: string | null;
  addressOf: (curriculumId: string | null) => string;
}

/** The curricula apart and together, each a link to the same page. */
export function CurriculumChoice({ curricula, chosen, addressOf }: CurriculumChoiceProps) {
  const copy = useCopy();
  const { t } = copy;
  if (curricula.length < 2) return null;
  return (
    <nav className="row choice no-print" aria-label={t("area.choose")}>
      {[null, ...curricula].map((one) => (
        <a key={one?.id ?? ""} className="button button-quiet" href={addressOf(one?.id ?? null)} aria-current={(one?.id ?? null) === chosen ? "page" : undefined}>
          {one ? curriculumName(one, copy) : t("area.allCurricula")}
        </a>
      ))}
    </nav>
  );
}
