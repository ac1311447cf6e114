import { createHash, createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { recordAudit } from "#db/audit.ts";
import { installationSecret } from "#db/installation.ts";
import type { CenterKey } from "#db/learners.ts";
import { endPairedDevice, findPairedDevice, insertPairedDevice, type PairedDevice } from "#db/paired-devices.ts";
import type { Database } from "#db/schema.ts";
import { readCookie } from "./session.server.ts";

/** The cookie of a device that a mentor paired with a centre: `<village code>:<token>`. */
export const deviceCookieName = "perangkat";

/** The pairing of the device that asks, if a mentor paired it and nobody ended that. */
export async function pairingOf(db: Kysely<Database>, request: Request): Promise<PairedDevice | undefined> {
  const cookie = readCookie(request.headers.get("cookie") ?? "", deviceCookieName) ?? "";
  const [, villageCode, token] = /^(\d{2}\.\d{2}\.\d{2}\.\d{4}):([\w-]{43})$/.exec(cookie) ?? [];
  if (!villageCode || !token) return undefined;
  return findPairedDevice(db, villageCode, hashOf(token));
}

/** The centre in the village that the device that asks is paired with; null for any other device, such as a learner's own phone. */
export async function centerOfDevice(db: Kysely<Database>, request: Request, villageCode: string): Promise<string | null> {
  const pairing = await pairingOf(db, request);
  return pairing?.villageCode === villageCode ? pairing.centerId : null;
}

export interface PairDevice {
  center: CenterKey;
  /** The form's UUID: sent twice, it pairs one device. */
  formId: string;
  name: string;
  staffId: string;
  now: Date;
}

/**
 * Pairs a device with a centre. Answers the value of the cookie that it is known by from now on, and its id; null when
 * this form's pairing has ended meanwhile. The token is drawn from the form's id and this installation's secret, so that the
 * answer to a form that was sent twice is the same, whichever of the two arrives.
 */
export async function pairDevice(db: Kysely<Database>, { center, formId, name, staffId, now }: PairDevice): Promise<{ cookie: string; deviceId: string } | null> {
  const { villageCode, centerId } = center;
  const token = createHmac("sha256", await installationSecret(db)).update(`device:${staffId}:${centerId}:${formId}`).digest("base64url");
  const deviceId = hashOf(token);
  return db.transaction().execute(async (trx) => {
    const isNew = await insertPairedDevice(trx, { villageCode, centerId, deviceId, name, pairedAt: now, pairedBy: staffId });
    if (isNew) await recordDevice(trx, "device.pair", { villageCode, centerId, deviceId }, staffId);
    else if (!(await findPairedDevice(trx, villageCode, deviceId))) return null;
    return { cookie: `${villageCode}:${token}`, deviceId };
  });
}

/** Ends a device's pairing: it shows no name from now on. A pairing that has ended stays as it is. */
export async function unpairDevice(db: Kysely<Database>, device: CenterKey & { deviceId: string }, staffId: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (await endPairedDevice(trx, device, now)) await recordDevice(trx, "device.end", device, staffId);
  });
}

// The audit keeps no hash, so only as much of the device's id as tells it from others.
async function recordDevice(db: Kysely<Database>, action: string, { villageCode, centerId, deviceId }: CenterKey & { deviceId: string }, staffId: string): Promise<void> {
  await recordAudit(db, villageCode, { actor: { kind: "staff", id: staffId }, action, subjectId: centerId, details: { device: deviceId.slice(0, 8) } });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
