import { describe, expect, it } from "vitest";
import { type ImportLine, type KnownLearner, planImport } from "#app/mentoring/intake/import-plan.ts";
import { isNearName, nameForm } from "#app/mentoring/intake/names.ts";
import { anotherPerson } from "#app/mentoring/intake/whose-line.ts";

const siti: KnownLearner = { learnerId: "siti", number: 5, name: "Siti Aminah", birthYear: 1968, gender: null, isInCohort: true, isWaiting: false, isElsewhere: false };

function rows(...cells: Partial<ImportLine>[]): ImportLine[] {
  return cells.map((cell, index) => ({ line: index + 2, name: "", birth: "", gender: "", number: "", ...cell }));
}

function plan(lines: ImportLine[], { known = [siti], freePlaces = null, choices = {} }: { known?: KnownLearner[]; freePlaces?: number | null; choices?: Record<number, string> } = {}) {
  return planImport(lines, known, { thisYear: 2026, freePlaces, choices: new Map(Object.entries(choices).map(([line, choice]) => [Number(line), choice])) });
}

const outcomes = (planned: ReturnType<typeof plan>) => planned.lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals.map(({ code }) => code).join() : outcome.kind));

describe("a row", () => {
  it.each([
    [{ name: "=cmd|' /C calc'!A0" }, "nameFormula"],
    [{ name: "+62812" }, "nameFormula"],
    [{ name: "@SUM(A1)" }, "nameFormula"],
    [{ name: "\tSiti" }, "nameFormula"],
    [{ name: "'=1+1" }, "nameFormula"],
    [{ name: "\u0001\u0002\u0003" }, "nameControl"],
    [{ name: "Si\uFFFDti" }, "nameControl"],
    [{ name: "3505041212680001" }, "nameDigits"],
    [{ name: "Siti 3505 0412 1268 0001" }, "nameDigits"],
    [{ name: "12" }, "nameWrong"],
    [{ name: "" , birth: "1968" }, "nameEmpty"],
    [{ name: "Budi", birth: "68" }, "birthYear"],
    [{ name: "Budi", birth: "2015" }, "tooYoung"],
    [{ name: "Budi", birth: "2009" }, "needsGuardian"],
    [{ name: "Budi", birth: "2008" }, "needsGuardian"],
    [{ name: "Budi", birth: "1850" }, "yearImpossible"],
    [{ name: "Budi", birth: "2035" }, "yearImpossible"],
    [{ name: "Budi", gender: "X", birth: "68" }, "birthYear,gender"],
    [{ name: "Budi", number: "A7" }, "numberWrong"],
    [{ name: "Budi", number: "99" }, "numberUnknown"],
  ])("%j is refused: %s", (cells, codes) => {
    expect(outcomes(plan(rows(cells)))).toEqual([codes]);
  });

  it("takes the year out of a date, and a gender in any of its words", () => {
    const { lines } = plan(rows({ name: "Budi", birth: "Blitar, 17 Agustus 1968", gender: "Laki-laki" }, { name: "Ani", birth: "1970-02-01", gender: "pr" }));
    expect(lines.map(({ outcome }) => outcome.kind === "added" && [outcome.person.birthYear, outcome.person.gender])).toEqual([[1968, "male"], [1970, "female"]]);
  });

  it("whose person is in an earlier row is refused, and says which", () => {
    const { lines } = plan(rows({ name: "Budi", birth: "1960" }, { name: " BUDI ", birth: "1960" }, { name: "budi" }, { name: "Budi", birth: "1985" }), { known: [] });
    expect(lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals : outcome.kind))).toEqual(["added", [{ code: "repeated", line: 2 }], [{ code: "repeatedName", line: 2 }], "added"]);
  });

  it("much like an earlier one is taken and told", () => {
    const { lines } = plan(rows({ name: "Sulastri", birth: "1960" }, { name: "Sulastrri", birth: "1960" }, { name: "Sulastri", birth: "1985" }), { known: [] });
    expect(lines.map(({ similarTo }) => similarTo)).toEqual([null, 2, null]);
  });
});

describe("somebody who is here already", () => {
  it("is not refused for their age: a guardian has agreed for them", () => {
    const { lines } = plan(rows({ name: "Siti Aminah", birth: "2008" }), { known: [{ ...siti, birthYear: 2008 }] });
    expect(lines[0]).toMatchObject({ outcome: { kind: "known", changes: [] } });
  });

  it("is left alone by the same name and year, whatever its case and spaces", () => {
    const { lines, totals } = plan(rows({ name: "SITI  AMINAH", birth: "1968" }));
    expect(lines[0]).toMatchObject({ outcome: { kind: "known", changes: [], placing: null }, choice: "siti" });
    expect(totals).toMatchObject({ unchanged: 1, added: 0 });
  });

  it.each([{ name: "Siti Aminah" }, { name: "Siti Aminnah", birth: "1968" }, { name: "Siti Aminah", birth: "1966" }])("is asked about for %j", (cells) => {
    expect(plan(rows(cells)).lines[0]).toMatchObject({ outcome: { kind: "undecided" }, choice: null, candidates: [{ learner: { learnerId: "siti" } }] });
  });

  it("is surely another where the years lie far apart", () => {
    const { lines } = plan(rows({ name: "Siti Aminah", birth: "1990" }));
    expect(lines[0]).toMatchObject({ outcome: { kind: "added" }, choice: anotherPerson });
    expect(lines[0]?.candidates).toHaveLength(1);
  });

  it("gets what is new and loses nothing to an empty cell; the name stays", () => {
    const { lines } = plan(rows({ name: "siti aminah", gender: "P" }), { choices: { 2: "siti" } });
    expect(lines[0]?.outcome).toMatchObject({ kind: "known", changes: [{ field: "gender", from: null, to: "female" }], placing: null });
  });

  it("is renamed by their number alone, and asked about where the name is quite another", () => {
    expect(plan(rows({ name: "Siti Aminah Rahayu", number: "5" })).lines[0]?.outcome).toMatchObject({ kind: "known", changes: [{ field: "name", from: "Siti Aminah", to: "Siti Aminah Rahayu" }] });
    const asked = rows({ name: "Bambang Pamungkas", number: "5" });
    expect(outcomes(plan(asked))).toEqual(["undecided"]);
    expect(outcomes(plan(asked, { choices: { 2: anotherPerson } }))).toEqual(["added"]);
    expect(outcomes(plan(asked, { choices: { 2: "nobody we know" } }))).toEqual(["undecided"]);
  });

  it("is told of once", () => {
    const { lines } = plan(rows({ name: "Siti Aminah", birth: "1968" }, { name: "Siti Amina", number: "5" }));
    expect(lines[1]?.outcome).toEqual({ kind: "refused", refusals: [{ code: "repeated", line: 2 }] });
  });
});

describe("places", () => {
  it("refuses a row about who learns the same in another cohort", () => {
    const known = [{ ...siti, isInCohort: false, isElsewhere: true }];
    expect(plan(rows({ number: "5", name: "Siti Aminah" }), { known }).lines[0]?.outcome).toEqual({ kind: "refused", refusals: [{ code: "elsewhere" }] });
  });

  it("go to the first rows, the others wait; who has one or waits takes none", () => {
    const known = [siti, { ...siti, learnerId: "tono", number: 6, name: "Tono", birthYear: 1970, isInCohort: false }, { ...siti, learnerId: "wati", number: 7, name: "Wati", birthYear: 1971, isInCohort: false, isWaiting: true }];
    const { lines, totals } = plan(rows({ name: "Siti Aminah", birth: "1968" }, { name: "Wati", birth: "1971" }, { name: "Tono", birth: "1970" }, { name: "Budi" }), { known, freePlaces: 1 });
    expect(lines.map(({ outcome }) => "placing" in outcome && outcome.placing)).toEqual([null, null, "enrolled", "waiting"]);
    expect(totals).toMatchObject({ added: 1, enrolled: 1, unchanged: 2, waiting: 1 });
  });
});

describe("names", () => {
  it.each([
    ["Siti Aminah", "siti  aminah"],
    ["Siti Aminah", "SitiAminah"],
    ["Soekarno", "Sukarno"],
    ["Moh. Yusuf", "Muhammad Yusuf"],
    ["H. Abdullah", "H Abdullah"],
  ])("%s and %s are the same", (a, b) => {
    expect(nameForm(a).key).toBe(nameForm(b).key);
  });

  it.each([
    ["Siti Aminah", "Siti Aminnah", true],
    ["Siti Aminah", "Aminah Siti", true],
    ["Siti Aminah", "Siti Aminah Binti Ahmad", true],
    ["Slamet", "Salmet", true],
    ["Siti Aminah", "Siti Rahayu", false],
    ["Budi", "Rudi", true],
    ["Budi", "Joko", false],
    ["Ani", "Ina", false],
  ])("%s and %s are near: %s", (a, b, near) => {
    expect(isNearName(nameForm(a), nameForm(b))).toBe(near);
    expect(isNearName(nameForm(b), nameForm(a))).toBe(near);
  });
});
