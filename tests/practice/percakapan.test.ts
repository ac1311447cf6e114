import { describe, expect, it } from "vitest";
import { parsePractice } from "#app/practice/parse-practice.ts";
import type { PercakapanConfig } from "#app/practice/percakapan/chats.ts";
import { percakapan } from "#app/practice/percakapan/percakapan.ts";
import { isFinished, replay } from "#app/practice/simulator.ts";
import { followHints } from "./play.ts";
import { describeSoundness } from "./soundness.tsx";

const dina: PercakapanConfig = {
  me: "Sari",
  chats: [
    { id: "dina", name: "Dina", messages: [{ text: "Nek, aku datang hari Minggu." }, { mine: true, wrong: true, text: "Harga jamu 10 ribu." }] },
    { id: "pembeli", name: "Pembeli", messages: [{ text: "Warungnya di mana, Bu?" }] },
  ],
  photos: [{ id: "bunga", name: "Foto bunga", drawing: "bunga" }, { id: "jamu", name: "Foto jamu", drawing: "jamu" }],
  contacts: [{ id: "agus", name: "Mas Agus", keep: "Mas Agus belum memberi izin." }, { id: "dewi", name: "Dewi" }],
  files: [{ id: "ktp", name: "ktp.jpg", keep: "KTP kita simpan sendiri." }, { id: "harga", name: "harga.pdf" }],
  tasks: [
    { do: "send", what: "text", to: "dina", example: "Nenek buat jamu untuk Dina.", reply: "Asyik, terima kasih, Nek." },
    { do: "send", what: "voice", to: "dina" },
    { do: "send", what: "photo", to: "dina", item: "jamu" },
    { do: "delete", chat: "dina" },
    { do: "send", what: "location", to: "pembeli" },
    { do: "send", what: "contact", to: "pembeli" },
    { do: "send", what: "file", to: "pembeli", item: "harga" },
  ],
};
const rt: PercakapanConfig = {
  me: "Agus",
  chats: [
    { id: "rt", name: "Grup RT 2", members: ["Pak Darto", "Bu Sari"], invitedBy: "Pak Darto", messages: [{ from: "Pak Darto", list: ["Cangkul: Darto", "Sapu:"] }] },
    { id: "arisan", name: "Grup Arisan Lama", members: ["Bu Sari", "Dewi"], messages: [] },
    { id: "bu-rt", name: "Bu RT", messages: [{ file: "undangan.apk" }] },
    { id: "kurir", name: "Nomor tak dikenal", messages: [{ file: "Paket.APK" }, { file: "jadwal.pdf" }] },
  ],
  tasks: [
    { do: "join", chat: "rt" },
    { do: "mute", chat: "rt" },
    { do: "poll", chat: "rt", question: "Kapan kita kerja bakti?", options: ["Sabtu jam 7", "Minggu jam 7"] },
    { do: "add-name", chat: "rt" },
    { do: "leave", chat: "arisan", goodbye: "Saya pamit, ya." },
    { do: "refuse", chat: "kurir", tell: "Dewi, pendamping" },
    { do: "refuse", chat: "bu-rt", tell: "Bu RT, datangi rumahnya", block: false },
  ],
};

await describeSoundness("Percakapan", [dina, rt], ["type:pesan:Apa%20kabar%3F", "type:pesan:", "type:pesan:%20", "type:tanya:Kapan%3F", "type:satu:%20", "type:lain:x"]);

const after = (steps: string[], config = dina) => replay(percakapan, config, steps);
const notice = (steps: string[], config = dina) => percakapan.notice(after(steps, config), config).key;
const done = (steps: string[], config = dina) => percakapan.tasks(after(steps, config), config).filter((task) => task.done).map(({ id }) => id);

describe("Percakapan", () => {
  it("sends what is typed and no empty text, and answers", () => {
    expect(notice(["open:dina", "send"])).toBe("notice.empty");
    const state = after(["open:dina", "type:pesan:Hai%2C%20Dina", "send"]);
    expect(state).toMatchObject({ draft: "", sent: [{ chat: "dina", what: "text", text: "Hai, Dina" }, { what: "reply" }] });
    expect(done(["open:dina", "type:pesan:Hai", "send"])).toEqual(["task-1"]);
  });

  it("sends a voice note, and the photo that was asked for", () => {
    expect(done(["open:dina", "mic", "cancel"])).toEqual([]);
    expect(done(["open:dina", "mic", "send"])).toEqual(["task-2"]);
    const gallery = ["open:dina", "attach", "attach:photos"];
    expect(done([...gallery, "pick:bunga", "send"])).toEqual([]);
    expect(done([...gallery, "pick:bunga", "cancel", "pick:jamu", "send"])).toEqual(["task-3"]);
  });

  it("deletes for everyone, and explains why deleting for oneself is not enough", () => {
    const chosen = ["open:dina", "pick:t1", "bin"];
    expect(notice([...chosen, "delete:me"])).toBe("notice.delete-me");
    expect(done([...chosen, "delete:me"])).toEqual([]);
    expect(done([...chosen, "delete:all"])).toEqual(["task-4"]);
  });

  it("makes a task of what went to the wrong person until it is deleted", () => {
    const wrong = ["open:dina", "attach", "attach:location", "location:once"];
    expect(notice(wrong)).toBe("notice.stray");
    expect(percakapan.tasks(after(wrong), dina).at(-1)).toMatchObject({ id: "tidy", done: false });
    expect(percakapan.hint(after(wrong), dina).next).toBe("pick:s0");
    expect(percakapan.tasks(after([...wrong, "pick:s0", "bin", "delete:all"]), dina)).toHaveLength(7);
  });

  it("keeps a moving location, an identity card and a number without leave", () => {
    const buyer = ["open:pembeli", "attach"];
    expect(after([...buyer, "attach:location", "location:live"]).sent).toEqual([]);
    expect(after([...buyer, "attach:files", "pick:ktp"])).toMatchObject({ sent: [], notice: { values: { why: "KTP kita simpan sendiri." } } });
    expect(after([...buyer, "attach:contacts", "pick:agus"]).sent).toEqual([]);
  });

  it("joins, silences, and leaves only the group that was named, after a farewell", () => {
    expect(done(["open:rt", "join", "back", "hold:rt", "mute", "mute:8h"], rt)).toEqual(["task-1", "task-2"]);
    expect(notice(["open:arisan", "info", "leave", "leave:yes"], rt)).toBe("notice.goodbye-first");
    expect(notice(["open:rt", "join", "info", "leave", "leave:yes"], rt)).toBe("notice.stay");
    expect(done(["open:arisan", "type:pesan:Pamit", "send", "info", "leave", "leave:yes"], rt)).toEqual(["task-5"]);
  });

  it("asks for a question and two options before a poll goes out", () => {
    const poll = ["open:rt", "join", "attach", "attach:poll"];
    expect(notice([...poll, "send"], rt)).toBe("notice.poll-question");
    expect(notice([...poll, "example", "example", "send"], rt)).toBe("notice.poll-options");
    expect(done([...poll, "type:tanya:Kapan", "type:satu:Sabtu", "type:tiga:Minggu", "send"], rt)).toEqual(["task-1", "task-3"]);
  });

  it("adds the own name to the copied list and keeps the others'", () => {
    const pasted = ["open:rt", "join", "pick:t0", "copy", "paste"];
    expect(notice([...pasted, "send"], rt)).toBe("notice.no-name");
    expect(after([...pasted, "line:1", "send"], rt).sent[0]?.lines).toEqual(["Cangkul: Darto", "Sapu: Agus"]);
    expect(after([...pasted, "line:0", "send"], rt).sent[0]?.lines).toEqual(["Cangkul: Darto, Agus", "Sapu:"]);
  });

  it("takes a file for a trap by its end, and harms nobody who installs it", () => {
    expect(notice(["open:kurir", "file:t1"], rt)).toBe("notice.file-fine");
    expect(notice(["open:kurir", "file:t0", "install"], rt)).toBe("notice.harm");
    expect(notice(["open:kurir", "file:t0", "install", "cancel"], rt)).toBe("notice.after-harm");
    const closed = ["open:kurir", "file:t0", "install", "cancel", "back"];
    expect(notice(closed, rt)).toBe("notice.closed");
    expect(notice(["hold:kurir", "block"], rt)).toBe("notice.read-first");
    expect(notice([...closed, "hold:kurir", "tell", "tell:number"], rt)).toBe("notice.tell-number");
    expect(done([...closed, "hold:kurir", "block", "hold:kurir", "tell", "tell:friend"], rt)).toEqual(["task-6"]);
  });

  it("asks a friend whose phone was taken instead of blocking", () => {
    const closed = ["open:bu-rt", "back", "hold:bu-rt"];
    expect(notice([...closed, "block"], rt)).toBe("notice.no-block");
    expect(done([...closed, "tell", "tell:friend"], rt)).toEqual(["task-7"]);
  });

  it("is finished when all is done", () => {
    expect(isFinished(percakapan, rt, followHints(percakapan, rt, []))).toBe(true);
  });
});

const base = { me: "Sari", chats: [{ id: "a", name: "A", messages: [] }], tasks: [{ do: "send", what: "text", to: "a" }] };

describe("the config of Percakapan", () => {
  it.each([
    [{ tasks: [{ do: "dance" }] }, "tasks.0.do: tugas yang ada: send, delete, join, mute, leave, poll, add-name, refuse"],
    [{ tasks: [{ do: "mute", chat: "b" }] }, "tasks.0: percakapan \"b\" tidak ada"],
    [{ tasks: [{ do: "leave", chat: "a" }] }, "tasks.0: leave hanya untuk grup: tulis members"],
    [{ tasks: [{ do: "join", chat: "a" }] }, "tasks.0: join hanya untuk grup yang punya invitedBy, satu kali"],
    [{ tasks: [{ do: "send", what: "photo", to: "a" }] }, "tasks.0: belum ada photos yang boleh dikirim"],
    [{ tasks: [{ do: "send", what: "text", to: "a" }, { do: "refuse", chat: "a", tell: "Dewi" }] }, "tasks.1: percakapan yang ditolak tidak boleh punya tugas lain"],
    [{ chats: [{ id: "a", name: "A", messages: [{ text: "x", file: "y.apk" }] }] }, "chats.0.messages.0: tulis satu saja: text, photo, file, atau list"],
    [{ chats: [{ id: "a", name: "A", messages: [{ file: "surat" }] }] }, "chats.0.messages.0.file: nama berkas berujung titik dan jenisnya, misalnya undangan.apk"],
    [{ chats: [{ id: "a", name: "A", invitedBy: "B", messages: [] }] }, "chats.0.invitedBy: undangan hanya untuk grup: tulis members"],
  ])("tells the author of %j in one line", (change, message) => {
    expect(() => parsePractice("Percakapan", { ...base, ...change })).toThrow(message);
  });
});
