import "../../support/database.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { loader } from "#app/routes/account/sign-in.tsx";
import { db } from "#db/client.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, requestAs } from "../../support/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});

/** The page on a device that has chosen its centre before. */
async function open(path: string) {
  const headers = { cookie: `pusat=${cast.cohort.villageCode}_${cast.cohort.centerId}` };
  return (await answerOf(loader({ request: await requestAs(null, path, { headers }), params: {}, context }))).data;
}

const search = (typed: string) => open(`/masuk?cari=${encodeURIComponent(typed)}`);

describe("a centre", () => {
  it("is found by the village's name, and nothing is found by signs of SQL", async () => {
    const villages = async (typed: string) => (await search(typed)).centers.map(({ village }) => village);
    expect(await villages(" plosoREJO")).toEqual(["Plosorejo"]);
    for (const typed of ["Desa Plosorejo", "desa: ploso rejo", "ds. Plosorejo", "Kelurahan plosorejo", "pusat internet desa Plosorejo", "plosorejo kademangan", "kademangan", "Kec. Kademangan"]) {
      expect([typed, await villages(typed)]).toEqual([typed, ["Plosorejo"]]);
    }
    expect(await villages("%")).toEqual([]);
    expect(await villages("_")).toEqual([]);
    expect(await villages("\\")).toEqual([]);
  });
});

describe("a village's name that is mistyped", () => {
  it.each(["plosorjo", "Plosorejjo", "plsoorejo", "desa polsorejo"])("as “%s” offers the nearest, and says so", async (typed) => {
    expect(await search(typed)).toMatchObject({ areNearest: true, centers: [{ village: "Plosorejo" }] });
  });

  it("offers nothing that is further off", async () => {
    for (const typed of ["surabaya", "plx", "xyz", "desa"]) expect(await search(typed)).toMatchObject({ areNearest: false, centers: [] });
  });

  it("and a search with nothing typed says what to type, also on a device that has its centre", async () => {
    expect(await search("  ")).toMatchObject({ isNothingTyped: true, center: null });
    expect(await search("\u0000")).toMatchObject({ isNothingTyped: true });
    expect((await open("/masuk?ganti")).isNothingTyped).toBe(false);
  });
});
