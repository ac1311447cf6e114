import "../support/database.ts";
import { sql } from "kysely";
import { expect, it, vi } from "vitest";

const { db } = await import("#db/client.ts");

it("a connection that breaks in the middle of a transaction costs that transaction, not the application", async () => {
  const backends = async (pid: number) => (await sql`select from pg_stat_activity where pid = ${pid}`.execute(db)).rows.length;
  const broken = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    const pid = rows[0]?.pid ?? 0;
    await sql`select pg_terminate_backend(${pid})`.execute(db);
    await vi.waitUntil(async () => (await backends(pid)) === 0);
    await sql`select 1`.execute(trx);
  });
  await expect(broken).rejects.toThrow(/terminat|queryable/);
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
});
