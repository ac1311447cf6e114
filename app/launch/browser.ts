import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { chromium } from "playwright";
import { StartupError } from "./startup-error.ts";

/** Chromium without the window around its pages: opening one takes a quarter of the work. */
const shell = "/usr/bin/chromium-headless-shell";
const usualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The path of a Chromium that is here, or that this call installs. Where root runs on Debian that is its package
 * without windows; elsewhere Playwright's own, or one that is here already. `report` receives what is being done. Throws
 * StartupError when all fails.
 */
export async function findBrowser(report: (line: string) => void): Promise<string> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new StartupError(`CHROMIUM_PATH menunjuk ke ${chosen}, tetapi peramban di situ tidak ada atau tidak bisa dijalankan.`);
  }
  if (!runs(shell) && mayInstall && isDebian()) await installShell(report);
  const found = findInstalled();
  if (found) return found;
  await installBrowser(report);
  const installed = findInstalled();
  if (installed) return installed;
  throw new StartupError(
    "Uji halaman perlu peramban Chromium. Pasang dengan `npx playwright install --with-deps chromium`, " +
      "atau isi CHROMIUM_PATH dengan letak Chromium atau Chrome.",
  );
}

function findInstalled(): string | undefined {
  return [shell, chromium.executablePath(), ...usualPlaces].find(runs);
}

/** A file that is there may still lack system libraries, or be Ubuntu's stub that only names a snap. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0;
}

const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Ubuntu has no such package. */
function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function installShell(report: (line: string) => void): Promise<void> {
  report("Memasang peramban Chromium untuk uji halaman (apt-get install chromium-headless-shell). Ini bisa beberapa menit.");
  await succeeds("apt-get", ["update"]);
  await succeeds("apt-get", ["install", "-y", "--no-install-recommends", "chromium-headless-shell"]);
}

async function installBrowser(report: (line: string) => void): Promise<void> {
  report("Memasang peramban Chromium untuk uji halaman. Ini bisa beberapa menit.");
  const playwright = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  if (await succeeds(process.execPath, [playwright, "install", "chromium"])) return;
  if (!mayInstall) return;
  report("Peramban dari Playwright tidak bisa diunduh. Mencoba paket sistem (apt-get install chromium).");
  await succeeds("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

function succeeds(program: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}
