import { AppGrid, Device, Row } from "../device.tsx";
import type { ViewProps } from "../view-props.ts";
import { Picture } from "./picture.tsx";
import { type TidyConfig, type TidyState, fullnessOf } from "./tidy-photos.ts";

type Props = ViewProps<TidyConfig, TidyState>;

/** A phone with a gallery and a bin, and the phone of a relative to which copies go. */
export function TidyPhotosView(props: Props) {
  const { state, t, control } = props;
  const back = state.page === "home" ? undefined : { control: control("back"), name: t("back") };
  const title = titleOf(props);
  return <Device label={t("screen", { title: title ?? t("home") })} title={title} back={back}><Page {...props} /></Device>;
}

function titleOf({ state, config, t }: Props): string | undefined {
  if (state.page === "home") return undefined;
  if (state.page === "photo") return config.photos[state.open]?.name ?? "";
  return state.page === "relative" ? t("relative", { to: config.to }) : t(`title.${state.page}`);
}

function Page(props: Props) {
  const { state, config, t, control } = props;
  switch (state.page) {
    case "home": return <Home {...props} />;
    case "gallery": return <Grid {...props} step="open" shown={config.photos.flatMap((_, index) => (state.where[index] === "gallery" ? [index] : []))} />;
    case "photo": return <OnePhoto {...props} />;
    case "share": return (
      <>
        <p className="hp-card"><b>{t("to-whom")}</b></p>
        <Row control={control("to:1")} icon="akun" text={config.stranger} lang="id" />
        <Row control={control("to:0")} icon="akun" text={config.to} note={t("family")} lang="id" />
      </>
    );
    case "bin": return <Bin {...props} />;
    case "relative": return state.sent.length === 0 ? <p className="hp-card">{t("no-photo")}</p> : <Grid {...props} step="see" shown={state.sent} />;
  }
}

function Home({ state, config, t, control }: Props) {
  return (
    <>
      <p className="hp-card">{t("space", { percent: String(fullnessOf(state, config)) })}</p>
      <AppGrid
        apps={[
          { control: control("gallery"), icon: "galeri", name: t("title.gallery") },
          { control: control("bin"), icon: "sampah", name: t("title.bin") },
          { control: control("relative"), icon: "hp", name: t("relative", { to: config.to }) },
        ]}
      />
    </>
  );
}

function Grid({ state, config, t, control, step, shown }: Props & { step: "open" | "see"; shown: readonly number[] }) {
  return (
    <div className="bk-grid">
      {shown.map((index) => {
        const photo = config.photos[index];
        if (photo === undefined) return null;
        const isSeen = step === "see" && state.seen.includes(index);
        return (
          <button key={index} {...control(`${step}:${index}`)}>
            <Picture photo={photo.picture} /><span lang="id">{photo.name}</span>{isSeen && <small>{t("clear")}</small>}
          </button>
        );
      })}
    </div>
  );
}

function OnePhoto({ state, config, t, control }: Props) {
  const photo = config.photos[state.open];
  if (photo === undefined) return null;
  return (
    <>
      <Picture photo={photo.picture} />
      {state.sent.includes(state.open) && <p className="hp-card">{t("is-sent", { to: config.to })}</p>}
      <Row control={control("share")} icon="bagikan" text={t("share")} />
      <Row control={control("throw")} icon="sampah" text={t("throw")} />
    </>
  );
}

function Bin({ state, config, t, control }: Props) {
  const thrown = config.photos.flatMap((photo, index) => (state.where[index] === "bin" ? [{ ...photo, index }] : []));
  if (thrown.length === 0) return <p className="hp-card">{t("bin-empty")}</p>;
  return (
    <>
      {thrown.map(({ name, picture, index }) => (
        <div key={index} className="hp-card">
          <p className="bk-thrown"><Picture photo={picture} /><span lang="id">{name}</span></p>
          <button {...control(`restore:${index}`)}>{t("restore")}<span className="practice-unseen" lang="id"> {name}</span></button>
        </div>
      ))}
      <button {...control("empty")}>{t("empty")}</button>
    </>
  );
}
