import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { PaperNote, WebFrame } from "../web-frame.tsx";
import { WebIcon } from "../web-icons.tsx";
import { type PencarianConfig, type PencarianState, pencarian } from "./pencarian.ts";
import { type Result, resultKinds } from "./results.ts";
import { mayLabel, searchField, shownResults, sourceOf } from "./shown-results.ts";

type Props = ViewProps<PencarianConfig, PencarianState>;

/** What is looked for on a paper, and the phone with which it is searched. */
function PencarianView(props: Props) {
  const { state, config, t } = props;
  return (
    <div className="web-stage" data-sight={`${state.screen} ${state.query ?? ""} ${state.open ?? ""}`}>
      <PaperNote title={t("note")}><p>{config.ask}</p></PaperNote>
      <WebFrame label={t(`screen.${state.screen}`)}>
        {state.screen === "search" && <Search {...props} />}
        {state.screen === "voice" && <Voice {...props} />}
        {state.screen === "camera" && <Camera {...props} />}
        {state.screen === "page" && <OpenResult {...props} />}
      </WebFrame>
    </div>
  );
}

function Search(props: Props) {
  const { state, config, t, control, field } = props;
  const results = shownResults(state, config);
  return (
    <>
      <EnterKey control={control} step="search" label={t("search")} />
      <div className="web-bar">
        <TextField {...field(searchField)} text={state.text} label={t("box")} inputMode="search" />
        <div className="web-row">
          <button {...control("search")} className="web-main"><WebIcon name="search" />{t("search")}</button>
          {state.text !== "" && <button {...control("clear")}><WebIcon name="close" />{t("clear")}</button>}
          {config.voice && <button {...control("mic")}><WebIcon name="mic" />{t("mic")}</button>}
          {config.picture && <button {...control("camera")}><WebIcon name="camera" />{t("camera")}</button>}
        </div>
      </div>
      <div className="web-page">
        {state.query !== undefined && <h3>{t(state.byPicture ? "results-picture" : "results")}</h3>}
        {state.query !== undefined && results.length === 0 && <p>{t("no-results")}</p>}
        <ol className="web-results">{results.map((result, index) => <ResultItem key={index} {...props} result={result} index={index} />)}</ol>
      </div>
    </>
  );
}

function ResultItem({ state, config, t, control, result, index }: Props & { result: Result; index: number }) {
  return (
    <li data-kind={result.kind}>
      <KindSign kind={result.kind} t={t} />
      {result.address !== undefined && <p className="web-address">{result.address}</p>}
      <button {...control(`open:${index}`)} className="web-link"><span>{result.title}</span></button>
      <p>{result.text}</p>
      {state.sorted.includes(index) && <p className="web-good"><WebIcon name="check" />{t(`kind.${result.kind}`)}</p>}
      {mayLabel(state, index, config) && (
        <div className="web-row" role="group" aria-label={t("which", { title: result.title })}>
          {resultKinds.map((kind) => <button key={kind} {...control(`label:${index}:${kind}`)}>{t(`kind.${kind}`)}</button>)}
        </div>
      )}
    </li>
  );
}

/** The small signs by which an ad and an AI answer are told. */
function KindSign({ kind, t }: { kind: Result["kind"]; t: Props["t"] }) {
  if (kind === "ad") return <p className="web-sign">{t("sign.ad")}</p>;
  return kind === "ai" ? <p className="web-sign"><WebIcon name="star" />{t("sign.ai")}</p> : null;
}

function Voice({ config, t, control }: Props) {
  return (
    <div className="web-page web-middle">
      <WebIcon name="mic" />
      <p>{t("voice-help")}</p>
      <p className="web-said">“{config.voice?.say}”</p>
      <button {...control("say")} className="web-main">{t("say")}</button>
      <button {...control("back")}><WebIcon name="back" />{t("back")}</button>
    </div>
  );
}

function Camera({ config, t, control }: Props) {
  return (
    <div className="web-page web-middle">
      <WebIcon name="camera" />
      <p>{t("camera-help")}</p>
      {config.picture?.subjects.map(({ text }, index) => <button key={index} {...control(`shoot:${index}`)} className="web-wide">{text}</button>)}
      <button {...control("back")}><WebIcon name="back" />{t("back")}</button>
    </div>
  );
}

function OpenResult({ state, config, t, control }: Props) {
  const result = state.open === undefined ? undefined : shownResults(state, config)[state.open];
  const source = sourceOf(state, config);
  if (result === undefined) return null;
  return (
    <>
      {result.address !== undefined && <p className="web-bar web-address">{result.address}</p>}
      <div className="web-page">
        <KindSign kind={result.kind} t={t} />
        <h3>{result.title}</h3>
        <p>{result.text}</p>
        <p className="web-tell">{result.why}</p>
        {source !== undefined && (
          <button {...control("source")}><WebIcon name="chain" />{t("source", { address: shownResults(state, config)[source]?.address ?? "" })}</button>
        )}
      </div>
      <div className="web-nav"><button {...control("back")}><WebIcon name="back" />{t("back")}</button></div>
    </>
  );
}

export default entryOf(pencarian, PencarianView);
