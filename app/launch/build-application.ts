import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildCourses } from "./build-courses.ts";
import { StartupError } from "./startup-error.ts";

const stampFile = "build/stamp";

/** Builds the application and the courses when anything they are made of has changed since the last build. */
export async function buildApplication(report: (line: string) => void): Promise<void> {
  const stamp = hashOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  report("Menyiapkan aplikasi (sekitar setengah menit)…");
  runVite();
  report("Menyiapkan pelajaran…");
  const findings = await buildCourses();
  for (const { file, line, message } of findings) report(`  courses/${file}:${line} ${message}`);
  precompress();
  writeFileSync(stampFile, stamp);
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = globSync("{app,db,courses}/**/*.*").concat(["package-lock.json", "vite.config.ts", "remix.config.js"]);
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function runVite(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new StartupError(`Aplikasi gagal disiapkan:\n${stdout}\n${stderr}`);
}

/** Leaves a brotli and a gzip twin beside every file that is served as it stands. */
function precompress(): void {
  for (const file of globSync(["build/client/assets/*.{js,css,svg}", "build/courses/gambar/*.svg"])) {
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
