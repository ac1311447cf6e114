import { AppGrid, Device, Icon, Paper, Popup, Row } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { type TokoAplikasiConfig, type TokoAplikasiState, isInstalled, listOf, searchField, tokoAplikasi } from "./toko-aplikasi.ts";

type Props = ViewProps<TokoAplikasiConfig, TokoAplikasiState>;

/** A paper with the app that is wanted, and a phone with the store and its messages. */
export function TokoAplikasiView(props: Props) {
  const { state, config, t, control } = props;
  const back = state.page === "home" || state.page === "file" ? undefined : { control: control("back"), name: t("back") };
  return (
    <div data-sight={state.page}>
      {state.page === "store" && <EnterKey control={control} step="search" label={t("search")} />}
      <Paper>{t("paper")} <b lang="id">{config.app.name}</b><br />{t("maker")} <b lang="id">{config.app.maker}</b></Paper>
      <Device label={t(`screen.${state.page}`)} title={state.page === "home" ? undefined : t(`title.${state.page}`)} back={back}>
        <Page {...props} />
      </Device>
    </div>
  );
}

export default entryOf(tokoAplikasi, TokoAplikasiView);

function Page(props: Props) {
  const { state, config, t, control } = props;
  switch (state.page) {
    case "home": return (
      <AppGrid
        apps={[
          { control: control("store"), icon: "toko", name: t("store") },
          ...(config.file === undefined ? [] : [{ control: control("message"), icon: "pesan" as const, name: t("messages") }]),
        ]}
      />
    );
    case "store": return <Store {...props} />;
    case "results": return <Results {...props} />;
    case "app": return <AppPage {...props} />;
    case "mine": return <Mine {...props} />;
    case "message": return <Message {...props} />;
    case "file": return (
      <Popup title={t("install-file", { name: config.file?.name ?? "" })} text={t("install-file-from")}>
        <div className="hp-pair"><button {...control("cancel")}>{t("cancel")}</button><button {...control("run")}>{t("install")}</button></div>
      </Popup>
    );
  }
}

function Store({ state, config, t, control, field }: Props) {
  return (
    <>
      <div className="hp-card">
        <TextField {...field(searchField)} text={state.text} label={t("box")} inputMode="search" />
        <button {...control("search")} className="hp-main">{t("search")}</button>
      </div>
      {config.update !== undefined && <Row control={control("mine")} icon="hp" text={t("mine")} />}
    </>
  );
}

function Results({ config, t, control }: Props) {
  return (
    <>
      {listOf(config).map(({ name, maker, ad }, index) => (
        <Row key={name} control={control(`app:${index}`)} icon="toko" text={name} note={ad ? t("ad", { maker }) : maker} lang="id" />
      ))}
    </>
  );
}

function AppPage({ state, config, t, control }: Props) {
  const app = listOf(config)[state.open];
  if (app === undefined) return null;
  return (
    <>
      <div className="hp-card">
        <p className="ta-name" lang="id"><b>{app.name}</b></p>
        <p>{t("maker")} <b lang="id">{app.maker}</b></p>
        <p className="ta-stars"><Icon name="bintang" /> {t("rating", { rating: String(app.rating).replace(".", ",") })}</p>
        {isInstalled(state, config) ? <p className="ta-ready"><Icon name="centang" /> {t("installed")}</p> : <button {...control("install")} className="hp-main">{t("install")}</button>}
      </div>
      {state.looking ? <Permissions permissions={app.permissions} t={t} /> : <button {...control("look")}>{t("look")}</button>}
    </>
  );
}

function Permissions({ permissions, t }: { permissions: readonly string[]; t: Props["t"] }) {
  return (
    <div className="hp-card">
      <p><b>{t("permissions")}</b></p>
      {permissions.length === 0 ? <p>{t("no-permissions")}</p> : <ul className="ta-list" lang="id">{permissions.map((one) => <li key={one}>{one}</li>)}</ul>}
    </div>
  );
}

function Mine({ state, config, t, control }: Props) {
  const isNew = state.done.includes("update");
  return (
    <div className="hp-card">
      <p className="ta-name" lang="id"><b>{config.update}</b></p>
      <p>{t(isNew ? "newest" : "outdated")}</p>
      {!isNew && <button {...control("update")} className="hp-main">{t("update")}</button>}
    </div>
  );
}

function Message({ state, config, t, control }: Props) {
  if (config.file === undefined || state.done.includes("file")) return <p className="hp-card">{t("no-message")}</p>;
  return (
    <div className="hp-card">
      <p lang="id"><b>{config.file.from}</b></p>
      <p lang="id">{config.file.says}</p>
      <button {...control("open")} className="hp-row"><Icon name="berkas" /><span className="hp-words">{config.file.name}<small>{t("open")}</small></span></button>
      <button {...control("delete")}>{t("delete")}</button>
    </div>
  );
}
