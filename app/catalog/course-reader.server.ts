import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { z } from "zod";
import type { Compilation } from "./compile-courses.ts";
import type { Bundle } from "./compile-lesson.ts";
import { assemblePicture } from "./picture.ts";
import { parseYaml } from "./yaml-file.ts";
import { lineOf } from "./text-line.ts";

/** Reads the files of a courses folder into a compilation; what is wrong with one is noted there. */
export interface Reader {
  folder: string;
  drafts: boolean;
  bundles: Map<string, Bundle>;
  compilation: Compilation;
  kit: string;
}

/** Most compressed (brotli) bytes of one picture. */
const pictureBudget = 8 * 1024;

/** The address of a picture that is put together and kept. `source`, of the file at `filePath`, names it as `src`. */
export function readPicture(reader: Reader, filePath: string, source: string, src: string): string {
  const path = join(filePath, "..", src);
  if (!existsSync(path)) return note(reader, filePath, lineOf(source, src), `the picture ${src} is missing`) ?? "";
  try {
    const picture = assemblePicture(readSource(reader, path) ?? "", reader.kit);
    const bytes = compressedSize(picture);
    if (bytes > pictureBudget) note(reader, path, 1, `${bytes} bytes compressed; at most ${pictureBudget}`);
    const name = `${basename(path, ".svg")}.${hashOf(picture)}.svg`;
    reader.compilation.pictures.set(name, picture);
    return `/gambar/${name}`;
  } catch (error) {
    return note(reader, path, 1, error instanceof Error ? error.message : String(error)) ?? "";
  }
}

/** Compressing takes 5 ms a picture: what is small as it stands is small enough. */
function compressedSize(picture: string): number {
  const bytes = Buffer.byteLength(picture);
  return bytes < pictureBudget ? bytes : brotliCompressSync(picture).length;
}

/** What a YAML file says; null when it is missing or not as the schema wants it. */
export function readYaml<T>(reader: Reader, path: string, schema: z.ZodType<T>): T | null {
  const source = readSource(reader, path);
  if (source === null) return null;
  const { value, broken, lineAt } = parseYaml(source);
  for (const { line, message } of broken) note(reader, path, line, message);
  if (broken.length > 0) return null;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) note(reader, path, lineAt(issue.path), [issue.path.join("."), issue.message].filter(Boolean).join(": "));
  return null;
}

/** A file's text; null when it is missing. */
export function readSource(reader: Reader, path: string): string | null {
  if (!existsSync(path)) return note(reader, path, 1, "the file is missing");
  const source = readFileSync(path, "utf8");
  reader.compilation.sources.set(nameOf(reader, path), source);
  return source;
}

/** Keeps something that an author must mend. Answers null, as what could not be read. */
export function note(reader: Reader, path: string, line: number, message: string): null {
  reader.compilation.findings.push({ file: nameOf(reader, path), line, message });
  return null;
}

/** A file's or folder's name from the courses folder. */
export function nameOf({ folder }: Reader, path: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}

/** Ten signs that tell a content from others. */
export function hashOf(content: string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}
