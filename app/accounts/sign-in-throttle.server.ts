import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db, pool } from "#db/client.ts";
import type { CohortKey } from "#db/enrollments.ts";
import { listLearnerLocks } from "#db/sign-in-locks.ts";

const window = 15 * 60;
/** How long an account stays locked. */
export const lockSeconds = window;
const accountTries = 5;
const store = { storeClient: pool, storeType: "pool", tableName: "sign_in_limit", tableCreated: true } as const;

/** A learner may fail 5 times in 15 minutes; then nobody signs in as them until 15 minutes have passed. Guessing costs years: 480 of a million PINs a day. */
const learnerLimit = new RateLimiterPostgres({ ...store, keyPrefix: "", points: accountTries, duration: window, blockDuration: window });
/** A staff account likewise, by user name. */
const staffLimit = new RateLimiterPostgres({ ...store, keyPrefix: "staf", points: accountTries, duration: window, blockDuration: window });
/** A device that failed 10 times in 15 minutes waits for 30 seconds before it has 10 more: enough for a room's shared PC, and slow for guessing. */
const deviceLimit = new RateLimiterPostgres({ ...store, keyPrefix: "alat", points: 10, duration: window, blockDuration: 30 });
/** All devices behind one address: a whole village centre's worth of mistakes. */
const addressLimit = new RateLimiterPostgres({ ...store, keyPrefix: "alamat", points: 60, duration: window, blockDuration: 5 * 60 });

export type Account = { villageCode: string; centerId: string; number: number } | { username: string };
export interface Origin {
  deviceId: string | null;
  address: string;
}

export type Turn = { kind: "allowed"; triesLeft: number } | { kind: "locked" | "slow"; seconds: number };

/**
 * Takes one try at an account from a device. It is counted before the PIN is looked at, so that many
 * guesses at once get no more tries than one after another; `forgetTries` gives it back after a right one.
 */
export async function takeTry(account: Account, origin: Origin): Promise<Turn> {
  const slow = (await refusal(deviceLimit, deviceKey(origin))) ?? (await refusal(addressLimit, origin.address));
  if (slow) return { kind: "slow", seconds: secondsLeft(slow) };
  const { limit, key } = accountLimit(account);
  try {
    const { remainingPoints } = await limit.consume(key);
    return { kind: "allowed", triesLeft: remainingPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { kind: "locked", seconds: secondsLeft(refused) };
  }
}

function secondsLeft({ msBeforeNext }: RateLimiterRes): number {
  return Math.ceil(msBeforeNext / 1000);
}

async function refusal(limit: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> {
  try {
    await limit.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  }
}

/** Locks an account for 15 minutes from now: its last try was wrong. Tries meanwhile make it no longer. */
export async function lockAccount(account: Account): Promise<void> {
  const { limit, key } = accountLimit(account);
  await limit.block(key, window);
}

/** Forgets the tries at an account and from its device after a right one. */
export async function forgetTries(account: Account, origin: Origin): Promise<void> {
  const { limit, key } = accountLimit(account);
  await limit.delete(key);
  await deviceLimit.delete(deviceKey(origin));
  await addressLimit.reward(origin.address);
}

/** Lets a locked learner try again at once: the mentor has given a new PIN. */
export async function unlockLearner(villageCode: string, centerId: string, number: number): Promise<void> {
  const { limit, key } = accountLimit({ villageCode, centerId, number });
  await limit.delete(key);
}

/** Lets locked staff try again at once: somebody has given them a new password. */
export async function unlockStaff(username: string): Promise<void> {
  const { limit, key } = accountLimit({ username });
  await limit.delete(key);
}

/** For how many more minutes each locked learner of a cohort is so, by learner id. How many tries the others have left is told to nobody. */
export async function minutesLocked(cohort: CohortKey, now: Date): Promise<Record<string, number>> {
  const locks = await listLearnerLocks(db, cohort, { tries: accountTries, now });
  return Object.fromEntries(locks.map(({ learnerId, until }) => [learnerId, Math.ceil((until.getTime() - now.getTime()) / 60_000)]));
}

function accountLimit(account: Account) {
  if ("username" in account) return { limit: staffLimit, key: account.username.toLowerCase() };
  return { limit: learnerLimit, key: `${account.villageCode}:${account.centerId}:${account.number}` };
}

function deviceKey({ deviceId, address }: Origin): string {
  return deviceId ?? address;
}
