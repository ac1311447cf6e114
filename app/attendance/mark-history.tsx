import { useCopy } from "#app/i18n/translate.tsx";
import type { Mark } from "./attendance.ts";
import { attendedInWords, momentInWords } from "./attendance-words.ts";

export interface Corrected {
  learnerId: string;
  number: number;
  name: string;
  /** All of them, the newest first. */
  marks: readonly Mark[];
}

/** Who was noted more than once, with every mark there ever was. */
export function MarkHistory({ people, villageCode }: { people: readonly Corrected[]; villageCode: string }) {
  const copy = useCopy();
  const { t } = copy;
  if (people.length === 0) return null;
  return (
    <details className="mark-history next-part">
      <summary>{t("attendance.historyTitle")}</summary>
      <p className="muted">{t("attendance.historyIntro")}</p>
      <dl>
        {people.map(({ learnerId, number, name, marks }) => (
          <div key={learnerId}>
            <dt>
              {number}. {name}
            </dt>
            {marks.map((mark) => (
              <dd key={mark.id}>{t("attendance.historyLine", { what: attendedInWords(mark, t), who: mark.markedBy, when: momentInWords(mark.markedAt, villageCode, copy) })}</dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
