import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { type WiFiConfig, isConnected, wifi } from "#app/practice/wi-fi/wifi.ts";
import { describeSoundness } from "./soundness.tsx";

const config: WiFiConfig = {
  name: "Pusat Desa Contoh",
  password: "Sawah2580",
  others: [{ name: "Pusat Desa Contoh2", why: "Namanya mirip." }, { name: "Warung Kopi", locked: true, why: "Itu punya warung." }],
  offer: { name: "WIFI GRATIS", why: "Kita tidak tahu pemiliknya." },
};
const after = (...steps: string[]) => replay(wifi, config, steps);
const onList = ["swipe", "fan", "hold", "no"];
const inside = [...onList, "net:1", "type:sandi:Sawah2580", "join"];
const off = ["back", "fan"];

describe("WiFi", () => {
  it("is finished by refusing the open network, connecting with the password and disconnecting", () => {
    expect(isFinished(wifi, config, [...inside, ...off])).toBe(true);
    expect(isFinished(wifi, config, inside)).toBe(false);
    expect(isConnected(after(...inside))).toBe(true);
    expect(isConnected(after(...inside, ...off))).toBe(false);
  });

  it("has no list while Wi-Fi is off", () => {
    expect(wifi.controls(after("swipe", "hold"), config)).toEqual(["switch", "back"]);
    expect(after("swipe", "hold").notice).toEqual({ key: "notice.list-off" });
  });

  it("offers the open network until it is refused, and never joins it", () => {
    expect(wifi.controls(after("swipe", "fan", "hold"), config)).toEqual(["no", "yes"]);
    const tempted = after("swipe", "fan", "hold", "yes");
    expect(tempted).toMatchObject({ known: false, done: [], notice: { key: "notice.offer", values: { why: "Kita tidak tahu pemiliknya." } } });
    expect(after(...onList, "back", "hold").done).toEqual(["refuse"]);
  });

  it("tells why another network is not the one", () => {
    expect(after(...onList, "net:0")).toMatchObject({ screen: "list", notice: { key: "notice.other", values: { why: "Namanya mirip." } } });
  });

  it("answers a password that differs, one that differs in capitals, and an empty one", () => {
    expect(after(...onList, "net:1", "join").notice).toEqual({ key: "notice.empty" });
    expect(after(...onList, "net:1", "type:sandi:sawah2580", "join")).toMatchObject({ screen: "password", notice: { key: "notice.case" } });
    expect(after(...onList, "net:1", "type:sandi:padi", "join")).toMatchObject({ known: false, notice: { key: "notice.wrong" } });
    expect(after(...onList, "net:1", "type:sandi:padi", "cancel", "net:1").text).toBe("");
  });

  it("connects by itself when it is switched on again, and can be switched off on the list as well", () => {
    expect(isConnected(after(...inside, "switch", "switch"))).toBe(true);
    expect(after(...inside, "switch").done).toEqual(["refuse", "connect", "disconnect"]);
  });

  it("does not count switching off before it was connected", () => {
    expect(after("swipe", "fan", "fan").done).toEqual([]);
  });

  it("takes typing only where the password is asked for", () => {
    const state = after(...onList);
    expect(wifi.take(state, "type:sandi:Sawah2580", config)).toBe(state);
    const asked = after(...onList, "net:1");
    expect(wifi.take(asked, "type:nama:Sawah2580", config)).toBe(asked);
  });

  it("leaves the offer out where there is none", () => {
    const { offer, ...plain } = config;
    expect(offer).toBeDefined();
    expect(wifi.tasks(wifi.start(plain), plain).map(({ id }) => id)).toEqual(["connect", "disconnect"]);
    expect(isFinished(wifi, plain, [...inside.filter((step) => step !== "no"), ...off])).toBe(true);
  });

  it.each([
    [{ password: "pendek" }, "WiFi: password: sandi harus 8 sampai 20 huruf atau angka, tanpa spasi."],
    [{ others: [] }, "WiFi: others: tulis 1 sampai 5 Wi-Fi lain."],
    [{ others: [{ name: "Pusat Desa Contoh", why: "Sama." }] }, "WiFi: others: setiap nama Wi-Fi hanya boleh satu kali."],
  ])("tells the author of %j in one line", (change, message) => {
    expect(() => parsePractice("WiFi", { ...config, ...change })).toThrow(message);
  });
});

await describeSoundness("WiFi", [config, { ...config, offer: undefined }], ["type:sandi:Sawah2580", "type:sandi:lain", "type:nama:x"]);
