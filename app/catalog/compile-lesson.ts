import { bundleMDX } from "mdx-bundler";
import { getMDXComponent } from "mdx-bundler/client/index.js";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { z } from "zod";
import { PracticeConfigError, parsePractice } from "#app/practice/parse-practice.ts";
import { counted } from "./counted.ts";
import { lessonComponents, lessonParts, type LessonPart, type PracticeConfig } from "./lesson-components.ts";

const frontmatterSchema = z.strictObject({
  id: z.string().regex(/^[A-L]\d\.\d+$/, "id must look like A1.1"),
  title: z.string().min(3),
  goal: z.string().startsWith("bisa ", "goal completes the sentence “Peserta bisa …”"),
  pillar: z.enum(["cakap", "etis", "budaya", "aman"]),
  competences: z.array(z.string().regex(/^\d\.\d$/)).min(1),
  minutes: z.number().int().min(5).max(60),
});

export type LessonFrontmatter = z.infer<typeof frontmatterSchema>;

export interface LessonScreen {
  id: string;
  part: LessonPart;
  title: string;
  step?: number;
  /** Static HTML without the title; `practiceMark` stands where the link to the simulator goes. */
  html: string;
}

export interface CompiledLesson {
  frontmatter: LessonFrontmatter;
  screens: LessonScreen[];
  practice: PracticeConfig | null;
}

/** What the lesson needs from around it: the address of a picture file, the value of a fact. Both throw when there is none. */
export interface LessonSurroundings {
  picture(src: string, alt: string): string;
  fact(id: string): string;
}

/** A fault in a lesson's MDX, said in one line for its author. `near` is a piece of the MDX at which it stands. */
export class LessonError extends Error {
  readonly near: string;
  constructor(message: string, near = "---") {
    super(message);
    this.near = near;
  }
}

/** A lesson's MDX as JavaScript. */
export interface Bundle {
  code: string;
  frontmatter: Record<string, unknown>;
}

/**
 * Compiles one lesson's MDX to frontmatter and static screens. Throws `LessonError` where the lesson is not as it must be.
 * `bundles`, by source, spare bundling once more what was bundled before.
 */
export async function compileLesson(source: string, surroundings: LessonSurroundings, bundles = new Map<string, Bundle>()): Promise<CompiledLesson> {
  const { code, frontmatter } = bundles.get(source) ?? (await bundle(source));
  bundles.set(source, { code, frontmatter });
  const parsed = frontmatterSchema.safeParse(frontmatter);
  if (!parsed.success) {
    const { issues } = parsed.error;
    throw new LessonError(issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "), `${String(issues[0]?.path[0] ?? "---")}:`);
  }

  const noted: Omit<LessonScreen, "html">[] = [];
  const practices: PracticeConfig[] = [];
  const components = lessonComponents({
    screen: (screen) => noted.push(screen),
    practice: (practice) => practices.push(practice),
    ...surroundings,
  });
  const html = renderToStaticMarkup(createElement(getMDXComponent(code), { components }));
  const bodies = [...html.matchAll(/<section>([\s\S]*?)<\/section>/g)].map((match) => unwrapPictures(match[1] ?? ""));
  const screens = noted.map((screen, index) => ({ ...screen, html: bodies[index] ?? "" }));
  checkOrder(screens);
  if (practices.length > 1) throw new LessonError("more than one <Practice>", "<Practice");
  return { frontmatter: parsed.data, screens, practice: practices[0] ? checkPractice(practices[0]) : null };
}

function bundle(source: string): Promise<Bundle> {
  return bundleMDX({
    source,
    esbuildOptions: (options) => ({ ...options, minify: false, logLevel: "silent", define: { "process.env.NODE_ENV": '"production"' } }),
  });
}

function checkPractice({ simulator, config }: PracticeConfig): PracticeConfig {
  try {
    return parsePractice(simulator, config);
  } catch (error) {
    throw error instanceof PracticeConfigError ? new LessonError(error.message, "<Practice") : error;
  }
}

function unwrapPictures(html: string): string {
  return html.replaceAll(/<p>(<img[^>]*>)<\/p>/g, "$1").trim();
}

function checkOrder(screens: readonly LessonScreen[]): void {
  const known: readonly string[] = lessonParts;
  for (const { id, part } of screens) {
    if (part === undefined) throw new LessonError(`the <Screen> has no part; there are ${known.join(", ")}`, tagOf(id));
    if (!known.includes(part)) throw new LessonError(`part="${part}" is none of ${known.join(", ")}`, tagOf(id));
  }
  const order = screens.map(({ part }) => known.indexOf(part));
  const early = order.findIndex((part, index) => part < (order[index - 1] ?? 0));
  if (early >= 0) throw new LessonError(`the parts are not in their order: ${screens[early - 1]?.part} stands before ${screens[early]?.part}`, tagOf(screens[early]?.id));
  for (const part of lessonParts) {
    if (!screens.some((screen) => screen.part === part)) throw new LessonError(`the part ${part} is missing`);
  }
  const watched = screens.filter((screen) => screen.part === "watch").length;
  if (watched < 3 || watched > 5) throw new LessonError(`${counted(watched, "watch screen")}; there must be 3 to 5`, 'part="watch"');
  const ids = screens.map((screen) => screen.id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated) throw new LessonError(`two screens are called ${repeated}`, tagOf(repeated));
}

/** The piece of the MDX by which a screen is found. */
function tagOf(id: string | undefined): string {
  return id === undefined ? "<Screen" : `id="${id}"`;
}
