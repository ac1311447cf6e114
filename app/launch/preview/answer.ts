import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import type { ViteDevServer } from "vite";
import type { Finding } from "#app/catalog/compile-courses.ts";
import type { ModulePlace } from "#app/catalog/course-place.ts";
import { findLesson, type PreviewedCourses } from "./courses.ts";

interface Preview {
  vite: ViteDevServer;
  courses: PreviewedCourses;
}

type View = typeof import("./view.tsx");

/** Answers a request of the preview; what is no page of it is left to Vite: stylesheets and scripts as the application has them. */
export async function answerPreview(request: IncomingMessage, response: ServerResponse, { vite, courses }: Preview): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/pratinjau.js") return send(response, "text/javascript", reloadScript);
  if (pathname.startsWith("/gambar/")) return send(response, "image/svg+xml", courses.picture(pathname.slice("/gambar/".length)));
  // As modules of Vite: what is changed in a page's code is seen at once too.
  const view = (await vite.ssrLoadModule("/app/launch/preview/view.tsx")) as View;
  const html = await pageAt(pathname, request, view, courses);
  if (html !== undefined) return send(response, "text/html", withReload(html));
  vite.middlewares(request, response, () => send(response, "text/html", withReload(view.faultsPage(courses.findingsIn())), 404));
}

/** The page at an address; undefined when the preview has none there. */
async function pageAt(pathname: string, request: IncomingMessage, view: View, courses: PreviewedCourses): Promise<string | undefined> {
  const places = courses.places();
  if (pathname === "/" || pathname === "/belajar") return view.indexPage(places, courses.findingsIn());
  const [, first, course = "", slug = "", last] = pathname.split("/");
  if (first !== "belajar" || slug === "") return undefined;
  const findings = findingsAt(places, courses, course, slug);
  const found = findLesson(places, course, slug);
  if (last === "latihan" && found?.lesson.lesson.practice) return view.practicePage(found.place, found.lesson, await formOf(request));
  const module = places.find((place) => place.course.slug === course && place.module.slug === slug);
  if (last === "kuis" && module?.quiz) return view.quizPage(module, findings);
  return found && last === undefined ? view.lessonPage(found.place, found.lesson, findings) : view.faultsPage(findings);
}

/** What is found in the files that a page is made of. */
function findingsAt(places: readonly ModulePlace[], courses: PreviewedCourses, course: string, slug: string): Finding[] {
  const inCourse = (file: string) => places.some((place) => place.course.slug === course && file.startsWith(`${place.folder}/`));
  const named = new Set([`${slug}.mdx`, `${slug}.guide.yaml`]);
  const isOfQuiz = (file: string) => file.endsWith(`/${slug}/quiz.yaml`);
  return courses.findingsIn().filter(({ file }) => file === "" || (inCourse(file) && (named.has(file.split("/").at(-1) ?? "") || isOfQuiz(file))));
}

async function formOf(request: IncomingMessage): Promise<FormData> {
  if (request.method !== "POST") return new FormData();
  const body = Readable.toWeb(request) as ReadableStream<Uint8Array>;
  return new Response(body as unknown as BodyInit, { headers: { "Content-Type": request.headers["content-type"] ?? "" } }).formData();
}

function send(response: ServerResponse, type: string, content: string | undefined, status = content === undefined ? 404 : 200): void {
  response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" }).end(content ?? "");
}

function withReload(html: string): string {
  return html.replace("</body>", '<script src="/pratinjau.js" defer></script></body>');
}

/** A posted practice would be posted again by a plain reload. */
const reloadScript = `new EventSource("/pratinjau/perubahan").onmessage = () => {
  if (location.pathname.endsWith("/latihan")) location.replace(location.pathname);
  else location.reload();
};
`;
