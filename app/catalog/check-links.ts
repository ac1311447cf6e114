import type { Compilation, Finding } from "./compile-courses.ts";
import { type ModulePlace, modulePlaces } from "./course-place.ts";
import { imitatedName } from "./look-alike.ts";
import { lineOf } from "./text-line.ts";

/** Links and addresses of ours that lead nowhere, links to outside, and files that nothing uses. `files` are all files of the courses folder. */
export function checkLinks(compilation: Compilation, files: readonly string[]): Finding[] {
  const places = modulePlaces(compilation.courses);
  const known = {
    learners: addressesOf(places.filter(({ audience }) => audience === "learners"), ["/belajar", "/tentang", "/sertifikat/saya"]),
    mentors: addressesOf(places.filter(({ audience }) => audience === "mentors"), ["/mentor", "/mentor/panduan", "/mentor/belajar", "/tentang"]),
  };
  const readerOf = (file: string) => (compilation.courses.mentorCurricula.some(({ slug }) => file.startsWith(`${slug}/`)) ? "mentors" : "learners");
  return [...compilation.sources]
    .filter(([file]) => /\.(mdx|yaml)$/.test(file))
    .flatMap(([file, source]) => linkFaults(file, source, known[readerOf(file)]))
    .concat(sharedAddresses(places), unusedFiles(compilation, files));
}

/** Every address that a text may lead to. */
function addressesOf(places: readonly ModulePlace[], pages: readonly string[]): Set<string> {
  return new Set([
    ...pages,
    ...places.map(({ module, ...place }) => pathIn(place, `${module.slug}/kuis`)),
    ...places.flatMap(({ lessons, ...place }) =>
      lessons.flatMap(({ summary, lesson }) => {
        const path = pathIn(place, summary.slug);
        return [path, ...(lesson.practice ? [`${path}/latihan`] : []), ...lesson.screens.map(({ id }) => `${path}#${id}`)];
      }),
    ),
  ]);
}

/** Where a page of a course stands: mentors' courses are few, and not named in addresses. */
function pathIn({ audience, course }: Pick<ModulePlace, "audience" | "course">, rest: string): string {
  return audience === "mentors" ? `/mentor/belajar/${rest}` : `/belajar/${course.slug}/${rest}`;
}

/** Lessons at an address that an earlier one has. */
function sharedAddresses(places: readonly ModulePlace[]): Finding[] {
  const lessons = places.flatMap(({ lessons: inside, ...place }) => inside.map(({ summary, file }) => ({ file, path: pathIn(place, summary.slug) })));
  return lessons
    .filter(({ path }, index) => lessons.findIndex((one) => one.path === path) < index)
    .map(({ file, path }) => ({ file, line: 1, message: `another lesson is at ${path}` }));
}

function linkFaults(file: string, source: string, known: ReadonlySet<string>): Finding[] {
  const own = new Set([...source.matchAll(/<Screen\b[^>]*?\bid="([^"]+)"/g)].map((match) => `#${match[1]}`));
  return source.split("\n").flatMap((text, index) => {
    const line = index + 1;
    const linked = [...text.matchAll(/(?<!!)\[[^\]]*\]\(([^)\s]+)[^)]*\)|\bhref="([^"]+)"/g)].map((match) => match[1] ?? match[2] ?? "");
    const named = [...text.matchAll(/(?<![\w.])\/belajar\/[\w/#-]+/g)].map(([address]) => address);
    return [...new Set([...(file.endsWith(".mdx") ? linked : []), ...named])]
      .filter((target) => !own.has(target) && !known.has(target))
      .map((target) => ({ file, line, message: /^\w+:/.test(target) ? `${target} leads outside: put the address into facts.yaml` : `${target} leads nowhere` }));
  });
}

function unusedFiles({ sources }: Compilation, files: readonly string[]): Finding[] {
  return files.filter((file) => /\.(mdx|svg|yaml)$/.test(file) && !sources.has(file)).map((file) => ({ file, line: 1, message: "nothing uses this file" }));
}

/** Facts that no lesson prints. */
export function checkFacts({ courses: { facts }, usedFacts, sources }: Compilation): Finding[] {
  const source = sources.get("facts.yaml") ?? "";
  const unused = facts.filter(({ id }) => !usedFacts.has(id)).map(({ id }) => ({ file: "facts.yaml", line: lineOf(source, `id: ${id}`), message: `no lesson prints ${id}` }));
  const imitated = facts.flatMap((fact) => {
    const host = URL.canParse(fact.source) ? new URL(fact.source).hostname : "";
    const name = imitatedName(host);
    return name ? [{ file: "facts.yaml", line: lineOf(source, fact.source), message: `${fact.id}: ${host} looks like ${name}, but is not: name another source` }] : [];
  });
  return [...unused, ...imitated];
}

/** Facts whose review is past on a day (ISO). No findings: the passing of time must not break a build. */
export function overdueFacts({ courses: { facts }, sources }: Compilation, today: string): Finding[] {
  const source = sources.get("facts.yaml") ?? "";
  return facts.filter(({ review }) => review < today).map(({ id, review }) => ({ file: "facts.yaml", line: lineOf(source, `id: ${id}`), message: `${id} was to be reviewed by ${review}` }));
}
