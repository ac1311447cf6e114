import type { ReactNode } from "react";
import type { Simulator } from "./simulator.ts";
import type { ViewProps } from "./view-props.ts";

/** A simulator with its looks. Only give it a config that `parsePractice` has let through. */
export interface SimulatorEntry {
  readonly rules: Simulator<unknown, unknown>;
  readonly view: (props: ViewProps<unknown, unknown>) => ReactNode;
}

/** What the view's file of a simulator exports as its default, for the registry. */
export function entryOf<Config, State>(
  rules: Simulator<Config, State>,
  view: (props: ViewProps<Config, State>) => ReactNode,
): SimulatorEntry {
  // `parsePractice` vouches for the config, and only these rules make this state.
  return { rules, view: view as SimulatorEntry["view"] };
}
