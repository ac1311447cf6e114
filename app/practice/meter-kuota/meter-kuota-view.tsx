import { entryOf } from "../simulator-entry.ts";
import type { ViewProps } from "../view-props.ts";
import { CheckQuotaView } from "./check-quota-view.tsx";
import { type MeterKuotaConfig, type MeterKuotaState, meterKuota } from "./meter-kuota.ts";
import { SaveQuotaView } from "./save-quota-view.tsx";

/** The exercise that the config asks for. */
export function MeterKuotaView({ state, config, ...props }: ViewProps<MeterKuotaConfig, MeterKuotaState>) {
  if (config.do === "cek" && state.do === "cek") return <CheckQuotaView {...props} state={state} config={config} />;
  if (config.do === "hemat" && state.do === "hemat") return <SaveQuotaView {...props} state={state} config={config} />;
  return null;
}

export default entryOf(meterKuota, MeterKuotaView);
