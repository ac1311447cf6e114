import { partsOf, type Question } from "#app/learning/question.ts";
import type { Compilation, Finding } from "./compile-courses.ts";
import { counted } from "./counted.ts";
import { modulePlaces } from "./course-place.ts";

/**
 * One line of `ids.txt`: a lesson with its screens or a question with its parts, and where it belongs. People's progress
 * is kept under these ids.
 */
interface Entry {
  id: string;
  /** The module's id, and a question's kind: `A1` or `A1 one`. */
  place: string;
  /** Those that begin with `~` were given up: they may be missing, and never come back. */
  parts: string[];
}

/** Ids that were published and are missing, moved or of another kind, and served ids that are not in the list yet. */
export function checkIds(compilation: Compilation, published: string): Finding[] {
  const known = readIds(published);
  const now = entriesOf(compilation);
  const findings = known.flatMap(({ entry, line }) => lostFrom(entry, now.get(entry.id)).map((message) => ({ file: "ids.txt", line, message })));
  const missing = newIn(now, known.map(({ entry }) => entry), servedIds(compilation));
  if (missing.length === 0) return findings;
  const named = `${missing.slice(0, 5).join(", ")}${missing.length > 5 ? ", …" : ""}`;
  return [...findings, { file: "ids.txt", line: 1, message: `${counted(missing.length, "new id")} (${named}): npm run courses:check -- --accept` }];
}

/** `ids.txt` with the ids of everything that is served added; nothing is taken out of it. */
export function acceptIds(compilation: Compilation, published: string): string {
  const known = new Map(readIds(published).map(({ entry }) => [entry.id, entry]));
  const served = servedIds(compilation);
  for (const entry of entriesOf(compilation).values()) {
    if (!served.has(entry.id)) continue;
    const before = known.get(entry.id);
    known.set(entry.id, before ? { ...before, parts: [...new Set([...before.parts, ...entry.parts.filter((part) => !before.parts.includes(`~${part}`))])] } : entry);
  }
  const lines = [...known.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)).map(({ id, place, parts }) => `${id} ${place}: ${parts.join(" ")}`.trim());
  return `${head}\n${lines.join("\n")}\n`;
}

const head = `# Ids under which people's progress is kept: lessons with their screens, questions with their kinds and parts. None is changed
# or used again. \`npm run courses:check -- --accept\` adds new ones. To give one up for good, put ~ before it.`;

/** Sorts lessons and questions module by module, 2 before 10. */
function keyOf({ id, place }: Entry): string {
  return `${place.split(" ")[0]} ${id.replaceAll(/\d+/g, (digits) => digits.padStart(3, "0"))}`;
}

function readIds(published: string): { entry: Entry; line: number }[] {
  return published.split("\n").flatMap((text, index) => {
    const match = /^([^\s#]+) ([^:]+):(.*)$/.exec(text);
    const [, id = "", place = "", parts = ""] = match ?? [];
    return match ? [{ entry: { id, place, parts: parts.split(" ").filter(Boolean) }, line: index + 1 }] : [];
  });
}

function entriesOf({ courses }: Compilation): Map<string, Entry> {
  const inModules = modulePlaces(courses).flatMap(({ module, lessons, quiz }) => [
    ...lessons.map(({ summary, lesson }) => ({ id: summary.id, place: module.id, parts: lesson.screens.map(({ id }) => id) })),
    ...(quiz?.questions ?? []).map((question) => questionEntry(question, module.id)),
  ]);
  const inTests = Object.values(courses.tests).flatMap((tests) => Object.values(tests).flatMap(({ moduleId, questions }) => questions.map((question) => questionEntry(question, moduleId))));
  return new Map([...inModules, ...inTests].map((entry) => [entry.id, entry]));
}

function questionEntry(question: Question, place: string): Entry {
  const groups = question.kind === "sort" ? question.groups.map(({ id }) => id) : [];
  return { id: question.id, place: `${place} ${question.kind}`, parts: [...partsOf(question).map(({ id }) => id), ...groups] };
}

function servedIds({ courses, draftFolders }: Compilation): Set<string> {
  const served = modulePlaces(courses).filter(({ folder }) => !draftFolders.some((draft) => `${folder}/`.startsWith(`${draft}/`)));
  const tests = draftFolders.length > 0 ? [] : Object.values(courses.tests).flatMap((kinds) => Object.values(kinds).flatMap(({ questions }) => questions));
  return new Set([...served.flatMap(({ lessons, quiz }) => [...lessons.map(({ summary }) => summary.id), ...(quiz?.questions ?? []).map(({ id }) => id)]), ...tests.map(({ id }) => id)]);
}

function lostFrom({ id, place, parts }: Entry, now: Entry | undefined): string[] {
  if (id.startsWith("~")) return [];
  if (!now) return [`${id} is missing; progress is kept under it`];
  const returned = now.parts.filter((part) => parts.includes(`~${part}`));
  return [
    ...(now.place === place ? [] : [`${id} was in ${place}, and is now in ${now.place}; take another id`]),
    ...parts.filter((part) => !part.startsWith("~") && !now.parts.includes(part)).map((part) => `${id}: ${part} is missing; progress is kept under it`),
    ...returned.map((part) => `${id}: ${part} was given up before; take another id`),
  ];
}

function newIn(now: ReadonlyMap<string, Entry>, known: readonly Entry[], served: ReadonlySet<string>): string[] {
  const before = new Map(known.map((entry) => [entry.id, entry]));
  return [...now.values()].filter(({ id }) => served.has(id)).flatMap(({ id, parts }) => {
    const entry = before.get(id);
    if (!entry) return [id];
    return parts.filter((part) => !entry.parts.includes(part) && !entry.parts.includes(`~${part}`)).map((part) => `${id}/${part}`);
  });
}
