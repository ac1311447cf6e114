/**
 * What a screen reader says of the controls in a simulator's markup. It reads what React's `renderToStaticMarkup`
 * writes, where every attribute stands in double quotes with `<` and `>` escaped, and buttons hold no buttons.
 */

/** The words of the button that takes `step`; undefined when the markup has no such button. */
export function wordsOfControl(html: string, step: string): string | undefined {
  const takes = [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].filter(([, own = ""]) => attribute(own, "name") === "step" && attribute(own, "value") === step);
  const [, own = "", content = ""] = takes.find(([, attributes = ""]) => !isHidden(attributes)) ?? takes[0] ?? [];
  return takes.length === 0 ? undefined : (attribute(own, "aria-label") ?? spokenIn(content));
}

/** The label of the text field `id`, and whether only the length of what is typed there is kept. */
export function wordsOfField(html: string, id: string): { label: string; hidden: boolean } {
  const [, label = ""] = new RegExp(`<label for="practice-field-${id}">(.*?)</label>`, "s").exec(html) ?? [];
  return { label: spokenIn(label), hidden: html.includes(`name="hide:${id}"`) };
}

/** The words of a piece of markup: its text and the words of its pictures, without what is hidden from screen readers. */
export function spokenIn(html: string): string {
  let words = "";
  let silentUntil: number | undefined;
  let depth = 0;
  for (const [, end, , own = "", text] of html.matchAll(/<(\/?)([\w-]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      if (silentUntil === undefined) words = joined(words, decoded(text));
    } else if (end) {
      depth -= 1;
      if (depth === silentUntil) silentUntil = undefined;
    } else {
      const label = attribute(own, "aria-label") ?? attribute(own, "alt");
      if (silentUntil === undefined && !isHidden(own) && label !== undefined) words = joined(words, label);
      if (silentUntil === undefined && (isHidden(own) || label !== undefined)) silentUntil = depth;
      depth += 1;
      if (own.endsWith("/")) depth -= 1;
      if (depth === silentUntil) silentUntil = undefined;
    }
  }
  return words.replaceAll(/\s+/g, " ").trim();
}

/** Two pieces that stand in tags of their own: a comma says that one is no part of the other, unless a space or sign does. */
function joined(before: string, after: string): string {
  if (before === "" || /\s$/.test(before) || /^[\s\p{P}]/u.test(after)) return before + after;
  return `${before}${/[\p{P}]$/u.test(before) ? "" : ","} ${after}`;
}

function isHidden(attributes: string): boolean {
  return attribute(attributes, "aria-hidden") === "true";
}

function attribute(attributes: string, name: string): string | undefined {
  const [, value] = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes) ?? [];
  return value === undefined ? undefined : decoded(value);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function decoded(text: string): string {
  return text.replace(/&([\w#]+);/g, (whole, name: string) => entities[name] ?? whole);
}
