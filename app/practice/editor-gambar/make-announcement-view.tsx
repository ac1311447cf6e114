import { Device, Icon } from "../device.tsx";
import { Drawn } from "../talk.tsx";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import type { PengumumanConfig } from "./announcements.ts";
import type { PengumumanState } from "./make-announcement.ts";

type Props = ViewProps<PengumumanConfig, PengumumanState>;

/** A paper with what is to be said, and a phone with templates, the announcement, and the comparison of both. */
export function MakeAnnouncementView(props: Props) {
  const { state, config, t, control } = props;
  const back = state.page === "line" ? "cancel" : state.page === "pictures" || state.page === "check" ? "back" : undefined;
  const title = t(`page.${state.page}`);
  return (
    <>
      {state.page === "line" && <EnterKey control={control} step="done" label={t("done")} />}
      {(state.page === "templates" || state.page === "poster") && (
        <div className="hp-paper">
          <p>{t("paper", { makes: config.makes })}</p>
          <dl className="eg-paper">{config.lines.map(({ id, label, value }) => <div key={id}><dt>{label}:</dt><dd>{value}</dd></div>)}</dl>
        </div>
      )}
      <Device label={title} title={title} back={back === undefined ? undefined : { control: control(back), name: t(back), icon: back === "cancel" ? "batal" : undefined }}>
        <Page {...props} />
      </Device>
    </>
  );
}

function Page(props: Props) {
  switch (props.state.page) {
    case "templates": return <Templates {...props} />;
    case "poster": return <Poster {...props} />;
    case "line": return <OneLine {...props} />;
    case "pictures": return <Pictures {...props} />;
    case "check": return <Check {...props} />;
    case "saved": return <Saved {...props} />;
  }
}

function Templates({ config, t, control }: Props) {
  return (
    <>
      <p>{t("templates")}</p>
      <div className="eg-grid">
        {config.templates.map(({ id, name, drawing, texts }) => (
          <button key={id} {...control(`use:${id}`)} className="eg-poster" lang="id"><span className="eg-heading">{name}</span><Drawn drawing={drawing} /><small>{texts.slice(1).join(" · ")}</small></button>
        ))}
      </div>
    </>
  );
}

function Picture({ state, config }: Props) {
  const picture = config.pictures.find(({ id }) => id === state.picture) ?? config.templates.find(({ id }) => id === state.template);
  return picture === undefined ? null : <Drawn drawing={picture.drawing} />;
}

function Poster(props: Props) {
  const { state, config, t, control } = props;
  return (
    <>
      <div className="eg-poster">
        {config.lines.map(({ id, label }, index) => (
          <button key={id} {...control(`line:${id}`)} className={index === 0 ? "hp-row eg-first" : "hp-row"}>
            <span className="hp-words"><small>{label}</small><span lang="id">{state.texts[id]?.trim() || "…"}</span></span><Icon name="pena" />
          </button>
        ))}
        <button {...control("pictures")} className="hp-row"><Picture {...props} /><span className="hp-words">{t(state.picture === "" ? "choose-picture" : "change-picture")}</span></button>
      </div>
      <button {...control("check")} className="hp-main">{t("check")}</button>
    </>
  );
}

function OneLine({ state, config, t, control, field }: Props) {
  const line = config.lines.find(({ id }) => id === state.line);
  if (line === undefined) return null;
  return (
    <div className="hp-card">
      <OnPaper text={line.value} t={t} />
      <p>{t("replace")}</p>
      <TextField {...field(line.id)} text={state.texts[line.id] ?? ""} label={line.label} />
      <button {...control("done")} className="hp-main">{t("done")}</button>
    </div>
  );
}

/** What the paper says of one line, beside what the phone says. */
function OnPaper({ text, t }: { text: string; t: Props["t"] }) {
  return <p className="eg-note"><small className="hp-small">{t("on-paper")}</small> <b lang="id">{text}</b></p>;
}

function Pictures({ config, t, control }: Props) {
  return (
    <>
      <p>{t("pictures")}</p>
      <div className="eg-grid">{config.pictures.map(({ id, text, drawing }) => <button key={id} {...control(`picture:${id}`)} lang="id"><Drawn drawing={drawing} />{text}</button>)}</div>
    </>
  );
}

function Check({ state, config, t, control }: Props) {
  return (
    <>
      <p>{t("compare")}</p>
      {config.lines.map(({ id, label, value }) => (
        <div key={id} className="hp-card eg-check" data-done={state.checked.includes(id) || undefined}>
          <p>{label}</p>
          {!state.checked.includes(id) && <OnPaper text={value} t={t} />}
          <p className="eg-said"><small className="hp-small">{t("on-phone")}</small> <b lang="id">{state.texts[id]?.trim() || "…"}</b></p>
          {state.checked.includes(id) ? <p className="eg-same"><Icon name="centang" /> {t("same")}</p> : (
            <div className="hp-pair" role="group" aria-label={label}>
              <button {...control(`same:${id}`)}>{t("same")}</button>
              <button {...control(`fix:${id}`)}>{t("fix")}</button>
            </div>
          )}
        </div>
      ))}
      <button {...control("save")} className="hp-main">{t("save")}</button>
    </>
  );
}

function Saved(props: Props) {
  const { state, config, t, control } = props;
  const [first, ...rest] = config.lines;
  return (
    <>
      <div className="eg-poster" lang="id">
        <p className="eg-heading">{state.texts[first?.id ?? ""]}</p>
        <Picture {...props} />
        {rest.map(({ id, label }) => <p key={id}>{label}: <b>{state.texts[id]}</b></p>)}
      </div>
      {config.groups !== undefined && !state.isShared && (
        <>
          <p><b>{t("share-with")}</b></p>
          {config.groups.map(({ id, text }) => <button key={id} {...control(`share:${id}`)} className="hp-row"><Icon name="bagikan" /><span className="hp-words" lang="id">{text}</span></button>)}
        </>
      )}
      {state.isShared && <p className="eg-same"><Icon name="centang" /> {t("shared")}</p>}
    </>
  );
}
