import "../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { isId, requireLearner, requireMentorOf, requireProgramLead, requireStaff } from "#app/accounts/access.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf } from "../support/answer.ts";
import { type Cast, castOf, requestAs } from "../support/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});

describe("who may", () => {
  it("learn: learners, and no staff", async () => {
    expect(await requireLearner(await requestAs(cast.sari, "/belajar"))).toMatchObject({ name: "Sari" });
    expect(await answerOf(requireLearner(await requestAs(cast.dewi, "/belajar")))).toMatchObject({ status: 404 });
  });

  it("see staff pages: staff, and no learners", async () => {
    expect(await requireStaff(await requestAs(cast.dewi, "/mentor"))).toMatchObject({ name: "Dewi" });
    expect(await answerOf(requireStaff(await requestAs(cast.sari, "/mentor")))).toMatchObject({ status: 404 });
  });

  it("mentor a cohort: its mentor while they are", async () => {
    const { dewi, rudi, ratna, cohort, otherCohort } = cast;
    const ask = async (who: Parameters<typeof requestAs>[0], id: string | undefined) => answerOf(requireMentorOf(await requestAs(who, "/mentor"), id));
    expect((await ask(dewi, cohort.cohortId)).data.cohort).toMatchObject({ cohortId: cohort.cohortId, village: "Plosorejo" });
    for (const [who, id] of [[dewi, otherCohort.cohortId], [rudi, cohort.cohortId], [ratna, cohort.cohortId], [dewi, newId()], [dewi, "x"], [dewi, undefined]] as const) {
      expect(await ask(who, id)).toMatchObject({ status: 404 });
    }
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("staff_id", "=", rudi.staffId).execute();
    expect(await ask(rudi, otherCohort.cohortId)).toMatchObject({ status: 404 });
  });

  it("lead a program: its lead", async () => {
    const other = await castOf(db);
    const ask = async (who: Parameters<typeof requestAs>[0], id: string | undefined) => answerOf(requireProgramLead(await requestAs(who, "/program"), id));
    expect((await ask(cast.ratna, cast.programId)).data.program).toMatchObject({ id: cast.programId });
    for (const [who, id] of [[cast.ratna, other.programId], [other.ratna, cast.programId], [cast.dewi, cast.programId], [cast.ratna, newId()], [cast.ratna, "1"]] as const) {
      expect(await ask(who, id)).toMatchObject({ status: 404 });
    }
  });
});

describe("nobody in particular", () => {
  it("is asked to sign in and comes back to where they wanted to go, without what the address asked", async () => {
    const answer = await answerOf(requireLearner(await requestAs(null, "/belajar/hp-saya/mengetik?x=1")));
    expect(answer).toMatchObject({ status: 302, location: "/masuk?lanjut=%2Fbelajar%2Fhp-saya%2Fmengetik" });
  });

  it("who sends a form comes back to its page too", async () => {
    const answer = await answerOf(requireStaff(await requestAs(null, "/mentor/rombel/x/tambah", { method: "POST" })));
    expect(answer).toMatchObject({ status: 302, location: "/masuk?lanjut=%2Fmentor%2Frombel%2Fx%2Ftambah" });
  });
});

it.each([
  ["01a20053-fc72-75f2-a552-d36b4ef626b3", true],
  ["01A20053-FC72-75F2-A552-D36B4EF626B3", false],
  ["01a20053-fc72-75f2-a552-d36b4ef626b3\n", false],
  ["x", false],
  ["", false],
  [undefined, false],
])("“%s” may be an id: %s", (text, may) => {
  expect(isId(text)).toBe(may);
});
