import type { ReactNode } from "react";
import { LayarKunciView } from "./layar-kunci/layar-kunci-view.tsx";
import { layarKunci } from "./layar-kunci/layar-kunci.ts";
import { PapanKetikView } from "./papan-ketik/papan-ketik-view.tsx";
import { papanKetik } from "./papan-ketik/papan-ketik.ts";
import type { SimulatorName } from "./parse-practice.ts";
import type { Simulator } from "./simulator.ts";
import type { ViewProps } from "./view-props.ts";

export interface SimulatorEntry {
  readonly rules: Simulator<unknown, unknown>;
  readonly view: (props: ViewProps<unknown, unknown>) => ReactNode;
}

/** The simulators by the name that lessons call them. Only give them a config that `parsePractice` has let through. */
export const simulators: Readonly<Record<SimulatorName, SimulatorEntry>> = {
  LayarKunci: entry(layarKunci, LayarKunciView),
  PapanKetik: entry(papanKetik, PapanKetikView),
};

function entry<Config, State>(
  rules: Simulator<Config, State>,
  view: (props: ViewProps<Config, State>) => ReactNode,
): SimulatorEntry {
  // `parsePractice` vouches for the config, and only these rules make this state.
  return { rules, view: view as SimulatorEntry["view"] };
}
