import { oneOf } from "../simulator.ts";
import { type CheckConfig, type CheckState, checkQuota } from "./check-quota.ts";
import { type SaveConfig, type SaveState, saveQuota } from "./save-quota.ts";

export type MeterKuotaConfig = CheckConfig | SaveConfig;
export type MeterKuotaState = CheckState | SaveState;

/** Two exercises about the quota: to check it, or to make it last. */
export const meterKuota = oneOf<MeterKuotaConfig, MeterKuotaState>((config) => (config.do === "cek" ? checkQuota : saveQuota));
