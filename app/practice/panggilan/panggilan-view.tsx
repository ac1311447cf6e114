import { Device } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { Choice, Icon } from "../talk.tsx";
import type { TalkIcon } from "../talk-icons.ts";
import type { ViewProps } from "../view-props.ts";
import type { Call, FakeCall, PanggilanConfig, PanggilanState } from "./calls.ts";
import { controlsOf, panggilan } from "./panggilan.ts";

type Props = ViewProps<PanggilanConfig, PanggilanState>;

/** A phone that rings, the talk, and afterwards who can be asked. */
export function PanggilanView(props: Props) {
  const { state, config, t } = props;
  const call = config.calls[state.call];
  if (call === undefined) return <Device label={t("over")} title={t("over")}><p className="pg-quiet"><Icon name="check" /> {t("all-over")}</p></Device>;
  const label = t(`screen.${state.phase}`, { name: call.from });
  return (
    <Device label={label} title={label}>
      {state.phase === "checking" && call.kind === "fake" ? <Checks {...props} call={call} /> : <Talk {...props} call={call} />}
    </Device>
  );
}

export default entryOf(panggilan, PanggilanView);

function Talk(props: Props & { call: Call }) {
  const { state, call, t } = props;
  const isVideo = state.phase === "talking" ? state.video || (call.kind === "fake" && call.video === true) : call.video === true;
  return (
    <>
      <div className="pg-who" data-video={isVideo || undefined}>
        <span className="pg-face" data-unknown={call.kind === "fake" || undefined} aria-hidden="true"><Icon name="person" /></span>
        <p><b>{call.from}</b><span>{t(state.phase === "idle" ? "your-call" : isVideo ? "video-call" : "voice-call")}</span></p>
        {state.phase === "talking" && state.video && <p className="pg-own">{t(state.camera ? "seen" : "unseen")}</p>}
      </div>
      {state.phase === "talking" && <ul className="pg-says">{saysOf(call, state).map((line, index) => <li key={index}>{line}</li>)}</ul>}
      <Buttons {...props} />
    </>
  );
}

function saysOf(call: Call, state: PanggilanState): readonly string[] {
  if (call.kind === "friendly") return [call.says];
  return [...call.says.slice(0, state.heard), ...(state.asked && call.secret !== undefined ? [call.secret] : [])];
}

const icons: Readonly<Record<string, TalkIcon>> = {
  voice: "phone", video: "camera", answer: "phone", decline: "hang-up", "hang-up": "hang-up",
  "camera-off": "camera", "camera-on": "camera-off", "mic-off": "mic", "mic-on": "mic-off",
};

function Buttons({ state, config, call, t, control }: Props & { call: Call }) {
  return (
    <div className="pg-buttons">
      {controlsOf(state, config).map((step) => (
        <button key={step} {...control(step)} className="pg-button" data-step={step}>
          {icons[step] !== undefined && <span className="pg-sign"><Icon name={icons[step]} /></span>}
          <span>{step === "give" && call.kind === "fake" ? call.gives : t(`step.${step}`)}</span>
        </button>
      ))}
    </div>
  );
}

function Checks({ call, t, control }: Props & { call: FakeCall }) {
  return (
    <div className="hp-card" role="group" aria-label={t("checks")}>
      <p>{t("checks")}</p>
      {call.checks.map(({ id, text }) => <Choice key={id} control={control(`ask:${id}`)} icon="phone" text={text} />)}
    </div>
  );
}
