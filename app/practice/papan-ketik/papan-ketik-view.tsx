import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { keyStep, keyboardPages, signNames } from "./keyboard.ts";
import { type PapanKetikConfig, type PapanKetikState, papanKetik } from "./papan-ketik.ts";

type Props = ViewProps<PapanKetikConfig, PapanKetikState>;

/** A phone with a page of notes and a keyboard below it. */
export function PapanKetikView(props: Props) {
  const { state, config, t, control } = props;
  const line = config.lines[state.line];
  return (
    <div className="pk" data-big={state.big || undefined}>
      <div className="pk-notes">
        <p className="pk-title">{t("notes")}</p>
        {config.lines.slice(0, state.line).map((done, index) => <p key={index} className="pk-done">{done}</p>)}
        {line !== undefined && (
          <>
            <p className="pk-ask">{t("ask")} <b>{line}</b></p>
            <p className="pk-field"><span className="practice-unseen">{t("typed")} </span>{state.text}<span className="pk-caret" /></p>
          </>
        )}
      </div>
      {line !== undefined && <Keyboard {...props} />}
      {line !== undefined && (
        <button {...control(state.big ? "keys:small" : "keys:big")} className="pk-size">{t(state.big ? "keys-small" : "keys-big")}</button>
      )}
    </div>
  );
}

export default entryOf(papanKetik, PapanKetikView);

function Keyboard(props: Props) {
  const { state, t, control } = props;
  const [top, middle, bottom] = keyboardPages[state.page];
  return (
    <div className="pk-keys" role="group" aria-label={t("keyboard")}>
      <div>{keysOf(top, props)}</div>
      <div className={state.page === "abc" ? "pk-middle" : undefined}>{keysOf(middle, props)}</div>
      <div>
        {state.page === "abc" && (
          <button {...control("shift")} className="pk-wide" aria-label={t("shift")} aria-pressed={state.shift}>
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m12 4 8 8h-4v7H8v-7H4z" /></svg>
          </button>
        )}
        {keysOf(bottom, props)}
        <button {...control("back")} className="pk-wide" aria-label={t("back")}>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5h13v14H8l-6-7zM12 9l6 6m0-6-6 6" /></svg>
        </button>
      </div>
      <div>
        <button {...control(state.page === "abc" ? "page:num" : "page:abc")} className="pk-wide pk-text pk-page" aria-label={t(`page-${state.page}`)}>
          {state.page === "abc" ? "?123" : "ABC"}
        </button>
        {keysOf(",", props)}
        <button {...control("space")} className="pk-space pk-text">{t("space")}</button>
        {keysOf(".", props)}
        <button {...control("done")} className="pk-enter pk-text">{t("done")}</button>
      </div>
    </div>
  );
}

function keysOf(row: string, { state, t, control }: Props) {
  return [...row].map((char) => {
    const sign = signNames[char];
    const letter = state.shift ? char.toUpperCase() : char;
    return (
      <button key={char} {...control(keyStep(char))} {...(sign !== undefined && { "aria-label": t(`sign.${sign}`) })}>{letter}</button>
    );
  });
}
