import "../../support/database.ts";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { learnerCookie, makeCenter, makeClassroom, makeLearner, makeProgram, plosorejo, staffCookie } from "../../mentoring/classroom.ts";
import { makeStaff } from "../../programs/rows.ts";
import { answer, type Params, type RouteModule } from "../mentor/people-around.ts";

/** Every address about a program or a place, and those for admins, from the address book itself: a new page is held to this without being named here. */
const addresses = await Promise.all(
  flat(routes)
    .filter(({ path = "" }) => /:program|^wilayah\/:|^wilayah\/impor|^peran$|^program\/baru$/.test(path))
    .map(async ({ path = "", file }) => ({ path, module: (await import(/* @vite-ignore */ new URL(`../../../app/${file}`, import.meta.url).pathname)) as RouteModule })),
);

function flat(entries: readonly RouteConfigEntry[]): RouteConfigEntry[] {
  return entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
}

/** Pages that are nothing but forms: a viewer has none. All others of a program show figures. */
const forms = ["pendamping", "pendamping/baru", "pendamping/:mentor", "pembina", "ubah", "rencana/:village/pusat", "rencana/gelombang", "rencana/impor", "rencana/impor/:import"].map((page) => `program/:program/${page}`);
const forAdmins = ["peran", "program/baru", "wilayah/impor"];
const ofProgram = addresses.filter(({ path }) => path.startsWith("program/:program"));
const ofPlaces = addresses.filter(({ path }) => path.startsWith("wilayah/:"));

let params: Params;
let cookies: Record<string, string>;
beforeAll(async () => {
  const { program, dewi } = await makeClassroom();
  const { programId } = program;
  const elsewhere = (await makeProgram()).programId;
  const staff = {
    lead: await makeStaff(db, { role: "lead", programId }),
    otherLead: await makeStaff(db, { role: "lead", programId: elsewhere }),
    leadAbove: await makeStaff(db, { role: "lead", regionCode: "35" }),
    leadOfRegion: await makeStaff(db, { role: "lead", regionCode: "35.05" }),
    leadBeside: await makeStaff(db, { role: "lead", regionCode: "32.05" }),
    leadBelow: await makeStaff(db, { role: "lead", regionCode: "35.05.04" }),
    viewer: await makeStaff(db, { role: "viewer", programId }),
    viewerAbove: await makeStaff(db, { role: "viewer", regionCode: "35" }),
    otherViewer: await makeStaff(db, { role: "viewer", programId: elsewhere }),
    viewerBeside: await makeStaff(db, { role: "viewer", regionCode: "36" }),
    admin: await makeStaff(db, { role: "admin" }),
    formerLead: await makeStaff(db, { role: "lead", programId }),
    nothing: await makeStaff(db),
    mentor: dewi.staffId,
  };
  const { id } = await db.selectFrom("staff_role").where("staff_id", "=", staff.formerLead).select("id").executeTakeFirstOrThrow();
  await db.insertInto("staff_role_end").values({ role_id: id, ended_at: new Date(), ended_by: null, reason: "pindah tugas" }).execute();
  await db.insertInto("program_village").values({ program_id: programId, village_code: plosorejo, target_learners: 20, joined_on: "2026-01-05" }).onConflict((conflict) => conflict.doNothing()).execute();
  const importId = newId();
  await db.insertInto("program_import").values({ id: importId, program_id: programId, file_name: "daftar.csv", lines: "[]", uploaded_at: new Date(), uploaded_by: staff.lead }).execute();
  const entered = await Promise.all(Object.entries(staff).map(async ([role, staffId]) => [role, await staffCookie(staffId)] as const));
  cookies = Object.fromEntries(entered);
  cookies["learner"] = await learnerCookie(await makeLearner(await makeCenter(plosorejo), 1, "Siti"));
  params = { program: programId, region: "35.05", village: plosorejo, mentor: dewi.staffId, import: importId };
});

/** What a role is answered at each of the addresses, where it is not `expected`. */
async function others(role: string, asked: typeof addresses, expected: number | "sign in", methods: ("GET" | "POST")[] = ["GET", "POST"]): Promise<string[]> {
  const found: string[] = [];
  for (const { path, module } of asked) {
    for (const method of methods) {
      const status = await answer(method === "GET" ? module.loader : module.action, cookies[role] ?? "", params, method === "GET" ? "GET" : {});
      if (status !== null && status !== expected) found.push(`${method} ${path}: ${status}`);
    }
  }
  return found;
}

/** The addresses that do not exist for a role. */
async function missing(role: string, asked: typeof addresses): Promise<string[]> {
  const found: string[] = [];
  for (const { path, module } of asked) if ((await answer(module.loader, cookies[role] ?? "", params, "GET")) === 404) found.push(path);
  return found;
}

describe("every page of a program", () => {
  it("stands in the address book", () => {
    expect(addresses.map(({ path }) => path)).toEqual(expect.arrayContaining([...forms, ...forAdmins, "program/:program", "program/:program/rencana", "program/:program/sebaran"]));
    expect(ofPlaces.length).toBeGreaterThan(0);
  });

  it.each(["otherLead", "leadBeside", "leadBelow", "otherViewer", "viewerBeside", "formerLead", "nothing", "mentor", "learner"])("does not exist for %s, to read or to write", async (role) => {
    expect(await others(role, ofProgram, 404)).toEqual([]);
  });

  it.each(["lead", "leadAbove", "leadOfRegion", "admin"])("opens to %s", async (role) => {
    expect(await missing(role, ofProgram)).toEqual([]);
  });

  it.each(["viewer", "viewerAbove"])("shows its figures to %s, and takes no form from them", async (role) => {
    expect(await missing(role, ofProgram.filter(({ path }) => !forms.includes(path)))).toEqual([]);
    expect(await others(role, ofProgram.filter(({ path }) => forms.includes(path)), 404)).toEqual([]);
    expect(await others(role, ofProgram, 404, ["POST"])).toEqual([]);
  });
});

describe("every page of a place", () => {
  it.each(["leadAbove", "leadOfRegion", "viewerAbove", "admin"])("opens to %s", async (role) => {
    expect(await missing(role, ofPlaces)).toEqual([]);
  });

  it.each(["lead", "viewer", "otherLead", "leadBeside", "leadBelow", "viewerBeside", "formerLead", "nothing", "mentor", "learner"])("does not exist for %s", async (role) => {
    expect(await others(role, ofPlaces, 404)).toEqual([]);
  });
});

describe("what admins keep", () => {
  const kept = addresses.filter(({ path }) => forAdmins.includes(path));

  it("opens to the admin", async () => {
    expect(await missing("admin", kept)).toEqual([]);
  });

  it.each(["lead", "leadAbove", "viewer", "viewerAbove", "nothing", "mentor", "learner"])("does not exist for %s, to read or to write", async (role) => {
    expect(await others(role, kept, 404)).toEqual([]);
  });
});

it("sends who is not signed in to sign in", async () => {
  expect(await others("nobody", addresses, "sign in")).toEqual([]);
});
