import "../support/database.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { catalog } from "#app/catalog/catalog.server.ts";
import { paperBank } from "#app/paper/paper-answers.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { previewImport } from "#app/mentoring/intake/apply-import.server.ts";
import { undoImport } from "#app/mentoring/intake/undo-import.server.ts";
import { readClass } from "#app/mentoring/read-class.server.ts";
import { classMinutes, historyDays, jakartaTime } from "#db/demo/calendar.ts";
import { cohortsOf, kenangaId, melatiId } from "#db/demo/cohorts.ts";
import { plosorejo } from "#db/demo/melati.ts";
import { demoPrograms } from "#db/demo/programs.ts";
import { livelySessions, sessionNow, sessionsBefore } from "#db/demo/sessions.ts";
import { staffNamed } from "#db/demo/staff.ts";

const { db } = await import("#db/client.ts");
const { loadDemo } = await import("#db/seed.ts");
const { findCohortOfMentor } = await import("#db/cohorts.ts");
const { listCohortsOfCoach } = await import("#db/coaching.ts");
const { listCohortsInClass } = await import("#db/sign-in-names.ts");
const { countWaitingSheets } = await import("#db/paper-sheets.ts");
const { listWithoutConsent } = await import("#db/consents.ts");

// A real moment, as people try the demo: what is lent is lent until next week by the database's own clock.
const now = new Date();
const [villageCode, dewi] = [plosorejo, staffNamed("dewi").id];
const melati = { villageCode, cohortId: melatiId };

beforeAll(() => loadDemo(db, { now, report: () => undefined }));

describe("the schedule", () => {
  it("is Tuesday and Friday at nine, two hours each", async () => {
    const slots = await db.selectFrom("cohort_slot").where("cohort_id", "=", melatiId).select(["weekday", "starts_at as at", "minutes"]).orderBy("weekday").execute();
    expect(slots).toEqual([{ weekday: 2, at: "09:00:00", minutes: 120 }, { weekday: 5, at: "09:00:00", minutes: 120 }]);
  });

  it("has a class that is on now, one cancelled, one moved, and at least two to come", async () => {
    const sessions = await db.selectFrom("cohort_session").where("cohort_id", "=", melatiId).select(["starts_at as at", "cancelled_at as cancelled"]).execute();
    const held = sessions.filter(({ cancelled }) => !cancelled);
    expect(held.filter(({ at }) => at <= now && now < new Date(at.getTime() + classMinutes * 60_000))).toHaveLength(1);
    expect(held.filter(({ at }) => at > now).length).toBeGreaterThanOrEqual(2);
    expect(sessions.length - held.length).toBe(1);
    const changes = await db.selectFrom("cohort_session_change").where("village_code", "=", villageCode).select(["kind", "reason"]).execute();
    expect(changes.filter(({ kind }) => kind === "cancelled")).toHaveLength(1);
    expect(changes.filter(({ kind }) => kind === "moved").length).toBeGreaterThanOrEqual(1);
  });

  it("shows the names of the class at the centre's paired devices, which are two", async () => {
    const { center_id: centerId } = await db.selectFrom("cohort").where("id", "=", melatiId).select("center_id").executeTakeFirstOrThrow();
    expect((await listCohortsInClass(db, { villageCode, centerId }, now)).map(({ name }) => name)).toContain("Rombel Melati");
    const devices = await db.selectFrom("paired_device").where("center_id", "=", centerId).where("ended_at", "is", null).select("name").orderBy("name").execute();
    expect(devices.map(({ name }) => name)).toEqual(["PC 1", "PC 2"]);
  });

  const blitar = demoPrograms.find(({ key }) => key === "blitar");
  const cohort = cohortsOf({ ...blitar!, cohorts: 1 }, [{ code: plosorejo, name: "Plosorejo", learners: 24 }])[0]!;
  const moments = Array.from({ length: 21 }, (_moment, index) => new Date(Date.UTC(2026, 11, 20 + index, (index * 5) % 24, index * 7)));

  it.each(moments)("has a class on and classes to come when now is %s", (moment) => {
    const sessions = livelySessions(cohort, { now: moment, opened: jakartaTime(moment, historyDays, 7) });
    expect(sessionNow(sessions, moment)).toBeDefined();
    expect(sessionsBefore(sessions, moment).length).toBeGreaterThanOrEqual(7);
    expect(sessions.filter(({ startsAt, cancelledAt }) => startsAt > moment && !cancelledAt).length).toBeGreaterThanOrEqual(2);
    expect(sessions.map(({ change }) => change?.kind)).toEqual(expect.arrayContaining(["moved", "cancelled"]));
  });
});

describe("attendance", () => {
  it("is marked at every class that is over, for whoever was enrolled and nobody else", async () => {
    const { rows } = await sql<{ unmarked: number; early: number; foreign: number }>`
      select (select count(*)::int from cohort_session s where s.village_code = ${villageCode} and s.cancelled_at is null
          and s.starts_at + interval '2 hours' <= ${now} and not exists (select 1 from attendance_mark m where m.village_code = s.village_code and m.session_id = s.id)) as unmarked,
        (select count(*)::int from attendance_mark m join cohort_session s on s.village_code = m.village_code and s.id = m.session_id
          join learner l on l.village_code = m.village_code and l.id = m.learner_id
          where l.registered_at > s.starts_at or m.marked_at > ${now} or m.marked_at < s.starts_at) as early,
        (select count(*)::int from attendance_mark m join cohort_session s on s.village_code = m.village_code and s.id = m.session_id
          where not exists (select 1 from enrollment e where e.village_code = m.village_code and e.learner_id = m.learner_id and e.enrolled_at <= s.starts_at
            and (e.cohort_id = s.cohort_id or exists (select 1 from enrollment_move v where v.enrollment_id = e.id and v.old_cohort_id = s.cohort_id and v.moved_at > s.starts_at)))) as foreign`.execute(db);
    expect(rows).toEqual([{ unmarked: 0, early: 0, foreign: 0 }]);
  });

  it("agrees with what was done: whoever finished a lesson in a class is marked as there", async () => {
    const { rows } = await sql<{ done: number; there: number }>`
      select count(*)::int as done, count(*) filter (where (
          select m.status from attendance_mark m where m.village_code = s.village_code and m.session_id = s.id and m.learner_id = e.learner_id
          order by m.marked_at desc, m.id desc limit 1) in ('present', 'late'))::int as there
      from lesson_completion d
      join enrollment e on e.village_code = d.village_code and e.id = d.enrollment_id
      join cohort_session s on s.village_code = d.village_code and d.completed_at >= s.starts_at and d.completed_at < s.starts_at + interval '2 hours'
        and s.cancelled_at is null and s.starts_at + interval '2 hours' <= ${now}
      where d.village_code = ${villageCode}`.execute(db);
    expect(rows[0]?.done).toBeGreaterThan(400);
    expect(rows[0]?.there).toBe(rows[0]?.done);
  });

  it("has who was away twice in a row, who had a reason, and a mark that was corrected", async () => {
    const marks = await db
      .selectFrom("attendance_mark as mark")
      .innerJoin("cohort_session as session", "session.id", "mark.session_id")
      .where("session.cohort_id", "=", melatiId)
      .select(["mark.learner_id as learnerId", "mark.session_id as sessionId", "status", "reason", "starts_at as at"])
      .orderBy("starts_at")
      .orderBy("mark.marked_at")
      .execute();
    const byLearner = [...Map.groupBy(marks, ({ learnerId }) => learnerId).values()];
    expect(byLearner.some((own) => own.slice(-2).every(({ status }) => status === "absent"))).toBe(true);
    expect(marks.filter(({ status, reason }) => status === "excused" && reason).length).toBeGreaterThanOrEqual(1);
    const twice = byLearner.flatMap((own) => [...Map.groupBy(own, ({ sessionId }) => sessionId).values()]).filter((same) => same.length > 1);
    expect(twice.map((same) => same.map(({ status }) => status))).toEqual([["absent", "late"]]);
  });
});

describe("places and mentors", () => {
  it("are all taken in Rombel Melati, and two wait", async () => {
    const { capacity } = await db.selectFrom("cohort").where("id", "=", melatiId).select("capacity").executeTakeFirstOrThrow();
    const enrolled = await db.selectFrom("enrollment").where("cohort_id", "=", melatiId).select("id").execute();
    const waiting = await db.selectFrom("cohort_waiting").where("cohort_id", "=", melatiId).where("ended_at", "is", null).select("id").execute();
    expect([capacity, enrolled.length, waiting.length]).toEqual([24, 24, 2]);
  });

  it("let one learner go from Melati to Kenanga, with their history", async () => {
    const moves = await db
      .selectFrom("enrollment_move as move")
      .innerJoin("enrollment", "enrollment.id", "move.enrollment_id")
      .select(["old_cohort_id as from", "new_cohort_id as to", "enrollment.cohort_id as now"])
      .execute();
    expect(moves).toEqual([{ from: melatiId, to: kenangaId, now: kenangaId }]);
  });

  it("lend Rombel Melati to a substitute until next week, and gave Kenanga to the duta", async () => {
    const retno = await db.selectFrom("cohort_mentor").where("staff_id", "=", staffNamed("retno").id).where("cohort_id", "=", melatiId).select(["until", "ended_at"]).executeTakeFirstOrThrow();
    expect([retno.until && retno.until > now && retno.until.getTime() < now.getTime() + 9 * 86_400_000, retno.ended_at]).toEqual([true, null]);
    expect(await findCohortOfMentor(db, staffNamed("retno").id, melatiId)).toBeDefined();
    expect(await findCohortOfMentor(db, dewi, kenangaId)).toBeUndefined();
    expect(await findCohortOfMentor(db, staffNamed("ratih").id, kenangaId)).toBeDefined();
  });

  it("are coached from the lead to the mentor to the duta", async () => {
    const names = async (coach: string) => (await listCohortsOfCoach(db, staffNamed(coach).id)).map(({ cohort, chain }) => [cohort.name, chain.length]);
    expect(await names("dewi")).toEqual([["Rombel Kenanga", 1]]);
    expect(await names("lead-blitar")).toEqual(expect.arrayContaining([["Rombel Melati", 1], ["Rombel Kenanga", 2]]));
  });

  it("have levels, one of them expired; the mentor has two of four lessons behind her", async () => {
    const levels = await db.selectFrom("mentor_level").innerJoin("staff", "staff.id", "staff_id").select(["username", "expires_on as until"]).execute();
    const today = jakartaTime(now, 0, 7).toISOString().slice(0, 10);
    expect(levels.filter(({ until }) => until && until < today).map(({ username }) => username)).toEqual(["retno"]);
    expect(levels.some(({ username, until }) => username === "dewi" && until && until > today)).toBe(true);
    const own = catalog().mentorCurricula.flatMap(({ courses }) => courses.flatMap(({ modules }) => modules.flatMap(({ lessons }) => lessons.map(({ id }) => id))));
    const done = await db.selectFrom("staff_lesson_completion").where("staff_id", "=", dewi).select("lesson_id as id").orderBy("lesson_id").execute();
    expect([own, done.map(({ id }) => id)]).toEqual([["L1.1", "L1.2", "L1.3", "L1.4"], ["L1.1", "L1.2"]]);
  });
});

describe("the class that is on", () => {
  it("shows eight on different screens, one stuck and one calling", async () => {
    const { rows } = await readClass(db, melati, copyIn("id"), now);
    const here = Object.values(rows).filter(({ since }) => since !== null);
    expect(here).toHaveLength(8);
    expect(new Set(here.map(({ place, screen }) => `${place} ${screen}`)).size).toBeGreaterThanOrEqual(6);
    expect(here.every(({ place, screen }) => place !== "" && screen !== "")).toBe(true);
    expect(here.filter(({ stuck }) => stuck !== "")).toHaveLength(1);
    expect(here.filter(({ helpAt }) => helpAt !== null)).toHaveLength(1);
  });

  it("saw nobody in the future: two are quiet, all are a while later, and an hour later nobody is there", async () => {
    const seen = await db.selectFrom("learner_presence").select(["since", "seen_at as seenAt"]).execute();
    expect(seen.filter(({ since, seenAt }) => seenAt > now || since > seenAt)).toEqual([]);
    const at = async (minutes: number) => Object.values((await readClass(db, melati, copyIn("id"), new Date(now.getTime() + minutes * 60_000))).rows).filter(({ since }) => since !== null);
    expect((await at(0)).filter(({ quietAt }) => quietAt !== null)).toHaveLength(2);
    expect((await at(10)).map(({ quietAt }) => quietAt !== null)).toEqual(Array.from({ length: 8 }, () => true));
    expect(await at(60)).toEqual([]);
    const nextDay = await readClass(db, melati, copyIn("id"), new Date(now.getTime() + 86_400_000));
    expect(Object.values(nextDay.rows).filter(({ since, helpAt }) => since !== null || helpAt !== null)).toEqual([]);
  });

  it("was preceded by two calls that were answered, tasks that were tried and seen, and notes", async () => {
    const help = await db.selectFrom("help_request").where("answered_at", "is not", null).select(["asked_at", "answered_at", "answered_by"]).execute();
    expect(help.map(({ asked_at, answered_at, answered_by }) => [(answered_at!.getTime() - asked_at.getTime()) / 60_000, answered_by]).sort()).toEqual([[3, dewi], [5, dewi]]);
    const ticks = await db.selectFrom("practical_tick").select(["by"]).execute();
    expect(new Set(ticks.map(({ by }) => by))).toEqual(new Set(["learner", "mentor"]));
    const notes = await db.selectFrom("learner_note").select("is_for_learner as isForLearner").execute();
    expect(notes.map(({ isForLearner }) => isForLearner).sort()).toEqual([false, true]);
  });
});

describe("papers and lists", () => {
  it("are three sheets of one quiz, of which one was entered, as from paper", async () => {
    const sheets = await db.selectFrom("paper_sheet as sheet").leftJoin("quiz_attempt as attempt", "attempt.id", "sheet.id").select(["sheet.module_id as moduleId", "sheet.items", "entered_by as by", "taken_at as takenAt"]).execute();
    expect(sheets.map(({ by, takenAt }) => [by, takenAt !== null]).sort()).toEqual([[null, false], [null, false], [dewi, true]]);
    const [moduleId] = sheets.map((sheet) => sheet.moduleId);
    const asked = paperBank(catalog().quizzes[moduleId!]!).questions.map(({ id }) => id);
    expect(sheets.every(({ items }) => items.every(({ id }) => asked.includes(id)))).toBe(true);
    expect([...(await countWaitingSheets(db, melati))]).toEqual([[moduleId, 2]]);
  });

  it("are a list that waits to be looked at, with every kind of row", async () => {
    const open = await db.selectFrom("learner_import").where("applied_at", "is", null).select(["lines"]).executeTakeFirstOrThrow();
    const cohort = await findCohortOfMentor(db, dewi, melatiId);
    const { totals } = await previewImport(db, cohort!, open.lines, now);
    expect(totals).toEqual({ added: 3, changed: 1, enrolled: 0, unchanged: 1, refused: 2, undecided: 1, waiting: 3 });
  });

  it("leave some without a PIN and some without consent", async () => {
    const without = await db.selectFrom("learner").leftJoin("learner_pin as pin", "pin.learner_id", "learner.id").where("learner.village_code", "=", villageCode).where("pin.hash", "is", null).select("number").orderBy("number").execute();
    expect(without.map(({ number }) => number)).toEqual([17, 31, 32]);
    const unasked = (await listWithoutConsent(db, melati)).map(({ name }) => name);
    expect(unasked).toContain("Sriatun Wulandari");
    expect(unasked.length).toBeLessThan(6);
  });

  it("are a list that was applied and can be undone whole", async () => {
    const { id } = await db.selectFrom("learner_import").where("applied_at", "is not", null).select("id").executeTakeFirstOrThrow();
    const cohort = await findCohortOfMentor(db, dewi, melatiId);
    expect(await undoImport(db, { ...melati, importId: id, cohort: cohort!, staffId: dewi, now })).toBe("undone");
    const changes = await db.selectFrom("learner_import_change").where("import_id", "=", id).select(["kind", "kept"]).execute();
    expect(changes.map(({ kind, kept }) => [kind, kept]).sort()).toEqual([["added", null], ["added", null], ["changed", null], ["waiting", null], ["waiting", null]]);
    expect(await db.selectFrom("learner").where("village_code", "=", villageCode).where("number", ">", 30).select("id").execute()).toEqual([]);
  });
});
