import { formatDate } from "#app/i18n/locale.ts";
import { useCopy } from "#app/i18n/translate.tsx";
import type { WaitingLearner } from "#db/waiting-list.ts";

interface WaitingListProps {
  places: { capacity: number | null; enrolled: number; waiting: readonly WaitingLearner[] };
  /** Where the buttons lead; null for who may only look. */
  path: string | null;
}

/** How full a cohort is, who waits for a place, and the button that gives the first in line the place that is free. */
export function WaitingList({ places: { capacity, enrolled, waiting }, path }: WaitingListProps) {
  const { t, locale } = useCopy();
  const isFull = capacity !== null && enrolled >= capacity;
  const [first] = waiting;
  const fitting = capacity === null ? waiting.length : Math.min(waiting.length, Math.max(0, capacity - enrolled));
  return (
    <>
      {capacity === null ? null : <p>{isFull ? t("cohort.placesFull", { enrolled, capacity }) : t("cohort.placesFree", { enrolled, capacity })}</p>}
      {first ? (
        <section className="card waiting-line" id="tunggu" aria-labelledby="judul-tunggu">
          <h2 id="judul-tunggu">{t("cohort.waitingTitle")}</h2>
          {isFull ? <p className="muted">{t("cohort.waitingNoPlace")}</p> : null}
          {path && !isFull ? (
            <form method="post" action={path} className="no-print">
              <input type="hidden" name="tugas" value="masukkan" />
              <button type="submit" name="waitingId" value={first.waitingId}>
                {t("cohort.waitingSeat", { name: first.name })}
              </button>
            </form>
          ) : null}
          {path && fitting > 1 ? (
            <form method="post" action={path} className="no-print">
              <button type="submit" className="button-quiet" name="tugas" value="semua">
                {t("cohort.waitingSeatAll", { count: fitting })}
              </button>
            </form>
          ) : null}
          <ol className="plain people">
            {waiting.map(({ waitingId, name, number, since }) => (
              <li key={waitingId}>
                <span>
                  <strong>{name}</strong>
                  <br />
                  <span className="muted">{t("cohort.waitingSince", { number, date: formatDate(since, locale) })}</span>
                </span>
                {path ? (
                  <form method="post" action={path} className="no-print">
                    <input type="hidden" name="tugas" value="keluarkan" />
                    <button type="submit" className="button-quiet" name="waitingId" value={waitingId}>
                      {t("cohort.waitingRemove")} <span className="visually-hidden">{name}</span>
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}

/** What became of the last button pressed on the list, by what the address says; nothing else is told. */
export function WaitingNotice({ result }: { result: string | null }) {
  const { t } = useCopy();
  if (result === "masuk" || result === "keluar" || result === "semua") {
    return (
      <p className="notice notice-ok" role="status">
        {result === "masuk" ? t("cohort.waitingSeated") : result === "semua" ? t("cohort.waitingSeatedAll") : t("cohort.waitingLeft")}
      </p>
    );
  }
  if (result !== "penuh" && result !== "berubah") return null;
  return (
    <p className="notice notice-warn" role="alert">
      {result === "penuh" ? t("cohort.waitingFull") : t("cohort.waitingChanged")}
    </p>
  );
}
