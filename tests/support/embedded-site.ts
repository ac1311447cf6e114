import { inject } from "vitest";

/** The application on its embedded PostgreSQL, of the worker that runs this test file. */
export const embeddedSite = inject("embeddedSites")[Number(process.env["VITEST_POOL_ID"]) - 1] as string;
