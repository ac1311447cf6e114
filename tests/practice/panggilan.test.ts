import { describe, expect, it } from "vitest";
import type { PanggilanConfig } from "#app/practice/panggilan/calls.ts";
import { panggilan } from "#app/practice/panggilan/panggilan.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const fake = {
  kind: "fake", from: "Nomor tak dikenal", says: ["Pak, saya celaka.", "Kirim uang sekarang juga!", "Jangan bilang siapa-siapa."],
  gives: "Saya kirim uangnya", why: "Uang yang terkirim sulit kembali.", secret: "Jangan banyak tanya, Pak!",
  checks: [
    { id: "lagi", text: "Telepon balik nomor tadi", why: "Nomor itu milik penelepon tadi." },
    { id: "budi", text: "Telepon nomor Budi di kontak", right: true, why: "Budi sehat, dan tidak menelepon." },
  ],
} as const;
const family: PanggilanConfig = {
  calls: [
    { kind: "friendly", from: "Dina", video: true, says: "Nek, sudah makan?", tasks: ["answer", "camera-off", "camera-on", "mic-off", "mic-on", "hang-up"] },
    { kind: "friendly", from: "Mas Agus", says: "Ya, Bu?", tasks: ["voice", "video", "camera-on", "mic-on", "hang-up"] },
    fake,
  ],
};
const falseFirst: PanggilanConfig = { calls: [fake, { kind: "friendly", from: "Budi", says: "Ya, Pak?", tasks: ["answer", "mic-on"] }] };

await describeSoundness("Panggilan", [family, falseFirst]);

const after = (steps: string[], config = family) => replay(panggilan, config, steps);
const notice = (steps: string[], config = family) => panggilan.notice(after(steps, config), config).key;
const done = (steps: string[], config = family) => panggilan.tasks(after(steps, config), config).filter((task) => task.done).map(({ id }) => id);
const dinaDone = ["answer", "camera-off", "camera-on", "mic-off", "mic-on", "hang-up"];

describe("Panggilan", () => {
  it("takes a video call, hides and shows us, and hangs up", () => {
    expect(after(["answer"])).toMatchObject({ phase: "talking", video: true, camera: true, mic: true });
    expect(after(["answer", "camera-off", "mic-off"])).toMatchObject({ camera: false, mic: false });
    expect(after(dinaDone)).toMatchObject({ call: 1, phase: "idle", notice: { key: "hung-up" } });
    expect(done(dinaDone)).toHaveLength(6);
  });

  it("says that another call comes in, where the next one rings", () => {
    const twice: PanggilanConfig = { calls: [{ kind: "friendly", from: "Budi", says: "Ya, Pak?", tasks: ["answer", "hang-up"] }, fake] };
    expect(after(["answer", "hang-up"], twice)).toMatchObject({ call: 1, phase: "ringing", notice: { key: "next-rings" } });
  });

  it("rings again after declining, and after hanging up too early, and keeps what was done", () => {
    expect(notice(["decline"])).toBe("notice.declined");
    expect(after(["answer", "camera-off", "hang-up"])).toMatchObject({ call: 0, phase: "ringing", notice: { key: "rings-again" } });
    expect(done(["answer", "camera-off", "hang-up"])).toEqual(["call-1-answer", "call-1-camera-off"]);
  });

  it("makes a voice call and a video call", () => {
    expect(after([...dinaDone, "voice"])).toMatchObject({ phase: "talking", video: false });
    expect(panggilan.controls(after([...dinaDone, "voice"]), family)).toEqual(["mic-off", "hang-up"]);
    expect(after([...dinaDone, "voice", "hang-up"])).toMatchObject({ phase: "idle", notice: { key: "call-again" } });
  });

  it("lets the false caller press on until the learner hangs up, and gives nothing away", () => {
    expect(after(["answer", "listen", "listen"], falseFirst)).toMatchObject({ heard: 3 });
    expect(panggilan.controls(after(["answer", "listen", "listen"], falseFirst), falseFirst)).toEqual(["give", "secret", "hang-up"]);
    expect(after(["answer", "give"], falseFirst)).toMatchObject({ phase: "talking", notice: { key: "given", values: { why: fake.why } } });
    expect(notice(["answer", "secret"], falseFirst)).toBe("notice.secret");
    expect(notice(["answer", "hang-up"], falseFirst)).toBe("notice.refused");
    expect(done(["answer", "hang-up"], falseFirst)).toEqual([]);
  });

  it("may leave the false call ringing, and makes sure by a way that the caller did not name", () => {
    expect(notice(["decline", "ask:lagi"], falseFirst)).toBe("notice.other-way");
    expect(done(["decline", "ask:lagi", "ask:budi"], falseFirst)).toEqual(["call-1"]);
    expect(notice(["decline", "ask:budi"], falseFirst)).toBe("notice.checked");
  });
});

describe("the config of Panggilan", () => {
  it.each([
    [{ calls: [] }, "calls: tulis 1 sampai 5 telepon"],
    [{ calls: [{ kind: "x" }] }, "calls.0.kind: jenis telepon: friendly atau fake"],
    [{ calls: [{ kind: "friendly", from: "Dina", says: "Nek?", tasks: ["dance"] }] }, "calls.0.tasks.0: tugas yang ada: answer, voice,"],
    [{ calls: [{ kind: "friendly", from: "Dina", says: "Nek?", tasks: ["answer", "camera-off"] }] }, "calls.0: kamera hanya ada di telepon video: tulis video: true"],
    [{ calls: [{ kind: "friendly", from: "Dina", says: "Nek?", tasks: ["answer", "voice"] }] }, "calls.0.tasks: answer untuk telepon masuk, voice dan video untuk telepon keluar"],
    [{ calls: [{ ...fake, checks: fake.checks.map(({ id, text, why }) => ({ id, text, why })) }] }, "calls.0.checks: sedikitnya satu cara harus benar: right: true"],
  ])("tells the author of %j in one line", (config, message) => {
    expect(() => parsePractice("Panggilan", config)).toThrow(message);
  });
});
