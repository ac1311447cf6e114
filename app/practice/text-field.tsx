import type { ReactNode } from "react";
import { longestText } from "./typed.ts";
import type { FieldProps, ViewProps } from "./view-props.ts";

interface TextFieldProps extends FieldProps {
  readonly text: string;
  readonly label: ReactNode;
  /** Whether only the length of what is typed may be kept. */
  readonly hidden?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  /** The id of a sentence about the field. */
  readonly describedBy?: string | undefined;
  /** The keyboard that a phone shows. */
  readonly inputMode?: "text" | "numeric" | "tel" | "url" | "email" | "search" | undefined;
}

/** A field to type into, with its label. Spread what `field(id)` of the view gave into it; a press of any button keeps what was typed. */
export function TextField({ id, text, label, hidden, required, invalid, describedBy, inputMode = "text", ...hint }: TextFieldProps) {
  const inputId = `practice-field-${id}`;
  return (
    <div className="practice-field">
      <label htmlFor={inputId}>{label}</label>
      <input type="hidden" name={`was:${id}`} value={text} />
      <input
        {...hint}
        id={inputId}
        name={`${hidden ? "hide" : "type"}:${id}`}
        defaultValue={text}
        maxLength={longestText}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        inputMode={inputMode}
        aria-required={required || undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
      />
    </div>
  );
}

/** What Enter in a text field presses: stands first in a view, out of sight and reach. */
export function EnterKey({ control, step, label }: { control: ViewProps<unknown, unknown>["control"]; step: string; label: string }) {
  // The button that is seen bears the mark of a hint.
  return <button {...control(step)} data-hint={undefined} autoFocus={false} className="practice-unseen" tabIndex={-1} aria-hidden="true">{label}</button>;
}
