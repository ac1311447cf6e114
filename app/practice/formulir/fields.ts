export const fieldKinds = ["text", "number", "choice"] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FormField {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required?: boolean | undefined;
  /** What stands on the paper beside the phone and is to be filled in, to the word; of a choice, one of its options. */
  readonly value?: string | undefined;
  /** In place of `value`: anything may be filled in, for instance this. */
  readonly example?: string | undefined;
  /** A line below the label. */
  readonly help?: string | undefined;
  readonly options?: readonly string[] | undefined;
  /** Why it is better left empty; what is typed there is not kept. */
  readonly avoid?: string | undefined;
}

/** What is amiss with a field, a key below `fault.`. */
export type Fault = "avoid" | "optional" | "empty" | "number" | "other";

/** The fault of a field with `text` in it; none when it can be sent. With `onlyRequired`, what may stay empty must. */
export function faultOf(field: FormField, text: string, onlyRequired: boolean): Fault | undefined {
  const filled = text.trim() !== "";
  if (field.avoid !== undefined) return filled ? "avoid" : undefined;
  if (!filled) return field.required ? "empty" : undefined;
  if (!field.required && onlyRequired) return "optional";
  if (field.kind === "number" && !/^[\d .-]*\d[\d .-]*$/.test(text.trim())) return "number";
  return field.value !== undefined && bare(text) !== bare(field.value) ? "other" : undefined;
}

/** What the hints fill into a field: nothing where nothing has to stand. */
export function rightText(field: FormField): string {
  return field.required && field.avoid === undefined ? field.value ?? field.example ?? "" : "";
}

// Big letters, spaces and signs are forgiven: this is about forms, not about spelling.
function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
