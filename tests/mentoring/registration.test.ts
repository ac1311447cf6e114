import { describe, expect, it } from "vitest";
import { readRegistration, tidyText, type TypedRegistration } from "#app/mentoring/registration.ts";

function read(typed: Partial<TypedRegistration>) {
  return readRegistration({ name: "Siti Aminah", birthYear: "", gender: "", confirmedName: "", ...typed }, 2026);
}

describe("readRegistration", () => {
  it("needs a name and nothing else", () => {
    expect(read({})).toEqual({ registration: { name: "Siti Aminah", birthYear: null, gender: null, isAnotherPerson: false } });
  });

  it("takes everything that may be said", () => {
    expect(read({ birthYear: " 1968 ", gender: "female" })).toMatchObject({ registration: { birthYear: 1968, gender: "female" } });
  });

  it("tidies the name", () => {
    expect(read({ name: "  Siti   Aminah\u0000\t" })).toMatchObject({ registration: { name: "Siti Aminah" } });
  });

  it.each(["Wé", "Nur'aini", "I Gusti Ngurah", "H. Abdul-Rahman, S.Pd.", "Ma’ruf", "नीता", "Ñurul", "a".repeat(80)])("takes the name %s", (name) => {
    expect(read({ name })).toMatchObject({ registration: { name } });
  });

  it.each(["", " ", "S", "12", "S.", "Siti 123", "<b>Siti</b>", "Siti & Budi", "Siti 👩🏽‍🌾", "a".repeat(81)])("refuses the name “%s”", (name) => {
    expect(read({ name })).toEqual({ faults: ["name"] });
  });

  it.each([
    ["2009", { registration: { birthYear: 2009 } }],
    ["2010", { faults: ["tooYoung"] }],
    ["2026", { faults: ["tooYoung"] }],
    ["2027", { faults: ["birthYear"] }],
    ["1916", { registration: { birthYear: 1916 } }],
    ["1915", { faults: ["birthYear"] }],
    ["68", { faults: ["birthYear"] }],
    ["abcd", { faults: ["birthYear"] }],
    ["1968.0", { faults: ["birthYear"] }],
  ])("reads the birth year %s", (birthYear, result) => {
    expect(read({ birthYear })).toMatchObject(result);
  });

  it("names every fault at once", () => {
    expect(read({ name: "", birthYear: "2015", gender: "x" })).toEqual({ faults: ["name", "gender", "tooYoung"] });
  });

  it("takes the confirmation for the name that was asked about only", () => {
    expect(read({ confirmedName: "siti  aminah" })).toMatchObject({ registration: { isAnotherPerson: true } });
    expect(read({ confirmedName: "Siti" })).toMatchObject({ registration: { isAnotherPerson: false } });
  });
});

it("tidies to one composed form", () => {
  expect(tidyText("Ire\u0301ne\u202e")).toBe("Iréne");
});
