import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { QuizFileError, readQuizFile, withPictures } from "#app/catalog/quiz-file.ts";

type Fields = Record<string, unknown>;
const option = (id: string, correct = false): Fields => ({ id, text: `Pilihan ${id}`, correct, feedback: "Coba lagi." });
const one = (id: string, changes: Fields = {}): Fields => ({ id, kind: "one", ask: "Yang mana?", screen: "A1.1#aku-1", options: [option("a", true), option("b")], ...changes });
const eight = (...questions: Fields[]) => [...questions, ...Array.from({ length: 8 - questions.length }, (_, index) => one(`A1-${20 + index}`))];
const read = (...questions: Fields[]) => readQuizFile(stringify({ module: "A1", questions: eight(...questions) }));
const several = (...options: Fields[]) => one("A1-01", { kind: "several", options });
const order = (steps: Fields[]) => one("A1-01", { kind: "order", options: undefined, feedback: "Lihat lagi.", steps });
const of = (kind: string, changes: Fields) => one("A1-01", { kind, options: undefined, ...changes });
const image = (id: string, correct = false): Fields => ({ id, picture: `images/kuis-${id}.svg`, alt: `Gambar ${id}`, correct, feedback: "Coba lagi." });
const picture = (...options: Fields[]) => of("picture", { options });
const spot = (id: string, x: number, changes: Fields = {}): Fields => ({ id, label: `Bagian ${id}`, x, y: 10, width: 40, height: 40, feedback: "Coba lagi.", ...changes });
const hotspot = (...spots: Fields[]) => of("hotspot", { picture: "images/kuis-pesan.svg", alt: "Pesan asing", spots });
const short = (changes: Fields = {}) => of("short", { accept: ["1", "satu"], feedback: "Hitung lagi.", ...changes });
const truth = (reasons: Fields[], changes: Fields = {}) => of("truth", { isTrue: false, reasons, ...changes });
const group = (id: string): Fields => ({ id, name: `Kelompok ${id}` });
const card = (id: string, inGroup: string): Fields => ({ id, text: `Kartu ${id}`, group: inGroup });
const sort = (groups: Fields[], cards: Fields[]) => of("sort", { feedback: "Lihat lagi.", groups, cards });
const pairs = (rows: Fields[]) => one("A1-01", { kind: "pairs", options: undefined, feedback: "Lihat lagi.", pairs: rows });

describe("a quiz file", () => {
  it("is read with its module, questions and which options are right", () => {
    const { moduleId, questions } = read(one("A1-01", { options: [{ id: "a", text: "Ya", correct: true, feedback: "Benar." }, { id: "b", text: "Tidak", feedback: "Coba." }] }));
    expect(moduleId).toBe("A1");
    expect(questions).toHaveLength(8);
    expect(questions[0]).toMatchObject({ id: "A1-01", kind: "one", options: [{ correct: true }, { correct: false }] });
  });

  it("takes the four kinds of plain words", () => {
    const steps = ["a", "b", "c"].map((id) => ({ id, text: id }));
    const rows = ["a", "b"].map((id) => ({ id, left: id, right: `kanan ${id}` }));
    expect(read(several(option("a", true), option("b", true), option("c"))).questions[0]?.kind).toBe("several");
    expect(read(order(steps)).questions[0]?.kind).toBe("order");
    expect(read(pairs(rows)).questions[0]?.kind).toBe("pairs");
  });
});

describe("a quiz file with pictures, spots, short answers, truths and groups", () => {
  it("is read with all that they need", () => {
    expect(read(picture(image("a", true), image("b"))).questions[0]).toMatchObject({ kind: "picture", options: [{ correct: true }, { correct: false }] });
    expect(read(hotspot(spot("a", 0), spot("b", 40, { correct: true }), spot("c", 280, { y: 200 }))).questions[0]).toMatchObject({ kind: "hotspot", spots: [{ correct: false }, { correct: true }, { x: 280 }] });
    expect(read(short()).questions[0]).toMatchObject({ kind: "short", accept: ["1", "satu"], wrong: [] });
    expect(read(short({ wrong: ["dua"] })).questions[0]).toMatchObject({ wrong: ["dua"] });
    expect(read(truth([option("a", true), option("b")])).questions[0]).toMatchObject({ kind: "truth", isTrue: false });
    expect(read(sort([group("x"), group("y")], [card("a", "x"), card("b", "y")])).questions[0]).toMatchObject({ kind: "sort", cards: [{ group: "x" }, { group: "y" }] });
  });

  it("has its pictures' addresses put in", () => {
    const { questions } = read(picture(image("a", true), image("b")), { ...hotspot(spot("a", 0, { correct: true }), spot("b", 60)), id: "A1-02" }, { ...short(), id: "A1-03" });
    const placed = questions.map((question) => withPictures(question, (src) => `/gambar/${src.slice(7)}`));
    expect(placed[0]).toMatchObject({ options: [{ picture: "/gambar/kuis-a.svg" }, { picture: "/gambar/kuis-b.svg" }] });
    expect(placed[1]).toMatchObject({ picture: "/gambar/kuis-pesan.svg" });
    expect(placed[2]).toBe(questions[2]);
  });

  const twoGroups = [group("x"), group("y")];
  it.each<[string, Fields, RegExp]>([
    ["no right picture", picture(image("a"), image("b")), /^A1-01: 0 right answers; kind picture has exactly 1$/],
    ["two right pictures", picture(image("a", true), image("b", true)), /^A1-01: 2 right answers; kind picture has exactly 1$/],
    ["one picture", picture(image("a", true)), /^questions\.0\.options: /],
    ["a picture without words", picture(image("a", true), { ...image("b"), alt: "" }), /^questions\.0\.options\.1\.alt: /],
    ["a picture from elsewhere", picture(image("a", true), { ...image("b"), picture: "../a.svg" }), /^questions\.0\.options\.1\.picture: a picture is named images/],
    ["two pictures with one id", picture(image("a", true), image("a")), /^A1-01: two parts have the same id$/],
    ["no right spot", hotspot(spot("a", 0), spot("b", 60)), /^A1-01: no spot is right$/],
    ["a spot beyond the right edge", hotspot(spot("a", 281, { correct: true }), spot("b", 60)), /^A1-01: spot a reaches beyond the picture, which is 320 by 240$/],
    ["a spot beyond the lower edge", hotspot(spot("a", 0, { y: 201, correct: true }), spot("b", 60)), /^A1-01: spot a reaches beyond/],
    ["a spot beyond the left edge", hotspot(spot("a", -1, { correct: true }), spot("b", 60)), /^questions\.0\.spots\.0\.x: /],
    ["a spot without size", hotspot(spot("a", 0, { width: 0, correct: true }), spot("b", 60)), /^questions\.0\.spots\.0\.width: /],
    ["two spots over each other", hotspot(spot("a", 0, { correct: true }), spot("b", 39)), /^A1-01: spots a and b overlap$/],
    ["a spot within another", hotspot(spot("a", 0, { correct: true }), spot("b", 5, { y: 15, width: 5, height: 5 })), /^A1-01: spots a and b overlap$/],
    ["one spot", hotspot(spot("a", 0, { correct: true })), /^questions\.0\.spots: /],
    ["no accepted answer", short({ accept: [] }), /^questions\.0\.accept: no answer is accepted$/],
    ["an empty accepted answer", short({ accept: [" "] }), /^questions\.0\.accept\.0: /],
    ["no right reason", truth([option("a"), option("b")]), /^A1-01: 0 right reasons; kind truth has exactly 1$/],
    ["two right reasons", truth([option("a", true), option("b", true)]), /^A1-01: 2 right reasons; kind truth has exactly 1$/],
    ["a truth that says neither", truth([option("a", true), option("b")], { isTrue: undefined }), /^questions\.0\.isTrue: /],
    ["a truth in words", truth([option("a", true), option("b")], { isTrue: "salah" }), /^questions\.0\.isTrue: /],
    ["a card in no group", sort(twoGroups, [card("a", "x"), card("b", "y"), card("c", "z")]), /^A1-01: card c is in the group z, which there is not$/],
    ["a group without cards", sort([...twoGroups, group("z")], [card("a", "x"), card("b", "y")]), /^A1-01: no card is in the group z$/],
    ["one group", sort([group("x")], [card("a", "x"), card("b", "x")]), /^questions\.0\.groups: /],
    ["two groups with one id", sort([group("x"), group("y"), group("x")], [card("a", "x"), card("b", "y")]), /^A1-01: two groups have the id x$/],
    ["two cards with one id", sort(twoGroups, [card("a", "x"), card("a", "y")]), /^A1-01: two parts have the same id$/],
  ])("but not with %s: one line tells", (_what, question, message) => {
    expect(() => read(question)).toThrow(QuizFileError);
    expect(() => read(question)).toThrow(message);
    expect(() => read(question)).toThrow(/^.+$/);
  });
});

describe("a fault is told by question", () => {
  const row = (id: string, right = id): Fields => ({ id, left: id, right });
  const step = (id: string): Fields => ({ id, text: id });

  it.each<[string, Fields, RegExp]>([
    ["an id of another shape", one("soal-1"), /questions\.0\.id: a question's id looks like A1-01/],
    ["an id that stands twice", one("A1-20"), /^A1-20: the id stands twice$/],
    ["no right answer", one("A1-01", { options: [option("a"), option("b")] }), /^A1-01: 0 right answers; kind one has exactly 1$/],
    ["two right answers", one("A1-01", { options: [option("a", true), option("b", true)] }), /^A1-01: 2 right answers/],
    ["one right answer of several", several(option("a", true), option("b"), option("c")), /^A1-01: 1 right answer of 3; kind several has at least 2, and a wrong one$/],
    ["nothing wrong among several", several(option("a", true), option("b", true), option("c", true)), /^A1-01: 3 right answers of 3; kind several has at least 2, and a wrong one$/],
    ["two options with one id", one("A1-01", { options: [option("a", true), option("a")] }), /^A1-01: two parts have the same id$/],
    ["two steps with one id", order([step("a"), step("a"), step("b")]), /^A1-01: two parts have the same id$/],
    ["two rows with the same answer", pairs([row("a", "Sama"), row("b", "Sama")]), /^A1-01: two right-hand sides are the same$/],
    ["a single row", pairs([row("a")]), /questions\.0\.pairs: /],
    ["two steps only", order([step("a"), step("b")]), /questions\.0\.steps: /],
    ["an option without feedback", one("A1-01", { options: [option("a", true), { id: "b", text: "B" }] }), /questions\.0\.options\.1\.feedback: /],
    ["nothing asked", one("A1-01", { ask: "  " }), /questions\.0\.ask: /],
    ["a screen of another shape", one("A1-01", { screen: "A1.1" }), /questions\.0\.screen: /],
    ["a kind that there is not", one("A1-01", { kind: "essay" }), /questions\.0\.kind: /],
    ["a field that is not known", one("A1-01", { points: 5 }), /points/],
  ])("%s", (_what, question, message) => {
    expect(() => read(question)).toThrow(QuizFileError);
    expect(() => read(question)).toThrow(message);
  });

  it("all at once, a line each", () => {
    expect(() => read(one("A1-01", { options: [option("a"), option("b")] }), one("A1-02", { options: [option("a"), option("b")] }))).toThrow(/^A1-01: .+\nA1-02: .+$/);
  });

  it("of the whole file: too few questions, or no quiz at all", () => {
    expect(() => readQuizFile(stringify({ module: "A1", questions: [one("A1-01")] }))).toThrow(/^questions: /);
    for (const source of ["", "[]", "halo", "module: A1"]) expect(() => readQuizFile(source)).toThrow(QuizFileError);
  });
});
