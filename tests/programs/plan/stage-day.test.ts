import { expect, it } from "vitest";
import { stageDay } from "#app/programs/plan/plan-parts.tsx";

// The day of the first graduates is that of one person.
it("tells the day on which a village reached a stage, but of the first graduates the month alone", () => {
  const told = (["internet", "center", "cohort", "graduates"] as const).map((stage) => stageDay({ stage, reachedOn: "2026-11-17" }, "id"));
  expect(told).toEqual(["17 November 2026", "17 November 2026", "17 November 2026", "November 2026"]);
});
