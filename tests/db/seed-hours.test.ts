import "../support/database.ts";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { isWithinHours, type OpenDay } from "#app/mentoring/opening-hours.ts";
import { zoneOf } from "#app/mentoring/village-clock.ts";

const { db } = await import("#db/client.ts");
const { listCenterHours } = await import("#db/center-hours.ts");
const { loadDemo } = await import("#db/seed.ts");

beforeAll(() => loadDemo(db, { now: new Date("2026-11-20T03:30:00Z"), report: () => undefined }));

it("lets the demo's people work while the centre of each cohort is open, on its village's clock", async () => {
  const { rows } = await sql<{ villageCode: string; centerId: string; at: Date }>`
    select deed.village_code as "villageCode", c.center_id as "centerId", deed.at from (
      select village_code, enrollment_id, completed_at as at from lesson_completion union all select village_code, enrollment_id, submitted_at from quiz_attempt) as deed
    join enrollment e on e.village_code = deed.village_code and e.id = deed.enrollment_id
    join cohort c on c.village_code = e.village_code and c.id = e.cohort_id`.execute(db);
  const centers = new Map<string, OpenDay[]>();
  for (const { villageCode, centerId } of rows) if (!centers.has(centerId)) centers.set(centerId, await listCenterHours(db, { villageCode, centerId }));
  const odd = rows.filter(({ villageCode, centerId, at }) => !isWithinHours(at, centers.get(centerId) ?? [], { zone: zoneOf(villageCode), marginMinutes: 0 }));
  expect([rows.length > 1000, odd]).toEqual([true, []]);
});
