// Dependency-free like bootstrap.mjs, which runs it.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Installs the packages that `<root>/package-lock.json` asks for, unless they are there already.
 * Returns undefined, or the Indonesian sentence that says why it failed and what to do.
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return undefined;
  const giveTurnBack = await takeTurn(root);
  try {
    return isInstalled(root) ? undefined : await install(root);
  } finally {
    giveTurnBack();
  }
}

/** The stamp tells which package-lock.json was installed. Without one, npm's own record of what it installed decides. */
function isInstalled(root) {
  const lock = readText(join(root, "package-lock.json"));
  if (lock === undefined) return existsSync(join(root, "node_modules"));
  if (readText(stampFile(root)) === hashOf(lock)) return true;
  if (!holdsWhatLockAsks(root, lock)) return false;
  writeStamp(root);
  return true;
}

/** Contents, not file dates: an archive or a copy of the folder changes dates at will. */
function holdsWhatLockAsks(root, lock) {
  try {
    const held = JSON.parse(readText(join(root, "node_modules", ".package-lock.json")) ?? "").packages;
    return Object.entries(JSON.parse(lock).packages).every(([path, { version, optional, devOptional, link }]) => {
      if (link || !path.startsWith("node_modules/")) return true;
      return held[path] ? held[path].version === version : optional || devOptional;
    });
  } catch {
    return false;
  }
}

/** `--include`: a NODE_ENV=production in the environment must not leave out what builds the pages. */
async function install(root) {
  console.log("Memasang bagian-bagian aplikasi (npm ci). Ini perlu internet dan bisa beberapa menit.");
  const { code, output } = await runNpm(root, ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional"]);
  if (code === 0) {
    writeStamp(root);
    console.log("Sudah terpasang.");
    return undefined;
  }
  const known = failures.find(({ pattern }) => pattern.test(output));
  if (known) return known.sentence;
  console.error(output.trim());
  return "Pemasangan gagal. Pesan dari npm ada di atas.";
}

const failures = [
  {
    pattern: /npm: not found|'npm' is not recognized|spawn npm ENOENT/,
    sentence: "Program npm tidak ada. Pasang Node 24.7 atau lebih baru dari nodejs.org, lalu jalankan lagi.",
  },
  { pattern: /ENOSPC|no space left/i, sentence: "Disk penuh. Hapus atau pindahkan berkas lain, lalu jalankan lagi." },
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    sentence: "Tidak bisa mengunduh: internet tidak tersambung atau terputus. Sambungkan internet, lalu jalankan lagi.",
  },
  { pattern: /EACCES|EPERM|EROFS/, sentence: "Folder aplikasi ini tidak boleh ditulis. Jalankan sebagai pemilik folder ini." },
];

function runNpm(root, args) {
  return new Promise((done) => {
    const npm = findNpm();
    const options = { cwd: root, shell: npm.shell, windowsHide: true, stdio: ["ignore", "pipe", "pipe"] };
    const child = spawn(npm.program, [...npm.leading, ...args], options);
    const started = Date.now();
    const sign = setInterval(() => console.log(`Masih memasang (${Math.round((Date.now() - started) / 1000)} detik).`), 30_000);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => (output += `\n${error.message}`));
    child.on("close", (code) => {
      clearInterval(sign);
      done({ code, output });
    });
  });
}

/** The npm that started us, else the one beside this Node, else the one on the PATH (a batch file on Windows). */
function findNpm() {
  const beside = ["../lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js"];
  const candidates = [process.env.npm_execpath, ...beside.map((path) => join(dirname(process.execPath), path))];
  const script = candidates.find((path) => path && /^npm-cli\.c?js$/.test(basename(path)) && existsSync(path));
  if (script) return { program: process.execPath, leading: [script], shell: false };
  return { program: "npm", leading: [], shell: process.platform === "win32" };
}

/** Two installations at once would remove each other's files: the second waits for the first. */
async function takeTurn(root) {
  const file = join(tmpdir(), `melek-install-${hashOf(root).slice(0, 16)}`);
  for (let waited = 0; !createExclusive(file); waited++) {
    if (!isAlive(Number(readText(file)))) rmSync(file, { force: true });
    else if (waited === 0) console.log("Pemasangan lain sedang berjalan. Menunggu sampai selesai.");
    await sleep(500);
  }
  return () => rmSync(file, { force: true });
}

function createExclusive(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function stampFile(root) {
  return join(root, "node_modules", ".melek-lock-hash");
}

/** A node_modules that cannot be written to is fine as it is: it is compared again at each start. */
function writeStamp(root) {
  try {
    writeFileSync(stampFile(root), hashOf(readFileSync(join(root, "package-lock.json"), "utf8")));
  } catch {}
}

function hashOf(text) {
  return createHash("sha256").update(text).digest("hex");
}

function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
