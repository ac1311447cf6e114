import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { PaperNote, WebFrame } from "../web-frame.tsx";
import { WebIcon } from "../web-icons.tsx";
import type { FormField } from "./fields.ts";
import { type FormulirConfig, type FormulirState, faultIn, formulir, textIn } from "./formulir.ts";

type Props = ViewProps<FormulirConfig, FormulirState>;

/** The paper with what is to be filled in, and the form on the phone. */
function FormulirView(props: Props) {
  const { state, config, t, control } = props;
  const given = config.fields.filter(({ required, value }) => required && value !== undefined);
  return (
    <div className="web-stage">
      {given.length > 0 && (
        <PaperNote title={t("note")}>
          <dl>{given.map(({ id, label, value }) => <div key={id}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
        </PaperNote>
      )}
      <WebFrame label={t("screen")}>
        <p className="web-bar web-address">{config.address}</p>
        <div className="web-page">
          <h3>{config.title}</h3>
          {state.sent ? <p className="web-good"><WebIcon name="check" />{config.thanks}</p> : (
            <>
              <EnterKey control={control} step="send" label={t("send")} />
              <p>{config.purpose}</p>
              <p>{t("star")}</p>
              {config.fields.map((field) => <Field key={field.id} {...props} of={field} />)}
              <button {...control("send")} className="web-main">{t("send")}</button>
            </>
          )}
        </div>
      </WebFrame>
    </div>
  );
}

function Field(props: Props & { of: FormField }) {
  const { of, state, config, t, field } = props;
  const found = faultIn(state, of, config);
  const fault = found !== undefined && (state.tried || found === "avoid" || found === "optional") ? found : undefined;
  const noteId = `practice-note-${of.id}`;
  const label = <>{of.label}{of.required && <><b aria-hidden="true"> *</b><span className="practice-unseen">, {t("required")}</span></>}</>;
  return (
    <div className="web-field" data-fault={fault}>
      {of.options !== undefined ? <Choice {...props} label={label} noteId={noteId} /> : (
        <TextField
          {...field(of.id)}
          text={textIn(state, of)}
          label={label}
          hidden={of.avoid !== undefined}
          required={of.required}
          invalid={fault !== undefined}
          describedBy={noteId}
          inputMode={of.kind === "number" ? "numeric" : "text"}
        />
      )}
      <div id={noteId}>
        {of.help !== undefined && <p className="web-help">{of.help}</p>}
        {fault !== undefined && <p className="web-fault">{t(`fault.${fault}`, { why: of.avoid ?? "" })}</p>}
      </div>
    </div>
  );
}

function Choice({ of, state, label, noteId, control }: Props & { of: FormField; label: JSX.Element; noteId: string }) {
  return (
    <fieldset className="web-choice" aria-describedby={noteId}>
      <legend>{label}</legend>
      {of.options?.map((option, index) => (
        <button key={option} {...control(`pick:${of.id}:${index}`)} aria-pressed={textIn(state, of) === option}><span className="web-dot" />{option}</button>
      ))}
    </fieldset>
  );
}

export default entryOf(formulir, FormulirView);
