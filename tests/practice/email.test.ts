import { describe, expect, it } from "vitest";
import { email } from "#app/practice/email/email.ts";
import { type EmailConfig, faultIn } from "#app/practice/email/mails.ts";
import { parsePractice } from "#app/practice/parse-practice.ts";
import { replay } from "#app/practice/simulator.ts";
import { describeSoundness } from "./soundness.tsx";

const config: EmailConfig = {
  inbox: [
    { id: "bank", from: "Bank Contoh", address: "hadiah@bank-contoh-menang.com", subject: "Akun diblokir", text: "Kirim sandi sekarang.", trap: "Bank tidak meminta sandi." },
    { id: "jadwal", from: "Dewi", address: "dewi@sukamaju-contoh.desa.id", subject: "Jadwal belajar", text: "Kelas hari Selasa." },
  ],
  tasks: [
    { do: "read", mail: "jadwal" },
    {
      do: "write", to: "penyuluh@contoh.desa.id", name: "kantor penyuluh",
      example: { subject: "Permohonan kunjungan penyuluh", greeting: "Selamat pagi, Bapak/Ibu.", purpose: "Kami mohon penyuluh datang melihat padi.", thanks: "Terima kasih.", sender: "Darto, Desa Sukamaju Contoh" },
      answer: { id: "jawaban", from: "Kantor Penyuluh", address: "penyuluh@contoh.desa.id", subject: "Balasan: kunjungan", text: "Hari Selasa bisa?" },
    },
    { do: "reply", mail: "jawaban", example: { answer: "Baik, Bu. Hari Selasa kami siap.", thanks: "Terima kasih." } },
    { do: "refuse", mail: "bank" },
  ],
};

await describeSoundness("Email", [config, { inbox: [], tasks: [config.tasks[1]] }], [
  "type:kepada:penyuluh%40contoh.desa.id", "type:subjek:HALO%20KANTOR", "type:maksud:a", "type:terima:Suwun", "type:jawab:", "type:lain:x",
]);

const after = (steps: string[]) => replay(email, config, steps);
const notice = (steps: string[]) => email.notice(after(steps), config);
const done = (steps: string[]) => email.tasks(after(steps), config).filter((task) => task.done).map(({ id }) => id);
const filled = ["write", "example", "example", "example", "example", "example", "example"];

describe("Email", () => {
  it("reads a mail and writes one in its parts, and is answered", () => {
    expect(done(["open:jadwal"])).toEqual(["task-1"]);
    expect(done(filled)).toEqual([]);
    expect(done([...filled, "send"])).toEqual(["task-2"]);
    expect(email.controls(after([...filled, "send"]), config)).toEqual(["open:jawaban", "open:bank", "open:jadwal", "write"]);
  });

  it("names the field that will not do yet, and keeps what was typed", () => {
    expect(notice(["write", "send"])).toEqual({ key: "notice.fault.empty", words: { field: "field.kepada" } });
    const wrong = ["write", "type:kepada:penyuluh%40contoh.desa", "type:subjek:Permohonan", "send"];
    expect(notice(wrong)).toEqual({ key: "notice.fault.address", words: { field: "field.kepada" } });
    expect(after(wrong).fields).toEqual({ kepada: "penyuluh@contoh.desa", subjek: "Permohonan" });
    expect(after([...wrong, "example"]).fields.kepada).toBe("penyuluh@contoh.desa.id");
  });

  it("answers the mail that came back", () => {
    expect(done([...filled, "send", "open:jawaban", "reply", "type:jawab:Baik%2C%20Bu", "type:terima:Terima%20kasih", "send"])).toEqual(["task-2", "task-3"]);
    expect(notice(["open:jadwal", "reply"]).key).toBe("notice.no-reply");
  });

  it("answers no trap, and throws away nothing else", () => {
    expect(notice(["open:bank", "reply"])).toEqual({ key: "notice.trap", values: { why: "Bank tidak meminta sandi." } });
    expect(done(["open:bank", "bin"])).toEqual(["task-4"]);
    expect(notice(["open:jadwal", "bin"]).key).toBe("notice.keep");
  });
});

describe("faultIn", () => {
  it.each([
    ["kepada", " Penyuluh@Contoh.desa.id ", undefined],
    ["kepada", "penyuluh@contoh", "address"],
    ["subjek", " ", "empty"],
    ["subjek", "MOHON KUNJUNGAN", "shouting"],
    ["subjek", "RT 05", undefined],
    ["subjek", "a b c d e f g h i", "long"],
    ["salam", "Assalamualaikum, Pak.", undefined],
    ["salam", "Pak Lurah", "greeting"],
    ["maksud", "Mohon datang", "short"],
    ["terima", "Hatur nuhun", undefined],
    ["terima", "Sampai jumpa", "thanks"],
    ["nama", "Darto", undefined],
  ] as const)("says of %s %j: %s", (field, text, fault) => {
    expect(faultIn(field, text, "penyuluh@contoh.desa.id")).toBe(fault);
  });
});

describe("the config of Email", () => {
  it.each([
    [{ inbox: [], tasks: [{ do: "read", mail: "x" }] }, "tasks.0: email \"x\" tidak ada"],
    [{ inbox: config.inbox, tasks: [{ do: "reply", mail: "bank", example: { answer: "Baik, Bu", thanks: "Makasih" } }] }, "tasks.0: email jebakan tidak untuk reply"],
    [{ inbox: config.inbox, tasks: [{ do: "refuse", mail: "jadwal" }] }, "tasks.0: refuse hanya untuk email yang punya trap"],
    [{ inbox: [], tasks: [config.tasks[2], config.tasks[1]] }, "tasks.0: email \"jawaban\" baru datang sesudah tugas ini"],
    [{ inbox: [], tasks: [{ ...config.tasks[1], example: { subject: "HALO PAK CAMAT", greeting: "Halo", purpose: "Mohon datang, Pak", thanks: "Makasih", sender: "Darto" } }] }, "tasks.0: contoh untuk subjek belum memenuhi syaratnya sendiri"],
    [{ inbox: [], tasks: [{ ...config.tasks[1], to: "Kantor" }] }, "tasks.0.to: alamat email ditulis dengan huruf kecil"],
  ])("tells the author of %j in one line", (wrong, message) => {
    expect(() => parsePractice("Email", wrong)).toThrow(message);
  });
});
