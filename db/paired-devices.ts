import type { Kysely } from "kysely";
import type { CenterKey } from "./learners.ts";
import type { Database } from "./schema.ts";

/** A device on which a centre's learners may choose their names. `deviceId` is the hash of the token in its cookie. */
export interface PairedDevice extends CenterKey {
  deviceId: string;
  name: string;
}

/** The device with this id, unless its pairing has ended. */
export async function findPairedDevice(db: Kysely<Database>, villageCode: string, deviceId: string): Promise<PairedDevice | undefined> {
  return db
    .selectFrom("paired_device")
    .where("village_code", "=", villageCode)
    .where("id", "=", deviceId)
    .where("ended_at", "is", null)
    .select(["village_code as villageCode", "center_id as centerId", "id as deviceId", "name"])
    .executeTakeFirst();
}

export interface ListedDevice {
  deviceId: string;
  name: string;
  pairedAt: Date;
  pairedBy: string;
}

/** The devices that are paired with a centre now, by name, and who paired them. */
export async function listPairedDevices(db: Kysely<Database>, { villageCode, centerId }: CenterKey): Promise<ListedDevice[]> {
  return db
    .selectFrom("paired_device as device")
    .innerJoin("staff", "staff.id", "device.paired_by")
    .where("device.village_code", "=", villageCode)
    .where("device.center_id", "=", centerId)
    .where("device.ended_at", "is", null)
    .select(["device.id as deviceId", "device.name", "device.paired_at as pairedAt", "staff.name as pairedBy"])
    .orderBy("device.name")
    .orderBy("device.id")
    .execute();
}

export interface NewPairedDevice extends PairedDevice {
  pairedAt: Date;
  pairedBy: string;
}

/** Pairs a device. Answers whether its id was new in the village. */
export async function insertPairedDevice(db: Kysely<Database>, device: NewPairedDevice): Promise<boolean> {
  const inserted = await db
    .insertInto("paired_device")
    .values({
      village_code: device.villageCode,
      id: device.deviceId,
      center_id: device.centerId,
      name: device.name,
      paired_at: device.pairedAt,
      paired_by: device.pairedBy,
    })
    .onConflict((conflict) => conflict.columns(["village_code", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ends the pairing of a centre's device. Answers whether it was paired until now. */
export async function endPairedDevice(db: Kysely<Database>, { villageCode, centerId, deviceId }: CenterKey & { deviceId: string }, now: Date): Promise<boolean> {
  const ended = await db
    .updateTable("paired_device")
    .set({ ended_at: now })
    .where("village_code", "=", villageCode)
    .where("center_id", "=", centerId)
    .where("id", "=", deviceId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
