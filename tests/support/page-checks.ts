import axe, { type RunOnly } from "axe-core";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright";
import { id } from "#app/i18n/id/index.ts";
import { phone } from "./browser.ts";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // React writes `<input/>` and `<meta/>`, `disabled=""` and `charSet`; all of it is valid HTML.
    "void-style": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "attr-case": "off",
    // The boxes of one question share a name, and so do the hidden fields that keep them while the link is down; the rule cannot be told of the latter.
    "form-dup-name": "off",
    // React writes `>` and quotes in text as they are.
    "no-raw-characters": "off",
    // HTML takes any sign but a space in an id, as the dot in `s4.0-bagian`.
    "valid-id": ["error", { relaxed: true }],
    // What an input takes that does not say so is text.
    "no-implicit-input-type": "off",
    // The board of a class tells browsers without scripts to load it anew, every 15 seconds.
    "meta-refresh": "off",
    // One long word more or less in a title does no harm: the page's own name comes first.
    "long-title": "off",
  },
});

/** What is not valid in a page as the server sent it, a line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `html ${ruleId}: ${message} (${selector ?? ""})`));
}

const standards: RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const aboutColours: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe-core finds on the page as it stands, a line for each element. `onlyColours`: by the rules alone that ask how things are coloured. */
export async function axeFaults(page: Page, { onlyColours = false } = {}): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (runOnly) => {
    // At the end of the page a button that sticks to the window's lower edge stands in its own place, and covers nothing.
    window.scrollTo(0, document.body.scrollHeight);
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ target }) => target.join(" ")) }));
  }, onlyColours ? aboutColours : standards);
  return violations.flatMap(({ id, help, where }) => where.map((target) => `axe ${id}: ${help} (${target})`));
}

/** The elements that make the page wider than its window. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const isScrolled = (element: Element) => [...document.querySelectorAll(".wide")].some((wide) => wide.contains(element) && getComputedStyle(wide).overflowX !== "visible");
    const wide = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 0.5 && !isScrolled(element));
    return wide.slice(-3).map((element) => `wider than ${width}px: ${element.outerHTML.slice(0, 120)}`).concat(wide.length === 0 ? ["wider than the window"] : []);
  });
}

/** What does not fit: on a window of 320 px, and on the phone with text twice as large. */
export async function fitFaults(page: Page): Promise<string[]> {
  await page.setViewportSize({ ...phone, width: 320 });
  const narrow = await sidewaysFaults(page);
  await page.setViewportSize(phone);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  const large = await sidewaysFaults(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
  await session.detach();
  return [...narrow, ...large.map((fault) => `text at 200 %: ${fault}`)];
}

/** The words of buttons that go on in the next line, in their middle. */
export async function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>("button, .button")].filter((button) => button.checkVisibility());
    return buttons.flatMap((button) => {
      const broken: string[] = [];
      const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (const word of (text.textContent ?? "").matchAll(/\S+/g)) {
          const range = document.createRange();
          range.setStart(text, word.index);
          range.setEnd(text, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
        }
      }
      return broken;
    });
  });
}

/**
 * Controls that are smaller than 48 by 48 CSS pixels. An input counts with the label around it. Links within
 * a sentence may be as small as its words; keys of the practice keyboard, ten to a row as on any phone, may be 24 wide.
 * What nobody sees or comes to, as the button that Enter in a field presses, has no size.
 */
export async function targetFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, summary, textarea")];
    return controls.flatMap((control) => {
      const { width, height } = (control.closest("label") ?? control).getBoundingClientRect();
      const isShown = control.checkVisibility() && width > 1 && !control.matches(".skip, [tabindex='-1'][aria-hidden=true]");
      const isInSentence = control.matches("a") && getComputedStyle(control).display === "inline" && [...(control.parentElement?.childNodes ?? [])].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ""));
      const narrowest = control.closest(".pk-keys") ? 24 : 48;
      // Layout rounds to a 64th of a pixel.
      if (!isShown || isInSentence || (width >= narrowest - 0.1 && height >= 47.9)) return [];
      return [`${Math.round(width)}x${Math.round(height)} to touch: ${control.outerHTML.slice(0, 120)}`];
    });
  });
}

/** Controls that the Tab key does not come to, and those that do not show that they have the focus. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const count = await page.evaluate(watchFocus);
  // A page that keeps the focus on itself would be tabbed through for ever: a day or a time is several stops, nothing else is.
  for (let pressed = 0; pressed <= count * 6 && !(await page.evaluate(() => window.tabbing.isRound)); pressed += tabsAtOnce) {
    for (let tab = 0; tab < tabsAtOnce; tab += 1) await page.keyboard.press("Tab");
  }
  return page.evaluate(() => window.tabbing.faults());
}

const tabsAtOnce = 10;

/** Runs in the page: notes what gets the focus from now on, from the very start of the page. Answers how many controls there are. */
function watchFocus(): number {
  const start = document.createElement("span");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
  const controls = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, summary, textarea")].filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches("[tabindex='-1'][aria-hidden=true]"));
  const reached = new Set<Element>();
  const faults: string[] = [];
  const groupOf = (control: Element) => (control instanceof HTMLInputElement && control.type === "radio" ? control.name : null);
  window.tabbing = {
    isRound: false,
    // A group of radio buttons is one stop; arrows lead on inside it.
    faults: () => {
      const groups = new Set([...reached].map(groupOf));
      const missed = controls.filter((control) => !reached.has(control) && !(groupOf(control) && groups.has(groupOf(control))));
      return [...faults, ...missed.map((control) => `not reached by Tab: ${control.outerHTML.slice(0, 120)}`)];
    },
  };
  document.addEventListener("focusin", ({ target }) => {
    const focused = target as HTMLElement;
    if (reached.has(focused) || focused === start) {
      window.tabbing.isRound = true;
      return;
    }
    reached.add(focused);
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const { width, height } = focused.getBoundingClientRect();
    const isSeen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && width > 1 && height > 1;
    if (!isSeen) faults.push(`no visible focus: ${focused.outerHTML.slice(0, 120)}`);
  });
  return controls.length;
}

declare global {
  interface Window {
    tabbing: { isRound: boolean; faults: () => string[] };
  }
}

/** What a page must have to be found and read aloud: its language, one first heading, a title. */
export async function headFaults(page: Page, lang: string): Promise<string[]> {
  const head = await page.evaluate(() => ({ lang: document.documentElement.lang, headings: document.querySelectorAll("h1").length, title: document.title }));
  return [
    ...(head.lang === lang ? [] : [`lang is "${head.lang}"`]),
    ...(head.headings === 1 ? [] : [`${head.headings} first headings`]),
    ...(/^\S.* · Melek Desa$/.test(head.title) ? [] : [`the title is "${head.title}"`]),
  ];
}

const copyGroups = Object.keys(id).join("|");

/** Keys of the catalogue that stand on the page where a sentence should. */
export async function copyFaults(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => [document.title, document.body.innerText, ...[...document.querySelectorAll("[aria-label], [alt]")].map((named) => named.getAttribute("aria-label") ?? named.getAttribute("alt"))].join("\n"));
  return [...text.matchAll(new RegExp(`\\b(?:${copyGroups})(?:\\.\\w+)+`, "g"))].map(([key]) => `no sentence for ${key}`);
}
