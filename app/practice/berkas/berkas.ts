import type { Simulator } from "../simulator.ts";
import { type KeepConfig, type KeepState, keepFiles } from "./keep-files.ts";
import { type TidyConfig, type TidyState, tidyPhotos } from "./tidy-photos.ts";

export type BerkasConfig = KeepConfig | TidyConfig;
export type BerkasState = KeepState | TidyState;

type Rules = Simulator<BerkasConfig, BerkasState>;

/** Two exercises with files: to keep and find them again, or to copy, throw away and restore them. */
export const berkas: Rules = {
  start: (config) => rulesOf(config).start(config),
  take: (state, step, config) => rulesOf(config).take(state, step, config),
  tasks: (state, config) => rulesOf(config).tasks(state, config),
  notice: (state, config) => rulesOf(config).notice(state, config),
  hint: (state, config) => rulesOf(config).hint(state, config),
  controls: (state, config) => rulesOf(config).controls(state, config),
  keystroke: () => [],
  twins: {},
};

function rulesOf(config: BerkasConfig): Rules {
  // A state is only ever made by the rules of its own config.
  return config.do === "simpan" ? keepFiles : tidyPhotos;
}
