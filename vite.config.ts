import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";
import { LongestFirst } from "./tests/support/longest-first.ts";

/** Database code must never reach a browser: an import of `#db/` from the client build stops the build. */
const keepDatabaseOnServer: Plugin = {
  name: "keep-database-on-server",
  enforce: "pre",
  resolveId(source, importer, options) {
    if (source.startsWith("#db/") && !options.ssr) {
      throw new Error(`${importer ?? "a module"} takes ${source} into the browser`);
    }
    return null;
  },
};

/** What every page with scripts loads is one file, and what every practice loads is another: each file costs a request with its head, and phones count bytes. */
const bundleWhatIsShared: Plugin = {
  name: "bundle-what-is-shared",
  config: (_config, { isSsrBuild }) => (isSsrBuild ? {} : { build: { rollupOptions: { output: { manualChunks: chunkOf } } } }),
};

function chunkOf(id: string): string | undefined {
  if (/\/app\/(ui\/(frame|nonce)|i18n\/(locale|translate))\.tsx?$/.test(id)) return "page";
  return /\/app\/practice\/(device|device-icons|focus|practice-page|practice-screen|simulator|simulator-entry|text-field|typed|use-[a-z]+|gerak-jari\/gestures)\.tsx?$/.test(id) ? "simulators" : undefined;
}

export default defineConfig({
  // Route tests import route modules straight: Remix's compiler is for builds only.
  plugins: process.env["VITEST"] ? [] : [keepDatabaseOnServer, bundleWhatIsShared, remix(remixConfig)],
  esbuild: { jsx: "automatic" },
  build: { target: "es2020", assetsInlineLimit: 0, reportCompressedSize: false },
  test: {
    environment: "node",
    // For the slowest of machines: how quick something must be is said where it is tested.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/**/*.test.{ts,tsx}"], exclude: ["tests/e2e/**"], globalSetup: ["tests/support/global-setup.ts"], maxWorkers: 2 },
      },
      {
        extends: true,
        // After all others: applications and browsers want the machine for themselves.
        test: { name: "e2e", include: ["tests/e2e/*.test.ts"], globalSetup: ["tests/support/e2e-setup.ts"], maxWorkers: 2, sequence: { groupOrder: 1 } },
      },
    ],
  },
} as Parameters<typeof defineConfig>[0]);
