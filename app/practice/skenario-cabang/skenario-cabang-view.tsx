import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type SkenarioCabangConfig, type SkenarioCabangState, cardStep, sceneNow, skenarioCabang, stepOf, talkSoFar } from "./skenario-cabang.ts";

type Props = ViewProps<SkenarioCabangConfig, SkenarioCabangState>;

/** A talk as it looks on a phone: what was said, what can be answered, and the card with the four steps of refusing. */
export function SkenarioCabangView(props: Props) {
  const { config, state } = props;
  return (
    <div className="sk">
      <Talk {...props} />
      <Answers {...props} />
      {config.refusal !== false && (state.card || sceneNow(state, config).end === "safe") && <RefusalCard {...props} />}
    </div>
  );
}

export default entryOf(skenarioCabang, SkenarioCabangView);

function Talk({ state, config, t }: Props) {
  const scene = sceneNow(state, config);
  return (
    <div className="sk-talk" role="log" aria-label={t("talk")}>
      {talkSoFar(state, config).map((turn, index) => (
        <div key={index} className="sk-turn">
          <Bubble who={turn.scene.who} says={turn.scene.says} />
          <Bubble own who={t("you")} says={turn.choice.text} />
          {turn.choice.tell !== undefined && <p className="sk-tell" data-safe={turn.choice.safe}>{turn.choice.tell}</p>}
        </div>
      ))}
      {scene.end === undefined ? <Bubble key={`at-${state.turns.length}`} who={scene.who} says={scene.says} /> : (
        <div key={`at-${state.turns.length}`} className="sk-end" data-end={scene.end}>
          <h3>{t(`end.${scene.end}`)}</h3>
          <p><b>{scene.who}:</b> {scene.says}</p>
        </div>
      )}
    </div>
  );
}

function Bubble({ who, says, own }: { who: string; says: string; own?: boolean }) {
  return (
    <p className={own ? "sk-bubble sk-own" : "sk-bubble"}>
      <b>{who}<span className="practice-unseen">: </span></b>
      <span>{says}</span>
    </p>
  );
}

function Answers({ state, config, t, control }: Props) {
  const scene = sceneNow(state, config);
  if (scene.end === "safe") return null;
  return (
    <div className="sk-answers" role="group" aria-label={t("answers")}>
      {scene.choices?.map(({ id, text }) => <button key={id} {...control(stepOf(id))} className="sk-answer">{text}</button>)}
      {state.turns.length > 0 && <button {...control("back")} className={scene.end === "harm" ? "sk-answer" : undefined}>{t("back")}</button>}
      {config.refusal !== false && <button {...control(cardStep(state))} aria-expanded={state.card}>{t(state.card ? "card-hide" : "card-show")}</button>}
    </div>
  );
}

function RefusalCard({ t }: Props) {
  return (
    <div className="sk-card" role="group" aria-label={t("card")}>
      <ol>{(["1", "2", "3", "4"] as const).map((step) => <li key={step}>{t(`refuse.${step}`)}</li>)}</ol>
    </div>
  );
}
