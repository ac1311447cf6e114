import { createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { readCookie } from "#app/accounts/session.server.ts";
import { installationSecret } from "#db/installation.ts";
import type { Database } from "#db/schema.ts";
import { workDayOf } from "./work-day.ts";

/** What tells a device from others on one day of work. */
export interface DeviceMark {
  mark: string;
  day: string;
}

/**
 * The mark of the device that asks: a hash, with this installation's secret, of the day and of the random number that the
 * sign-in page gave the browser. It is another one every day. Null for a browser without a number.
 */
export async function deviceMark(db: Kysely<Database>, request: Request, now: Date): Promise<DeviceMark | null> {
  const device = readCookie(request.headers.get("cookie") ?? "", "alat");
  if (!device || !/^[0-9a-f-]{36}$/.test(device)) return null;
  const day = workDayOf(now);
  return { day, mark: createHmac("sha256", await installationSecret(db)).update(`alat:${day}:${device}`).digest("base64url").slice(0, 12) };
}
