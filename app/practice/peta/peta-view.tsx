import { entryOf } from "../simulator-entry.ts";
import { EnterKey, TextField } from "../text-field.tsx";
import type { ViewProps } from "../view-props.ts";
import { PaperNote, WebFrame } from "../web-frame.tsx";
import { WebIcon } from "../web-icons.tsx";
import { MapPicture } from "./map-picture.tsx";
import { type PetaConfig, type PetaState, chosenPlace, peta, petaField } from "./peta.ts";
import { type Place, minutesOf, placesFound, travelModes, wayBetween } from "./village-map.ts";

type Props = ViewProps<PetaConfig, PetaState>;

/** A map of the village: what is drawn on it is always told in a list as well. */
function PetaView(props: Props) {
  const { state, config, t } = props;
  return (
    <div className="web-stage" data-sight={state.place}>
      <PaperNote title={t("note")}><p>{config.ask}</p></PaperNote>
      <WebFrame label={t("screen")}>{state.place === "asking" ? <Asking {...props} /> : <MapScreen {...props} />}</WebFrame>
    </div>
  );
}

function Asking({ t, control }: Props) {
  return (
    <div className="web-page web-middle">
      <WebIcon name="pin" />
      <p>{t("ask-place")}</p>
      <button {...control("place:allow")} className="web-wide">{t("allow")}</button>
      <button {...control("place:deny")} className="web-wide">{t("deny")}</button>
    </div>
  );
}

function MapScreen(props: Props) {
  const { state, config, t, control, field } = props;
  const offered = peta.controls(state, config);
  const chosen = chosenPlace(state, config);
  const found = placesFound(state.query, config.places);
  return (
    <>
      {offered.includes("search") && (
        <div className="web-bar">
          <EnterKey control={control} step="search" label={t("search")} />
          <TextField {...field(petaField)} text={state.text} label={t("box")} inputMode="search" />
          <div className="web-row">
            <button {...control("search")} className="web-main"><WebIcon name="search" />{t("search")}</button>
            {state.text !== "" && <button {...control("clear")}><WebIcon name="close" />{t("clear")}</button>}
          </div>
        </div>
      )}
      <div data-sight={`${state.query} ${state.chosen ?? ""} ${state.mode ?? ""}`}>
        <MapPicture
          home={config.home}
          marked={chosen === undefined ? found : [chosen]}
          chosen={chosen}
          way={state.mode !== undefined}
          showHome={state.place === "known"}
          zoom={state.zoom}
        />
      </div>
      <div className="web-page">
        {chosen === undefined ? <Found {...props} found={found} /> : <Chosen {...props} chosen={chosen} offered={offered} />}
        {offered.includes("search") && <MapButtons {...props} offered={offered} />}
        {state.list && <AllPlaces {...props} />}
      </div>
    </>
  );
}

function MapButtons({ state, t, control, offered }: Props & { offered: readonly string[] }) {
  return (
    <div className="web-row">
      {offered.includes("zoom:in") && <button {...control("zoom:in")}><WebIcon name="plus" />{t("zoom-in")}</button>}
      {offered.includes("zoom:out") && <button {...control("zoom:out")}><WebIcon name="minus" />{t("zoom-out")}</button>}
      <button {...control(state.list ? "list:hide" : "list:show")} aria-expanded={state.list}><WebIcon name="list" />{t(state.list ? "list-hide" : "list-show")}</button>
    </div>
  );
}

function AllPlaces({ config, t }: Props) {
  return (
    <div className="web-tell">
      <h3>{t("all")}</h3>
      <ul>
        {config.places.map((place) => <li key={place.id}><b>{place.name}</b>, {place.address}. {distanceTo(place, config, t)}</li>)}
      </ul>
    </div>
  );
}

function Found({ t, control, config, found }: Props & { found: readonly Place[] }) {
  return (
    <ol className="web-results">
      {found.map((place, index) => (
        <li key={place.id}>
          <button {...control(`place:${place.id}`)} className="web-link">
            <span>{index + 1}. {place.name}</span><span className="web-address">{place.address}</span><span className="web-address">{distanceTo(place, config, t)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function Chosen({ state, config, t, control, chosen, offered }: Props & { chosen: Place; offered: readonly string[] }) {
  const way = wayBetween(config.home, chosen.at);
  return (
    <>
      <h3>{chosen.name}</h3>
      <p>{chosen.address}</p>
      {offered.includes("way") && <button {...control("way")} className="web-main"><WebIcon name="way" />{t("way")}</button>}
      {state.mode !== undefined && offered.includes("back") && (
        <div className="web-row" role="group" aria-label={t("modes")}>
          {travelModes.map((mode) => (
            <button key={mode} {...control(`mode:${mode}`)} aria-pressed={state.mode === mode}>
              <WebIcon name={mode} />{t(`mode.${mode}`)}<span>{t("minutes", { number: String(minutesOf(way, mode)) })}</span>
            </button>
          ))}
        </div>
      )}
      {state.mode !== undefined && (
        <div className="web-tell">
          <p><b>{t(`mode.${state.mode}`)}: {distanceTo(chosen, config, t)}, {t("minutes", { number: String(minutesOf(way, state.mode)) })}</b></p>
          <ol className="map-legs">
            {way.legs.map(({ key, blocks }) => <li key={key}>{t(`leg.${key}`, { number: String(blocks) })}</li>)}
            <li>{t("leg.there", { name: chosen.name })}</li>
          </ol>
        </div>
      )}
      {offered.includes("back") && <button {...control("back")}><WebIcon name="back" />{t("back")}</button>}
    </>
  );
}

function distanceTo(place: Place, { home }: PetaConfig, t: Props["t"]): string {
  const { metres } = wayBetween(home, place.at);
  return metres < 1000 ? t("metres", { number: String(metres) }) : t("kilometres", { number: t("decimal", { whole: String(Math.floor(metres / 1000)), part: String(Math.round((metres % 1000) / 100)) }) });
}

export default entryOf(peta, PetaView);
