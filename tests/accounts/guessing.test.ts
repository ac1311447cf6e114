import { describe, expect, it } from "vitest";
import { hashSecrets, isEasyPin, isSecret, newPin } from "#app/accounts/secret-hash.server.ts";

/** Sign-in allows 5 tries in 15 minutes: held by sign-in-throttle.test.ts. */
const triesADay = 5 * 4 * 24;
const possiblePins = Array.from({ length: 1_000_000 }, (_, pin) => String(pin).padStart(6, "0")).filter((pin) => !isEasyPin(pin)).length;

describe("a guess at a stranger's PIN", () => {
  it("is right once in 999,980 tries: 0.0001 %, a thousandth of the 0.1 % that it may be", () => {
    expect(possiblePins).toBe(999_980);
    expect(1 / possiblePins).toBeLessThan(0.001 / 999);
  });

  it("is right with less than 0.1 % after a whole day of trying one learner", () => {
    expect(triesADay / possiblePins).toBeLessThan(0.001);
  });

  it("is helped by no pattern: PINs are drawn from all that there are", () => {
    const pins = Array.from({ length: 2000 }, newPin);
    expect(pins.every((pin) => /^\d{6}$/.test(pin) && !isEasyPin(pin))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(1980);
    for (let place = 0; place < 6; place += 1) expect(new Set(pins.map((pin) => pin[place])).size).toBe(10);
  });
});

it("many PINs are hashed at once, each to its own hash", async () => {
  const pins = ["482913", "002744", "936950", "660583"];
  const hashes = await hashSecrets(pins);
  expect(hashes).toHaveLength(4);
  expect(await Promise.all(pins.map((pin, index) => isSecret(pin, hashes[index])))).toEqual([true, true, true, true]);
  expect(await isSecret("482913", hashes[1])).toBe(false);
  expect(await hashSecrets([])).toEqual([]);
});
