import { sql } from "kysely";
import { db } from "#db/client.ts";

/** For whoever watches the service: 200 when the database answers, else 503. */
export async function loader() {
  try {
    await sql`select 1`.execute(db);
    return new Response("sehat\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  } catch {
    return new Response("basis data tidak menjawab\n", { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}
