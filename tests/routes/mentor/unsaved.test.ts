import "../../support/database.ts";
import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { action as create } from "#app/routes/mentor/create-cohort.tsx";
import { action as mark } from "#app/routes/mentor/mark-attendance.tsx";
import { action as enter } from "#app/routes/mentor/paper-entry.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { makeSession } from "../../attendance/term.ts";
import { answerOf, context } from "../../support/answer.ts";
import { type Cast, castOf, form, requestAs } from "../../support/cast.ts";

let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
});

interface Page {
  action: (args: ActionFunctionArgs) => Promise<unknown>;
  path: string;
  params: Record<string, string>;
  fields: Record<string, string>;
  /** What comes back. */
  kept: object;
}

let pages: Record<string, Page>;
beforeEach(async () => {
  const { cohortId: cohort, villageCode, centerId } = cast.cohort;
  const { learnerId } = cast.sari;
  const { sessionId: session, startsAt } = await makeSession(cast.cohort);
  const moduleId = cast.curriculum.courses[0]!.modules[0]!.id;
  const [sheetId, seenId, formId] = [newId(), newId(), newId()];
  const { programId } = cast;
  pages = {
    attendance: {
      action: mark,
      path: `/mentor/rombel/${cohort}/hadir/${session}`,
      params: { cohort, session },
      fields: { startsAt: startsAt.toISOString(), [`seen.${learnerId}`]: seenId, [`status.${learnerId}`]: "late", [`minutes.${learnerId}`]: "20", [`reason.${learnerId}`]: "" },
      kept: { kind: "kept", startsAt, typed: { [learnerId]: { status: "late", minutes: "20" } }, seen: { [learnerId]: seenId } },
    },
    paper: { action: enter, path: `/mentor/rombel/${cohort}/kertas/${moduleId}/isi`, params: { cohort, module: moduleId }, fields: { [`a.${sheetId}.0`]: "A", [`a.${sheetId}.1`]: "zz" }, kept: { typed: { [sheetId]: ["A", "zz"] }, faults: {}, entered: 0 } },
    "new cohort": {
      action: create,
      path: `/mentor/rombel-baru?program=${programId}&desa=${villageCode}&pusat=${centerId}`,
      params: {},
      fields: { formId, program: programId, desa: villageCode, pusat: centerId, name: "Rombel Uji", capacity: "dua puluh" },
      kept: { formId, typed: { name: "Rombel Uji", capacity: "dua puluh" }, faults: [] },
    },
  };
});

async function send(page: Page, wish: Record<string, string>, looks: string) {
  const request = await requestAs(cast.dewi, page.path, { ...form({ ...page.fields, ...wish }), headers: { cookie: looks } });
  return answerOf(page.action({ request, params: page.params, context }) as Promise<object>);
}

describe.each(["attendance", "paper", "new cohort"])("larger letters and another language, pressed on the form of %s", (name) => {
  it.each([["huruf", "large"], ["bahasa", "en"]])("have the browser send it again to the same address, and it comes back as it was, with nothing saved (%s)", async (wish, value) => {
    const page = pages[name]!;
    expect(await send(page, { [wish]: value }, "")).toMatchObject({ status: 307, location: page.path });
    expect(await send(page, { [wish]: value }, `${wish}=${value}`)).toMatchObject({ status: 200, data: page.kept });
    expect(await db.selectFrom("attendance_mark").select("id").execute()).toEqual([]);
    expect(await db.selectFrom("cohort").where("name", "=", "Rombel Uji").select("id").execute()).toEqual([]);
  });

  it("lead back to the page where it shows no form", async () => {
    const page = pages[name]!;
    const answer = await send({ ...page, fields: {} }, { huruf: "large" }, "huruf=large");
    expect(name === "paper" ? answer.status : answer.location).toBe(name === "paper" ? 200 : page.path);
  });
});
