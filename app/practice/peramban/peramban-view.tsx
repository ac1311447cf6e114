import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { PaperNote, WebFrame } from "../web-frame.tsx";
import { WebIcon } from "../web-icons.tsx";
import { pageAt } from "./pages.ts";
import { type PerambanConfig, type PerambanState, homeApps, peramban } from "./peramban.ts";
import { addressField, linksShown, shownEntry } from "./shown-page.ts";

type Props = ViewProps<PerambanConfig, PerambanState>;

/** A phone with a browser: its home screen, a page with the address bar above it, or all tabs. */
function PerambanView(props: Props) {
  const { state, config, t } = props;
  const wanted = config.tasks.find((task, index) => task.do === "type" && !state.done.includes(index));
  return (
    <div className="web-stage" data-sight={`${state.screen} ${state.tabs[state.front]?.at(-1) ?? ""}`}>
      {wanted !== undefined && <PaperNote title={t("note")}><p>{wanted.page}</p></PaperNote>}
      <WebFrame label={t(`screen.${state.screen}`)}>
        {state.screen === "home" && <Home {...props} />}
        {state.screen === "page" && <BrowserPage {...props} />}
        {state.screen === "tabs" && <Tabs {...props} />}
      </WebFrame>
    </div>
  );
}

function Home({ t, control }: Props) {
  return (
    <div className="web-home">
      {homeApps.map((app) => <button key={app} {...control(`app:${app}`)}><WebIcon name={app} />{t(`app.${app}`)}</button>)}
    </div>
  );
}

function BrowserPage(props: Props) {
  const { state, t, control, field } = props;
  return (
    <>
      <EnterKey control={control} step="go" label={t("go")} />
      <div className="web-bar">
        <TextField {...field(addressField)} text={state.bar} label={t("address")} inputMode="url" />
        <div className="web-row">
          <button {...control("go")} className="web-main"><WebIcon name="go" />{t("go")}</button>
          {state.bar !== "" && <button {...control("clear")}><WebIcon name="close" />{t("clear")}</button>}
          <button {...control("tabs")} className="web-count" aria-label={t("tabs", { number: String(state.tabs.length) })}><b>{state.tabs.length}</b></button>
        </div>
      </div>
      <Content {...props} />
      <div className="web-nav"><button {...control("back")}><WebIcon name="back" />{t("back")}</button></div>
    </>
  );
}

function Content({ state, config, t, control }: Props) {
  const entry = shownEntry(state);
  const page = pageAt(entry, config.pages);
  const links = linksShown(state, config);
  const found = entry.startsWith("?");
  return (
    <div className="web-page">
      <h3>{page?.title ?? t(found ? "found" : "empty-tab")}</h3>
      {page?.texts.map((text) => <p key={text}>{text}</p>)}
      {found && <p>{t("found-help")}</p>}
      {links.map(({ text, to }, index) => (
        <button key={index} {...control(`link:${index}`)} className="web-link">
          <span>{text}</span>
          {found && <span className="web-address">{to}</span>}
        </button>
      ))}
    </div>
  );
}

function Tabs({ state, config, t, control }: Props) {
  return (
    <div className="web-page">
      <h3>{t("all-tabs")}</h3>
      <ol className="web-tabs">
        {state.tabs.map((tab, index) => {
          const entry = tab.at(-1) ?? "";
          const title = pageAt(entry, config.pages)?.title ?? t(entry === "" ? "empty-tab" : "found");
          return (
            <li key={index}>
              <button {...control(`tab:${index}`)} className="web-link"><span>{index + 1}. {title}</span><span className="web-address">{entry.replace(/^\?/, "")}</span></button>
              <button {...control(`close:${index}`)} aria-label={t("close", { number: String(index + 1), title })}><WebIcon name="close" /></button>
            </li>
          );
        })}
      </ol>
      {peramban.controls(state, config).includes("tab:new") && <button {...control("tab:new")}><WebIcon name="plus" />{t("new-tab")}</button>}
    </div>
  );
}

export default entryOf(peramban, PerambanView);
