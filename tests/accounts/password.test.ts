import { describe, expect, it } from "vitest";
import { faultOfPassword } from "#app/accounts/password.ts";
import { isUsername, proposeUsername } from "#app/accounts/username.ts";

const fault = (password: string, { username = "dewi", current = "lama-sekali-lama", again = password } = {}) => faultOfPassword(password, { username, current, again });

describe("a password of one's own", () => {
  it.each(["sawah-hijau-luas", "ibu apa mau", "Kopi Pagi Enak", "xk7#pq!m2vwz"])("may be “%s”", (password) => expect(fault(password)).toBeNull());

  it.each([
    ["", "short"], ["sawah", "short"], ["a b c d e", "short"], ["a".repeat(201), "long"], ["aaaaaaaaaaaaaaa", "easy"], ["123456789012", "easy"],
    ["dewi", "username"], ["Dewi-dewi-dewi-2026", "username"], ["lama-sekali-lama", "same"],
  ] as const)("may not be “%s”: %s", (password, expected) => expect(fault(password)).toBe(expected));

  it("is written the same twice", () => expect(fault("sawah-hijau-luas", { again: "sawah-hijau-luaS" })).toBe("again"));
  it("may hold a short user name within a word", () => expect(fault("sayur asem enak", { username: "ayu" })).toBeNull());
});

describe("a proposed user name", () => {
  it.each([
    ["Siti Aminah", "siti.aminah"], ["Siti Nur Aminah", "siti.nur"], ["Sukarno", "sukarno"], ["Drs. H. Ahmad Fauzi, M.Pd.", "drs.ahmad"], ["Né Ñandú", "ne.nandu"], ["Ng", "pendamping.ng"], ["山田", "pendamping"],
  ])("of %s is %s", (name, username) => {
    expect(proposeUsername(name, [])).toBe(username);
    expect(isUsername(username)).toBe(true);
  });

  it("is one that nobody has", () => expect(proposeUsername("Siti Aminah", ["siti.aminah", "siti.aminah2", "siti.aminahwati"])).toBe("siti.aminah3"));
  it("is short enough for the longest name", () => expect(isUsername(proposeUsername(`${"a".repeat(40)} ${"b".repeat(40)}`, []))).toBe(true));
});
