import { describe, expect, it } from "vitest";
import { type CardPlan, faultsOf, hasCards, planCards, planFault, readCardForm, sheetsFor } from "#app/login-cards/card-form.ts";

const now = new Date("2026-11-22T03:00:00Z");
const openedAt = new Date("2026-11-22T02:50:00Z");
const learner = (name: string, pinIssuedAt: string | null) => ({ learnerId: name, number: 1, name, pinIssuedAt: pinIssuedAt ? new Date(pinIssuedAt) : null, isWithdrawn: false, isUnasked: false });
const none = learner("none", null);
const old = learner("old", "2026-10-01T00:00:00Z");
const fresh = learner("fresh", "2026-11-22T02:55:00Z");

const namesIn = (plan: CardPlan) => Object.fromEntries(Object.entries(plan).map(([fate, learners]: [string, CardPlan["issued"]]) => [fate, learners.map(({ name }) => name)]));
const plan = (pins: "none" | "missing" | "all") => namesIn(planCards([none, old, fresh], { pins, openedAt }));

describe("the plan of a form", () => {
  it("gives PINs to those who have none, and leaves others theirs", () => {
    expect(plan("missing")).toEqual({ issued: ["none"], replaced: [], without: ["old"], stale: ["fresh"], refused: [], unasked: [] });
  });

  it("replaces PINs only when all were asked for, and none that is younger than the form", () => {
    expect(plan("all")).toEqual({ issued: ["none"], replaced: ["old"], without: [], stale: ["fresh"], refused: [], unasked: [] });
  });

  it.each(["missing", "all", "none"] as const)("gives who took back their consent neither PIN nor card (%s)", (pins) => {
    const all = planCards([{ ...none, isWithdrawn: true }], { pins, openedAt });
    expect([namesIn(all).refused, hasCards(all)]).toEqual([["none"], false]);
  });

  it("gives who was not asked for their consent no new PIN, and a card only with the PIN they have", () => {
    const unasked = [none, old, fresh].map((one) => ({ ...one, isUnasked: true }));
    expect(namesIn(planCards(unasked, { pins: "missing", openedAt }))).toMatchObject({ issued: [], without: ["old"], unasked: ["none"] });
    expect(namesIn(planCards(unasked, { pins: "all", openedAt }))).toMatchObject({ issued: [], replaced: [], unasked: ["none", "old"] });
    expect(planFault(planCards(unasked.slice(0, 1), { pins: "missing", openedAt }))).toBe("unasked");
  });

  it("gives nobody a PIN when none were asked for", () => {
    expect(plan("none")).toEqual({ issued: [], replaced: [], without: ["none", "old", "fresh"], stale: [], refused: [], unasked: [] });
  });
});

describe("reading the form", () => {
  const read = (pairs: [string, string][]) => {
    const sent = new FormData();
    for (const [name, value] of pairs) sent.append(name, value);
    return readCardForm(sent, now);
  };

  it("takes each learner once", () => {
    expect(read([["peserta", "a"], ["peserta", "b"], ["peserta", "a"], ["pin", "missing"], ["dibuka", openedAt.toISOString()]])).toEqual({ learnerIds: ["a", "b"], pins: "missing", openedAt });
  });

  it("says what is missing", () => {
    expect(faultsOf(read([]))).toEqual(["nobody", "pins"]);
    expect(faultsOf(read([["peserta", "a"], ["pin", "semua"]]))).toEqual(["pins"]);
    expect(faultsOf(read([["peserta", "a"], ["pin", "none"]]))).toEqual([]);
  });

  it.each(["", "kemarin", "2026-11-22T03:00:01Z", "9999-01-01"])("takes “%s” for a form opened long ago: it replaces nothing", (dibuka) => {
    const form = read([["pin", "all"], ["peserta", "old"], ["dibuka", dibuka]]);
    expect(namesIn(planCards([old, fresh], form)).replaced).toEqual([]);
  });
});

it("8 cards go on a sheet", () => {
  expect([1, 8, 9, 24, 25].map(sheetsFor)).toEqual([1, 1, 2, 3, 4]);
});
