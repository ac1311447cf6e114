import "../../support/database.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { loader } from "#app/routes/certificates/pdf.ts";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { enroll, makeStudy, type Study } from "../../certificates/enrolled.ts";
import { get, learnerCookie, makeStaff, staffCookie } from "../../mentoring/classroom.ts";
import { type Issued, issueTo, revoke } from "./issued.ts";

const context = { nonce: "", incident: "", clientAddress: "" };
let study: Study;
let siti: Issued;

beforeAll(async () => {
  study = await makeStudy();
  siti = await issueTo(study);
});

async function fetchPdf(cookie: string, code = siti.printedCode): Promise<Response> {
  const request = get(`/sertifikat/${code}/pdf`, cookie);
  return loader({ request, params: { code }, context }).catch((thrown: unknown) => thrown as Response);
}

async function mentorOf({ villageCode, cohortId }: Study): Promise<{ staffId: string; cookie: string }> {
  const { staffId } = await makeStaff("Dewi");
  const mentor = { id: newId(), cohort_id: cohortId, staff_id: staffId, since: new Date() };
  await db.insertInto("cohort_mentor").values({ village_code: villageCode, ...mentor }).execute();
  return { staffId, cookie: await staffCookie(staffId) };
}

async function leadOf(scope: { program_id: string } | { region_code: string }): Promise<string> {
  const { staffId } = await makeStaff("Rahmat");
  await db.insertInto("staff_role").values({ id: newId(), staff_id: staffId, role: "lead", granted_at: new Date(), ...scope }).execute();
  return staffCookie(staffId);
}

test("the learner downloads their certificate under a plain file name", async () => {
  const response = await fetchPdf(await learnerCookie(siti));
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": 'attachment; filename="sertifikat-siti-aminah.pdf"',
    "cache-control": "no-store",
  });
  const body = Buffer.from(await response.arrayBuffer());
  expect(body.subarray(0, 5).toString()).toBe("%PDF-");
  expect(response.headers.get("content-length")).toBe(String(body.length));
});

describe("staff", () => {
  test("a mentor of the cohort may have it, until their time ends", async () => {
    const mentor = await mentorOf(study);
    expect((await fetchPdf(mentor.cookie)).status).toBe(200);
    await db.updateTable("cohort_mentor").set({ ended_at: new Date() }).where("staff_id", "=", mentor.staffId).execute();
    expect((await fetchPdf(mentor.cookie)).status).toBe(404);
  });

  test("a lead of the program, or of the region it is for, may have it", async () => {
    expect((await fetchPdf(await leadOf({ program_id: study.programId }))).status).toBe(200);
    expect((await fetchPdf(await leadOf({ region_code: "35" }))).status).toBe(200);
  });

  test("to another mentor and another lead it does not exist", async () => {
    const other = await makeStudy();
    expect((await fetchPdf((await mentorOf(other)).cookie)).status).toBe(404);
    expect((await fetchPdf(await leadOf({ program_id: other.programId }))).status).toBe(404);
    expect((await fetchPdf(await leadOf({ region_code: "32.05" }))).status).toBe(404);
  });
});

test("to another learner it does not exist", async () => {
  expect((await fetchPdf(await learnerCookie(await enroll(study, "Budi")))).status).toBe(404);
});

test("whoever is not signed in is sent to sign in, whether it exists or not", async () => {
  const response = await fetchPdf("");
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(`/masuk?lanjut=${encodeURIComponent(`/sertifikat/${siti.printedCode}/pdf`)}`);
  expect((await fetchPdf("", "BBBBB-BBBBB-BBBBB")).status).toBe(302);
});

test("an unknown code is a 404", async () => {
  const cookie = await learnerCookie(siti);
  expect((await fetchPdf(cookie, "BBBBB-BBBBB-BBBBB")).status).toBe(404);
  expect((await fetchPdf(cookie, "x' or 1=1")).status).toBe(404);
});

test("once revoked nobody prints it again", async () => {
  const budi = await issueTo(study, "Budi");
  await revoke(budi);
  expect((await fetchPdf(await learnerCookie(budi), budi.code)).status).toBe(404);
});
