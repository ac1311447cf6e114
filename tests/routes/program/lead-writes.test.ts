import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { everyTable } from "../../support/every-table.ts";
import { answer } from "../mentor/people-around.ts";
import { leadForms } from "./lead-forms.ts";
import { addresses, type LeadWorld, leadWorld, partsOf } from "./lead-world.ts";

let world: LeadWorld;
beforeAll(async () => {
  world = await leadWorld();
});

const forAdmins = ["peran", "peran/:staff", "program/baru", "wilayah/impor", "wilayah/impor/:import"];
/** Who may send the forms of the regency's program. */
const leads = ["lead of program", "lead of province", "lead of regency", "admin"];
const takingForms = addresses.filter(({ module }) => module.action !== undefined);

it("every address of the lead's side that takes a form has one filled in here", () => {
  expect(takingForms.map(({ path }) => path).toSorted()).toEqual(Object.keys(leadForms).toSorted());
});

describe("a form that would be taken from who may send it changes nothing in any table when it comes from somebody else:", () => {
  it.each(takingForms)("$path", async ({ path, module }) => {
    const { fields, params = partsOf(world.programs.regency) } = (await leadForms[path]?.(world)) ?? { fields: {} };
    const allowed = forAdmins.includes(path) ? ["admin"] : leads;
    const refused = Object.keys(world.people).filter((person) => !allowed.includes(person));
    expect(refused).toEqual(expect.arrayContaining(["nobody", "learner", "mentor", "viewer of program", "viewer of province", "viewer of regency", "lead of district", "lead of village", "lead of beside", "former lead"]));
    const before = await everyTable(db);
    const answers: [string, unknown][] = [];
    for (const person of refused) answers.push([person, await answer(module.action, world.people[person]?.cookie ?? "", params, fields)]);
    expect(answers.filter(([person, status]) => status !== (person === "nobody" ? "sign in" : 404))).toEqual([]);
    expect(await everyTable(db)).toEqual(before);

    const status = await answer(module.action, world.people[allowed[0] ?? ""]?.cookie ?? "", params, fields);
    expect([200, 302, 303]).toContain(status);
    expect(await everyTable(db)).not.toEqual(before);
  });

  it("nor does one of the program beside, under an address of one's own", async () => {
    const { regency, beside } = world.programs;
    const before = await everyTable(db);
    for (const [path, params] of [
      ["program/:program/rencana/:village", { ...partsOf(regency), village: beside.village }],
      ["program/:program/rencana/impor/:import", { ...partsOf(regency), import: beside.importId }],
    ] as const) {
      const { fields } = (await leadForms["program/:program/rencana/:village"]?.(world)) ?? { fields: {} };
      const module = addresses.find((address) => address.path === path)?.module;
      expect([path, await answer(module?.action, world.people["lead of program"]?.cookie ?? "", params, fields)]).toEqual([path, 404]);
    }
    expect(await everyTable(db)).toEqual(before);
  });
});
