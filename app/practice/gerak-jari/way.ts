import { type GerakJariConfig, type GerakJariState, type Goal, biggest, columns, lastRow, photosShown, showsChoices } from "./goals.ts";

/** The first goal that is not reached. */
export function nextGoal(state: GerakJariState, config: GerakJariConfig): Goal | undefined {
  return config.goals.find((_, index) => !state.done.includes(index));
}

/** The step that leads on to the next goal; none once all are reached. */
export function nextStep(state: GerakJariState, config: GerakJariConfig): string | undefined {
  const goal = nextGoal(state, config);
  if (goal === undefined) return undefined;
  if (showsChoices(state)) return "blank";
  const home = config.apps[0]?.id ?? "";
  switch (goal.do) {
    case "tap":
    case "hold": return state.page === "home" ? `${goal.do}:${goal.on ?? home}` : "home";
    case "close": return state.page === "home" ? `hold:${home}` : "home";
    case "home": return state.page === "home" ? `tap:${home}` : "home";
    case "swipe-up": return towardsPhotos(state, config) ?? (state.row < lastRow(config) ? "swipe:up" : "swipe:down");
    case "swipe-down": return towardsPhotos(state, config) ?? (state.row > 0 ? "swipe:down" : "swipe:up");
    case "open": return towardsPhotos(state, config) ?? towardsPhoto(state, config, goal.on);
    case "pinch-out": return onPhoto(state, goal) ? (state.zoom < biggest ? "pinch:out" : "pinch:in") : towardsPhotos(state, config) ?? towardsPhoto(state, config, goal.on);
    case "pinch-in": return onPhoto(state, goal) ? (state.zoom > 0 ? "pinch:in" : "pinch:out") : towardsPhotos(state, config) ?? towardsPhoto(state, config, goal.on);
  }
}

function onPhoto(state: GerakJariState, { on }: Goal): boolean {
  return state.page === "photo" && (on === undefined || on === state.shown);
}

/** The step towards the page with the photos; none on that page. */
function towardsPhotos(state: GerakJariState, config: GerakJariConfig): string | undefined {
  if (state.page === "photos") return undefined;
  if (state.page === "home") return `tap:${config.apps[0]?.id ?? ""}`;
  return state.page === "photo" ? "back" : "home";
}

function towardsPhoto(state: GerakJariState, config: GerakJariConfig, id: string | undefined): string {
  const shown = photosShown(state, config);
  const wanted = id ?? shown[0]?.id ?? "";
  if (shown.some((photo) => photo.id === wanted)) return `open:${wanted}`;
  return config.photos.findIndex((photo) => photo.id === wanted) < state.row * columns ? "swipe:down" : "swipe:up";
}
