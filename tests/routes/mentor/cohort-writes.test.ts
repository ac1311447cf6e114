import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { everyTable } from "../../support/every-table.ts";
import { asking, cohortForms } from "./cohort-forms.ts";
import { addresses, answer, peopleAround } from "./people-around.ts";

let people: Awaited<ReturnType<typeof peopleAround>>;
beforeAll(async () => {
  people = await peopleAround();
  // Whoever comes is seen: once before anything is compared.
  for (const cookie of Object.values(people.cookies)) for (const { path, module } of addresses) if (path === "mentor/rombel/:cohort") await answer(module.loader, cookie, people.params, "GET");
});

const strangers = ["otherMentor", "neighbour", "former", "formerSubstitute", "coach", "highCoach", "formerCoach", "coachElsewhere", "otherLead", "learner", "nobody"];
/** A lead and an admin say who mentors a cohort, and a substitute does not; everything else of a cohort is its mentors' alone. */
const refusedAt = (path: string) => [...strangers, ...(path.endsWith("/pendamping") ? ["substitute"] : ["lead", "admin"])];

const takingForms = addresses.filter(({ module }) => module.action !== undefined);

it("every address of a cohort that takes a form has one filled in here", () => {
  expect(takingForms.map(({ path }) => path).filter((path) => !cohortForms[path] && !asking.includes(path))).toEqual([]);
  expect(takingForms.length).toBeGreaterThan(15);
});

describe("a form that would be taken from the mentor changes nothing in any table when it comes from somebody else:", () => {
  it.each(takingForms.filter(({ path }) => cohortForms[path]))("$path", async ({ path, module }) => {
    const { fields, params = people.params } = (await cohortForms[path]?.(people)) ?? { fields: {} };
    const before = await everyTable(db);
    const answers: [string, unknown][] = [];
    for (const role of refusedAt(path)) answers.push([role, await answer(module.action, people.cookies[role] ?? "", params, fields)]);
    expect(answers.filter(([role, status]) => status !== (role === "nobody" ? "sign in" : 404))).toEqual([]);
    expect(await everyTable(db)).toEqual(before);

    await answer(module.action, people.cookies["mentor"] ?? "", params, fields);
    expect(await everyTable(db)).not.toEqual(before);
  });
});
