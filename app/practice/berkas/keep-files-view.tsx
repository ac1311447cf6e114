import { AppGrid, Device, Icon, Popup, Row } from "../device.tsx";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { type KeepConfig, type KeepState, nameField, numberField } from "./keep-files.ts";
import { Picture } from "./picture.tsx";

type Props = ViewProps<KeepConfig, KeepState>;

/** A phone with a site, a gallery, the files and the contacts. */
export function KeepFilesView(props: Props) {
  const { state, config, t, control } = props;
  const back = state.page === "home" || state.page === "menu" ? undefined : { control: control("back"), name: t("back") };
  const titles: Partial<Record<KeepState["page"], string>> = { site: config.site, menu: config.site, photo: config.photo.name, file: config.file.name, contact: config.contact.name };
  const title = state.page === "home" ? undefined : titles[state.page] ?? t(`title.${state.page}`);
  return (
    <>
      {state.page === "new" && <EnterKey control={control} step="save-contact" label={t("save")} />}
      <Device label={t("screen", { title: title ?? t("home") })} title={title} back={back}><Page {...props} /></Device>
    </>
  );
}

function Page(props: Props) {
  const { state, config, t, control } = props;
  switch (state.page) {
    case "home": return (
      <AppGrid
        apps={[
          { control: control("site"), icon: "peramban", name: config.site, lang: "id" },
          { control: control("gallery"), icon: "galeri", name: t("title.gallery") },
          { control: control("files"), icon: "map", name: t("title.files") },
          { control: control("contacts"), icon: "akun", name: t("title.contacts") },
        ]}
      />
    );
    case "site": return <Site {...props} />;
    case "menu": return (
      <Popup title={config.photo.name}>
        <div className="hp-pair"><button {...control("save-photo")}>{t("save-image")}</button><button {...control("cancel")}>{t("cancel")}</button></div>
      </Popup>
    );
    case "gallery": return <Gallery {...props} />;
    case "photo": return <Picture photo={config.photo.picture} />;
    case "files": return <Row control={control("downloads")} icon="unduh" text={t("title.downloads")} />;
    case "downloads": return state.done.includes("save-file")
      ? <Row control={control("see-file")} icon="berkas" text={config.file.name} lang="id" />
      : <p className="hp-card">{t("no-file")}</p>;
    case "file": return <div className="hp-card" lang="id">{config.file.lines.map((line) => <p key={line}>{line}</p>)}</div>;
    case "contacts": return <Contacts {...props} />;
    case "new": return <NewContact {...props} />;
    case "contact": return <p className="hp-card"><b lang="id">{config.contact.name}</b><span>{config.contact.number}</span></p>;
  }
}

function Site({ config, t, control }: Props) {
  return (
    <>
      <div className="hp-card">
        <Picture photo={config.photo.picture} />
        <p lang="id">{config.photo.name}</p>
        <button {...control("hold")}>{t("hold")}</button>
      </div>
      <button {...control("download")} className="hp-row"><Icon name="berkas" /><span className="hp-words" lang="id">{config.file.name}</span><span className="practice-unseen">{t("download")}</span><Icon name="unduh" /></button>
      {config.trap !== undefined && <Row control={control("trap")} icon="unduh" text={config.trap.name} lang="id" />}
    </>
  );
}

function Gallery({ state, config, t, control }: Props) {
  if (!state.done.includes("save-photo")) return <p className="hp-card">{t("no-photo")}</p>;
  return (
    <div className="bk-grid">
      <button {...control("see-photo")}><Picture photo={config.photo.picture} /><span lang="id">{config.photo.name}</span></button>
    </div>
  );
}

function Contacts({ state, config, t, control }: Props) {
  return (
    <>
      <Row control={control("new")} icon="tambah" text={t("add")} />
      {state.done.includes("save-contact") && <Row control={control("see-contact")} icon="akun" text={config.contact.name} lang="id" />}
    </>
  );
}

function NewContact({ state, config, t, control, field }: Props) {
  return (
    <div className="hp-card">
      <p>{t("copy")} <b lang="id">{config.contact.name}, {config.contact.number}</b></p>
      <TextField {...field(nameField)} text={state.name} label={t("name")} />
      <TextField {...field(numberField)} text={state.number} label={t("number")} inputMode="tel" />
      <button {...control("save-contact")} className="hp-main">{t("save")}</button>
    </div>
  );
}
