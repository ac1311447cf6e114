import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffGrant } from "../../programs/rows.ts";
import { answer, type Params } from "../mentor/people-around.ts";
import { addresses, file, type LeadWorld, leadWorld, levels, partsOf, places } from "./lead-world.ts";

/** Who may open what, said once more in other words than the application's. */
const isIn = (place: string, around: string) => `${place}.`.startsWith(`${around}.`);
const isRegion = (place: string) => ["indonesia", ...Object.values(levels), "36", "35.06", "35.05.05", "35.05.04.2015"].includes(place);
const sees = (grant: StaffGrant, program: { programId: string; regionCode: string }) =>
  grant.role === "admin" || grant.programId === program.programId || (grant.regionCode !== undefined && isIn(program.regionCode, grant.regionCode));
const seesPlace = (grant: StaffGrant, place: string) => isRegion(place) && (grant.role === "admin" || (grant.regionCode !== undefined && isIn(place, grant.regionCode)));

/** Pages that are nothing but forms: who may only look has none. */
const forms = ["pendamping", "pendamping/baru", "pendamping/:mentor", "pembina", "ubah", "rencana/:village/pusat", "rencana/gelombang", "rencana/impor", "rencana/impor/:import"].map((page) => `program/:program/${page}`);
const forAdmins = ["peran", "peran/:staff", "program/baru", "wilayah/impor", "wilayah/impor/:import"];
const forStaff = ["program", "wilayah/cari"];
const forPlaces = ["wilayah", "wilayah/banding"];
/** Pages about the villages of a place: a village has none. */
const aboveVillages = ["petak", "terhenti", "laporan"].map((page) => `program/:program/${page}/:region`);
const isVillage = (place: string) => place.length === 13;

let world: LeadWorld;
beforeAll(async () => {
  world = await leadWorld();
});

/** Where what somebody is answered differs from what they should be. */
async function differences(person: string, asked: { path: string; params: Params; isOpen: boolean }[]): Promise<string[]> {
  const found: string[] = [];
  for (const { path, params, isOpen } of asked) {
    const module = addresses.find((address) => address.path === path)?.module;
    const status = await answer(module?.loader, world.people[person]?.cookie ?? "", params, "GET");
    const isAnswered = status !== null && status !== "sign in" && status < 400;
    // What is no region's code is no address, whoever asks.
    const isNoAddress = params["region"] !== undefined && !/^(indonesia|\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?)$/.test(params["region"]);
    const isRight = isNoAddress ? status === 404 : person === "nobody" ? status === "sign in" : isOpen ? isAnswered : status === 404;
    if (!isRight) found.push(`${path} ${JSON.stringify(params)}: ${status}, should be ${isOpen ? "open" : "closed"}`);
  }
  return found;
}

const ofPrograms = addresses.map(({ path }) => path).filter((path) => path.startsWith("program/:program"));
const ofPlaces = addresses.map(({ path }) => path).filter((path) => path.startsWith("wilayah/:region"));

it("every address of the lead's side is held to one of these rules", () => {
  const known = [...ofPrograms, ...ofPlaces, ...forAdmins, ...forStaff, ...forPlaces];
  expect(addresses.map(({ path }) => path).toSorted()).toEqual(known.toSorted());
  expect(ofPrograms).toEqual(expect.arrayContaining([...forms, ...aboveVillages]));
  expect(Object.keys(levels)).toHaveLength(5);
});

const roles = ["lead", "viewer"].flatMap((role) => ["program", "province", "regency", "district", "village", "beside"].map((level) => `${role} of ${level}`));
const everybody = [...roles, "admin", "staff without a role", "former lead", "mentor", "learner", "nobody"];

describe.each(everybody)("%s", (person) => {
  const grants = () => world.people[person]?.grants ?? [];

  it("opens the programs in their scope and no other", async () => {
    const asked = Object.values(world.programs).flatMap((program) =>
      ofPrograms
        .filter((path) => !path.includes(":region"))
        .map((path) => ({ path, params: partsOf(program), isOpen: grants().some((grant) => sees(grant, program) && (grant.role !== "viewer" || !forms.includes(path))) })),
    );
    expect(await differences(person, asked)).toEqual([]);
  });

  it("opens places within those programs and no other", async () => {
    const asked = [world.programs.regency, world.programs.beside].flatMap((program) =>
      ofPrograms
        .filter((path) => path.includes(":region"))
        .flatMap((path) => places.map((region) => ({ path, params: { ...partsOf(program), region }, isOpen: isRegion(region) && isIn(region, program.regionCode) && !(isVillage(region) && aboveVillages.includes(path)) && grants().some((grant) => sees(grant, program)) }))),
    );
    expect(await differences(person, asked)).toEqual([]);
  });

  it("opens the places of their own and those in them, and none beside or around", async () => {
    const asked = ofPlaces.flatMap((path) => places.map((region) => ({ path, params: { region, file }, isOpen: grants().some((grant) => seesPlace(grant, region)) })));
    expect(await differences(person, asked)).toEqual([]);
  });

  it("opens what is for all on the staff, for those with places, and for admins, as far as they are", async () => {
    const isStaff = person !== "learner";
    const isAdmin = grants().some(({ role }) => role === "admin");
    expect(await differences(person, [
      ...forStaff.map((path) => ({ path, params: {}, isOpen: isStaff })),
      ...forPlaces.map((path) => ({ path, params: {}, isOpen: grants().some(({ role, regionCode }) => role === "admin" || regionCode !== undefined) })),
      ...forAdmins.map((path) => ({ path, params: { import: world.regionImport, staff: world.roleHolder }, isOpen: isAdmin })),
    ])).toEqual([]);
  });

  it("is told nothing of what does not exist", async () => {
    const nothing = { program: "0191f0c4-0000-7000-8000-000000000000", region: "35.05", import: "0191f0c4-0000-7000-8000-000000000000", village: "35.05.04.2014" };
    const asked = ofPrograms.flatMap((path) => [nothing, { ...nothing, program: "x" }, { ...nothing, program: "' or 1=1" }].map((params) => ({ path, params, isOpen: false })));
    expect(await differences(person, asked)).toEqual([]);
  });
});

it("a village, an import or a place of another program is not there under one's own", async () => {
  const { regency, beside } = world.programs;
  const mixed = [
    { path: "program/:program/rencana/:village", params: { ...partsOf(regency), village: beside.village } },
    { path: "program/:program/rencana/impor/:import", params: { ...partsOf(regency), import: beside.importId } },
    ...ofPrograms.filter((path) => path.includes(":region")).map((path) => ({ path, params: { ...partsOf(regency), region: beside.regionCode } })),
  ];
  expect(await differences("lead of program", mixed.map((one) => ({ ...one, isOpen: false })))).toEqual([]);
});
