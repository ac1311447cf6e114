import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { PaperNote, WebFrame } from "../web-frame.tsx";
import { WebIcon } from "../web-icons.tsx";
import { type BuatAkunConfig, type BuatAkunState, buatAkun } from "./buat-akun.ts";
import { partNow, textOf, wordsChosen } from "./parts.ts";
import { type Strength, strengthOf } from "./password.ts";

type Props = ViewProps<BuatAkunConfig, BuatAkunState>;

/** The screens on which an account is made, one after another. */
function BuatAkunView(props: Props) {
  const { state, config, t } = props;
  const part = partNow(state, config);
  return (
    <div className="web-stage">
      {config.parts.includes("name") && part !== undefined && <PaperNote title={t("note")}><p>{config.name}</p></PaperNote>}
      <WebFrame label={t("screen")}>
        {part === "code" && <Message {...props} />}
        <div className="web-page">
          {part !== undefined && <p className="web-help">{t("part", { number: String(state.at + 1), all: String(config.parts.length) })}</p>}
          <h3 data-sight={part ?? "made"}>{t(`title.${part ?? "made"}`)}</h3>
          {part === undefined && <p className="web-good"><WebIcon name="check" />{t("made")}</p>}
          {(part === "name" || part === "address" || (part === "code" && state.call === "over")) && <Typing {...props} part={part} />}
          {(part === "password" || part === "again") && <Words {...props} part={part} />}
          {part === "note" && <Places {...props} />}
        </div>
      </WebFrame>
    </div>
  );
}

function Typing({ state, config, t, control, field, part }: Props & { part: "name" | "address" | "code" }) {
  return (
    <>
      <EnterKey control={control} step="next" label={t("next")} />
      <TextField {...field(part)} text={textOf(state, part)} label={t(`label.${part}`)} inputMode={part === "code" ? "numeric" : "text"} />
      {part === "address" && <p className="web-help">{t("behind", { service: config.service })}</p>}
      <button {...control("next")} className="web-main">{t("next")}</button>
    </>
  );
}

function Words({ state, config, t, control, part }: Props & { part: "password" | "again" }) {
  const chosen = wordsChosen(state[part], config);
  const offered = buatAkun.controls(state, config);
  return (
    <>
      <p className="web-word" role="group" aria-label={t("chosen", { number: String(chosen.length) })}>{chosen.map(({ text }) => text).join("") || "–"}</p>
      {part === "password" && <Meter strength={strengthOf(chosen, config.least)} t={t} />}
      <div className="web-row" role="group" aria-label={t("words")}>
        {config.words.map(({ text }, index) => offered.includes(`word:${index}`) && <button key={text} {...control(`word:${index}`)}>{text}</button>)}
      </div>
      <div className="web-row">
        {chosen.length > 0 && <button {...control("erase")}><WebIcon name="close" />{t("erase")}</button>}
        <button {...control("next")} className="web-main">{t("next")}</button>
      </div>
      {part === "again" && <button {...control(state.peek ? "peek:hide" : "peek:show")}>{t(state.peek ? "peek-hide" : "peek-show")}</button>}
      {part === "again" && state.peek && <p className="web-tell">{t("first")} <b>{wordsChosen(state.password, config).map(({ text }) => text).join(" ")}</b></p>}
    </>
  );
}

function Meter({ strength, t }: { strength: Strength; t: Props["t"] }) {
  return (
    <div className="web-meter" data-bars={strength.bars}>
      <span aria-hidden="true"><i /><i /><i /></span>
      <p><b>{t(`meter.${strength.key}`)}</b> {strength.why}</p>
    </div>
  );
}

/** The message with the code, and the caller who wants it. */
function Message({ state, config, t, control }: Props) {
  return (
    <div className="web-bar">
      <p className="web-sms"><b>{t("sms")}</b> {t("sms-text", { code: config.code })}</p>
      {state.call === "rings" && (
        <div className="web-call" role="group" aria-label={t("call")}>
          <p><WebIcon name="phone" /><b>{config.caller.who}</b></p>
          <p>“{config.caller.says}”</p>
          <div className="web-row">
            <button {...control("call:refuse")}>{t("refuse")}</button>
            <button {...control("call:tell")}>{t("tell")}</button>
          </div>
        </div>
      )}
      {state.call === "told" && (
        <div className="web-call" role="group" aria-label={t("call")}>
          <p>{t("told")}</p>
          <button {...control("call:over")}>{t("hang-up")}</button>
        </div>
      )}
    </div>
  );
}

function Places({ config, t, control }: Props) {
  return (
    <>
      <p>{t("where")}</p>
      {config.places.map(({ text }, index) => <button key={index} {...control(`note:${index}`)} className="web-wide">{text}</button>)}
    </>
  );
}

export default entryOf(buatAkun, BuatAkunView);
