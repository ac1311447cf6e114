import { entryOf } from "../simulator-entry.ts";
import type { Translate, ViewProps } from "../view-props.ts";
import { useHold, useSwipeUp } from "./gestures.ts";
import { type LayarKunciConfig, type LayarKunciState, layarKunci, pinKeys } from "./layar-kunci.ts";

type Props = ViewProps<LayarKunciConfig, LayarKunciState>;

/** A phone with a power button on its side, a charger to plug in, and the paper on which the PIN is written. */
export function LayarKunciView(props: Props) {
  const { state, config, t, control, press } = props;
  const hold = useHold(() => press("power-long"));
  return (
    <div className="lk" data-sight={state.screen}>
      <p className="lk-note">{t("note")} <b>{config.pin.split("").join(" ")}</b></p>
      <div className="lk-phone">
        <Screen {...props} />
        <button {...control("power")} autoFocus={false} className="lk-nub" aria-label={t("nub")} {...hold} />
      </div>
      <div className="lk-charger">
        <Cable plugged={state.charging} />
        <button {...control(state.charging ? "unplug" : "plug")}>{t(state.charging ? "unplug" : "plug")}</button>
      </div>
      <fieldset className="lk-panel">
        <legend>{t("side-button")}</legend>
        <button {...control("power")}>{t("power")}</button>
        <button {...control("power-long")}>{t("power-long")}</button>
      </fieldset>
    </div>
  );
}

export default entryOf(layarKunci, LayarKunciView);

function Screen(props: Props) {
  const { state, t } = props;
  return (
    <div className="lk-screen" data-screen={state.screen} role="group" aria-label={t(`screen.${state.screen}`)}>
      {state.screen === "off" && state.charging && <Battery charging big />}
      {(state.screen === "locked" || state.screen === "pin" || state.screen === "home") && (
        <div className="lk-bar" aria-hidden="true"><span>07.15</span><Battery charging={state.charging} /></div>
      )}
      {state.screen === "locked" && <LockScreen {...props} />}
      {state.screen === "pin" && <PinPad {...props} />}
      {state.screen === "home" && <HomeScreen t={t} />}
    </div>
  );
}

function LockScreen({ t, control, press }: Props) {
  const swipe = useSwipeUp(() => press("swipe-up"));
  return (
    <div className="lk-lock" {...swipe}>
      <p className="lk-clock" aria-hidden="true">07.15</p>
      <svg className="lk-icon" viewBox="0 0 24 24" aria-hidden="true"><rect x="5" y="11" width="14" height="10" rx="2" /><path d="M8 11V7a4 4 0 0 1 8 0v4" /></svg>
      <p>{t("locked")}</p>
      <button {...control("swipe-up")}>
        <svg className="lk-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 15 6-6 6 6" /></svg>
        {t("swipe-up")}
      </button>
    </div>
  );
}

function PinPad({ state, t, control }: Props) {
  return (
    <div className="lk-pin">
      <p>{t("enter-pin")}</p>
      <p className="lk-entry">
        <span aria-hidden="true">{state.entry.split("").join(" ") || "–"}</span>
        <span className="practice-unseen">{t("entry", { digits: String(state.entry.length) })}</span>
      </p>
      <div className="lk-pad">
        {pinKeys.map((key) => <button key={key} {...control(`key:${key}`)}>{/\d/.test(key) ? key : t(`key-${key}`)}</button>)}
      </div>
    </div>
  );
}

function HomeScreen({ t }: { t: Translate }) {
  return (
    <div className="lk-home">
      <p>{t("open")}</p>
      <ul aria-hidden="true">
        <li><svg className="lk-icon" viewBox="0 0 24 24"><path d="M6 3h4l2 5-3 2a11 11 0 0 0 5 5l2-3 5 2v4a3 3 0 0 1-3 3A16 16 0 0 1 3 6a3 3 0 0 1 3-3z" /></svg>{t("app.phone")}</li>
        <li><svg className="lk-icon" viewBox="0 0 24 24"><path d="M3 4h18v13H9l-5 4v-4H3z" /></svg>{t("app.messages")}</li>
        <li><svg className="lk-icon" viewBox="0 0 24 24"><path d="M3 7h4l2-3h6l2 3h4v13H3z" /><circle cx="12" cy="13" r="4" /></svg>{t("app.camera")}</li>
        <li><svg className="lk-icon" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9" /><path d="M12 7v5l4 2" /></svg>{t("app.clock")}</li>
      </ul>
    </div>
  );
}

function Battery({ charging, big }: { charging: boolean; big?: boolean }) {
  return (
    <svg className={big ? "lk-battery lk-battery-big" : "lk-battery"} viewBox="0 0 34 18" aria-hidden="true">
      <rect x="1" y="1" width="28" height="16" rx="3" /><path d="M31 6v6" />
      <rect className="lk-charge" x="4" y="4" width={charging ? 22 : 5} height="10" />
      {charging && <path className="lk-bolt" d="m17 2-6 8h5l-2 6 6-8h-5z" />}
    </svg>
  );
}

function Cable({ plugged }: { plugged: boolean }) {
  return (
    <svg className="lk-cable" viewBox="0 0 120 60" aria-hidden="true">
      <g transform={plugged ? undefined : "translate(-26 14)"}>
        <path d="M60 14v10c0 22 34 2 36 24" /><rect x="53" y="2" width="14" height="14" rx="2" />
      </g>
      <rect x={plugged ? 84 : 58} y="44" width="24" height="14" rx="3" transform={plugged ? undefined : "translate(0 2)"} />
    </svg>
  );
}
