import type { Page } from "playwright";
import type { World } from "../support/world.ts";

/** A page as somebody sees it in some situation. */
export interface State {
  name: string;
  /** Its path in app/routes.ts. */
  route: string;
  /** A learner's number, a staff member's user name, or nobody. */
  who: number | string | null;
  open(page: Page, world: World): Promise<unknown>;
  /** The language chosen on the device; Indonesian where it is left out. */
  lang?: "en";
}
