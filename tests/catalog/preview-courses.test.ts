import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lessonWith, tinyCourses } from "./tiny-courses.ts";

it("lessons are shown as they are written, and an open page hears of every change", async () => {
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

it("what a page offers leads to a page, in the looks that were chosen; a quiz shows its key", async () => {
  const address = await startPreview(tinyCourses());
  const lesson = "/belajar/c/satu";
  for (const path of [lesson, `${lesson}/latihan`, "/belajar/c/m/kuis", "/", "/belajar/c/tidak-ada"]) {
    const html = await (await fetch(address + path)).text();
    for (const { action, fields } of formsIn(html, path)) expect([path, action, (await send(address + action, fields)).status]).toEqual([path, action, 200]);
  }
  const english = await send(address + lesson, { bahasa: "en" });
  expect([english.url, english.cookies]).toEqual([address + lesson, [expect.stringMatching(/^bahasa=en; /)]]);
  const larger = await fetch(address + lesson, { headers: { Cookie: "bahasa=en; huruf=largest" } });
  expect(await larger.text()).toContain('<html lang="en" data-text="largest">');
  expect((await send(`${address}/tampilan`, { huruf: "large", kembali: `${lesson}/latihan` })).url).toBe(`${address}${lesson}/latihan`);

  const quiz = await (await fetch(`${address}/belajar/c/m/kuis`)).text();
  const [, first = ""] = quiz.split('id="soal-1"');
  expect(first.slice(0, first.indexOf('id="soal-2"'))).toMatch(/Jawaban benar.*<li>Ini<\/li>.*Umpan balik.*<li>Ini: Betul\.<\/li><li>Itu: Coba lagi\.<\/li>/s);
});

/** The forms of a page, each as one of its buttons sends it. */
function formsIn(html: string, path: string): { action: string; fields: Record<string, string> }[] {
  return [...html.matchAll(/<form method="post"(?: action="([^"]*)")?[^>]*>(.*?)<\/form>/gs)].flatMap(([, action = path, inside = ""]) => {
    const named = (tag: RegExp) => [...inside.matchAll(tag)].map(([, name = "", value = ""]): Record<string, string> => ({ [name]: value }));
    const hidden = named(/type="hidden" name="([^"]+)" value="([^"]*)"/g);
    const buttons = named(/<button[^>]* name="([^"]+)" value="([^"]*)"/g);
    return (buttons.length > 0 ? buttons : [{}]).map((pressed) => ({ action, fields: Object.assign({}, ...hidden, pressed) as Record<string, string> }));
  });
}

/** Where a form leads to in the end, and the cookies that it set on its way. */
async function send(address: string, fields: Record<string, string>): Promise<{ status: number; url: string; cookies: string[] }> {
  const first = await fetch(address, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const onward = first.headers.get("location");
  const { status, url } = onward ? await fetch(new URL(onward, address)) : first;
  return { status, url, cookies: first.headers.getSetCookie() };
}

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
