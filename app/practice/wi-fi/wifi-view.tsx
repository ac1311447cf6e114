import { Device, Icon, Paper, Popup, Row } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { type WiFiConfig, type WiFiState, isConnected, isOffered, listOf, passwordField, wifi } from "./wifi.ts";

type Props = ViewProps<WiFiConfig, WiFiState>;

/** The paper on the centre's wall, and a phone with its panel of quick buttons and its list of networks. */
export function WiFiView(props: Props) {
  const { state, config, t, control } = props;
  const back = state.screen === "list" && !isOffered(state, config) ? { control: control("back"), name: t("back") } : undefined;
  const title = state.screen === "list" || state.screen === "password" ? t("wifi") : undefined;
  return (
    <div data-sight={state.screen}>
      <Paper>{t("paper-name")} <b>{config.name}</b><br />{t("paper-password")} <b>{config.password}</b></Paper>
      <Device label={t(`screen.${state.screen}`)} title={title} back={back} signs={isConnected(state) ? ["wifi"] : []}>
        <Screen {...props} />
      </Device>
    </div>
  );
}

export default entryOf(wifi, WiFiView);

function Screen(props: Props) {
  const { state, config, t, control } = props;
  if (isOffered(state, config)) {
    return (
      <Popup title={t("offer", { name: config.offer?.name ?? "" })} text={t("offer-open")}>
        <div className="hp-pair"><button {...control("no")}>{t("no")}</button><button {...control("yes")}>{t("yes")}</button></div>
      </Popup>
    );
  }
  switch (state.screen) {
    case "home": return <Row control={control("swipe")} icon="bawah" text={t("swipe")} />;
    case "panel": return <Panel {...props} />;
    case "list": return <List {...props} />;
    case "password": return <Password {...props} />;
  }
}

function Panel({ state, t, control }: Props) {
  return (
    <>
      <button {...control("fan")} className="wf-fan" role="switch" aria-checked={state.on}>
        <Icon name="wifi" /><span>{t("wifi")}<small>{t(isConnected(state) ? "fan-connected" : state.on ? "fan-on" : "fan-off")}</small></span>
      </button>
      <button {...control("hold")}>{t("hold")}</button>
      <button {...control("close")}>{t("close")}</button>
    </>
  );
}

function List({ state, config, t, control }: Props) {
  return (
    <>
      <Row control={control("switch")} icon="wifi" text={t("switch")} note={t(state.on ? "is-on" : "is-off")} on={state.on} />
      {state.on && listOf(config).map(({ name, locked, why }, index) => {
        const isHere = why === undefined && state.known;
        return <Row key={name} control={control(`net:${index}`)} icon={locked ? "gembok" : "wifi"} text={name} note={t(isHere ? "here" : locked ? "locked" : "open")} />;
      })}
    </>
  );
}

function Password({ state, config, t, control, field }: Props) {
  return (
    <div className="hp-card">
      <EnterKey control={control} step="join" label={t("join")} />
      <p><b>{config.name}</b></p>
      <TextField {...field(passwordField)} text={state.text} label={t("password")} />
      <div className="hp-pair"><button {...control("cancel")}>{t("cancel")}</button><button {...control("join")} className="hp-main">{t("join")}</button></div>
    </div>
  );
}
