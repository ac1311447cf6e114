import { formatDate, formatTime } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { ImportChangeOfLearner } from "#db/import-changes.ts";
import { linesAtOnce, RefusedLines } from "./import-lines.tsx";
import type { Change } from "./import-plan.ts";
import type { RefusedLine } from "./refused-csv.ts";
import { changeSentence } from "./sentences.ts";
import { ImportTotals } from "./import-totals.tsx";

interface ImportResultProps {
  result: { appliedAt: Date; undoneAt: Date | null; changes: readonly ImportChangeOfLearner[]; refused: readonly RefusedLine[]; unchanged: number };
  path: string;
  importPath: string;
  importId: string;
}

/** What an import did, the way to the cards and the button that undoes it; or what undoing left. */
export function ImportResult({ result, path, importPath, importId }: ImportResultProps) {
  return (
    <>
      {result.undoneAt ? <Undone undoneAt={result.undoneAt} changes={result.changes} /> : <Applied result={result} path={path} importPath={importPath} importId={importId} />}
      <RefusedLines lines={result.refused} csvPath={`${importPath}/ditolak`} />
    </>
  );
}

function Applied({ result: { appliedAt, changes, refused, unchanged }, path, importPath, importId }: ImportResultProps) {
  const { t, locale } = useCopy();
  const added = changes.filter(({ kind }) => kind === "added").length;
  const people = peopleIn(changes);
  const count = (of: (kinds: ReadonlySet<string>) => boolean) => people.filter(({ kinds }) => of(kinds)).length;
  const totals = {
    added,
    changed: count((kinds) => kinds.has("changed")),
    enrolled: count((kinds) => kinds.has("enrolled") && !kinds.has("added") && !kinds.has("changed")),
    waiting: count((kinds) => kinds.has("waiting")),
    unchanged,
    refused: refused.length,
    undecided: 0,
  };
  return (
    <>
      <p className="notice notice-ok narrow" role="status">
        {t("intake.appliedOn", { date: formatDate(appliedAt, locale), time: formatTime(appliedAt, locale) })}
      </p>
      <ImportTotals totals={totals} />
      {added > 0 ? (
        <>
          <p>
            {t("intake.appliedPins")} {t("intake.appliedConsent")}
          </p>
          <p className="row">
            <a className="button" href={`${path}/persetujuan`}>
              {t("intake.consentLink")}
            </a>
            <a className="button button-quiet" href={`${path}/kartu?impor=${importId}`}>
              {t("intake.cards")}
            </a>
          </p>
        </>
      ) : null}
      {people.length > 0 ? <People people={people} /> : null}
      {people.length > 0 ? (
        <form method="post" action={importPath} className="narrow import-end">
          <p className="muted">{t("intake.undoNote")}</p>
          <button type="submit" className="button-quiet" name="langkah" value="batalkan">
            {t("intake.undo")}
          </button>
        </form>
      ) : null}
    </>
  );
}

interface ImportedPerson {
  learnerId: string;
  name: string;
  number: number | null;
  kinds: Set<string>;
  changes: Change[];
}

/** The people whom an import touched, each once. */
function peopleIn(changes: readonly ImportChangeOfLearner[]): ImportedPerson[] {
  return [...Map.groupBy(changes, ({ learnerId }) => learnerId).entries()].map(([learnerId, of]) => ({
    learnerId,
    name: of[0]?.name ?? "",
    number: of[0]?.number ?? null,
    kinds: new Set(of.map(({ kind }) => kind)),
    changes: of.filter(({ kind }) => kind === "changed").flatMap(({ before, after }) => Object.entries(after).map(([field, to]) => ({ field, from: before?.[field] ?? null, to }) as Change)),
  }));
}

function People({ people }: { people: readonly ImportedPerson[] }) {
  const { t } = useCopy();
  const words = ({ kinds, changes }: ImportedPerson) =>
    [
      kinds.has("added") ? t("intake.didAdd") : null,
      kinds.has("changed") ? `${t("intake.didChange")}: ${changes.map((change) => changeSentence(change, t)).join(", ")}` : null,
      kinds.has("enrolled") && !kinds.has("added") ? t("intake.didEnroll") : null,
      kinds.has("waiting") ? t("intake.didWait") : null,
    ].filter(Boolean);
  return (
    <details className="import-rows" open={people.length <= linesAtOnce}>
      <summary>{t("intake.peopleRows", { count: people.length })}</summary>
      <table className="folding import-lines">
        <thead>
          <tr>
            <th scope="col">{t("intake.name")}</th>
            <th scope="col" className="number">
              {t("mentor.number")}
            </th>
            <th scope="col">{t("intake.happens")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.learnerId}>
              <th scope="row">{person.name}</th>
              <td className="number" data-label={t("mentor.number")}>
                {person.number}
              </td>
              <td>{words(person).join(". ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Undone({ undoneAt, changes }: { undoneAt: Date; changes: readonly ImportChangeOfLearner[] }) {
  const { t, locale } = useCopy();
  const kept = [...new Map(changes.filter((change) => change.kept).map((change) => [change.learnerId, change])).values()];
  return (
    <>
      <p className="notice notice-ok narrow" role="status">
        {t("intake.undoneOn", { date: formatDate(undoneAt, locale), time: formatTime(undoneAt, locale) })} {kept.length === 0 ? t("intake.undoneAll") : null}
      </p>
      {kept.length > 0 ? (
        <section>
          <h2>{t("intake.keptTitle")}</h2>
          <ul>
            {kept.map(({ learnerId, kept: why, name, number }) => (
              <li key={learnerId}>{t(why === "active" ? "intake.keptActive" : "intake.keptEdited", { name: name ?? "", number: number ?? "" })}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
