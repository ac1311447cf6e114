import "../support/database.ts";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { findProgram, listProgramsFor } from "#db/programs.ts";
import { makeProgram } from "../programs/rows.ts";

const garut = await makeProgram(db, { name: "Garut", regionCode: "32.05" });
const purwakarta = await makeProgram(db, { name: "Purwakarta", regionCode: "32.14" });
const kaltim = await makeProgram(db, { name: "Kaltim", regionCode: "64" });

const namesFor = async (...roles: Parameters<typeof listProgramsFor>[1]) => (await listProgramsFor(db, roles)).map(({ name }) => name).sort();

it("finds a program with the name of its region", async () => {
  const program = await findProgram(db, garut);
  expect(program).toMatchObject({ id: garut, name: "Garut", regionCode: "32.05", startsOn: "2026-01-05", ownerName: "Dinas Kominfo" });
  expect(program?.regionName).toMatch(/garut/i);
  expect(await findProgram(db, newId())).toBeUndefined();
});

it("lists the programs of a lead", async () => {
  expect(await namesFor({ role: "lead", programId: purwakarta, regionCode: null })).toEqual(["Purwakarta"]);
});

it("lists every program whose region lies within a lead's", async () => {
  expect(await namesFor({ role: "lead", programId: null, regionCode: "32" })).toEqual(["Garut", "Purwakarta"]);
  expect(await namesFor({ role: "lead", programId: null, regionCode: "32.05.01" })).toEqual([]);
});

it("lists each program once, and all for an admin of everything", async () => {
  const roles = [
    { role: "lead", programId: kaltim, regionCode: null },
    { role: "lead", programId: null, regionCode: "64" },
  ] as const;
  expect(await namesFor(...roles)).toEqual(["Kaltim"]);
  expect(await namesFor({ role: "admin", programId: null, regionCode: null })).toEqual(["Garut", "Kaltim", "Purwakarta"]);
  expect(await namesFor()).toEqual([]);
});
