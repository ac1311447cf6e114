import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import type { Strings } from "#app/i18n/copy-of-strings.ts";
import { walk } from "../architecture/source.ts";

/** A catalogue as `key -> sentence`, each key with its group, such as `signIn.title`. */
export function flatten(strings: Strings, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(strings).flatMap(([key, value]): [string, string][] =>
      typeof value === "string" ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** The names in `{{…}}` of a sentence, in the order of the alphabet. */
export function placeholdersOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ""))].sort();
}

/** A key without the plural's ending. */
export function stemOf(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "");
}

/** The key's plural category, if it has one. */
export function pluralOf(key: string): string | null {
  return key.slice(stemOf(key).length + 1) || null;
}

export interface AppFile {
  path: string;
  tree: ts.SourceFile;
}

/** All code of the application but the catalogues themselves. */
export function appFiles(): AppFile[] {
  return globSync("app/**/*.{ts,tsx}")
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/^app\/i18n\/(id|en)\//.test(path))
    .map((path) => ({ path, tree: parse(path, readFileSync(path, "utf8")) }));
}

export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

/** Every string literal of a file. */
export function literalsIn(tree: ts.SourceFile): string[] {
  const literals: string[] = [];
  walk(tree, (node) => void (ts.isStringLiteralLike(node) && literals.push(node.text)));
  return literals;
}

/** Every string of a file, with the fixed parts of those that are put together, and the names of what objects hold. */
export function textsIn(tree: ts.SourceFile): string[] {
  const texts = literalsIn(tree);
  walk(tree, (node) => {
    if (ts.isTemplateLiteralToken(node)) texts.push(node.text);
    if (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node) texts.push(node.text);
  });
  return texts;
}

/** The literal first argument of every call of `t` or of something's `.t`. */
export function keysAskedFor(tree: ts.SourceFile): string[] {
  const keys: string[] = [];
  walk(tree, (node) => {
    if (!ts.isCallExpression(node) || !/(^|\.)t$/.test(node.expression.getText(tree))) return;
    const [key] = node.arguments;
    if (key && ts.isStringLiteralLike(key)) keys.push(key.text);
    if (key && ts.isConditionalExpression(key)) for (const side of [key.whenTrue, key.whenFalse]) if (ts.isStringLiteralLike(side)) keys.push(side.text);
  });
  return keys;
}

/** Words that stand in markup instead of in a catalogue: JSX text, and attributes that people see or hear. */
export function wordsInMarkup(tree: ts.SourceFile): string[] {
  const words: string[] = [];
  walk(tree, (node) => {
    if (ts.isJsxText(node)) words.push(node.text.trim());
    if (ts.isJsxExpression(node) && node.parent && !ts.isJsxAttribute(node.parent)) words.push(...literalChildren(node));
    if (ts.isJsxAttribute(node) && /^(alt|title|placeholder|label|hint|aria-label|aria-description)$/.test(node.name.getText(tree))) {
      if (node.initializer && ts.isStringLiteral(node.initializer)) words.push(node.initializer.text);
    }
  });
  return words.filter((word) => /\p{L}{2}/u.test(word.replaceAll(/&\w+;/g, "")));
}

function literalChildren({ expression }: ts.JsxExpression): string[] {
  if (!expression) return [];
  const sides = ts.isConditionalExpression(expression) ? [expression.whenTrue, expression.whenFalse] : [expression];
  return sides.flatMap((side) => (ts.isStringLiteralLike(side) ? [side.text] : []));
}
