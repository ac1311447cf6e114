import { useCopy } from "#app/i18n/translate.tsx";

export interface CurriculumChoiceProps {
  curricula: readonly { id: string; title: string }[];
  /** Null: all together. */
  chosen: string | null;
  addressOf: (curriculumId: string | null) => string;
}

/** The curricula apart and together, each a link to the same page. */
export function CurriculumChoice({ curricula, chosen, addressOf }: CurriculumChoiceProps) {
  const { t } = useCopy();
  if (curricula.length < 2) return null;
  return (
    <nav className="row choice no-print" aria-label={t("area.choose")}>
      {[{ id: null, title: t("area.allCurricula") }, ...curricula].map(({ id, title }) => (
        <a key={id} className="button button-quiet" href={addressOf(id)} aria-current={id === chosen ? "page" : undefined}>
          {title}
        </a>
      ))}
    </nav>
  );
}
