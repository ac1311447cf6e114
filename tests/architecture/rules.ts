import ts from "typescript";
import { type Import, type Source, walk } from "./source.ts";

/** Something that holds for the whole code; `faults` says what in a file breaks it. */
export interface Rule {
  name: string;
  faults: (source: Source) => string[];
  /** A file that breaks the rule, and no more than one line of it. */
  wrong: [path: string, text: string];
}

const subjects = ["accounts", "attendance", "catalog", "certificates", "i18n", "launch", "learning", "login-cards", "mentoring", "operations", "paper", "practice", "programs", "regions", "reports", "ui"];

/** Modules that work while the application is built or started, or for the server alone, without `.server` in their names. */
const worksOnServer = /^app\/(launch\/|catalog\/(compile-courses|compile-lesson|year-test-file|picture|quiz-file|yaml-file)\.ts$|ui\/page-template\.ts$)/;
/** Modules without markup that belong to React all the same: hooks, contexts, tables of views, and what a lesson's MDX may use. */
const belongsToReact = /^app\/(ui\/nonce|practice\/(registry|([\w-]+\/)?(use-[\w-]+|gestures))|catalog\/lesson-components|catalog\/compile-lesson)\.ts$/;
/** What an import of it makes unfit for browsers. */
const isServerOnly = (path: string) => /\.server\.tsx?$/.test(path) || worksOnServer.test(path) || path === "app/server.ts";

/** Libraries that one place alone may know, so that they can be replaced there. */
const homes: Record<string, RegExp> = {
  lucia: /^app\/accounts\/session\.server\.ts$/,
  "rate-limiter-flexible": /^app\/accounts\/sign-in-throttle\.server\.ts$/,
  "mdx-bundler": /^app\/catalog\/compile-lesson\.ts$/,
  i18next: /^app\/i18n\//,
  pdfkit: /^app\/(certificates|login-cards|reports)\/[\w-]+\.server\.ts$/,
  uqr: /^app\/certificates\/[\w-]+\.server\.ts$/,
  pino: /^app\/operations\/logger\.server\.ts$/,
  hono: /^app\/server\.ts$/,
  "@hono": /^app\/server\.ts$/,
  "csv-parse": /^(db\/regions|app\/(mentoring\/intake\/read-list|regions\/read-decree)\.server)\.ts$/,
  "read-excel-file": /^app\/mentoring\/intake\/read-list\.server\.ts$/,
  "csv-stringify": /^app\/reports\/csv\.ts$/,
  yazl: /^app\/reports\/workbook\.server\.ts$/,
  uuid: /^db\/(ids|demo\/chance)\.ts$/,
  yaml: /^app\/catalog\/yaml-file\.ts$/,
};

/** Who may use the process's own database; everybody else is handed one. */
const opensDatabase = /^(app\/routes\/|app\/accounts\/(session|access|sign-in|sign-in-throttle|center-choice)\.server\.ts$|app\/launch\/|tests\/|db\/embedded-postgres)/;
const allowedInDb = /^(node:|kysely($|\/)|pg$|uuid$|csv-parse$)/;
const isPureSubject = (path: string) => new RegExp(`^app/(${subjects.join("|")})/.+\\.ts$`).test(path) && !isServerOnly(path);

export const rules: Rule[] = [
  {
    name: "a route imports no other route, and of the root only how large text is and its error page",
    faults: ({ path, imports }) => {
      if (!path.startsWith("app/routes/")) return [];
      const fromRoot = imports.filter(({ from, names }) => from === "app/root.tsx" && !names.every((name) => ["useTextSize", "ErrorBoundary"].includes(name)));
      return told([...imports.filter(({ from }) => from.startsWith("app/routes/")), ...fromRoot]);
    },
    wrong: ["app/routes/learn/home.tsx", 'import { loader } from "#app/routes/learn/quiz.tsx";'],
  },
  {
    name: "only routes are built on routes",
    faults: ({ path, imports }) => {
      if (/^(app\/routes\/|tests\/)/.test(path)) return [];
      return told(imports.filter(({ from, isType }) => /^app\/(routes\/|root\.tsx)/.test(from) && !isType));
    },
    wrong: ["app/learning/quiz-form.tsx", 'import { useTextSize } from "#app/root.tsx";'],
  },
  {
    name: "a library with one home is known there alone",
    faults: ({ path, imports }) => (path.startsWith("tests/") ? [] : told(imports.filter(({ from, isOurs }) => !isOurs && homes[packageOf(from)]?.test(path) === false))),
    wrong: ["app/accounts/access.server.ts", 'import { Lucia } from "lucia";'],
  },
  {
    name: "argon2 is called where secrets are hashed, and asked for at the start",
    faults: (source) => (/^(app\/accounts\/secret-hash\.server\.ts|app\/launch\/bootstrap\.mjs|tests\/.*)$/.test(source.path) ? [] : identifiers(source.tree).filter((name) => /^argon2(Sync)?$/.test(name))),
    wrong: ["app/accounts/sign-in.server.ts", 'import { argon2 } from "node:crypto";'],
  },
  {
    name: "a pure module knows neither React, Remix, Node nor the database",
    faults: ({ path, imports }) => {
      if (!isPureSubject(path)) return [];
      const reacts = belongsToReact.test(path);
      return told(
        imports.filter(({ from, isOurs, isType }) => {
          if (isType) return false;
          if (isOurs) return from.startsWith("db/") || isServerOnly(from) || (from.endsWith(".tsx") && !reacts);
          return from.startsWith("node:") || from.startsWith("@remix-run/") || (/^react(-dom)?($|\/)/.test(from) && !reacts);
        }),
      );
    },
    wrong: ["app/learning/quiz.ts", 'import { db } from "#db/client.ts";'],
  },
  {
    name: "a pure module is told the time and its chances",
    faults: ({ path, tree }) => (isPureSubject(path) ? uncertain(tree) : []),
    wrong: ["app/learning/quiz.ts", "export const now = () => new Date();"],
  },
  {
    name: "markup knows neither Node, the database nor the server",
    faults: ({ path, imports }) => {
      if (!new RegExp(`^app/(${subjects.join("|")})/.+\\.tsx$`).test(path) || isServerOnly(path)) return [];
      const isTemplate = (from: string) => path === "app/learning/lesson-page.tsx" && from === "app/ui/page-template.ts";
      return told(imports.filter(({ from, isType }) => !isType && (/^(node:|db\/)/.test(from) || isServerOnly(from)) && !isTemplate(from)));
    },
    wrong: ["app/learning/quiz-form.tsx", 'import { submitQuiz } from "./submit-quiz.server.ts";'],
  },
  {
    name: "queries know their library, each other and pure modules",
    faults: ({ path, imports }) => {
      if (!path.startsWith("db/")) return [];
      return told(
        imports.filter(({ from, isOurs, isType }) => {
          if (!isOurs) return !allowedInDb.test(from);
          return !from.startsWith("db/") && !isType && !isPureSubject(from) && !isStartError(from) && !isForDemo(path, from);
        }),
      );
    },
    wrong: ["db/people.ts", 'import { hashSecret } from "#app/accounts/secret-hash.server.ts";'],
  },
  {
    name: "the process's database is opened by routes, sessions, sign-in and starting scripts",
    faults: ({ path, imports }) => (opensDatabase.test(path) ? [] : told(imports.filter(({ from, isType }) => from === "db/client.ts" && !isType))),
    wrong: ["app/learning/submit-quiz.server.ts", 'import { db } from "#db/client.ts";'],
  },
  {
    name: "an import of ours names its file with its ending",
    faults: ({ imports }) => told(imports.filter(({ from, isOurs }) => isOurs && !/\.(tsx?|m?js|css|svg|json)$/.test(from))),
    wrong: ["app/learning/quiz.ts", 'import { isServed } from "#app/catalog/catalog.server";'],
  },
  {
    name: "a folder is called after its subject",
    faults: ({ path }) => path.split("/").filter((part) => /^(utils?|helpers?|lib|libs|services?|types|constants|common|misc|core)$/.test(part)),
    wrong: ["app/utils/text.ts", ""],
  },
  {
    name: "nothing but the two catalogues of copy is a barrel",
    faults: ({ path, tree }) => (isBarrel(tree) || (/\/index\.tsx?$/.test(path) && !/^app\/i18n\/(id|en)\/index\.ts$/.test(path)) ? [path] : []),
    wrong: ["app/learning/all.ts", 'export * from "./quiz.ts";'],
  },
  {
    name: "a file has at most 300 lines",
    faults: ({ text }) => (text.split("\n").length > 301 ? [`${text.split("\n").length - 1} lines`] : []),
    wrong: ["app/learning/quiz.ts", "// more\n".repeat(301)],
  },
  {
    name: "no test is left out",
    faults: ({ path, tree }) => (path.startsWith("tests/") ? leftOut(tree) : []),
    wrong: ["tests/learning/quiz.test.ts", 'it.skip("counts", () => undefined);'],
  },
];

const isStartError = (path: string) => path === "app/launch/startup-error.ts";
/** The demo's people have PINs, courses and certificates as everybody has. */
const isForDemo = (path: string, from: string) => path === "db/seed.ts" && /^app\/(accounts\/secret-hash|catalog\/catalog|certificates\/issue-certificate)\.server\.ts$/.test(from);

function told(imports: readonly Import[]): string[] {
  return imports.map(({ from }) => from);
}

function packageOf(from: string): string {
  return from.split("/")[0] ?? "";
}

/** `Date.now()`, `new Date()` without a moment, `Math.random`: what a caller could not know beforehand. */
function uncertain(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const isUncertain = ts.isPropertyAccessExpression(node) && /^(Date\.now|Math\.random|performance\.now|crypto\.randomUUID)$/.test(node.getText(tree));
    if (isUncertain || (ts.isNewExpression(node) && node.expression.getText(tree) === "Date" && !node.arguments?.length)) found.push(node.getText(tree));
  });
  return found;
}

function identifiers(tree: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(tree, (node) => void (ts.isIdentifier(node) && names.push(node.text)));
  return names;
}

function isBarrel(tree: ts.SourceFile): boolean {
  return tree.statements.length > 0 && tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
}

function leftOut(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && /^(only|skip|todo|skipIf|runIf|fails)$/.test(node.name.text) && /^(it|test|describe|expect)\b/.test(node.getText(tree))) found.push(node.getText(tree));
    if (ts.isCallExpression(node) && /^(xit|xdescribe|fit|fdescribe)$/.test(node.expression.getText(tree))) found.push(node.expression.getText(tree));
  });
  return found;
}
