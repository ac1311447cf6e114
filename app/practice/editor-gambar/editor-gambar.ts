import type { Simulator } from "../simulator.ts";
import type { PengumumanConfig } from "./announcements.ts";
import { type PengumumanState, makeAnnouncement } from "./make-announcement.ts";
import { type FotoConfig, type FotoState, tidyPhoto } from "./tidy-photo.ts";

export type EditorGambarConfig = FotoConfig | PengumumanConfig;
export type EditorGambarState = FotoState | PengumumanState;

type Rules = Simulator<EditorGambarConfig, EditorGambarState>;

/** Two exercises with pictures: to tidy photos, or to make an announcement from a template. */
export const editorGambar: Rules = {
  start: (config) => rulesOf(config).start(config),
  take: (state, step, config) => rulesOf(config).take(state, step, config),
  tasks: (state, config) => rulesOf(config).tasks(state, config),
  notice: (state, config) => rulesOf(config).notice(state, config),
  hint: (state, config) => rulesOf(config).hint(state, config),
  controls: (state, config) => rulesOf(config).controls(state, config),
  keystroke: () => [],
  twins: {},
};

function rulesOf(config: EditorGambarConfig): Rules {
  // A state is only ever made by the rules of its own config.
  return config.do === "foto" ? tidyPhoto : makeAnnouncement;
}
