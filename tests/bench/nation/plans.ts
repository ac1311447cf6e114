import "#app/launch/production.ts";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import pg from "pg";
import { readEnv } from "#app/env.server.ts";
import { createApp } from "#app/server.ts";
import { pool } from "#db/client.ts";

type Page = [name: string, path: string];

interface Asked {
  text: string;
  values: unknown[];
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  Plans?: PlanNode[];
}

/** A table from this many rows on must not be read whole as it is; of a smaller one, whose whole is quickest, there must be another way. */
const large = 10_000;

/** Notes of what happened since the last fold, which takes them all: they are as long as that, not as the country. */
const queues = ["learner_stale", "target_stale", "center_stale"];

interface Plans {
  /** Different queries that the pages asked. */
  queries: number;
  /** Those that read a whole table that grows with learners, a line each. */
  scans: string[];
}

/**
 * Lets the application answer the pages in this process, on the database of `DATABASE_URL`, and asks PostgreSQL how it
 * would run each of the queries that they asked. Tables that grow with learners are those led by the village code.
 */
async function explainPages(pages: readonly Page[], cookie: string): Promise<Plans> {
  const asked = await askedBy(pages, cookie);
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  const rows = await countRows(client);
  const scans: string[] = [];
  for (const [text, { page, values }] of asked) {
    for (const table of await scannedBy(client, { text, values }, rows)) scans.push(`${page}: ${table} in ${text.replaceAll(/\s+/g, " ").slice(0, 160)}`);
  }
  await client.end();
  return { queries: asked.size, scans };
}

async function askedBy(pages: readonly Page[], cookie: string): Promise<Map<string, { page: string; values: unknown[] }>> {
  const asked = new Map<string, { page: string; values: unknown[] }>();
  let page = "";
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const { text, values } = read(args);
      if (/^\s*(select|with|insert|update|delete)\b/i.test(text) && !asked.has(text)) asked.set(text, { page, values });
      return query(...args);
    }) as typeof client.query;
  });
  const build = (await import(pathToFileURL("build/server/index.js").href)) as ServerBuild;
  const app = createApp(build, readEnv());
  for (const [name, path] of pages) {
    page = name;
    const answer = await app.request(`http://localhost${path}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  }
  return asked;
}

function read([first, second]: unknown[]): Asked {
  if (typeof first === "string") return { text: first, values: Array.isArray(second) ? second : [] };
  const { text = "", values = [] } = first as Partial<Asked>;
  return { text, values: Array.isArray(second) ? second : values };
}

async function countRows(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ table: string; rows: number }>(`
    select c.relname as table, c.reltuples as rows from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relkind = 'r' and a.attname in ('village_code', 'region_code')`);
  return new Map(rows.filter(({ table }) => !queues.includes(table)).map(({ table, rows: count }) => [table, count]));
}

async function scannedBy(client: pg.Client, asked: Asked, rows: ReadonlyMap<string, number>): Promise<string[]> {
  const asItIs = wholes(await planOf(client, asked)).filter((table) => (rows.get(table) ?? 0) >= large);
  for (const way of ["seqscan", "hashjoin", "mergejoin"]) await client.query(`set enable_${way} = off`);
  const otherwise = wholes(await planOf(client, asked)).filter((table) => rows.has(table));
  await client.query("reset all");
  return [...new Set([...asItIs, ...otherwise])];
}

async function planOf(client: pg.Client, { text, values }: Asked): Promise<PlanNode> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>({ text: `explain (format json) ${text}`, values });
  return rows[0]?.["QUERY PLAN"][0]?.Plan as PlanNode;
}

/** Tables of which the plan reads every row, straight or along an index. */
function wholes(node: PlanNode): string[] {
  const table = node["Relation Name"];
  const isWhole = node["Node Type"] === "Seq Scan" || (/^Index (Only )?Scan$/.test(node["Node Type"]) && !node["Index Cond"]);
  return [...(table && isWhole ? [table] : []), ...(node.Plans ?? []).flatMap(wholes)];
}

const { pages, cookie } = JSON.parse(process.argv[2] ?? "") as { pages: Page[]; cookie: string };
console.log(JSON.stringify(await explainPages(pages, cookie)));
process.exit(0);
