import { inject } from "vitest";
import type { Sites } from "./e2e-setup.ts";

/** Those of the worker that runs this test file: what its tests do to the demo people, no other worker sees. */
export const { embeddedSite, connectedSite, databaseUrl } = inject("sites")[Number(process.env["VITEST_POOL_ID"]) - 1] as Sites;
