import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { action, loader } from "#app/routes/mentor/group-consent.tsx";
import { db } from "#db/client.ts";
import { listConsents } from "#db/consents.ts";
import { listNamesOfCohort } from "#db/sign-in-names.ts";
import { withdrawLearning } from "../../mentoring/consents.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, type Learner, makeLearner, requestAs } from "../../support/cast.ts";

let cast: Cast;
let budi: Learner;
let rina: Learner;
beforeEach(async () => {
  cast = await castOf(db);
  budi = await makeLearner(db, cast.cohort, { number: 2, name: "Budi", by: cast.dewi });
  rina = await makeLearner(db, cast.cohort, { number: 3, name: "Rina", by: cast.dewi });
  await db.updateTable("learner").set({ birth_year: new Date().getFullYear() - 18 }).where("id", "=", rina.learnerId).execute();
});

const path = () => `/mentor/rombel/${cast.cohort.cohortId}/persetujuan`;

async function open(query = "") {
  return (await answerOf(loader({ request: await requestAs(cast.dewi, path() + query), params: { cohort: cast.cohort.cohortId }, context }))).data;
}

async function tick(...learners: { learnerId: string }[]) {
  const body = form(learners.map(({ learnerId }): [string, string] => ["peserta", learnerId]));
  return answerOf(action({ request: await requestAs(cast.dewi, path(), body), params: { cohort: cast.cohort.cohortId }, context }));
}

const learningOf = async (learner: Learner) => (await listConsents(db, learner)).find(({ purpose }) => purpose === "learning");

describe("consent of a whole group", () => {
  it("is recorded for each who is ticked, witnessed by the mentor, about learning alone", async () => {
    expect((await open()).open.map(({ name }) => name)).toEqual(["Budi", "Sari"]);
    expect(await tick(cast.sari, budi)).toMatchObject({ status: 303, location: `${path()}?dicatat=2` });
    for (const learner of [cast.sari, budi]) {
      expect(await listConsents(db, learner)).toHaveLength(1);
      expect(await learningOf(learner)).toMatchObject({ given: true, channel: "read-aloud", witness: "Dewi", textVersion: 1 });
    }
    expect(await open("?dicatat=2")).toMatchObject({ open: [], recorded: 2 });
  });

  it("is recorded once, however often the form is sent", async () => {
    const answers = await Promise.all([tick(cast.sari), tick(cast.sari)]);
    expect(answers.map(({ location }) => location).sort()).toEqual([`${path()}?dicatat=0`, `${path()}?dicatat=1`]);
    expect(await db.selectFrom("learner_consent").where("learner_id", "=", cast.sari.learnerId).select("id").execute()).toHaveLength(1);
  });

  it("is not recorded for who may be a child, who took it back, and who learns elsewhere", async () => {
    await withdrawLearning(budi, { by: cast.dewi });
    expect(await open()).toMatchObject({ open: [{ name: "Sari" }], young: [{ name: "Rina" }] });
    expect(await tick(budi, rina, cast.tono)).toMatchObject({ location: `${path()}?dicatat=0` });
    expect(await learningOf(rina)).toBeUndefined();
    expect(await learningOf(cast.tono)).toBeUndefined();
    expect(await learningOf(budi)).toMatchObject({ given: false });
  });

  it("needs somebody ticked", async () => {
    expect(await tick()).toMatchObject({ status: 400, data: { isNobody: true } });
  });
});

it("who took back their consent stands on no list of names to sign in with", async () => {
  await withdrawLearning(budi, { by: cast.dewi });
  expect((await listNamesOfCohort(db, cast.cohort.villageCode, cast.cohort.cohortId)).map(({ name }) => name)).toEqual(["Rina", "Sari"]);
});
