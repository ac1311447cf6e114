import type { Simulator } from "../simulator.ts";
import { type CheckConfig, type CheckState, checkQuota } from "./check-quota.ts";
import { type SaveConfig, type SaveState, saveQuota } from "./save-quota.ts";

export type MeterKuotaConfig = CheckConfig | SaveConfig;
export type MeterKuotaState = CheckState | SaveState;

type Rules = Simulator<MeterKuotaConfig, MeterKuotaState>;

/** Two exercises about the quota: to check it, or to make it last. */
export const meterKuota: Rules = {
  start: (config) => rulesOf(config).start(config),
  take: (state, step, config) => rulesOf(config).take(state, step, config),
  tasks: (state, config) => rulesOf(config).tasks(state, config),
  notice: (state, config) => rulesOf(config).notice(state, config),
  hint: (state, config) => rulesOf(config).hint(state, config),
  controls: (state, config) => rulesOf(config).controls(state, config),
  keystroke: () => [],
  twins: {},
};

function rulesOf(config: MeterKuotaConfig): Rules {
  // A state is only ever made by the rules of its own config.
  return config.do === "cek" ? checkQuota : saveQuota;
}
