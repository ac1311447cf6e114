import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve, sep } from "node:path";
import { createServer as createVite } from "vite";
import { explain } from "./explain.ts";
import { answerPreview } from "./preview/answer.ts";
import { readCourses } from "./preview/courses.ts";

/**
 * `npm run courses:preview`: the learner's pages of every lesson, drafts too, as they are in the files at this moment.
 * A page that is open loads again when a file changes. For this computer only; without database and sign-in. Another
 * courses folder than ours may be named after `--`.
 */
const usualPort = Number(process.env["PORT"] || 3100);
const [folder = "courses"] = process.argv.slice(2);

async function preview(): Promise<void> {
  const vite = await createVite({
    configFile: false,
    logLevel: "error",
    appType: "custom",
    esbuild: { jsx: "automatic" },
    build: { assetsInlineLimit: 0 },
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: { ignored: ["**/build/**", "**/data/**", "**/tests/**"] } },
  });
  const courses = await readCourses(folder);
  const open = new Set<ServerResponse>();
  let next: NodeJS.Timeout | undefined;
  vite.watcher.add(resolve(folder)).on("all", (_event, path) => {
    if (![resolve(folder), resolve("app")].some((watched) => path.startsWith(watched + sep))) return;
    clearTimeout(next);
    // An editor writes a file in several steps.
    next = setTimeout(() => void courses.readAgain().then(() => open.forEach((page) => page.write("data: lagi\n\n"))), 50);
  });

  const server = createServer((request, response) => {
    if (request.url === "/pratinjau/perubahan") return keepOpen(open, request, response);
    answerPreview(request, response, { vite, courses }).catch((error: unknown) => {
      response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error instanceof Error ? error.stack : String(error));
    });
  });
  server.listen(await freePort(), "127.0.0.1", () => {
    console.log(`Pratinjau pelajaran: http://localhost:${(server.address() as AddressInfo).port}\nHentikan dengan Ctrl+C.`);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}

function keepOpen(open: Set<ServerResponse>, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" }).write(": ada\n\n");
  open.add(response);
  request.on("close", () => open.delete(response));
}

/** The usual port, so that an open page finds the next preview again; any other when it is taken. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.once("error", () => found(0));
    probe.listen(usualPort, "127.0.0.1", () => probe.close(() => found(usualPort)));
  });
}

preview().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
