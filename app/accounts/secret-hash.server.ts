import { argon2, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane.
const parameters = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 };
const derive = promisify(argon2);

/** Hashes a PIN or password with argon2id; answers a PHC string. */
export async function hashSecret(secret: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { ...parameters, message: secret, nonce });
  return `$argon2id$v=19$m=${parameters.memory},t=${parameters.passes},p=1$${nonce.toString("base64url")}$${tag.toString("base64url")}`;
}

/** As many hashes are reckoned at once: Node has 4 threads for it, and a sign-in needs one meanwhile. */
const hashesAtOnce = 3;

/** Hashes many secrets, some at once; answers their hashes in the same order. */
export async function hashSecrets(secrets: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  const waiting = secrets.entries();
  const work = async () => {
    for (const [index, secret] of waiting) hashes[index] = await hashSecret(secret);
  };
  await Promise.all(Array.from({ length: hashesAtOnce }, work));
  return hashes;
}

/** Whether `secret` is the one that `hash` was made from. An unknown hash takes as long and is never right. */
export async function isSecret(secret: string, hash: string | undefined): Promise<boolean> {
  const [, , , cost, nonce, tag] = (hash ?? (await standIn())).split("$");
  const [memory, passes, parallelism] = (cost ?? "").split(",").map((part) => Number(part.slice(2)));
  if (!memory || !passes || !parallelism || !nonce || !tag) return false;
  const expected = Buffer.from(tag, "base64url");
  const derived = await derive("argon2id", {
    memory,
    passes,
    parallelism,
    tagLength: expected.length,
    message: secret,
    nonce: Buffer.from(nonce, "base64url"),
  });
  return timingSafeEqual(derived, expected) && hash !== undefined;
}

let standInHash: Promise<string> | undefined;
function standIn(): Promise<string> {
  return (standInHash ??= hashSecret(randomBytes(16).toString("hex")));
}

/** A random 6-digit PIN that is neither one repeated digit nor a run such as 123456. */
export function newPin(): string {
  const pin = String(randomInt(1_000_000)).padStart(6, "0");
  return isEasyPin(pin) ? newPin() : pin;
}

/** Whether a PIN is one repeated digit or a run, up or down. */
export function isEasyPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  return steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
}
