import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { loader as boardLoader } from "#app/routes/mentor/board.tsx";
import { loader as cohortsLoader } from "#app/routes/mentor/cohorts.tsx";
import { loader as staffLoader } from "#app/routes/staff.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, enroll, get, learnerCookie, makeClassroom, makeLearner, makeStaff, staffCookie } from "../../mentoring/classroom.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const context = { nonce: "", incident: "", clientAddress: "" };

let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let dewi: string;
beforeEach(async () => {
  classroom = await makeClassroom();
  dewi = await staffCookie(classroom.dewi.staffId);
});

const cohorts = (cookie: string) => answerOf(cohortsLoader({ request: get("/mentor", cookie), params: {}, context }));
const board = (cookie: string, cohort: string) => answerOf(boardLoader({ request: get(`/mentor/rombel/${cohort}`, cookie), params: { cohort }, context }));

describe("/mentor", () => {
  it("shows the mentor their own cohorts with how many need help", async () => {
    await enroll(classroom.cohort, (await makeLearner(classroom.cohort, 1, "Siti")).learnerId, daysAgo(9));
    await enroll(classroom.cohort, (await makeLearner(classroom.cohort, 2, "Budi")).learnerId);
    const { data } = await cohorts(dewi);
    expect(data.cards.map(({ cohort, counts }) => [cohort.name, counts])).toEqual([["Rombel Mawar", { learners: 2, needingHelp: 1, finished: 0 }]]);
  });

  it("is empty for staff without a cohort", async () => {
    const lina = await staffCookie((await makeStaff("Lina")).staffId);
    expect((await cohorts(lina)).data.cards).toEqual([]);
  });

  it("sends nobody to sign in, and a learner away", async () => {
    expect(await cohorts("")).toMatchObject({ status: 302, location: "/masuk?lanjut=%2Fmentor" });
    expect(await cohorts(await learnerCookie(await makeLearner(classroom.cohort, 1, "Siti")))).toMatchObject({ status: 404 });
  });
});

describe("/mentor/rombel/:cohort", () => {
  it("shows all learners, who needs help on top", async () => {
    await enroll(classroom.cohort, (await makeLearner(classroom.cohort, 1, "Ani")).learnerId);
    await enroll(classroom.cohort, (await makeLearner(classroom.cohort, 2, "Budi")).learnerId, daysAgo(8));
    const { data } = await board(dewi, classroom.cohort.cohortId);
    expect(data.board).toMatchObject({ learners: 2, needingHelp: 1, finished: 0 });
    expect(data.board.lines.map(({ learner, help }) => [learner.name, help])).toEqual([
      ["Budi", { kind: "never-came", days: 8 }],
      ["Ani", null],
    ]);
  });

  it("does not exist for another mentor, a learner of it, or once the mentor's time has ended", async () => {
    const { cohort, rudi } = classroom;
    const siti = await makeLearner(cohort, 1, "Siti");
    await enroll(cohort, siti.learnerId);
    expect(await board(await staffCookie(rudi.staffId), cohort.cohortId)).toMatchObject({ status: 404 });
    expect(await board(await learnerCookie(siti), cohort.cohortId)).toMatchObject({ status: 404 });
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("cohort_id", "=", cohort.cohortId).execute();
    expect(await board(dewi, cohort.cohortId)).toMatchObject({ status: 404 });
  });

  it("answers 404 to an id that is none, and sends nobody to sign in", async () => {
    expect(await board(dewi, newId())).toMatchObject({ status: 404 });
    expect(await board(dewi, "1' or 1=1")).toMatchObject({ status: 404 });
    expect((await board("", classroom.cohort.cohortId)).location).toContain("/masuk");
  });
});

describe("the pages of staff", () => {
  it("tell who is here and which parts are theirs", async () => {
    const answer = await answerOf(staffLoader({ request: get("/mentor", dewi), params: {}, context }));
    expect(answer.data).toEqual({ name: "Dewi", home: "/mentor", isMentor: true, isLead: false, hasAreas: false, isEditor: false });
  });
});
