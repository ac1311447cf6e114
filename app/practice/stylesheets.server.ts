import layarKunciUrl from "./layar-kunci/layar-kunci.css?url";
import papanKetikUrl from "./papan-ketik/papan-ketik.css?url";
import type { SimulatorName } from "./parse-practice.ts";

/** The address of what a simulator's looks need besides `practice.css`. */
export const stylesheets: Readonly<Record<SimulatorName, string>> = {
  LayarKunci: layarKunciUrl,
  PapanKetik: papanKetikUrl,
};
