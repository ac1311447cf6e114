import "../support/database.ts";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { catalog } from "#app/catalog/catalog.server.ts";
import { isAnswered, scoreQuiz } from "#app/learning/quiz.ts";
import { classesBefore, historyDays, jakartaTime } from "#db/demo/calendar.ts";
import { chance } from "#db/demo/chance.ts";
import { liveThrough, stepsOf } from "#db/demo/journeys.ts";
import { melatiRoster, plosorejo } from "#db/demo/melati.ts";
import { inventVillagers } from "#db/demo/names.ts";
import { planFor, type Standing } from "#db/demo/plans.ts";
import type { Credentials, DemoPerson } from "#db/seed.ts";
import { signInCost } from "../support/sign-in-cost.ts";

const { db } = await import("#db/client.ts");
const { demoPeople, loadDemo } = await import("#db/seed.ts");

const now = new Date("2026-11-20T03:30:00Z");
const dayMs = 86_400_000;
let loadMs = 0;

beforeAll(async () => {
  const start = performance.now();
  await loadDemo(db, { now, report: () => undefined });
  loadMs = performance.now() - start;
});

describe("the demo's programs", () => {
  it("reach as many villages as the real ones, all of them desa", async () => {
    const { rows } = await sql<{ region: string; villages: number; desa: number; inside: number }>`
      select p.region_code as region, count(*)::int as villages,
        count(*) filter (where t.village_code like '__.__.__.2___')::int as desa,
        count(*) filter (where t.village_code like p.region_code || '.%')::int as inside
      from program p join program_village t on t.program_id = p.id group by p.id`.execute(db);
    for (const row of rows) expect([row.desa, row.inside]).toEqual([row.villages, row.villages]);
    expect(Object.fromEntries(rows.map((row) => [row.region, row.villages]))).toEqual({ "32.05": 421, "32.14": 42, "64": 50, "35.05": 20, "64.01": 15 });
  });

  it("spread over all 17 districts of Purwakarta and the seven regencies of Kalimantan Timur", async () => {
    expect(await countAreas("32.14", 8)).toBe(17);
    expect(await countAreas("64", 5)).toBe(7);
  });

  it("know the villages that were published by name", async () => {
    const known = [plosorejo, "64.01.03.2006", "64.01.05.2012", "64.01.04.2016", "64.01.05.2011"];
    const rows = await db.selectFrom("program_village").where("village_code", "in", known).select("village_code").execute();
    expect(rows.map((row) => row.village_code).sort()).toEqual(known.toSorted());
  });

  it("mean to teach 120 people in Blitar, in four fields, and have them", async () => {
    const { rows } = await sql<{ target: number; fields: number; learners: number }>`
      select (select sum(target_learners)::int from program_village where program_id = p.id) as target,
        (select count(*)::int from program_field where program_id = p.id) as fields,
        (select count(*)::int from enrollment e join cohort c on c.village_code = e.village_code and c.id = e.cohort_id where c.program_id = p.id) as learners
      from program p where p.region_code = '35.05'`.execute(db);
    expect(rows).toEqual([{ target: 120, fields: 4, learners: 120 }]);
  });

  it("have a cohort with learners each, and a mentor for every cohort", async () => {
    const { rows } = await sql<{ region: string; cohorts: number }>`
      select p.region_code as region, count(c.id)::int as cohorts from program p
      left join cohort c on c.program_id = p.id and exists (select from cohort_mentor m where m.village_code = c.village_code and m.cohort_id = c.id)
      group by p.id`.execute(db);
    expect(Object.fromEntries(rows.map((row) => [row.region, row.cohorts]))).toEqual({ "32.05": 10, "32.14": 8, "64": 7, "35.05": 21, "64.01": 15 });
  });

  it("have an internet center in all targets of Purwakarta and Paser", async () => {
    expect(await countCenters("32.14")).toBe(42);
    expect(await countCenters("64.01.")).toBeGreaterThanOrEqual(15);
  });
});

describe("Rombel Melati", () => {
  it("has 24 learners in every standing", async () => {
    const standings = await readMelati();
    const counts = Object.fromEntries([...Map.groupBy(standings, (learner) => learner.standing)].map(([standing, group]) => [standing, group.length]));
    expect(counts).toEqual({ new: 4, started: 8, stuck: 4, almost: 3, certified: 5 });
  });

  it("has two who enrolled ten days ago and never came, two who failed the first quiz again and again, two who stayed away", async () => {
    const learners = await readMelati();
    expect(learners.filter((learner) => !learner.lastSeenAt && daysSince(learner.enrolledAt) === 10)).toHaveLength(2);
    expect(learners.filter((learner) => learner.standing === "stuck" && learner.failed >= 2).map((learner) => learner.failed).sort()).toEqual([2, 3]);
    const away = learners.filter((learner) => learner.lastSeenAt && daysSince(learner.lastSeenAt) >= 9 && learner.standing === "stuck");
    expect(away).toHaveLength(2);
    for (const { lastSeenAt } of away) expect(daysSince(lastSeenAt as Date)).toBeLessThanOrEqual(20);
  });

  it("has adults of 25 to 70 of both genders with names of their own", async () => {
    const learners = await db.selectFrom("learner").where("village_code", "=", plosorejo).select(["name", "gender", "birth_year as born"]).execute();
    expect(new Set(learners.map((learner) => learner.name)).size).toBe(24 + 6 + 2);
    expect(new Set(learners.map((learner) => learner.gender))).toEqual(new Set(["female", "male"]));
    for (const { born } of learners) expect([2026 - (born ?? 0) >= 25, 2026 - (born ?? 0) <= 70]).toEqual([true, true]);
  });
});

describe("the demo's people", () => {
  it("are in the standing that is printed beside them", async () => {
    const standings = new Map((await readMelati()).map((learner) => [learner.name, learner.standing]));
    expect(demoPeople.slice(0, 4).map((person) => standings.get(person.name))).toEqual(["new", "started", "almost", "certified"] satisfies Standing[]);
  });

  it("sign in with what is printed", async () => {
    for (const person of demoPeople) expect([person.name, await canSignIn(person)]).toEqual([person.name, true]);
  });

  it("lead their own program, and the admin every one", async () => {
    const roles = await db
      .selectFrom("staff_role")
      .innerJoin("staff", "staff.id", "staff_role.staff_id")
      .leftJoin("program", "program.id", "staff_role.program_id")
      .select(["username", "role", "program.region_code as region"])
      .orderBy("username")
      .execute();
    expect(roles.map(({ username, role, region }) => `${username} ${role} ${region}`)).toEqual([
      "admin admin null",
      "lead-blitar lead 35.05",
      "lead-garut lead 32.05",
      "lead-kaltim lead 64",
      "lead-paser lead 64.01",
      "lead-purwakarta lead 32.14",
    ]);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(melatiRoster()).toEqual(melatiRoster());
    expect(inventVillagers(30, "java", chance("a"))).toEqual(inventVillagers(30, "java", chance("a")));
    expect(inventVillagers(30, "java", chance("a"))).not.toEqual(inventVillagers(30, "java", chance("b")));
  });
});

describe("the demo's history", () => {
  it("lies within the six weeks before now", async () => {
    const { rows } = await sql<{ first: Date; last: Date }>`
      select min(at) as first, max(at) as last from (
        select registered_at as at from learner union all select last_seen_at from learner union all select enrolled_at from enrollment
        union all select completed_at from lesson_completion union all select submitted_at from quiz_attempt
        union all select submitted_at from practice_attempt union all select issued_at from certificate) as moments`.execute(db);
    const [{ first, last } = { first: now, last: now }] = rows;
    expect([now.getTime() - first.getTime() < 42 * dayMs, last <= now]).toEqual([true, true]);
  });

  it("happens by day, after enrolling and before the last visit", async () => {
    const { rows } = await sql<{ odd: number }>`
      select count(*)::int as odd from (
        select village_code, enrollment_id, completed_at as at from lesson_completion
        union all select village_code, enrollment_id, submitted_at from quiz_attempt
        union all select village_code, enrollment_id, submitted_at from practice_attempt) as deed
      join enrollment e on e.village_code = deed.village_code and e.id = deed.enrollment_id
      join learner l on l.village_code = e.village_code and l.id = e.learner_id
      where extract(hour from at at time zone 'Asia/Jakarta') not between 8 and 17
        or at < e.enrolled_at or at > l.last_seen_at or l.registered_at > e.enrolled_at`.execute(db);
    expect(rows).toEqual([{ odd: 0 }]);
  });

  it("holds quiz attempts that grade to what is stored, answered in full", async () => {
    const attempts = await db.selectFrom("quiz_attempt").selectAll().execute();
    expect(attempts.length).toBeGreaterThan(100);
    for (const attempt of attempts) {
      const quiz = catalog().quizzes[attempt.module_id];
      if (!quiz) throw new Error(`No quiz of ${attempt.module_id}`);
      const { items, answers } = attempt;
      const { correct, total, passed } = scoreQuiz(quiz, items, answers);
      expect([attempt.correct_items, attempt.total_items, attempt.passed, attempt.bank_hash]).toEqual([correct, total, passed, quiz.hash]);
      const asked = quiz.questions.filter(({ id }) => items.some((item) => item.id === id));
      expect(asked.every((question) => isAnswered(question, answers[question.id] ?? []))).toBe(true);
    }
  });

  it("numbers the certificates of a program by date, and no number twice", async () => {
    const certificates = await db
      .selectFrom("certificate as c")
      .innerJoin("enrollment as e", (join) => join.onRef("e.village_code", "=", "c.village_code").onRef("e.id", "=", "c.enrollment_id"))
      .innerJoin("cohort", (join) => join.onRef("cohort.village_code", "=", "e.village_code").onRef("cohort.id", "=", "e.cohort_id"))
      .select(["cohort.program_id as programId", "c.number"])
      .orderBy("c.issued_at")
      .execute();
    expect(new Set(certificates.map(({ number }) => number)).size).toBe(certificates.length);
    for (const group of Map.groupBy(certificates, ({ programId }) => programId).values()) {
      expect(group.map(({ number }) => Number(number.slice(0, 4)))).toEqual(group.map((_certificate, index) => index + 1));
    }
  });
});

describe("a learner's story", () => {
  const moments = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [1, 11, 23].map((hour) => new Date(Date.UTC(2027, 0, 1 + day, hour - 7))));
  const thisYear = catalog().curricula.flatMap((curriculum) => stepsOf(curriculum, catalog().quizzes));
  const plannedYear = Array.from({ length: 6 }, () => thisYear).flat();

  it.each(moments)("stays between the opening and now, in order, when now is %s", (moment) => {
    const classes = classesBefore(moment, { weekdays: [2, 5], hour: 9 });
    for (const steps of [thisYear, plannedYear]) {
      for (const standing of ["new", "started", "stuck", "almost", "certified"] as const) {
        for (let variant = 0; variant < 8; variant += 1) {
          const plan = planFor(standing, variant, { steps, classes, now: moment });
          const deeds = liveThrough(plan, steps, { skill: variant - 4, random: chance(`${standing}${variant}`) });
          const times = [plan.enrolledAt, ...deeds.map((deed) => deed.at), moment].map(Number);
          expect(times).toEqual(times.toSorted((a, b) => a - b));
          expect(times[0]).toBeGreaterThanOrEqual(jakartaTime(moment, historyDays, 7).getTime());
          const failed = deeds.filter((deed) => deed.kind === "quiz" && !deed.attempt.score.passed).length;
          expect([deeds.length - failed, failed >= plan.fails]).toEqual([plan.steps, true]);
        }
      }
    }
  });
});

describe("loading the demo", () => {
  // Measured 92 to 141 on a quiet machine, 255 on a busy one.
  it("takes less than 400 sign-ins would", async () => expect(loadMs / (await signInCost())).toBeLessThan(400));

  it("changes nothing the second time", async () => {
    const before = await countRows();
    const lines: string[] = [];
    await loadDemo(db, { now: new Date(now.getTime() + dayMs), report: (line) => lines.push(line) });
    expect(await countRows()).toEqual(before);
    expect(lines).toEqual(["Data contoh sudah ada."]);
  });
});

async function readMelati() {
  const { rows } = await sql<{ name: string; enrolledAt: Date; lastSeenAt: Date | null; lessons: number; passed: string[]; failed: number; certificate: boolean }>`
    select l.name, e.enrolled_at as "enrolledAt", l.last_seen_at as "lastSeenAt", c.id is not null as certificate,
      (select count(*)::int from lesson_completion d where d.village_code = e.village_code and d.enrollment_id = e.id) as lessons,
      array(select distinct module_id from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id and passed) as passed,
      (select count(*)::int from quiz_attempt q where q.village_code = e.village_code and q.enrollment_id = e.id and not passed) as failed
    from enrollment e
    join cohort on cohort.village_code = e.village_code and cohort.id = e.cohort_id and cohort.name = 'Rombel Melati'
    join learner l on l.village_code = e.village_code and l.id = e.learner_id
    left join certificate c on c.village_code = e.village_code and c.enrollment_id = e.id
    where e.village_code = ${plosorejo}`.execute(db);
  const modules = catalog().curricula.flatMap(({ courses }) => courses.flatMap((course) => course.modules));
  return rows.map((row) => ({ ...row, standing: standingOf(row, modules.flatMap((module) => module.lessons).length, modules.length) }));
}

/** Read off what the tables say, not from the plan. */
function standingOf(
  row: { lastSeenAt: Date | null; lessons: number; passed: string[]; failed: number; certificate: boolean },
  allLessons: number,
  allQuizzes: number,
): Standing {
  if (row.certificate) return "certified";
  if (!row.lastSeenAt) return "new";
  if (row.lessons === allLessons && row.passed.length === allQuizzes - 1) return "almost";
  if (daysSince(row.lastSeenAt) >= 9 || (row.failed >= 2 && row.passed.length === 0)) return "stuck";
  return "started";
}

async function canSignIn({ credentials }: DemoPerson): Promise<boolean> {
  const { secret, hash } = await findHash(credentials);
  return isSecret(secret, hash);
}

async function findHash(credentials: Credentials) {
  if (credentials.kind === "staff") {
    const staff = await db.selectFrom("staff").where("username", "=", credentials.username).select("password_hash as hash").executeTakeFirst();
    return { secret: credentials.password, hash: staff?.hash };
  }
  const learner = await db
    .selectFrom("learner_pin as pin")
    .innerJoin("learner", (join) => join.onRef("learner.village_code", "=", "pin.village_code").onRef("learner.id", "=", "pin.learner_id"))
    .innerJoin("internet_center as center", (join) =>
      join.onRef("center.village_code", "=", "learner.village_code").onRef("center.id", "=", "learner.center_id"),
    )
    .where("center.name", "=", credentials.center)
    .where("learner.number", "=", credentials.number)
    .select("pin.hash")
    .executeTakeFirst();
  return { secret: credentials.pin, hash: learner?.hash };
}

async function countAreas(regionCode: string, codeLength: number): Promise<number> {
  const targets = await db
    .selectFrom("program_village")
    .innerJoin("program", "program.id", "program_village.program_id")
    .where("region_code", "=", regionCode)
    .select("village_code")
    .execute();
  return new Set(targets.map((target) => target.village_code.slice(0, codeLength))).size;
}

async function countCenters(prefix: string): Promise<number> {
  const centers = await db.selectFrom("internet_center").where("village_code", "like", `${prefix}%`).select("id").execute();
  return centers.length;
}

async function countRows(): Promise<Record<string, number>> {
  const tables = await db.introspection.getTables();
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(name)}`.execute(db);
    counts[name] = rows[0]?.rows ?? 0;
  }
  return counts;
}

function daysSince(moment: Date): number {
  return Math.floor((now.getTime() - moment.getTime()) / dayMs);
}
