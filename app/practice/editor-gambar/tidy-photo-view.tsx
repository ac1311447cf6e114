import { Device, Icon } from "../device.tsx";
import type { DeviceIcon } from "../device-icons.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { type Photo, brightest, itemsIn, sides } from "./photos.ts";
import { PhotoPicture } from "./photo-picture.tsx";
import { type FotoConfig, type FotoState, type Look, describeField, originalOf, photoNow } from "./tidy-photo.ts";
import { useCornerDrag } from "./use-corner-drag.ts";

type Props = ViewProps<FotoConfig, FotoState>;
type PageProps = Props & { photo: Photo };

/** A gallery with a photo, and the tools to tidy it. */
export function TidyPhotoView(props: Props) {
  const { state, config, t, control } = props;
  const photo = photoNow(state, config);
  if (photo === undefined) return <Finished {...props} />;
  const back = state.page === "edit" || state.page === "describe" ? "back" : state.page === "photo" ? undefined : "cancel";
  const title = state.page === "photo" ? photo.name : t(`page.${state.page}`);
  return (
    <Device label={title} title={title} back={back === undefined ? undefined : { control: control(back), name: t(back), icon: back === "cancel" ? "batal" : undefined }}>
      {state.page === "photo" && <PhotoPage {...props} photo={photo} />}
      {state.page === "edit" && <EditPage {...props} photo={photo} />}
      {state.page === "crop" && <CropPage {...props} photo={photo} />}
      {state.page === "light" && <LightPage {...props} photo={photo} />}
      {state.page === "save" && <SavePage {...props} photo={photo} />}
      {state.page === "describe" && <DescribePage {...props} photo={photo} />}
    </Device>
  );
}

function Finished({ state, config, t }: Props) {
  return (
    <Device label={t("all-done")} title={t("all-done")}>
      {config.photos.map((photo, index) => {
        const { look, text } = state.finished[index] ?? { look: originalOf(photo), text: "" };
        return <figure key={photo.name} className="eg-figure"><PhotoPicture photo={photo} look={look} /><figcaption lang="id">{text}</figcaption></figure>;
      })}
    </Device>
  );
}

/** The photo, and what is to be seen in it, in words as well. */
function Shown({ photo, look, t, name }: { photo: Photo; look: Look; t: Props["t"]; name?: string }) {
  return (
    <figure className="eg-figure">
      <PhotoPicture photo={photo} look={look} />
      <figcaption>{name !== undefined && <b>{name}. </b>}{t("seen")} <span lang="id">{itemsIn(look.frame, photo).map((item) => item.name).join(", ")}</span>. {t(`light.${look.light}`)}</figcaption>
    </figure>
  );
}

function PhotoPage({ photo, state, config, t, control }: PageProps) {
  return (
    <>
      {config.photos.length > 1 && <p className="hp-small">{t("count", { number: String(state.photo + 1), all: String(config.photos.length) })}</p>}
      {state.copy !== null && <Shown photo={photo} look={state.copy} t={t} name={t("copy")} />}
      {state.copy !== null && <Tool control={control("describe")} icon="huruf" text={t("describe")} main />}
      <Shown photo={photo} look={originalOf(photo)} t={t} {...(state.copy !== null && { name: t("original") })} />
      <Tool control={control("edit")} icon="pena" text={t("edit")} main={state.copy === null} />
    </>
  );
}

function Tool({ control, icon, text, main }: { control: ReturnType<Props["control"]>; icon: DeviceIcon; text: string; main?: boolean }) {
  return <button {...control} className={main ? "hp-row hp-main" : "hp-row"}><Icon name={icon} /><span className="hp-words">{text}</span></button>;
}

function EditPage({ photo, state, t, control }: PageProps) {
  return (
    <>
      <Shown photo={photo} look={state.look} t={t} />
      <div className="eg-tools">
        <button {...control("crop")}><Icon name="bingkai" />{t("crop")}</button>
        <button {...control("light")}><Icon name="matahari" />{t("brightness")}</button>
        <button {...control("save")}><Icon name="unduh" />{t("save")}</button>
      </div>
    </>
  );
}

const arrows = { left: ["kanan", "kembali"], top: ["bawah", "atas"], right: ["kembali", "kanan"], bottom: ["atas", "bawah"] } as const;

function CropPage({ photo, state, t, control, press }: PageProps) {
  const { corners, cornerProps, placeOf } = useCornerDrag(state.look.frame, press);
  return (
    <>
      <figure className="eg-figure eg-crop">
        <PhotoPicture photo={photo} look={state.look} framed>
          {corners.map(([across, down]) => (
            <g key={across + down} className="eg-corner" {...cornerProps(across, down)}>
              <circle className="eg-reach" {...placeOf(across, down)} r="5" />
              <circle {...placeOf(across, down)} r="2" />
            </g>
          ))}
        </PhotoPicture>
        <figcaption>{t("seen")} <span lang="id">{itemsIn(state.look.frame, photo).map((item) => item.name).join(", ")}</span>.</figcaption>
      </figure>
      {sides.map((side) => (
        <div key={side} className="eg-side" role="group" aria-label={t(`side.${side}`)}>
          <span aria-hidden="true">{t(`edge.${side}`)}</span>
          <button {...control(`in:${side}`)}><Icon name={arrows[side][0]} /><span>{t("in")}</span></button>
          <button {...control(`out:${side}`)}><Icon name={arrows[side][1]} /><span>{t("out")}</span></button>
        </div>
      ))}
      <Tool control={control("apply")} icon="centang" text={t("apply")} main />
    </>
  );
}

function LightPage({ photo, state, t, control }: PageProps) {
  return (
    <>
      <Shown photo={photo} look={state.look} t={t} />
      <p className="eg-dots" aria-hidden="true">{Array.from({ length: brightest + 1 }, (_, level) => <span key={level} data-now={level === state.look.light || undefined} />)}</p>
      <div className="hp-pair">
        <button {...control("darker")}>{t("darker")}</button>
        <button {...control("brighter")}><Icon name="matahari" /> {t("brighter")}</button>
      </div>
      <Tool control={control("apply")} icon="centang" text={t("apply")} main />
    </>
  );
}

function SavePage({ photo, state, t, control }: PageProps) {
  return (
    <>
      <Shown photo={photo} look={state.look} t={t} />
      <p><b>{t("how-to-save")}</b></p>
      <Tool control={control("save-copy")} icon="tambah" text={t("save-copy")} />
      <Tool control={control("save-over")} icon="pulihkan" text={t("save-over")} />
    </>
  );
}

function DescribePage({ photo, state, t, control, field }: PageProps) {
  return (
    <>
      <EnterKey control={control} step="keep" label={t("keep")} />
      {state.copy !== null && <Shown photo={photo} look={state.copy} t={t} />}
      <p><b>{t("choose")}</b></p>
      {photo.choices.map(({ text }, index) => <button key={text} {...control(`pick:${index}`)} className="hp-row"><span className="hp-words" lang="id">{text}</span></button>)}
      <TextField {...field(describeField)} text={state.text} label={t("or-type")} />
      <button {...control("keep")} className="hp-main">{t("keep")}</button>
    </>
  );
}
