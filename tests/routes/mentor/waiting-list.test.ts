import "../../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { loader as boardLoader } from "#app/routes/mentor/board.tsx";
import { action as add, loader as addLoader } from "#app/routes/mentor/enroll-learner.tsx";
import { action as register } from "#app/routes/mentor/register-learner.tsx";
import { action } from "#app/routes/mentor/waiting-list.ts";
import { cohort as copy } from "#app/i18n/id/cohort.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { answerOf, get, makeClassroom, makeLearner, post, staffCookie } from "../../mentoring/classroom.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let classroom: Awaited<ReturnType<typeof makeClassroom>>;
let cohort: string;
let dewi: string;
let people: Awaited<ReturnType<typeof makeLearner>>[];
beforeEach(async () => {
  classroom = await makeClassroom();
  cohort = classroom.cohort.cohortId;
  dewi = await staffCookie(classroom.dewi.staffId);
  await setCapacity(1);
  people = [];
  for (const [index, name] of ["Siti", "Parmi", "Tukiyem"].entries()) people.push(await makeLearner(classroom.cohort, index + 1, name));
});

async function setCapacity(capacity: number | null) {
  await db.updateTable("cohort").set({ capacity }).where("id", "=", cohort).execute();
}

function enter(index: number) {
  return answerOf(add({ request: post("/", dewi, { learnerId: people[index]?.learnerId ?? "" }), params: { cohort }, context }));
}

async function board() {
  return (await answerOf(boardLoader({ request: get("/", dewi), params: { cohort }, context }))).data;
}

async function line() {
  return (await board()).places.waiting;
}

function press(tugas: string, waitingId: string) {
  return answerOf(action({ request: post("/", dewi, { tugas, waitingId }), params: { cohort }, context }));
}

describe("a cohort with every place taken", () => {
  it("puts the next ones on a waiting list, in their order, and says so", async () => {
    for (const index of [0, 1, 2, 1]) expect(await enter(index)).toMatchObject({ status: 303 });
    expect((await line()).map(({ name }) => name)).toEqual(["Parmi", "Tukiyem"]);
    expect(await board()).toMatchObject({ places: { capacity: 1, enrolled: 1 }, board: { learners: 1 } });
    const told = (await answerOf(addLoader({ request: get(`/?masuk=${people[2]?.learnerId}`, dewi), params: { cohort }, context }))).data;
    expect(told).toMatchObject({ added: null, waits: { name: "Tukiyem", place: 2 } });
  });

  it("admits all who fit in one tap once there are more places, the first in line first", async () => {
    for (const index of [0, 1, 2]) await enter(index);
    const later = await makeLearner(classroom.cohort, 4, "Wagiyo");
    await answerOf(add({ request: post("/", dewi, { learnerId: later.learnerId }), params: { cohort }, context }));
    await setCapacity(3);
    const all = () => answerOf(action({ request: post("/", dewi, { tugas: "semua" }), params: { cohort }, context }));
    const answers = await Promise.all([all(), all()]);
    expect(answers.map(({ location }) => location?.split("?")[1]).sort()).toEqual(["tunggu=berubah", "tunggu=semua"]);
    expect((await board()).places).toMatchObject({ enrolled: 3, waiting: [{ name: "Wagiyo" }] });
  });

  it("tells who comes to a place that others wait for the truth: it is waited for, not full", () => {
    for (const sentence of [copy.waitsNow, copy.waitsOnCard]) expect(sentence).not.toContain("penuh");
  });

  it("gives two at once one place", async () => {
    await Promise.all([enter(0), enter(1)]);
    expect((await board()).places).toMatchObject({ enrolled: 1, waiting: [{}] });
  });

  it("registers a newcomer with number and PIN, on the waiting list", async () => {
    await enter(0);
    const fields = { formId: newId(), name: "Sumini", birthYear: "", gender: "", confirmedName: "", setuju: "learning", cara: "read-aloud" };
    const send = () => answerOf(register({ request: post("/", dewi, fields), params: { cohort }, context }));
    expect(await send()).toMatchObject({ status: 201, data: { kind: "registered", waits: true, card: { name: "Sumini" } } });
    expect(await send()).toMatchObject({ status: 200, data: { kind: "already", waits: true, name: "Sumini" } });
    expect(await line()).toMatchObject([{ name: "Sumini" }]);
  });

  it("lets nobody pass those who wait when a place is free", async () => {
    await enter(0);
    await enter(1);
    await setCapacity(2);
    await enter(2);
    expect((await line()).map(({ name }) => name)).toEqual(["Parmi", "Tukiyem"]);
  });

  it("without a number of places takes everybody", async () => {
    await setCapacity(null);
    for (const index of [0, 1, 2]) await enter(index);
    expect((await board()).places).toMatchObject({ capacity: null, enrolled: 3, waiting: [] });
  });
});

describe("the first in line", () => {
  let waiting: Awaited<ReturnType<typeof line>>;
  beforeEach(async () => {
    for (const index of [0, 1, 2]) await enter(index);
    waiting = await line();
  });

  it("gets the free place by one button, however often it is pressed", async () => {
    await setCapacity(2);
    const first = waiting[0]?.waitingId ?? "";
    const answers = await Promise.all([press("masukkan", first), press("masukkan", first)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 303, location: `/mentor/rombel/${cohort}?tunggu=masuk` });
    expect((await board()).places).toMatchObject({ enrolled: 2, waiting: [{ name: "Tukiyem" }] });
  });

  it("waits on when the place is gone, and nobody comes before them", async () => {
    expect((await press("masukkan", waiting[0]?.waitingId ?? "")).location).toContain("tunggu=penuh");
    await setCapacity(2);
    expect((await press("masukkan", waiting[1]?.waitingId ?? "")).location).toContain("tunggu=berubah");
    expect((await board()).places).toMatchObject({ enrolled: 1, waiting: [{}, {}] });
  });

  it("may leave the line, and come back to its end", async () => {
    expect((await press("keluarkan", waiting[0]?.waitingId ?? "")).location).toContain("tunggu=keluar");
    await enter(1);
    expect((await line()).map(({ name }) => name)).toEqual(["Tukiyem", "Parmi"]);
    expect((await press("masukkan", waiting[0]?.waitingId ?? "")).location).toContain("tunggu=berubah");
  });

  it("is known only by their own cohort", async () => {
    expect(await press("masukkan", newId())).toMatchObject({ status: 404 });
    expect(await press("hapus", waiting[0]?.waitingId ?? "")).toMatchObject({ status: 404 });
    const rudi = await staffCookie(classroom.rudi.staffId);
    const request = post("/", rudi, { tugas: "masukkan", waitingId: waiting[0]?.waitingId ?? "" });
    expect(await answerOf(action({ request, params: { cohort: classroom.otherCohort.cohortId }, context }))).toMatchObject({ status: 404 });
  });
});
