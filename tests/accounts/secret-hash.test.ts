import { describe, expect, it } from "vitest";
import { hashSecret, isSecret, newPin } from "#app/accounts/secret-hash.server.ts";

describe("a hashed secret", () => {
  it("is argon2id with the cost that OWASP asks for, and never the same twice", async () => {
    const [one, other] = [await hashSecret("482913"), await hashSecret("482913")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
  });

  it("knows its secret and no other", async () => {
    const hash = await hashSecret("482913");
    expect(await isSecret("482913", hash)).toBe(true);
    for (const wrong of ["482914", "", "4829130", " 482913"]) expect(await isSecret(wrong, hash)).toBe(false);
  });

  it("is never right when it is none", async () => {
    for (const broken of ["", "none", "$argon2id$v=19$m=19456,t=2,p=1$$", "$argon2id$v=19$m=x,t=2,p=1$aaaa$bbbb"]) {
      expect(await isSecret("482913", broken)).toBe(false);
    }
  });

  it("costs the same work when nobody has it", async () => {
    const hash = await hashSecret("482913");
    await isSecret("482913", undefined);
    const [known, unknown] = [await leastWork(() => isSecret("111112", hash)), await leastWork(() => isSecret("111112", undefined))];
    expect(await isSecret("482913", undefined)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 2);
  });
});

/** The least of some measurements, in microseconds of the processor: other programs do not count in it. */
async function leastWork(task: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const before = process.cpuUsage();
    await task();
    const { user, system } = process.cpuUsage(before);
    costs.push(user + system);
  }
  return Math.min(...costs);
}

it("a new PIN has 6 digits and is none that people guess first", () => {
  for (let turn = 0; turn < 5_000; turn += 1) {
    const pin = newPin();
    expect(pin).toMatch(/^\d{6}$/);
    expect(["000000", "111111", "123456", "654321", "012345"]).not.toContain(pin);
  }
});
