import { expect, it } from "vitest";
import { clockOf } from "#app/mentoring/guide-plan.ts";

it("tells at which minute each part of an hour begins and ends", () => {
  const plan = [{ minutes: 5, do: "Sapa" }, { minutes: 40, do: "Latihan" }, { minutes: 15, do: "Tanya" }];
  expect(clockOf(plan)).toEqual([{ from: 0, to: 5, do: "Sapa" }, { from: 5, to: 45, do: "Latihan" }, { from: 45, to: 60, do: "Tanya" }]);
});
