import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { readingOf } from "#app/catalog/readability.ts";
import { practice as english } from "#app/i18n/en/practice.ts";
import { practice as indonesian } from "#app/i18n/id/practice.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { PracticeScreen } from "#app/practice/practice-screen.tsx";
import { loadSimulator } from "#app/practice/registry.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { say } from "#app/practice/view-props.ts";
import { followHints, strictTranslator } from "./play.ts";

const id = strictTranslator({ practice: indonesian });
const en = strictTranslator({ practice: english });
const garbage = fc.oneof(fc.string(), fc.constantFrom("", "back", "constructor", "__proto__", "type:x:y", "key:1", "a:b:c:d"));

/**
 * What has to hold for every simulator, tried with each of `configs`: hints lead to the end from wherever one got,
 * what the screen offers is what the rules understand, every sentence exists in both languages and is short.
 * `typed` are steps of text fields, which are not among the offered ones.
 */
export async function describeSoundness(name: string, configs: readonly unknown[], typed: readonly string[] = []): Promise<void> {
  const exercises = await Promise.all(configs.map(async (config, index) => {
    const practice = parsePractice(name, config);
    return { number: index + 1, ...practice, ...(await loadSimulator(practice.simulator)) };
  }));

  describe.each(exercises)(`${name} $number after any steps`, ({ simulator, config, rules }) => {
    /** Turns numbers into a walk over what is offered, with typing and nonsense in between. */
    const walkOf = (choices: readonly (number | string)[]) => choices.reduce<string[]>((steps, choice) => {
      const possible = [...rules.controls(replay(rules, config, steps), config), ...typed];
      return [...steps, typeof choice === "string" ? choice : possible[choice % possible.length] ?? ""];
    }, []);
    const walks = fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(999) }, garbage), { maxLength: 40 }).map(walkOf);

    it("is finished by following the hints", () => {
      expect(isFinished(rules, config, [])).toBe(false);
      fc.assert(fc.property(walks, (steps) => {
        expect(isFinished(rules, config, [...steps, ...followHints(rules, config, steps)])).toBe(true);
      }));
    });

    it("lets nothing but what it offers change anything", () => {
      fc.assert(fc.property(walks, garbage, (steps, nonsense) => {
        const state = replay(rules, config, steps);
        const offered = rules.controls(state, config);
        expect(new Set(offered).size).toBe(offered.length);
        for (const step of offered) expect(rules.take(state, step, config)).not.toBe(state);
        if (!offered.includes(nonsense)) expect(rules.take(state, nonsense, config)).toBe(state);
        for (const step of offered) expect(step).toMatch(/^[a-z0-9:-]{1,24}$/);
      }));
    });

    it("is drawn with exactly these controls, all named, in short sentences of both languages", () => {
      fc.assert(fc.property(walks, (steps) => {
        const state = replay(rules, config, steps);
        const html = renderToStaticMarkup(<PracticeScreen simulator={simulator} config={config} steps={steps} action="hint" formId="f-1" t={id} />);
        renderToStaticMarkup(<PracticeScreen simulator={simulator} config={config} steps={steps} formId="f-1" t={en} />);
        expect(new Set(stepsIn(html))).toEqual(new Set(rules.controls(state, config)));
        for (const [, attributes = "", content = ""] of html.matchAll(/<button([^>]*)>(.*?)<\/button>/g)) {
          expect(/aria-label="[^"]+"/.test(attributes) || content.replace(/<[^>]*>/g, "").trim() !== "").toBe(true);
        }
        for (const sentence of [rules.notice(state, config), rules.hint(state, config)]) {
          const text = say((key, values) => id(`practice.${simulator}.${key}`, values), sentence);
          expect(readingOf(text).longestSentence.split(" ").length, text).toBeLessThanOrEqual(14);
        }
      }), { numRuns: 40 });
    });

    it("marks what a hint speaks of", () => {
      const way = followHints(rules, config, []);
      for (const [index, next] of way.entries()) {
        const html = renderToStaticMarkup(<PracticeScreen simulator={simulator} config={config} steps={way.slice(0, index)} action="hint" formId="f-1" t={id} />);
        expect(html, next).toContain("data-hint");
      }
    });
  });
}

function stepsIn(html: string): string[] {
  return [...html.matchAll(/<button[^>]*name="step"[^>]*value="([^"]*)"/g)].map((match) => match[1] ?? "");
}
