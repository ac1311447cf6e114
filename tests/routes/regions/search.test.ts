import "../../support/database.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import { CopyProvider } from "#app/i18n/translate.tsx";
import { RegionList } from "#app/regions/region-list.tsx";
import { loader } from "#app/routes/regions/search.tsx";
import { db } from "#db/client.ts";
import { answerOf, context } from "../../support/answer.ts";
import { makeProgram, makeStaff } from "../../programs/rows.ts";
import { type Cast, castOf, type Learner, requestAs, type Staff } from "../../support/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});

const ask = async (query: Record<string, string>, person: Learner | Staff | null = cast.ratna) =>
  loader({ request: await requestAs(person, `/wilayah/cari?${new URLSearchParams(query)}`), params: {}, context });

async function shown(query: Record<string, string>) {
  const { data, init } = await ask(query);
  return { ...data, status: init?.status };
}

describe("the page that finds regions", () => {
  it("answers with links to what was found, and says when there is more", async () => {
    expect(await shown({ q: "pasir bel" })).toMatchObject({ status: 200, fault: null, hasMore: false, regions: [{ code: "64.01.03.2006", within: ["Paser Belengkong", "Kabupaten Paser", "Kalimantan Timur"] }, {}] });
    const many = await shown({ q: "su" });
    expect(many.regions).toHaveLength(30);
    expect(many.hasMore).toBe(true);
    expect(await shown({})).toMatchObject({ status: 200, regions: [], fault: null });
  });

  it("links to the figures of those that the reader may see", async () => {
    const leadOfPaser = await makeStaff(db, { role: "lead", regionCode: "64.01" });
    const opened = async (staffId: string, q = "pasir bel") => (await ask({ q }, { ...cast.ratna, staffId })).data.regions.flatMap(({ address }) => address ?? []);
    expect(await opened(leadOfPaser)).toContain("/wilayah/64.01.03.2006");
    expect(await opened(cast.ratna.staffId)).toEqual([]);
    const programId = await makeProgram(db, { name: "Desa Cerdas Paser", regionCode: "64.01" });
    const leadOfProgram = await makeStaff(db, { role: "lead", programId });
    expect(await opened(leadOfProgram)).toContain(`/program/${programId}/wilayah/64.01.03.2006`);
    expect(await opened(leadOfProgram, "garut")).toEqual([]);
  });

  it("sets apart what a place is called and what it is", async () => {
    const { regions } = await shown({ q: "32.14.09" });
    const html = renderToStaticMarkup(createElement(CopyProvider, { value: copyIn("id"), children: createElement(RegionList, { regions }) }));
    expect(html.replace(/<[^>]+>/g, "")).toMatch(/Jawa Barat kecamatan 32\.14\.09/);
  });

  it("answers 10,000 letters with a sentence, and keeps them", async () => {
    const typed = "pasir ".repeat(1700).trim();
    expect(await shown({ q: typed })).toMatchObject({ status: 400, fault: "tooLong", regions: [], typed });
    expect(await shown({ q: "%%%" })).toMatchObject({ status: 400, fault: "unreadable" });
  });

  it("leads back to a page of ours, and to no other", async () => {
    expect((await shown({ q: "paser", untuk: "/program/baru" })).from).toBe("/program/baru");
    for (const untuk of ["//jahat.test", "https://jahat.test", "javascript:alert(1)", "/\\jahat.test", `/${"a".repeat(300)}`]) expect((await shown({ untuk })).from).toBeNull();
  });

  it("is for staff: a learner gets a 404, nobody is sent to sign in", async () => {
    expect((await answerOf(ask({ q: "paser" }, cast.sari))).status).toBe(404);
    expect((await answerOf(ask({ q: "paser" }, null))).location).toBe("/masuk?lanjut=%2Fwilayah%2Fcari");
    expect((await shown({})).mayImport).toBe(false);
  });
});
