import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { pillars } from "#app/catalog/course.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { TestsTable } from "#app/mentoring/tests-table.tsx";
import { GainTable } from "#app/programs/gain-table.tsx";
import { reportGain } from "#app/programs/gain.ts";
import { exactly } from "#app/programs/stages.ts";

// 37.4 and 79.6 percent: 42.2 points, but 43 between what is shown.
const tallies = { start: { correct: 187, total: 500 }, close: { correct: 398, total: 500 } };
const show = (table: React.ReactNode, locale: "id" | "en") => renderToStaticMarkup(<CopyProvider value={copyIn(locale)}>{table}</CopyProvider>);
const rowNames = (html: string) => [...html.matchAll(/<th scope="row">([^<]+)/g)].map(([, name]) => name);
const gain = reportGain(pillars.map((pillar) => ({ pillar, people: 100, ...tallies })), exactly(100));

it.each(["id", "en"] as const)("a lead and a mentor call each pillar the same (%s)", (locale) => {
  const lines = [...pillars, "all" as const].map((pillar) => ({ pillar, ...tallies, points: 43 }));
  const names = rowNames(show(<GainTable gain={gain} />, locale));
  expect(new Set(names).size).toBe(5);
  expect(rowNames(show(<TestsTable tests={[]} pillars={lines} />, locale))).toEqual(names);
});

it("the gain is what lies between the percents beside it", () => {
  const cells = [...show(<GainTable gain={gain} />, "id").matchAll(/<td[^>]*>([^<]+)/g)].map(([, text]) => text);
  expect(cells.slice(0, 3)).toEqual(["37 %", "80 %", "+43"]);
});

it("says to what it is rounded where few people took both tests", () => {
  const few = reportGain(pillars.map((pillar) => ({ pillar, people: 20, ...tallies })), exactly(20));
  expect(show(<GainTable gain={few} />, "id")).toContain("Dibulatkan ke 5 %, supaya hasil satu orang tidak terbaca.");
  expect(show(<GainTable gain={gain} />, "id")).not.toContain("Dibulatkan");
});
