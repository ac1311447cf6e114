import { describe, expect, it } from "vitest";
import { displayOf } from "#app/accounts/display.server.ts";
import { action, loader } from "#app/routes/account/display.ts";
import { answerOf, context } from "../../support/answer.ts";

async function send(fields: Record<string, string>, url = "http://melek.test/tampilan") {
  const request = new Request(url, { method: "POST", body: new URLSearchParams(fields) });
  return answerOf(action({ request, params: {}, context }));
}

describe("how a device shows pages", () => {
  it("is kept for a year, and the reader stays where they were", async () => {
    const answer = await send({ huruf: "large", bahasa: "en", kembali: "/belajar/hp-saya/mengetik" });
    expect(answer).toMatchObject({ status: 302, location: "/belajar/hp-saya/mengetik" });
    expect(answer.cookies).toEqual(["huruf=large", "bahasa=en"].map((pair) => `${pair}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax`));
    expect((await send({ huruf: "large" }, "https://melek.test/tampilan")).cookies[0]).toMatch(/; Secure$/);
  });

  it("is left as it is by a size or a language that there is not", async () => {
    const answer = await send({ huruf: "x; Domain=jahat.example", bahasa: "de", kembali: "/belajar" });
    expect(answer).toMatchObject({ status: 302, location: "/belajar", cookies: [] });
  });

  it.each(["https://jahat.example", "//jahat.example", "/\\jahat.example", "/\t/jahat.example", "/\n/jahat.example", "\\\\jahat.example", "", "javascript:alert(1)", "belajar"])(
    "never leads away from here: “%s”",
    async (kembali) => {
      expect((await send({ huruf: "normal", kembali })).location).toBe("/");
    },
  );

  it("has no page of its own", () => {
    expect(loader().headers.get("location")).toBe("/");
  });

  it.each([["", "normal"], ["huruf=large", "large"], ["a=b; huruf=largest", "largest"], ["huruf=<script>", "normal"], ["xhuruf=large", "normal"]])(
    "is read from the cookie “%s” as %s",
    (cookie, textSize) => {
      expect(displayOf(new Request("http://melek.test/", { headers: { cookie } }))).toEqual({ textSize });
    },
  );
});
