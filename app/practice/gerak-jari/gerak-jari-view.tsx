import { useRef } from "react";
import { AppGrid, Device, Icon } from "../device.tsx";
import { drawings } from "../drawings.ts";
import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { GestureIcon } from "./gesture-icon.tsx";
import { gerakJari, moves } from "./gerak-jari.ts";
import { type GerakJariConfig, type GerakJariState, type TouchedPhoto, photosShown, showsChoices } from "./goals.ts";
import { useGestures } from "./use-gestures.ts";

type Props = ViewProps<GerakJariConfig, GerakJariState>;

/** A phone for the fingers, and below it every gesture as a button. */
function GerakJariView(props: Props) {
  const { state, t, control, press } = props;
  const screen = useRef<HTMLDivElement>(null);
  const gestures = useGestures(screen, press);
  const title = titleOf(props);
  const back = state.page === "home" ? undefined : { control: control("back"), name: t("back") };
  return (
    <div className="gj">
      <div className="gj-touch" ref={screen} {...gestures}>
        <Device label={t("screen", { title: title ?? t("home") })} title={title} back={back}>
          <Page {...props} />
          {state.page !== "home" && <button {...control("home")} className="gj-home" data-edge aria-label={t("home-button")}><span aria-hidden="true" /></button>}
        </Device>
      </div>
      <Gestures {...props} />
    </div>
  );
}

export default entryOf(gerakJari, GerakJariView);

function titleOf({ state, config }: Props): string | undefined {
  if (state.page === "home") return undefined;
  if (state.page === "photos") return config.apps[0]?.name;
  return [...config.apps, ...config.photos].find(({ id }) => id === state.shown)?.name;
}

function Page(props: Props) {
  switch (props.state.page) {
    case "home": return showsChoices(props.state) ? <Choices {...props} /> : <Home {...props} />;
    case "photos": return <Photos {...props} />;
    case "photo": return <OnePhoto {...props} />;
    case "app": return <OpenApp {...props} />;
  }
}

function Home({ config, control }: Props) {
  return (
    <div className="gj-apps">
      <AppGrid apps={config.apps.map(({ id, icon, name }) => ({ control: { ...control(`tap:${id}`), "data-hold": `hold:${id}` }, icon, name, lang: "id" }))} />
    </div>
  );
}

/** The choices of an app over its empty home screen: all around them is the empty place. */
function Choices({ state, config, t, control }: Props) {
  const app = config.apps.find(({ id }) => id === state.shown);
  if (app === undefined) return null;
  return (
    <>
      <div className="hp-popup">
        <p className="gj-held"><Icon name={app.icon} /><b lang="id">{app.name}</b></p>
        <button {...control("choice:1")}>{t("choice.about")}</button>
        <button {...control("choice:2")}>{t("choice.move")}</button>
      </div>
      <button {...control("blank")} className="gj-blank">{t("blank")}</button>
    </>
  );
}

function Photos({ state, config, control }: Props) {
  return (
    <div className="gj-grid" key={state.row} data-way={state.notice.key}>
      {photosShown(state, config).map((photo) => (
        <button key={photo.id} {...control(`open:${photo.id}`)} data-hold="hold-photo"><Picture photo={photo} /><span lang="id">{photo.name}</span></button>
      ))}
    </div>
  );
}

function OnePhoto({ state, config, t, control }: Props) {
  const photo = config.photos.find(({ id }) => id === state.shown);
  if (photo === undefined) return null;
  const size = t(`size.${state.zoom}`);
  return (
    <button
      {...control("tap-photo")}
      className="gj-photo"
      data-zoom={state.zoom}
      data-drawn={photo.drawing !== undefined || undefined}
      data-hold="hold-photo"
      data-slow
      aria-label={[photo.name, size, ...(state.zoom > 0 ? photo.lines ?? [] : [])].join(". ")}
    >
      <Picture photo={photo} />
    </button>
  );
}

function OpenApp({ state, config, t }: Props) {
  const app = config.apps.find(({ id }) => id === state.shown);
  if (app === undefined) return null;
  return <div className="gj-app"><Icon name={app.icon} /><p>{t("app-open", { name: app.name })}</p></div>;
}

/** A drawing, or a paper with lines; whatever it lies in says its name. */
function Picture({ photo }: { photo: TouchedPhoto }) {
  if (photo.drawing !== undefined) return <svg className="gj-picture" viewBox="0 0 48 36" aria-hidden="true"><path d={drawings[photo.drawing]} /></svg>;
  return <span className="gj-picture gj-lines" lang="id" aria-hidden="true">{(photo.lines ?? []).map((line, index) => <span key={index}>{line}</span>)}</span>;
}

/** Every gesture that the screen knows now, for whom fingers, a mouse or sight do not serve. */
function Gestures({ state, config, t, control }: Props) {
  const known = gerakJari.controls(state, config);
  const held = config.apps.filter(({ id }) => known.includes(`hold:${id}`));
  return (
    <fieldset className="gj-moves">
      <legend>{t("gestures")}</legend>
      <p className="gj-live">{t("by-finger")}</p>
      {held.map(({ id, name }) => <button key={id} {...control(`hold:${id}`)}><GestureIcon name="hold" /><span>{t("hold", { name })}</span></button>)}
      {known.includes("hold-photo") && <button {...control("hold-photo")}><GestureIcon name="hold" /><span>{t("hold-photo")}</span></button>}
      {moves.map((move) => <button key={move} {...control(move)}><GestureIcon name={move} /><span>{t(move.replace(":", "-"))}</span></button>)}
    </fieldset>
  );
}
