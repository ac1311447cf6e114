import { db } from "#db/client.ts";
import { type Center, findCenter } from "#db/centers.ts";
import { isId } from "./access.server.ts";
import { readCookie } from "./session.server.ts";

/** The centre that this device chose, when it still exists. */
export async function chosenCenter(request: Request): Promise<Center | undefined> {
  return centerNamed(readCookie(request.headers.get("cookie") ?? "", "pusat") ?? "");
}

/** The centre that a form or cookie names as `<village code>_<centre id>`. */
export async function centerNamed(name: string): Promise<Center | undefined> {
  const [villageCode = "", centerId] = name.split("_");
  if (!/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(villageCode) || !isId(centerId)) return undefined;
  return findCenter(db, villageCode, centerId);
}
