import type { OpenDay } from "#app/mentoring/opening-hours.ts";
import { clockAt, momentAt, timeAfter, zoneOf } from "#app/mentoring/village-clock.ts";
import { classMinutes } from "./calendar.ts";
import type { DemoCohort } from "./cohorts.ts";

const saturday = 6;

/** A village office's hours; where classes end later, those of the centre do too. */
export function hoursOf(villageCode: string, cohorts: readonly Pick<DemoCohort, "timetable">[]): OpenDay[] {
  const ends = cohorts.flatMap(({ timetable }) => timetable.weekdays.map((weekday) => ({ weekday, at: endOf(timetable.hour, villageCode) })));
  const latest = (times: string[]) => times.toSorted().at(-1) ?? "";
  const onWorkdays = latest(["16:00", ...ends.filter(({ weekday }) => weekday !== saturday).map(({ at }) => at)]);
  const onSaturday = latest(["12:00", ...ends.filter(({ weekday }) => weekday === saturday).map(({ at }) => at)]);
  return [1, 2, 3, 4, 5, saturday].map((weekday) => ({ weekday, opens: "08:00", closes: weekday === saturday ? onSaturday : onWorkdays }));
}

/** When a class that begins at this hour in Jakarta ends on the village's clock. */
function endOf(hour: number, villageCode: string): string {
  const begins = momentAt("2026-01-05", `${String(hour).padStart(2, "0")}:00`, "WIB");
  return timeAfter(clockAt(begins, zoneOf(villageCode)).time, classMinutes);
}
