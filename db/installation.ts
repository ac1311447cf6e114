import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "./schema.ts";

let secret: string | undefined;

/** A random secret of this installation, made at the first call and kept in the database: 256 bits, base64url. */
export async function installationSecret(db: Kysely<Database>): Promise<string> {
  return (secret ??= await readOrMake(db));
}

async function readOrMake(db: Kysely<Database>): Promise<string> {
  await db
    .insertInto("installation")
    .values({ id: 1, secret: randomBytes(32).toString("base64url") })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return (await db.selectFrom("installation").select("secret").executeTakeFirstOrThrow()).secret;
}
