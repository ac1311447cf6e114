import jsqr from "jsqr";
import { describe, expect, it } from "vitest";
import { pictureIds } from "#app/accounts/learner-picture.ts";
import { addressOfCard } from "#app/accounts/login-card.ts";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { type PrintedCard, renderLoginCards } from "#app/login-cards/card-sheet.server.ts";
import { pagesOf, qrBitmapOf, textOf } from "../certificates/pdf-text.ts";

const { t } = copyIn("id");
const center = { villageCode: "35.05.04.2014", centerId: "0198a3c2-7b1e-7c3d-9f10-2b4c6d8e0f12" };
const origin = "https://belajar.blitarkab.go.id";
const sheet = { cohortName: "Rombel Melati", centerName: "Pojok Internet", village: "Plosorejo", site: "belajar.blitarkab.go.id", madeAt: new Date("2026-11-22T02:00:00Z") };

function card(number: number, more: Partial<PrintedCard> = {}): PrintedCard {
  return { name: `Peserta ${number}`, number, pin: null, address: addressOfCard(origin, { ...center, number }), ...more };
}

const render = async (cards: PrintedCard[]) => pagesOf(await renderLoginCards({ ...sheet, cards }, { compress: false }));
const many = (count: number) => Array.from({ length: count }, (_, index) => card(index + 1));

/** The addresses in a page's codes: each stands in a drawing of its own. */
function codesIn(page: string): (string | undefined)[] {
  const drawings = page.split(/^Q$/m).filter((part) => / 1 re$/m.test(part));
  return drawings.map((drawing) => {
    const { pixels, side } = qrBitmapOf(drawing);
    return jsqr(pixels, side, side)?.data;
  });
}

describe("login cards", () => {
  it("stand 8 on a sheet", async () => {
    const pages = await render(many(17));
    expect(pages.map((page) => textOf(page).match(/Peserta \d+/g)?.length)).toEqual([8, 8, 1]);
    expect(textOf(pages[2] ?? "")).toContain(t("cards.paperSheet", { number: 3, total: 3 }));
  });

  it("have codes that a camera reads back as their addresses, in which no name and no PIN stands", async () => {
    const [page = ""] = await render(many(8).map((one) => ({ ...one, pin: "482913" })));
    const codes = codesIn(page);
    expect(codes).toEqual(many(8).map(({ address }) => address));
    for (const code of codes) expect(code).toMatch(/^https:\/\/belajar\.blitarkab\.go\.id\/masuk\?kartu=35\.05\.04\.2014_[0-9a-f-]{36}_\d$/);
    expect(codes.join()).not.toContain("482913");
    expect(codes.join()).not.toContain("Peserta");
  });

  it("show name, number, village, centre and site", async () => {
    const text = textOf((await render([card(24, { name: "Ngadimin Hariyanto" })]))[0] ?? "");
    for (const part of ["Ngadimin", "Hariyanto", "24", "Plosorejo", "Pojok Internet", "belajar.blitarkab.go.id"]) expect(text).toContain(part);
  });

  it("show a PIN that has just been made, and tell its owner alone", async () => {
    const [page = ""] = await render([card(1, { pin: "002744" }), card(2)]);
    expect(textOf(page)).toContain("002 744");
    expect(textOf(page)).toContain(t("cards.paperSecret"));
    expect(textOf(page).match(/PIN: tetap yang lama/g)).toHaveLength(1);
  });

  it("say whom to ask where no PIN was made, and hold no warning then", async () => {
    const text = textOf((await render(many(3)))[0] ?? "");
    expect(text.match(/PIN: tetap yang lama/g)).toHaveLength(3);
    expect(text).not.toContain(t("cards.paperSecret"));
  });

  it("leave a line for a name whose letters the font lacks", async () => {
    const text = textOf((await render([card(3, { name: "ꦱꦫꦶ" })]))[0] ?? "");
    expect(text).toContain(t("cards.paperName"));
  });

  it("hold a picture for every number, drawn in lines and colours", async () => {
    const pages = await render(many(pictureIds.length));
    const strokes = pages.flatMap((page) => page.split(/^Q$/m)).filter((part) => /^0\.2 0\.149\d* 0\.117\d* (RG|SCN)$/m.test(part));
    expect(strokes.length).toBe(pictureIds.length);
  });

  it("hold a name of 80 letters within the card", async () => {
    const name = "Raden Ajeng Kartini Sosroningrat Djojoadhiningrat Tjondronegoro Kusumaningrum Sari";
    expect(textOf((await render([card(5, { name })]))[0] ?? "")).toContain("Kusumaningrum");
  });
});
