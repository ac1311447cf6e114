import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ViteDevServer } from "vite";
import { displayCookies, displayOf } from "#app/accounts/display.server.ts";
import type { Finding } from "#app/catalog/compile-courses.ts";
import type { ModulePlace } from "#app/catalog/course-place.ts";
import { copyFor } from "#app/i18n/i18n.server.ts";
import { sentText } from "#app/ui/sent-text.ts";
import { findLesson, type PreviewedCourses } from "./courses.ts";
import type { Looks } from "./view.tsx";

interface Preview {
  vite: ViteDevServer;
  courses: PreviewedCourses;
}

type View = typeof import("./view.tsx");

/** Answers a request of the preview; what is no page of it is left to Vite: stylesheets and scripts as the application has them. */
export async function answerPreview(incoming: IncomingMessage, response: ServerResponse, { vite, courses }: Preview): Promise<void> {
  const request = requestOf(incoming);
  const { pathname } = new URL(request.url);
  if (pathname === "/pratinjau.js") return send(response, "text/javascript", reloadScript);
  if (pathname.startsWith("/gambar/")) return send(response, "image/svg+xml", courses.picture(pathname.slice("/gambar/".length)));
  const sent = await formOf(request);
  const cookies = displayCookies(request, sent);
  const onward = request.method === "POST" ? placeAfter(pathname, sent, cookies.length > 0) : null;
  if (onward !== null) return void response.writeHead(303, { Location: onward, "Set-Cookie": cookies }).end();
  // As modules of Vite: what is changed in a page's code is seen at once too.
  const view = (await vite.ssrLoadModule("/app/launch/preview/view.tsx")) as View;
  const looks = { locale: copyFor(request).locale, textSize: displayOf(request).textSize };
  const html = await pageAt(pathname, sent, looks, view, courses);
  if (html !== undefined) return send(response, "text/html", withReload(html));
  vite.middlewares(incoming, response, () => send(response, "text/html", withReload(view.missingPage(looks)), 404));
}

/** Where a form leads that is handed in: nothing is kept here. Null for a practice, which is played by its form. */
function placeAfter(pathname: string, sent: FormData, asksForLooks: boolean): string | null {
  if (pathname === "/tampilan" || pathname === "/belajar/bantuan") return new URL(sentText(sent, "kembali"), "http://localhost").pathname;
  if (asksForLooks) return pathname;
  if (pathname.endsWith("/latihan")) return null;
  return pathname.endsWith("/tugas") ? pathname.slice(0, -"/tugas".length) : "/";
}

/** The page at an address; undefined when the preview has none there. */
async function pageAt(pathname: string, sent: FormData, looks: Looks, view: View, courses: PreviewedCourses): Promise<string | undefined> {
  const places = courses.places();
  if (pathname === "/" || pathname === "/belajar") return view.indexPage(places, courses.findingsIn(), looks);
  const [, first, course = "", slug = "", last] = pathname.split("/");
  if (first !== "belajar" || slug === "") return undefined;
  const findings = findingsAt(places, courses, course, slug);
  const found = findLesson(places, course, slug);
  if (last === "latihan" && found?.lesson.lesson.practice) return view.practicePage(found.place, found.lesson, sent, looks);
  const module = places.find((place) => place.course.slug === course && place.module.slug === slug);
  if (last === "kuis" && module?.quiz) return view.quizPage(module, findings, looks);
  return found && last === undefined ? view.lessonPage(found.place, found.lesson, findings, looks) : view.faultsPage(pathname, findings, looks);
}

/** What is found in the files that a page is made of. */
function findingsAt(places: readonly ModulePlace[], courses: PreviewedCourses, course: string, slug: string): Finding[] {
  const inCourse = (file: string) => places.some((place) => place.course.slug === course && file.startsWith(`${place.folder}/`));
  const named = new Set([`${slug}.mdx`, `${slug}.guide.yaml`]);
  const isOfQuiz = (file: string) => file.endsWith(`/${slug}/quiz.yaml`);
  return courses.findingsIn().filter(({ file }) => file === "" || (inCourse(file) && (named.has(file.split("/").at(-1) ?? "") || isOfQuiz(file))));
}

function requestOf(incoming: IncomingMessage): Request {
  const { cookie = "", "content-type": type = "" } = incoming.headers;
  const body = incoming.method === "POST" ? { method: "POST", body: Readable.toWeb(incoming) as BodyInit, duplex: "half" as const } : {};
  return new Request(new URL(incoming.url ?? "/", "http://localhost"), { headers: { cookie, "content-type": type }, ...body });
}

/** What a form sent; nothing of a button alone. */
async function formOf(request: Request): Promise<FormData> {
  return request.method === "POST" && request.headers.get("content-type") ? request.formData() : new FormData();
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
