import { describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { dayOf } from "#app/i18n/locale.ts";
import { figuresOf } from "#app/programs/area-figures.ts";
import { allPrograms } from "#app/programs/contributions.ts";
import { rateOf, type Selection, selectionOf, type VillageCounts } from "#app/programs/completion.ts";
import { countText, lastHeardText, percentText } from "#app/programs/figures.ts";
import { activeSinceOf, type LastHeard } from "#app/programs/last-heard.ts";
import { exactly } from "#app/programs/stages.ts";
import { publishRow } from "#app/programs/suppression.ts";
import { completionOf } from "./completion-of.ts";

const now = new Date("2026-11-21T03:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

function village(number: number, fields: Partial<VillageCounts> = {}): VillageCounts {
  const place = { village: `Desa ${number}`, districtCode: "32.14.01", district: "Jatiluhur", regencyCode: "32.14", regency: "Purwakarta" };
  const counts = { target: 30, registered: 0, started: 0, finished: 0, certified: 0, lastActivityAt: null };
  return { villageCode: `32.14.01.${2000 + number}`, ...place, ...counts, ...fields };
}

const row = (...villages: VillageCounts[]) => completionOf(villages, now).groups[0]?.rows[0];

describe("rates", () => {
  it("are finished of registered and of target", () => {
    const rates = row(village(1, { registered: 24, started: 12, finished: 6, certified: 6 }));
    expect(rates?.ofRegistered).toEqual({ part: exactly(6), whole: exactly(24), share: exactly(0.25) });
    expect(rates?.ofTarget?.share).toEqual(exactly(0.2));
  });

  it("are none of nothing, nor of a handful", () => {
    expect(row(village(1, { target: 0 }))).toMatchObject({ ofRegistered: null, ofTarget: null });
    expect(row(village(1, { registered: 3, started: 3, finished: 3 }))).toMatchObject({ ofRegistered: null, ofTarget: null });
    expect(rateOf(exactly(0), exactly(0))).toBeNull();
  });

  it("span what the hidden number may be", () => {
    expect(row(village(1, { registered: 24, started: 24, finished: 23 }))?.ofRegistered?.share).toEqual({ low: 20 / 24, high: 23 / 24 });
  });

  it("of a target may be above the whole, of the registered never", () => {
    expect(row(village(1, { target: 10, registered: 20, started: 20, finished: 20 }))?.ofTarget?.share).toEqual(exactly(2));
    expect(rateOf({ low: 20, high: 30 }, { low: 25, high: 40 }, 1)?.share).toEqual({ low: 0.5, high: 1 });
  });
});

describe("the report", () => {
  it("counts target villages with learners, and others apart", () => {
    const report = completionOf([village(1, { registered: 9 }), village(2), village(3, { target: null, registered: 6 })], now);
    expect(report).toMatchObject({ targetVillages: 2, targetVillagesWithLearners: 1, otherVillages: 1 });
    expect(report.totals).toMatchObject({ target: 60, ofTarget: null });
  });

  it("groups by district within a regency, and by regency across several", () => {
    const other = { districtCode: "32.05.01", district: "Garut Kota", regencyCode: "32.05", regency: "Garut" };
    expect(completionOf([village(1), village(2)], now).groups).toMatchObject([{ name: "Jatiluhur", kind: "district", villageCount: 2 }]);
    expect(completionOf([village(1), village(2, other)], now).groups.map(({ name }) => name)).toEqual(["Purwakarta", "Garut"]);
  });

  // The pages of places tell of the program too, district by district: what they tell must not be taken from this total.
  it("tells of districts and of the whole what the pages of places tell", () => {
    const hidden = (number: number, districtCode: string) => village(number, { districtCode, villageCode: `${districtCode}.${2000 + number}`, registered: 30, started: 20, finished: 2 });
    const villages = ["32.14.01", "32.14.02"].flatMap((district) => [1, 2, 3].map((number) => hidden(number, district)));
    expect(completionOf(villages, now).groups.map(({ counts }) => counts.finished)).toEqual([exactly(6), exactly(6)]);
    expect(completionOf([...villages, hidden(1, "32.14.03")], now).totals.counts.finished).toEqual({ low: 13, high: 16 });
  });

  it("tells the last day of many, but only roughly of a handful", () => {
    const heard = (fields: Partial<VillageCounts>) => row(village(1, fields))?.lastHeard;
    expect(heard({ registered: 24, started: 12, lastActivityAt: daysAgo(2) })).toEqual({ kind: "day", on: "2026-11-19" });
    expect(heard({ registered: 3, started: 2, lastActivityAt: daysAgo(2) })).toEqual({ kind: "within30Days" });
    expect(heard({ registered: 24, started: 1, lastActivityAt: daysAgo(31) })).toEqual({ kind: "before30Days" });
    expect(heard({ registered: 24 })).toEqual({ kind: "never" });
  });

  // The pages of places and their files tell of the same people.
  it("tells when people were last heard from as the pages of places do", () => {
    const activeSince = activeSinceOf(now);
    const ofPlace = ({ lastActivityAt, villageCode, village: name, ...counts }: VillageCounts) =>
      figuresOf({ code: villageCode, kind: "village", name }, 1, { told: publishRow(counts), figures: {}, lastOn: lastActivityAt && dayOf(lastActivityAt) }, { activeSince, programId: "p" }).lastHeard;
    for (const started of [0, 1, 4, 5, 12]) {
      for (const lastActivityAt of [null, daysAgo(0), daysAgo(29), daysAgo(30), daysAgo(31)]) {
        const one = village(1, { registered: 24, started, lastActivityAt });
        expect([started, lastActivityAt, row(one)?.lastHeard]).toEqual([started, lastActivityAt, ofPlace(one)]);
      }
    }
  });

  // Beside the days that its parts tell, the day of a whole would be that of the one that tells none.
  it("tells of several villages or programs together only whether it was within 30 days", () => {
    const placeIn = (kind: "district" | "village", programId: string) => figuresOf({ code: "32.14.01", kind, name: "Jatiluhur" }, 9, { told: publishRow({ registered: 24, started: 12, finished: 0, certified: 0 }), figures: {}, lastOn: "2026-11-19" }, { activeSince: activeSinceOf(now), programId }).lastHeard;
    expect(placeIn("village", "p")).toEqual({ kind: "day", on: "2026-11-19" });
    expect([placeIn("district", "p"), placeIn("village", allPrograms), placeIn("district", allPrograms)]).toEqual(Array(3).fill({ kind: "within30Days" }));
    const many = village(1, { registered: 24, started: 12, lastActivityAt: daysAgo(9) });
    const few = village(2, { registered: 3, started: 2, lastActivityAt: daysAgo(2) });
    expect(completionOf([many, few], now).lastHeard).toEqual({ kind: "within30Days" });
    expect(completionOf([few], now).lastHeard).toEqual({ kind: "within30Days" });
    expect(completionOf([], now).lastHeard).toEqual({ kind: "never" });
  });

  it("selects villages without changing subtotals", () => {
    const groups = (selection: Selection) => completionOf([village(1, { registered: 9 }), village(2)], now, selection).groups;
    expect(groups("mulai")).toMatchObject([{ target: 60, villageCount: 2, rows: [{ village: "Desa 1" }] }]);
    expect(groups("belum")).toMatchObject([{ target: 60, villageCount: 2, rows: [{ village: "Desa 2" }] }]);
    expect(groups("semua")).toMatchObject([{ target: 60, villageCount: 2, rows: [{ village: "Desa 1" }, { village: "Desa 2" }] }]);
    expect(completionOf([village(2)], now, "mulai")).toMatchObject({ groups: [], targetVillages: 1 });
    expect(selectionOf("apa saja", "mulai")).toBe("mulai");
  });
});

describe("numbers in words", () => {
  it("mark hidden ones", () => {
    expect(countText(exactly(0), "id")).toBe("0");
    expect(countText(exactly(1204), "id")).toBe("1.204");
    expect(countText({ low: 1, high: 4 }, "id")).toBe("<5");
    expect(countText({ low: 20, high: 23 }, "id")).toBe("20–23");
  });

  it("say 0 of nobody and 100 of everybody only", () => {
    expect(percentText(exactly(0))).toBe("0");
    expect(percentText(exactly(1 / 841))).toBe("<1");
    expect(percentText(exactly(840 / 841))).toBe(">99");
    expect(percentText(exactly(1))).toBe("100");
    expect(percentText({ low: 20 / 24, high: 23 / 24 })).toBe("83–96");
    expect(percentText({ low: 1 / 300, high: 4 / 300 })).toBe("<1–1");
    expect(percentText({ low: 250 / 254, high: 253 / 254 })).toBe("98–99");
    expect(percentText({ low: 253 / 254, high: 1 })).toBe("99–100");
    expect(percentText({ low: 0, high: 1 / 841 })).toBe("0–1");
  });

  // What a file tells as 11.1 to 44.4 is no 11 to 45: the ends are rounded as the exact share between them would be.
  it("round the ends of a range as exact shares", () => {
    expect(percentText(exactly(4 / 9))).toBe("44");
    expect(percentText({ low: 1 / 9, high: 4 / 9 })).toBe("11–44");
    expect(percentText({ low: 0.447, high: 0.555 })).toBe("45–56");
  });

  it("tell when people were last heard from by the day, or by 30 days", () => {
    const copy = copyIn("id");
    const text = (lastHeard: LastHeard) => lastHeardText(lastHeard, copy);
    expect(text({ kind: "day", on: "2026-11-19" })).toBe("19 November 2026");
    expect([text({ kind: "within30Days" }), text({ kind: "before30Days" }), text({ kind: "never" })]).toEqual(["dalam 30 hari ini", "lebih dari 30 hari yang lalu", "–"]);
  });
});
