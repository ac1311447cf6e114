import { describe, expect, it } from "vitest";
import { planTargets, type PlanGround } from "#app/programs/plan/plan-targets.ts";
import { readTargetList, readVillageCode, type TargetLine } from "#app/programs/plan/target-list.ts";

const village = (name: string, isRetired = false) => ({ name, isRetired });
const ground: PlanGround = {
  regionCode: "32.05",
  villages: new Map([["32.05.01.2001", village("Satu")], ["32.05.01.2002", village("Dua")], ["32.05.01.2003", village("Lama", true)], ["35.05.04.2014", village("Plosorejo")]]),
  successors: new Map([["32.05.01.2003", [{ code: "32.05.01.2001", name: "Satu" }]]]),
  named: [
    { code: "32.05.01.2001", name: "Satu", district: "Garut Kota" },
    { code: "32.05.01.2002", name: "Dua", district: "Garut Kota" },
    { code: "32.05.08.2004", name: "Dua", district: "Bayongbong" },
  ],
  targets: new Map([["32.05.01.2002", { learners: 20, wave: 1 }]]),
  waves: new Map([[1, { startsOn: "2026-01-05", endsOn: "2026-06-30" }]]),
};
const line = (number: number, part: Partial<TargetLine>): TargetLine => ({ line: number, code: "", village: "", district: "", learners: "", wave: "", startsOn: "", endsOn: "", ...part });
const outcomes = (...lines: TargetLine[]) => planTargets(lines, ground).lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals.map(({ code }) => code).join(" ") : outcome.kind));

describe("planTargets", () => {
  it("adds, changes, and leaves alone what stands so; an empty cell keeps what stands", () => {
    expect(outcomes(line(2, { code: "3205012001", learners: "25", wave: "1" }))).toEqual(["added"]);
    expect(outcomes(line(2, { code: "32.05.01.2002", learners: "25" }))).toEqual(["changed"]);
    expect(outcomes(line(2, { code: "32.05.01.2002" }))).toEqual(["same"]);
  });

  it("refuses what is unknown, retired, outside, twice, or no code", () => {
    expect(outcomes(line(2, { code: "32.05.01.2999", learners: "5" }))).toEqual(["unknown"]);
    expect(outcomes(line(2, { code: "32.05.01.2003", learners: "5" }))).toEqual(["retired"]);
    expect(outcomes(line(2, { code: "35.05.04.2014", learners: "5" }))).toEqual(["outside"]);
    expect(outcomes(line(2, { code: "Plosorejo", learners: "5" }))).toEqual(["codeWrong"]);
    expect(outcomes(line(2, { code: "32.05.01.2001", learners: "5" }), line(3, { code: "3205012001", learners: "5" }))).toEqual(["added", "repeated"]);
  });

  it("takes neither of two rows that say different things of a village, and names the other in each", () => {
    const { lines } = planTargets([line(2, { code: "32.05.01.2001", learners: "5" }), line(3, { code: "32.05.01.2002", learners: "5" }), line(4, { code: "3205012001", learners: "6" })], ground);
    expect(lines.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusals : outcome.kind))).toEqual([[{ code: "repeated", line: 4 }], "changed", [{ code: "repeated", line: 2 }]]);
    expect(outcomes(line(2, { code: "32.05.01.2001", village: "Dua", learners: "5" }), line(3, { code: "32.05.01.2001", learners: "6" }))).toEqual(["otherName", "added"]);
  });

  it("names what took a retired code's place", () => {
    const [refused] = planTargets([line(2, { code: "32.05.01.2003", learners: "5" })], ground).lines;
    expect(refused?.outcome).toEqual({ kind: "refused", village: "Lama", refusals: [{ code: "retired", successors: [{ code: "32.05.01.2001", name: "Satu" }] }] });
  });

  it("finds a village by its name, in its district where several bear it", () => {
    expect(outcomes(line(2, { village: "Desa SATU", learners: "5" }))).toEqual(["added"]);
    expect(outcomes(line(2, { village: "Dua", learners: "5" }))).toEqual(["nameSeveral"]);
    expect(outcomes(line(2, { village: "Dua", district: "Kec. Garut-Kota", learners: "5" }))).toEqual(["changed"]);
    expect(outcomes(line(2, { village: "Tiga", learners: "5" }))).toEqual(["nameUnknown"]);
    expect(outcomes(line(2, { learners: "5" }))).toEqual(["codeMissing"]);
    expect(outcomes(line(2, { code: "32.05.01.2001", learners: "5" }), line(3, { village: "Satu", learners: "5" }))).toEqual(["added", "repeated"]);
  });

  it("refuses a code whose village is called otherwise", () => {
    expect(outcomes(line(2, { code: "32.05.01.2001", village: "Bukan Nama Ini", learners: "5" }))).toEqual(["otherName"]);
    expect(outcomes(line(2, { code: "32.05.01.2001", village: "ds satu", learners: "5" }))).toEqual(["added"]);
  });

  it("refuses dates upside down, dates without a wave, and two dates for one wave", () => {
    const dated = { code: "32.05.01.2001", learners: "5", wave: "2" };
    expect(outcomes(line(2, { ...dated, startsOn: "2027-02-01", endsOn: "2027-01-01" }))).toEqual(["upsideDown"]);
    expect(outcomes(line(2, { ...dated, wave: "", startsOn: "2027-02-01" }))).toEqual(["datesWithoutWave"]);
    expect(outcomes(line(2, { ...dated, wave: "1", startsOn: "2027-02-01" }))).toEqual(["waveDates"]);
    expect(outcomes(line(2, { ...dated, startsOn: "2027-01-01" }), line(3, { ...dated, code: "32.05.01.2002", startsOn: "2027-01-02" }))).toEqual(["added", "waveDates"]);
  });

  it("makes waves that the program does not have, with the dates that any row says", () => {
    const plan = planTargets([line(2, { code: "32.05.01.2001", learners: "5", wave: "Gelombang 2" }), line(3, { code: "32.05.01.2002", wave: "2", startsOn: "05-01-2027", endsOn: "30/06/2027" })], ground);
    expect(plan.newWaves).toEqual([{ number: 2, startsOn: "2027-01-05", endsOn: "2027-06-30" }]);
    expect(plan.counts).toEqual({ added: 1, changed: 1, same: 0, refused: 0 });
  });

  it("refuses numbers that are none, and 10,000 characters", () => {
    expect(outcomes(line(2, { code: "32.05.01.2001", learners: "banyak", wave: "nol" }))).toEqual(["learners wave"]);
    expect(outcomes(line(2, { code: "9".repeat(10_000), learners: "5" }))).toEqual(["codeWrong"]);
  });
});

describe("readTargetList", () => {
  it("finds the titles below a heading, in any order", () => {
    const list = readTargetList([[["Daftar desa"], ["No", "Target peserta", "Kode Desa", "Nama Desa", "Camat"], ["1", "20", "3205012001", "Satu", "x"], ["", "", "", "", ""]]]);
    expect(list).toEqual({ lines: [line(3, { code: "3205012001", village: "Satu", learners: "20" })], unreadColumns: ["Camat"] });
  });

  it("says what is missing", () => {
    expect(readTargetList([[["nama camat"], ["Satu"]]])).toEqual({ fault: { kind: "noCodes" } });
    expect(readTargetList([[["kode", "target"]]])).toEqual({ fault: { kind: "noRows" } });
    expect(readTargetList([[["kode", "target", "peserta"], ["1", "2", "3"]]])).toEqual({ fault: { kind: "twoColumns", title: "peserta" } });
  });

  it("reads codes with and without dots", () => {
    expect(["32.05.01.2001", "3205012001", "32.05", ""].map(readVillageCode)).toEqual(["32.05.01.2001", "32.05.01.2001", null, null]);
  });
});
