import type { Transaction } from "kysely";
import { dayOf } from "#app/i18n/locale.ts";
import type { LeftOutLine } from "#app/mentoring/intake/import-plan.ts";
import type { ImportLine } from "#app/mentoring/intake/read-line.ts";
import type { Database } from "../schema.ts";
import { jakartaTime } from "./calendar.ts";
import { demoId } from "./chance.ts";
import type { Told } from "./insert-term.ts";
import { waitingVillagers } from "./melati.ts";
import type { Story, World } from "./stories.ts";

/** Inserts two lists that were uploaded for a cohort: one was applied and can be undone, one waits to be looked at. Who the first one added waits for a place. */
export async function insertLists(trx: Transaction<Database>, told: Told, world: World): Promise<void> {
  await insertApplied(trx, told, world);
  const uploaded_at = jakartaTime(world.now, 1, 20);
  await trx
    .insertInto("learner_import")
    .values({ ...listOf(told, "Pendaftar baru RT 05.xlsx", uploaded_at), lines: JSON.stringify(openLines(told.stories, world)), unread_columns: ["Alamat"] })
    .execute();
}

async function insertApplied(trx: Transaction<Database>, told: Told, world: World): Promise<void> {
  const { cohort } = told;
  const [uploaded_at, applied_at] = [jakartaTime(world.now, 2, 19), jakartaTime(world.now, 2, 19.25)];
  const list = listOf(told, "Warga RT 03.csv", uploaded_at);
  const village_code = cohort.villageCode;
  // In the order of the list: ids sort by the time that they were made.
  const waiting = waitingVillagers.map((villager, index) => {
    const waitingId = demoId(`waiting/${cohort.id}/${villager.number}`, new Date(applied_at.getTime() + index));
    return { ...villager, learnerId: demoId(`learner/${cohort.id}/${villager.number}`), waitingId };
  });
  await trx
    .insertInto("learner")
    .values(
      waiting.map(({ learnerId, number, name, gender, age }) => ({
        village_code,
        id: learnerId,
        center_id: cohort.centerId,
        number,
        name,
        birth_year: thisYear(world) - age,
        gender,
        registered_at: applied_at,
        registered_by: cohort.mentor.id,
        last_seen_at: null,
      })),
    )
    .execute();
  await trx.insertInto("cohort_waiting").values(waiting.map(({ waitingId, learnerId }) => ({ village_code, id: waitingId, cohort_id: cohort.id, learner_id: learnerId, since: applied_at, added_by: cohort.mentor.id }))).execute();
  await trx.insertInto("learner_import").values({ ...list, lines: JSON.stringify(leftOut), applied_at }).execute();
  const mended = named(told.stories, 18);
  const born = thisYear(world) - mended.villager.age;
  const changes = [
    ...waiting.map(({ learnerId, number }) => ({ learner_id: learnerId, kind: "added" as const, before: null, after: JSON.stringify({ number }) })),
    ...waiting.map(({ learnerId, waitingId }) => ({ learner_id: learnerId, kind: "waiting" as const, before: null, after: JSON.stringify({ id: waitingId }) })),
    { learner_id: mended.learnerId, kind: "changed" as const, before: JSON.stringify({ birthYear: born - 10 }), after: JSON.stringify({ birthYear: born }) },
  ];
  await trx.insertInto("learner_import_change").values(changes.map((change) => ({ village_code, import_id: list.id, ...change }))).execute();
}

function listOf({ cohort }: Told, file_name: string, uploaded_at: Date) {
  return { village_code: cohort.villageCode, id: demoId(`import/${cohort.id}/${file_name}`, uploaded_at), cohort_id: cohort.id, file_name, uploaded_at, uploaded_by: cohort.mentor.id };
}

/** What the applied list left out: a row without a name, and one that told nothing new. */
const leftOut: LeftOutLine[] = [
  { line: 4, name: "", birth: "1969", gender: "P", number: "", refusals: [{ code: "nameEmpty" }] },
  { line: 6, name: "", birth: "", gender: "", number: "", refusals: [] },
];

/** Rows that would be added, change somebody, be left alone and be refused; and one of which somebody must say whose it is. */
function openLines(stories: readonly Story[], world: World): ImportLine[] {
  const row = ({ villager, number }: Story, more: Partial<ImportLine> = {}) => ({
    name: villager.name,
    birth: String(thisYear(world) - villager.age),
    gender: villager.gender === "female" ? "P" : "L",
    number: String(number),
    ...more,
  });
  const [changed, alone, alike] = [named(stories, 16), named(stories, 20), named(stories, 10)];
  const rows = [
    { name: "Sutrisno Hadi", birth: "1971", gender: "L", number: "" },
    { name: "Kasiyem", birth: "1958", gender: "P", number: "" },
    row(changed, { birth: String(thisYear(world) - changed.villager.age + 3) }),
    row(alone),
    row(alike, { birth: String(thisYear(world) - alike.villager.age + 2), number: "" }),
    { name: "", birth: "1970", gender: "L", number: "" },
    { name: "Dimas Prayoga", birth: String(thisYear(world) - 8), gender: "L", number: "" },
    { name: "Mujiono", birth: "1966", gender: "L", number: "" },
  ];
  return rows.map((cells, index) => ({ line: index + 2, ...cells }));
}

function named(stories: readonly Story[], number: number): Story {
  return stories.find((story) => story.number === number) as Story;
}

function thisYear({ now }: World): number {
  return Number(dayOf(now).slice(0, 4));
}
