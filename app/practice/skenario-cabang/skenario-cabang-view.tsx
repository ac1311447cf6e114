import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type SkenarioCabangConfig, type SkenarioCabangState, type TalkTurn, cardStep, isStuck, sceneNow, skenarioCabang, stepOf, talkSoFar } from "./skenario-cabang.ts";

type Props = ViewProps<SkenarioCabangConfig, SkenarioCabangState>;

/** A talk as it looks on a phone: what was said last, what can be answered, and the card with the four steps of refusing. */
export function SkenarioCabangView(props: Props) {
  const { config } = props;
  return (
    <div className="sk">
      <Talk {...props} />
      <Answers {...props} />
      {config.refusal !== false && <Refusal {...props} />}
    </div>
  );
}

export default entryOf(skenarioCabang, SkenarioCabangView);

function Talk({ state, config, t }: Props) {
  const scene = sceneNow(state, config);
  const turns = talkSoFar(state, config);
  const earlier = turns.slice(0, -1);
  return (
    <>
      {earlier.length > 0 && (
        <details className="sk-earlier">
          <summary>{t("earlier")}</summary>
          <div className="sk-talk">{earlier.map((turn, index) => <Exchange key={index} turn={turn} you={t("you")} />)}</div>
        </details>
      )}
      <div className="sk-talk" role="log" aria-label={t("talk")}>
        {turns.slice(-1).map((turn) => <Exchange key={turns.length} turn={turn} you={t("you")} sight={`turn-${turns.length}`} />)}
        {scene.end === undefined ? <Bubble key={`at-${turns.length}`} who={scene.who} says={scene.says} sight={`at-${turns.length}`} /> : (
          <div key={`at-${turns.length}`} className="sk-end" data-end={scene.end}>
            <h3>{t(`end.${scene.end}`)}</h3>
            <p lang="id"><b>{scene.who}:</b> {scene.says}</p>
          </div>
        )}
      </div>
    </>
  );
}

function Exchange({ turn: { scene, choice }, you, sight }: { turn: TalkTurn; you: string; sight?: string }) {
  return (
    <>
      <Bubble who={scene.who} says={scene.says} />
      <Bubble own who={you} says={choice.text} sight={sight} />
      {choice.tell !== undefined && <p className="sk-tell" data-safe={choice.safe} lang="id">{choice.tell}</p>}
    </>
  );
}

function Bubble({ who, says, own, sight }: { who: string; says: string; own?: boolean; sight?: string | undefined }) {
  return (
    <p className={own ? "sk-bubble sk-own" : "sk-bubble"} data-sight={sight}>
      <b>{who}<span className="practice-unseen">: </span></b>
      <span lang="id">{says}</span>
    </p>
  );
}

function Answers({ state, config, t, control }: Props) {
  const scene = sceneNow(state, config);
  if (scene.end === "safe") return null;
  return (
    <div className="sk-answers" role="group" aria-label={t("answers")}>
      {scene.choices?.map(({ id, text }) => <button key={id} {...control(stepOf(id))} className="sk-answer" lang="id">{text}</button>)}
      {isStuck(state, config) && <button {...control("back")} className="sk-back">{t("back")}</button>}
    </div>
  );
}

/** The card stands above its button: what has the focus is in sight, and so is what it opened. */
function Refusal({ state, config, t, control }: Props) {
  const isSafe = sceneNow(state, config).end === "safe";
  return (
    <>
      {(state.card || isSafe) && (
        <div className="sk-card" role="group" aria-label={t("card")}>
          <ol>{(["1", "2", "3", "4"] as const).map((step) => <li key={step}>{t(`refuse.${step}`)}</li>)}</ol>
        </div>
      )}
      {!isSafe && <button {...control(cardStep(state))} aria-expanded={state.card}>{t(state.card ? "card-hide" : "card-show")}</button>}
    </>
  );
}
