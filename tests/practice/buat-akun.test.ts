import { describe, expect, it } from "vitest";
import { type BuatAkunConfig, buatAkun } from "#app/practice/buat-akun/buat-akun.ts";
import { strengthOf } from "#app/practice/buat-akun/password.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { typedStep } from "#app/practice/typed.ts";
import { describeSoundness } from "./soundness.tsx";

const given = {
  parts: ["name", "address", "password", "again", "code", "note"],
  words: [{ text: "sari", why: "Nama mudah ditebak." }, { text: "kuda" }, { text: "kopi" }, { text: "atap" }, { text: "awan" }],
  least: 3,
  places: [{ text: "Dinding", why: "Semua orang membacanya." }, { text: "Lemari terkunci", good: true, why: "Aman." }],
};
const config = parsePractice("BuatAkun", given).config as BuatAkunConfig;
const short = parsePractice("BuatAkun", { parts: ["password", "again"], words: given.words }).config as BuatAkunConfig;
const at = (part: string, ...steps: string[]) => replay(buatAkun, { ...config, parts: config.parts.slice(config.parts.indexOf(part as "name")) }, steps);

describe("BuatAkun", () => {
  it("makes an account with a long password, an untold code and a safe note", () => {
    const words = ["word:1", "word:2", "word:4", "next"];
    const steps = [typedStep("name", "sari lestari"), "next", typedStep("address", "sari.jamu"), "next", ...words, ...words, "call:refuse", typedStep("code", "481 920"), "next", "note:1"];
    expect(isFinished(buatAkun, config, steps)).toBe(true);
    expect(isFinished(buatAkun, config, steps.slice(0, -1))).toBe(false);
  });

  it.each([
    ["", "address-empty"], ["sari", "address-taken"], ["bu sari", "address-signs"], ["sari@surat", "address-signs"], ["sari1968", "address-year"],
  ])("answers the address %j kindly", (text, key) => {
    expect(at("address", typedStep("address", text), "next")).toMatchObject({ at: 0, notice: { key: `notice.${key}` } });
  });

  it("explains what makes a password weak", () => {
    const judge = (...indexes: number[]) => strengthOf(indexes.map((index) => config.words[index]!), 3);
    expect([judge(), judge(1), judge(1, 2), judge(1, 2, 3)].map(({ bars, key }) => `${bars} ${key}`)).toEqual(["0 none", "1 short", "2 nearly", "3 strong"]);
    expect(judge(1, 2, 3, 0)).toEqual({ bars: 1, key: "guessable", why: "Nama mudah ditebak." });
    expect(at("password", "word:0", "next").notice).toMatchObject({ key: "notice.password-guessable", values: { why: "Nama mudah ditebak." } });
  });

  it("wants the password once more in the same order", () => {
    const first = ["word:1", "word:2", "word:3", "next"];
    expect(at("password", ...first, "word:1", "word:3", "word:2", "next")).toMatchObject({ at: 1, notice: { key: "notice.again-other" } });
    expect(at("password", ...first, "erase").notice.key).toBe("notice.start-again");
    expect(at("password", ...first, "peek:show")).toMatchObject({ peek: true });
  });

  it("lets the learner hang up after telling the code", () => {
    expect(at("code", "call:tell")).toMatchObject({ call: "told", notice: { key: "notice.told" } });
    expect(at("code", typedStep("code", "481920"), "next")).toMatchObject({ at: 0, call: "rings" });
    expect(at("code", "call:tell", "call:over", typedStep("code", "111111"), "next").notice.key).toBe("notice.code-other");
  });

  it("takes no password that is typed", () => {
    expect(at("password", typedStep("password", "rahasia123"))).toEqual(at("password"));
  });
});

describe("the config of BuatAkun", () => {
  it("parses what it has parsed", () => {
    expect(parsePractice("BuatAkun", config).config).toEqual(config);
  });

  it.each([
    [{ ...given, parts: ["again"] }, "untuk again perlu password"],
    [{ ...given, parts: ["note", "name"] }, "bagian ditulis sekali dan urut: name, address, password, again, code, note"],
    [{ ...given, least: 5 }, "tulis sedikitnya 5 kata yang tidak mudah ditebak"],
    [{ ...given, free: "sari" }, "nama ini tidak bisa dipakai"],
    [{ ...given, service: "gmail.com" }, "layanan karangan"],
    [{ ...given, places: [] }, "tulis sedikitnya satu tempat dengan good: true"],
  ])("tells the author what is amiss in one line", (any, message) => {
    expect(() => parsePractice("BuatAkun", any)).toThrow(message);
  });
});

const typed = [typedStep("name", "Sari Lestari"), typedStep("name", ""), typedStep("address", "sari"), typedStep("address", "sari.jamu"), typedStep("code", "481920"), typedStep("password", "x")];
await describeSoundness("BuatAkun", [config, short], typed);
