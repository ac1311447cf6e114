import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

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

export default defineConfig({
  // Route tests import route modules straight: Remix's compiler is for builds only.
  plugins: process.env["VITEST"] ? [] : [keepDatabaseOnServer, remix(remixConfig)],
  esbuild: { jsx: "automatic" },
  build: { target: "es2020", assetsInlineLimit: 0, reportCompressedSize: false },
  test: {
    environment: "node",
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
} as Parameters<typeof defineConfig>[0]);
