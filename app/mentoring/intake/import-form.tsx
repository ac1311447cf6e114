import { useCopy } from "#app/i18n/translate.tsx";
import { ImportChoices } from "./import-choices.tsx";
import { ImportLines, RefusedLines } from "./import-lines.tsx";
import type { ImportPlan } from "./import-plan.ts";
import { ImportTotals } from "./import-totals.tsx";

export type ShownPreview = ImportPlan & { fingerprint: string };

interface ImportFormProps {
  preview: ShownPreview;
  /** Why it was not applied when it was last asked for. */
  asked: "undecided" | "changed" | null;
  unreadColumns: readonly string[];
  path: string;
  importPath: string;
}

/** What an import would do, the questions that it has, and the button that does it. */
export function ImportForm({ preview: { lines, totals, fingerprint }, asked, unreadColumns, path, importPath }: ImportFormProps) {
  const { t } = useCopy();
  const refused = lines.flatMap(({ line, outcome }) => (outcome.kind === "refused" ? [{ line, refusals: outcome.refusals }] : []));
  const questions = lines.filter(({ candidates }) => candidates.length > 0);
  const unasked = lines.filter(({ candidates, outcome }) => candidates.length === 0 && outcome.kind !== "refused");
  if (lines.length === 0) return <p className="notice narrow">{t("intake.nothingRead")}</p>;
  return (
    <form method="post" action={importPath}>
      <input type="hidden" name="pratinjau" value={fingerprint} />
      {asked ? (
        <p className="notice notice-error narrow" role="alert">
          {asked === "undecided" ? t("intake.undecidedNotice") : t("intake.changedNotice")}
        </p>
      ) : null}
      <p>{t("intake.previewIntro")}</p>
      {unreadColumns.length > 0 ? <p className="notice narrow">{t("intake.unread", { columns: unreadColumns.join(", ") })}</p> : null}
      <h2>{t("intake.totalsTitle")}</h2>
      <ImportTotals totals={totals} />
      <ImportChoices lines={questions} isAsking={asked === "undecided"} />
      <RefusedLines lines={refused} csvPath={`${importPath}/ditolak`} />
      <ImportLines lines={unasked} />
      {refused.length === lines.length ? (
        <p className="notice notice-warn narrow">{t("intake.nothingToApply")}</p>
      ) : (
        <div className="narrow import-end">
          <p className="muted">{t("intake.applyNote")}</p>
          <button type="submit" className="button-main" name="langkah" value="terapkan">
            {t("intake.apply")}
          </button>
        </div>
      )}
      <p className="import-end">
        <a className="button button-quiet" href={`${path}/impor`}>
          {t("intake.backToUpload")}
        </a>
      </p>
    </form>
  );
}
