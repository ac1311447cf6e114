/** The longest text of a field, in signs. A field's `maxLength`. */
export const longestText = 60;

export interface Typed {
  readonly field: string;
  readonly text: string;
}

/** The step that writes `text` into `field`: `type:nama:Bu%20Sari`. Commas are encoded, text beyond 60 signs is cut. */
export function typedStep(field: string, text: string): string {
  return `type:${field}:${encodeURIComponent([...text.replace(/\p{Surrogate}/gu, "")].slice(0, longestText).join(""))}`;
}

/** What a step of `typedStep` writes; nothing for any other step. */
export function readTyped(step: string): Typed | undefined {
  const [, field, code] = /^type:([a-z0-9-]{1,16}):(.*)$/.exec(step) ?? [];
  const text = code === undefined ? undefined : decoded(code);
  return field !== undefined && text !== undefined && typedStep(field, text) === step ? { field, text } : undefined;
}

/**
 * The steps for the fields of a posted exercise that no longer hold what the page came with. A field `type:nama`
 * stands beside `was:nama`; what is typed into a field `hide:pin` is never kept, only how long it is.
 */
export function typedSteps(form: FormData): string[] {
  return [...form].flatMap(([name, text]) => {
    const [, kind, field] = /^(type|hide):([a-z0-9-]{1,16})$/.exec(name) ?? [];
    if (field === undefined || typeof text !== "string" || text === (form.get(`was:${field}`) ?? "")) return [];
    return [typedStep(field, kind === "hide" ? "*".repeat(text.length) : text)];
  });
}

function decoded(code: string): string | undefined {
  try {
    return decodeURIComponent(code);
  } catch {
    return undefined;
  }
}
