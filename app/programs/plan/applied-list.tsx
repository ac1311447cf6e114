import { formatDate, formatNumber, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import { ImportLists } from "./import-preview.tsx";
import { ReasonField, Told } from "./plan-parts.tsx";
import type { TargetPlan } from "./plan-targets.ts";

interface Props {
  applied: { at: Date; undoneAt: Date | null; counts: Record<string, number>; lines: TargetPlan["lines"]; kept: readonly { code: string; name: string }[] };
  /** What was typed where the reason for undoing was refused. */
  answer: { typed: string } | undefined;
  path: string;
  /** Where the plans of villages stand. */
  planPath: string;
  regionName: string;
}

/** What a target list did, row by row, and the way back. */
export function AppliedList({ applied: { at, undoneAt, counts, lines, kept }, answer, path, planPath, regionName }: Props) {
  const { t, locale } = useCopy();
  const number = (name: string) => formatNumber(counts[name] ?? 0, locale);
  const when = (moment: Date) => ({ date: formatDate(moment, locale), time: formatTime(moment, locale) });
  if (undoneAt) {
    return (
      <>
        <Told kind="ok">
          {t("plan.undone", { undone: number("undone"), ...when(undoneAt) })} {(counts["waves"] ?? 0) > 0 ? t("plan.undoneWaves") : null} {kept.length > 0 ? t("plan.undoneKept", { kept: formatNumber(kept.length, locale) }) : null}
        </Told>
        {kept.length > 0 ? (
          <ul>
          {kept.map(({ code, name }) => (
            <li key={code}>
              <a className="touch" href={`${planPath}/${code}`}>
                {t("plan.otherCode", { village: name, code })}
              </a>
            </li>
          ))}
          </ul>
        ) : null}
      </>
    );
  }
  return (
    <>
      {answer ? <Told kind="error">{t("plan.faultUndo")}</Told> : <Told kind="ok">{t("plan.applied", { added: number("added"), changed: number("changed"), same: number("same"), refused: number("refused"), ...when(at) })}</Told>}
      <ImportLists preview={{ lines }} regionName={regionName} />
      <form method="post" action={path} className="card narrow no-print">
        <h2>{t("plan.undoTitle")}</h2>
        <p>{t("plan.undoText")}</p>
        <input type="hidden" name="do" value="undo" />
        <ReasonField id="reason" typed={answer?.typed ?? ""} isWrong={answer !== undefined} />
        <button type="submit">{t("plan.undo")}</button>
      </form>
    </>
  );
}
