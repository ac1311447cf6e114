import "../support/database.ts";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairDevice } from "#app/accounts/paired-device.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Cast, castOf } from "../support/cast.ts";
import { openSite, type Site } from "./site.ts";

/** What the first page may take with everything on it, as for the page that chooses a centre (tests/e2e/budgets.test.ts). */
const mostBytes = 14 * 1024;

let site: Site;
let cast: Cast;
let cookie: string;
beforeAll(async () => {
  cast = await castOf(db);
  site = await openSite();
  const { villageCode, centerId, cohortId, curriculumVersionId } = cast.cohort;
  const learners = Array.from({ length: 23 }, (_, index) => ({ id: newId(), number: index + 2, name: `Sumarni Wulandari ${index}` }));
  await db.insertInto("learner").values(learners.map((one) => ({ ...one, village_code: villageCode, center_id: centerId, registered_at: new Date() }))).execute();
  const enrolled = { village_code: villageCode, cohort_id: cohortId, curriculum_version_id: curriculumVersionId, enrolled_at: new Date() };
  await db.insertInto("enrollment").values(learners.map(({ id }) => ({ ...enrolled, id: newId(), learner_id: id }))).execute();
  await db.insertInto("cohort_session").values({ village_code: villageCode, id: newId(), cohort_id: cohortId, starts_at: new Date(), minutes: 60 }).execute();
  const paired = await pairDevice(db, { center: cast.cohort, formId: newId(), name: "PC 1", staffId: cast.dewi.staffId, now: new Date() });
  cookie = `pusat=${villageCode}_${centerId}; perangkat=${paired?.cookie}`;
});
afterAll(() => site.stop());

describe("the names of a class of 24", () => {
  it("take at most 14 KB on a device that has nothing yet, pictures and all", async () => {
    const page = await (await site.ask(null, "/masuk", { headers: { cookie } })).text();
    expect(page.match(/<img class="picture"/g)).toHaveLength(24);
    const files = new Set([...page.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map((match) => match[1] ?? ""));
    expect([...files].map((file) => file.split(/[-.]/)[0]?.split("/").at(-1)).sort()).toEqual(["icon", "learner", "learner", "show"]);
    const weights = await Promise.all(["/masuk", ...files].map((path) => bytesOf(path)));
    expect(weights.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(mostBytes);
  });

  it("stand in no answer of the running site to a device that is not paired", async () => {
    for (const [path, status] of [["/masuk", 200], ["/masuk.data", 404], ["/masuk?rombel", 200], ["/masuk?peserta=2", 200], ["/masuk.data?peserta=2", 404]] as const) {
      const answer = await site.ask(null, path, { headers: { cookie: cookie.split(";")[0] ?? "" } });
      expect([path, answer.status, (await answer.text()).includes("Wulandari")]).toEqual([path, status, false]);
    }
    expect(await (await site.ask(null, "/masuk", { headers: { cookie } })).text()).toContain("Wulandari");
  });
});

describe("the camera", () => {
  it("is for the sign-in page alone, and for this site alone", async () => {
    const policyOf = async (path: string) => (await site.ask(null, path)).headers.get("permissions-policy");
    expect(await policyOf("/masuk")).toBe("camera=(self), microphone=(), geolocation=(), interest-cohort=()");
    for (const path of ["/tentang", "/keluar", "/tidak-ada", "/sehat"]) expect([path, await policyOf(path)]).toEqual([path, "camera=(), microphone=(), geolocation=(), interest-cohort=()"]);
  });

  it("is read by a script of ours, which may ask nobody else", async () => {
    const answer = await site.ask(null, "/masuk");
    const policy = answer.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([\w-]+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "-";
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
  });
});

/** The bytes of an answer as they come over the line, head and compressed body. */
function bytesOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": "gzip, deflate, br" };
    const asked = request(site.url + path, { agent: false, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.socket.bytesRead));
    });
    asked.on("error", reject).end();
  });
}
