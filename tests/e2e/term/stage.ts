import type { Kysely } from "kysely";
import type { Page } from "playwright";
import { afterAll, beforeAll } from "vitest";
import { usualMinutes } from "#app/mentoring/cohort-form.ts";
import { clockAt, dayAfter, timeAfter, weekdayOf } from "#app/mentoring/village-clock.ts";
import { connect } from "#db/client.ts";
import type { Database } from "#db/schema.ts";
import { laptop, useBrowser, type VisitOptions } from "../../support/browser.ts";
import { connectedSite, databaseUrl } from "../../support/connected-site.ts";
import { cookieOf, sessionOf } from "../../support/sessions.ts";
import { signInByName, type Term } from "./class.ts";

/** When the term is: three weeks of it are over, and one of its meetings is now. All on the clock of Blitar. */
export interface Calendar {
  today: string;
  startsOn: string;
  endsOn: string;
  /** The two meetings of a week: that of today's weekday, which has just begun, and one three days before it. */
  slots: { weekday: number; time: string }[];
  holiday: { day: string; name: string };
}

/** Where the term is played, and by whom. */
export interface Stage {
  browser: ReturnType<typeof useBrowser>;
  site: string;
  db: Kysely<Database>;
  term: Term;
  calendar: Calendar;
  /** The first page of a mentor who has just signed in on a laptop. */
  asMentor: (username: string, options?: Partial<VisitOptions>) => Promise<Page>;
  /** That of a learner at the PC of the centre, on a screen as narrow as a phone's. */
  asLearner: (name: string) => Promise<Page>;
}

export function useStage(): Stage {
  const [browser, site, db] = [useBrowser(), connectedSite, connect(databaseUrl)];
  const term: Term = { path: "", villageCode: "", centerId: "", village: "", pins: new Map(), device: [] };
  const stage: Stage = {
    browser,
    site,
    db,
    term,
    calendar: { today: "", startsOn: "", endsOn: "", slots: [], holiday: { day: "", name: "" } },
    asMentor: async (username, options = {}) => {
      const { page, context } = await browser.visit({ site, viewport: laptop, ...options });
      await context.addCookies([cookieOf(site, await sessionOf(site, username))]);
      return page;
    },
    asLearner: async (name) => {
      const { page, context } = await browser.visit({ site });
      await context.addCookies(term.device);
      await signInByName(page, name, term.pins.get(name) ?? "");
      return page;
    },
  };
  beforeAll(async () => {
    stage.calendar = await layOut(db);
  });
  afterAll(() => db.destroy());
  return stage;
}

/** What the page says at its top about what was just done. */
export function told(page: Page): Promise<string> {
  return page.getByRole("status").first().innerText();
}

/** All that the page says. */
export function main(page: Page): Promise<string> {
  return page.getByRole("main").innerText();
}

/** The days of the term are reckoned from now, and one holiday is put into it: the test reads the same on any day of any year. */
async function layOut(db: Kysely<Database>): Promise<Calendar> {
  const { day: today, time } = clockAt(new Date(), "WIB");
  const [startsOn, endsOn] = [dayAfter(today, -21), dayAfter(today, 28)];
  const holiday = { day: dayAfter(today, 4), name: "Hari Desa Contoh" };
  await db.deleteFrom("holiday").where("day", ">=", startsOn).where("day", "<=", endsOn).execute();
  await db.insertInto("holiday").values({ ...holiday, is_decreed: true, source: "test" }).execute();
  // A class ends on the day on which it begins: late in the evening it has begun long ago.
  const [justBegun, latest] = [time < "00:10" ? "00:00" : timeAfter(time, -10), timeAfter("00:00", -usualMinutes)];
  const began = justBegun < latest ? justBegun : latest;
  return { today, startsOn, endsOn, slots: [{ weekday: weekdayOf(today), time: began }, { weekday: weekdayOf(holiday.day), time: "09:00" }], holiday };
}

/** The learner of this centre who has the smallest number: somebody whom a list may name once more. */
export async function someoneOf(db: Kysely<Database>, centerId: string): Promise<string> {
  const { name } = await db.selectFrom("learner").where("center_id", "=", centerId).select("name").orderBy("number").limit(1).executeTakeFirstOrThrow();
  return name;
}
