import { sql } from "kysely";
import { afterAll, inject } from "vitest";
import { connect } from "#db/client.ts";
import { startApp } from "./app-process.ts";

/** The demo people as nobody has changed them yet, for this test file alone. */
export const databaseUrl = await copyDemo();
const app = await startApp({ DATABASE_URL: databaseUrl, DEMO: "1" });
afterAll(() => app.stop());

/** The application that knows only a DATABASE_URL, on `databaseUrl`. */
export const connectedSite = app.url;

async function copyDemo(): Promise<string> {
  const demo = new URL(inject("demoUrl"));
  const name = `e2e_${process.pid}_${Date.now().toString(36)}`;
  const admin = connect(Object.assign(new URL(demo), { pathname: "/postgres" }).href);
  await sql`create database ${sql.id(name)} template ${sql.id(demo.pathname.slice(1))}`.execute(admin);
  await admin.destroy();
  return Object.assign(new URL(demo), { pathname: `/${name}` }).href;
}
