import { AppGrid, Device, Icon, Paper, Popup, Row } from "../device.tsx";
import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { type PengaturanState, pageNow, pengaturan, pinKeys, pinRowOn, visibleRows } from "./pengaturan.ts";
import { SliderSample } from "./slider-sample.tsx";
import { type ChoiceRow, type PageRow, type PengaturanConfig, type PinRow, type SettingsRow, type SliderRow, rowsOf } from "./settings.ts";

type Props = ViewProps<PengaturanConfig, PengaturanState>;

/** A phone with its settings, and the paper with the PIN where one is to be typed. */
export function PengaturanView(props: Props) {
  const { state, config, t, control } = props;
  const page = pageNow(state, config);
  const pin = rowsOf(config).find((row) => row.kind === "pin")?.pin;
  const asking = rowsOf(config).find(({ id }) => id === state.asking);
  const back = state.path.length > 1 && asking === undefined ? { control: control("back"), name: t("back") } : undefined;
  return (
    <div data-sight={pin === undefined ? undefined : page.id}>
      {pin !== undefined && <Paper>{t("paper")} <b>{pin.split("").join(" ")}</b></Paper>}
      <Device label={t("screen", { title: page.title ?? t("home") })} title={page.title} back={back}>
        {asking?.kind === "switch" ? <Permission {...props} text={asking.permission ?? ""} /> : <Rows {...props} isHome={page.title === undefined} />}
      </Device>
    </div>
  );
}

export default entryOf(pengaturan, PengaturanView);

function Permission({ t, control, text }: Props & { text: string }) {
  return (
    <Popup title={t("permission")} text={text}>
      <div className="hp-pair"><button {...control("deny")}>{t("deny")}</button><button {...control("allow")}>{t("allow")}</button></div>
    </Popup>
  );
}

function Rows(props: Props & { isHome: boolean }) {
  const { state, config, control, isHome } = props;
  const rows = visibleRows(state, config);
  const apps = isHome ? rows.filter((row): row is PageRow => row.kind === "page" && row.icon !== undefined) : [];
  return (
    <>
      {apps.length > 0 && <AppGrid apps={apps.map(({ id, icon, text }) => ({ control: control(`open:${id}`), icon: icon ?? "hp", name: text, lang: "id" }))} />}
      {rows.filter((row) => !apps.some(({ id }) => id === row.id)).map((row) => <AnyRow key={row.id} {...props} row={row} />)}
    </>
  );
}

function AnyRow(props: Props & { row: SettingsRow }) {
  const { row, state, control } = props;
  const { icon, text, note } = row;
  switch (row.kind) {
    case "page": return <Row control={control(`open:${row.id}`)} icon={icon} text={text} note={note} lang="id" />;
    case "switch": return <Row control={control(`flip:${row.id}`)} icon={icon} text={text} note={note} lang="id" on={state.values[row.id] === 1} />;
    case "act": return <Row control={control(`act:${row.id}`)} icon={icon} text={text} note={note} lang="id" />;
    case "refuse": return <Row control={control(`no:${row.id}`)} icon={icon} text={text} note={note} lang="id" />;
    case "slider": return <Slider {...props} row={row} />;
    case "choice": return <Choice {...props} row={row} />;
    case "pin": return <PinPad {...props} row={row} />;
    case "words": return <p className="hp-card" lang="id">{text}</p>;
  }
}

function Slider({ row, state, t, control }: Props & { row: SliderRow }) {
  const value = state.values[row.id] ?? 0;
  const level = row.levels[value] ?? "";
  return (
    <div className="hp-card" role="group" aria-label={row.text}>
      <p className="pg-name" lang="id">{row.icon !== undefined && <Icon name={row.icon} />}<b>{row.text}</b> <span>{level}</span></p>
      <p className="pg-track" aria-hidden="true">{row.levels.map((name, index) => <span key={name} data-here={index === value || undefined} />)}</p>
      {row.shows !== undefined && <SliderSample shows={row.shows} share={value / (row.levels.length - 1)} text={t("sample")} />}
      <div className="hp-pair">
        <button {...control(`less:${row.id}`)}>{row.less ?? t("less")}</button>
        <button {...control(`more:${row.id}`)}>{row.more ?? t("more")}</button>
      </div>
    </div>
  );
}

function Choice({ row, state, t, control }: Props & { row: ChoiceRow }) {
  return (
    <div className="hp-card" role="group" aria-label={row.text}>
      <p className="pg-name" lang="id"><b>{row.text}</b></p>
      {row.options.map((option, index) => {
        const isChosen = state.values[row.id] === index;
        return (
          <button key={option} {...control(`pick:${row.id}:${index}`)} className="hp-row" aria-pressed={isChosen}>
            <span className="pg-dot" aria-hidden="true" /><span className="hp-words"><span lang="id">{option}</span>{isChosen && <small>{t("chosen")}</small>}</span>
          </button>
        );
      })}
    </div>
  );
}

function PinPad({ row, state, config, t, control }: Props & { row: PinRow }) {
  if (pinRowOn(state, config)?.id !== row.id) return null;
  return (
    <div className="hp-card" role="group" aria-label={row.text}>
      <p><b>{state.again ? t("pin-again") : row.text}</b></p>
      <p className="pg-entry">
        <span aria-hidden="true">{state.entry.split("").join(" ").padEnd(1, "–")}</span>
        <span className="practice-unseen">{t("entry", { number: String(state.entry.length) })}</span>
      </p>
      <div className="pg-pad">
        {pinKeys.map((key) => <button key={key} {...control(`key:${key}`)}>{/\d/.test(key) ? key : t(`key-${key}`)}</button>)}
      </div>
    </div>
  );
}
