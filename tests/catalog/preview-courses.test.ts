import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lessonWith, tinyCourses } from "./tiny-courses.ts";

it("lessons are shown as they are written, and an open page hears of every change", { timeout: 60_000 }, async () => {
  const folder = tinyCourses();
  const write = (lesson: string) => writeFileSync(join(folder, "k/c/m/satu.mdx"), lesson);
  const address = await startPreview(folder);
  const page = async (path: string) => (await fetch(address + path)).text();

  const lesson = await page("/belajar/c/satu");
  expect(lesson).toContain("<p>Buka HP.</p>");
  expect(lesson).toContain("/pratinjau.js");
  expect(await (await fetch(`${address}${/href="([^"]+\.css)"/.exec(lesson)?.[1]}`, { headers: { Accept: "text/css" } })).text()).toContain("--paper");
  expect(await page("/")).toContain('href="/belajar/c/satu"');
  expect(await page("/belajar/c/m/kuis")).toContain("Yang mana?");
  expect(await page("/belajar/c/satu/latihan")).toContain('data-simulator="PapanKetik"');

  const changed = await listen(address);
  write(lessonWith({ 2: "Tekan tombol. Klik di sini." }));
  await changed();
  expect(await page("/belajar/c/satu")).toContain("<p>Tekan tombol. Klik di sini.</p>");
  expect(await page("/belajar/c/satu")).toContain("“klik”: write sentuh");

  write(lessonWith({ 2: "Tekan <b>tombol." }));
  await changed();
  const broken = await page("/belajar/c/satu");
  expect(broken).toContain("m/satu.mdx:24</b> MDX: Expected a closing tag");
  expect(broken).toContain("/pratinjau.js");
  expect(broken).not.toContain("Buka HP.");
});

/** The address at which a preview of the folder answers until the test is over. */
async function startPreview(folder: string): Promise<string> {
  const preview: ChildProcess = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "app/launch/preview-courses.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, VITEST: "", NODE_ENV: "development" },
  });
  onTestFinished(async () => {
    preview.kill();
    if (preview.exitCode === null && preview.signalCode === null) await once(preview, "exit");
  });
  let said = "";
  for await (const chunk of preview.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`the preview told no address: ${said}`);
}

/** Listens for changes; each call of the answer waits for the next one. */
async function listen(address: string): Promise<() => Promise<void>> {
  const stopped = new AbortController();
  onTestFinished(() => stopped.abort());
  const { body } = await fetch(`${address}/pratinjau/perubahan`, { signal: stopped.signal });
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  return async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done || new TextDecoder().decode(value).includes("data: lagi")) return;
    }
  };
}
