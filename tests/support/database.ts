import pg from "pg";
import { afterAll, inject } from "vitest";

/** A database of its own for this test file, copied from the template; every import of `#db/client.ts` then means it. */
const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e6)}`;
const adminUrl = inject("postgresUrl");

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

await asAdmin(`create database ${name} template melek_template`);
process.env["DATABASE_URL"] = adminUrl.replace("/postgres?", `/${name}?`);

// The database goes with the run's server; dropping it here would cut connections that are still closing.
afterAll(async () => {
  const { db } = await import("#db/client.ts");
  await db.destroy();
});
