import "../../support/database.ts";
import { expect, it } from "vitest";
import { findViewer } from "#app/accounts/session.server.ts";
import { action, loader } from "#app/routes/account/sign-out.tsx";
import { db } from "#db/client.ts";
import { answerOf, context } from "../../support/answer.ts";
import { castOf, requestAs } from "../../support/cast.ts";

it("ends the session for good and shows a page of farewell", async () => {
  const { sari } = await castOf(db);
  const request = await requestAs(sari, "/keluar", { method: "POST" });
  const answer = await answerOf(action({ request, params: {}, context }));
  expect(answer).toMatchObject({ status: 302, location: "/keluar" });
  expect(answer.cookies).toHaveLength(2);
  for (const cookie of answer.cookies) expect(cookie).toMatch(/^melek_(peserta|staf)=; .*Max-Age=0$/);
  expect(await findViewer(request)).toBeNull();
  expect(await db.selectFrom("learner_session").select("id").execute()).toEqual([]);
});

it("by opening the address changes nothing, and says who is still here: only the button signs out", async () => {
  const { sari, dewi } = await castOf(db);
  const request = await requestAs(sari, "/keluar");
  const opened = (asked: Request) => loader({ request: asked, params: {}, context });
  expect(await opened(request)).toEqual({ name: "Sari", home: "/belajar", isLearner: true });
  expect(await opened(await requestAs(dewi, "/keluar"))).toEqual({ name: "Dewi", home: "/mentor", isLearner: false });
  expect(await opened(await requestAs(null, "/keluar"))).toBeNull();
  expect(await findViewer(request)).toMatchObject({ name: "Sari" });
});
