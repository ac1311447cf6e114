import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** A source file, with what it asks of others. Paths are relative to the project's root. */
export interface Source {
  path: string;
  text: string;
  tree: ts.SourceFile;
  imports: Import[];
}

export interface Import {
  /** A path of ours such as `app/learning/quiz.ts`, or a package's name with what follows it, such as `node:fs`. */
  from: string;
  isOurs: boolean;
  /** Gone before the code runs. */
  isType: boolean;
  /** The names asked for; empty for a whole module. */
  names: string[];
}

/** All code of the project. */
export function readSources(): Source[] {
  const paths = globSync("{app,db,tests}/**/*.{ts,tsx,js,mjs}").concat(globSync("*.{ts,js}"));
  return paths.map((path) => path.replaceAll("\\", "/")).sort().map((path) => sourceOf(path, readFileSync(path, "utf8")));
}

/** Reads one file's text as if it stood at `path`. */
export function sourceOf(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  walk(tree, (node) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, ...whence(path, found.specifier) });
  });
  return { path, text, tree, imports };
}

/** Visits every node of the tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

interface Found {
  specifier: string;
  isType: boolean;
  names: string[];
}

function importOf(node: ts.Node): Found | null {
  if (ts.isImportDeclaration(node)) return found(node.moduleSpecifier, node.importClause?.namedBindings, node.importClause);
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, node.exportClause, node);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? found(node.argument.literal, undefined, { isTypeOnly: true }) : null;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return found(node.arguments[0], undefined, undefined);
  return null;
}

function found(specifier: ts.Node | undefined, bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined, clause: { isTypeOnly: boolean; name?: ts.Node } | undefined): Found | null {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return null;
  const named = bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) ? [...bindings.elements] : [];
  const onlyTypes = named.length > 0 && named.every((element) => element.isTypeOnly) && !(clause && "name" in clause && clause.name);
  return { specifier: specifier.text, isType: Boolean(clause?.isTypeOnly) || onlyTypes, names: named.map((element) => (element.propertyName ?? element.name).text) };
}

function whence(path: string, specifier: string): { from: string; isOurs: boolean } {
  const bare = specifier.replace(/\?\w+$/, "");
  if (bare.startsWith("#")) return { from: bare.slice(1), isOurs: true };
  if (bare.startsWith(".")) return { from: join(dirname(path), bare), isOurs: true };
  return { from: bare, isOurs: false };
}
