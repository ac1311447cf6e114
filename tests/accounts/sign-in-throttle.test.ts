import "../support/database.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { type Account, forgetTries, lockAccount, takeTry, unlockLearner } from "#app/accounts/sign-in-throttle.server.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";

let account: { villageCode: string; centerId: string; number: number };
beforeEach(() => {
  account = { villageCode: "35.05.04.2014", centerId: newId(), number: 7 };
});

/** One try from a device of its own, so that only the account's limit counts. */
const tryOnce = (deviceId = newId(), address: string = newId()) => takeTry(account, { deviceId, address });

describe("an account", () => {
  it("has 5 tries and is then locked for 15 minutes", async () => {
    const turns = [];
    for (let count = 0; count < 6; count += 1) turns.push(await tryOnce());
    expect(turns.slice(0, 5).map((turn) => turn.kind === "allowed" && turn.triesLeft)).toEqual([4, 3, 2, 1, 0]);
    expect(turns[5]).toMatchObject({ kind: "locked" });
    expect(minutesUntil(turns[5])).toBe(15);
  });

  it("stays locked until the time that was told, however often it is tried meanwhile", async () => {
    await lockAccount(account);
    await minutesPass(5);
    for (let count = 0; count < 3; count += 1) expect(minutesUntil(await tryOnce())).toBe(10);
    await minutesPass(10);
    expect(await tryOnce()).toEqual({ kind: "allowed", triesLeft: 4 });
  });

  it("has all its tries again after a right one, and when its mentor gives a new PIN", async () => {
    const origin = { deviceId: newId(), address: newId() };
    await takeTry(account, origin);
    await forgetTries(account, origin);
    expect(await tryOnce()).toEqual({ kind: "allowed", triesLeft: 4 });
    await lockAccount(account);
    await unlockLearner(account.villageCode, account.centerId, account.number);
    expect(await tryOnce()).toEqual({ kind: "allowed", triesLeft: 4 });
  });

  it("shares nothing with the same number at another centre", async () => {
    await lockAccount(account);
    account = { ...account, centerId: newId() };
    expect(await tryOnce()).toEqual({ kind: "allowed", triesLeft: 4 });
  });

  it("gives no more than 5 tries to 50 guesses at once", async () => {
    const turns = await Promise.all(Array.from({ length: 50 }, () => tryOnce()));
    expect(turns.filter(({ kind }) => kind === "allowed")).toHaveLength(5);
    expect(turns.filter(({ kind }) => kind === "locked")).toHaveLength(45);
  });

  it("of staff is one, however the user name is written", async () => {
    const username = `dewi-${newId()}`;
    for (const written of [username, username.toUpperCase()]) await takeTry({ username: written }, { deviceId: newId(), address: newId() });
    expect(await takeTry({ username }, { deviceId: newId(), address: newId() })).toEqual({ kind: "allowed", triesLeft: 2 });
  });
});

describe("a device", () => {
  const anyone = (): Account => ({ villageCode: "35.05.04.2014", centerId: newId(), number: 1 });

  it("that failed 10 times waits for 30 seconds, whomever it tries", async () => {
    const device = { deviceId: newId(), address: newId() };
    for (let count = 0; count < 10; count += 1) expect(await takeTry(anyone(), device)).toMatchObject({ kind: "allowed" });
    expect(await takeTry(anyone(), device)).toEqual({ kind: "slow", seconds: 30 });
    expect(await takeTry(anyone(), { ...device, deviceId: newId() })).toMatchObject({ kind: "allowed" });
  });

  it("without a cookie is its address", async () => {
    const address = newId();
    for (let count = 0; count < 10; count += 1) await takeTry(anyone(), { deviceId: null, address });
    expect(await takeTry(anyone(), { deviceId: null, address })).toMatchObject({ kind: "slow" });
  });

  it("cannot get around its limit by throwing its cookie away: all of one address have 60", async () => {
    const address = newId();
    const turns = [];
    for (let count = 0; count < 62; count += 1) turns.push(await takeTry(anyone(), { deviceId: newId(), address }));
    expect(turns.filter(({ kind }) => kind === "allowed")).toHaveLength(60);
    expect(turns.at(-1)).toMatchObject({ kind: "slow" });
  });
});

function minutesUntil(turn: Awaited<ReturnType<typeof takeTry>> | undefined): number | null {
  return turn?.kind === "locked" ? Math.round(turn.seconds / 60) : null;
}

/** Lets time pass for every limit, without waiting. */
async function minutesPass(minutes: number): Promise<void> {
  await db
    .updateTable("sign_in_limit")
    .set((update) => ({ expire: update("expire", "-", String(minutes * 60_000)) }))
    .execute();
}
