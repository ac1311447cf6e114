import "../support/database.ts";
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { copyIn } from "#app/i18n/i18n.server.ts";
import type { RouteHandle } from "#app/root.tsx";
import { db } from "#db/client.ts";
import { newId } from "#db/ids.ts";
import { type Cast, castOf, form, type Learner, pin, type Staff } from "../support/cast.ts";
import { openSite, type Site } from "./site.ts";

const { t } = copyIn("id");
let site: Site;
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(db);
  site = await openSite();
});
afterAll(() => site.stop());

/** Every address of the address book, with something real in its places; those with an action first. */
function addresses(): { path: string; hasAction: boolean; hasPage: boolean; hydrates: boolean }[] {
  const course = cast.curriculum.courses[0]!;
  const places: Record<string, string> = {
    course: course.slug, module: course.modules[0]!.slug, lesson: course.modules[0]!.lessons[0]!.slug,
    cohort: cast.cohort.cohortId, learner: cast.sari.learnerId, program: cast.programId, attempt: newId(), code: "ABCDEFGHJKLMNPQ", "*": "tidak/ada",
  };
  return Object.values(site.build.routes).flatMap((route) => {
    if (!route || route.id === "root" || (route.path === undefined && !route.index)) return [];
    const path = `/${route.path ?? ""}`.replaceAll(/:(\w+)/g, (_all, name: string) => places[name] ?? name).replace("*", places["*"] ?? "");
    return [{ path, hasAction: route.module.action !== undefined, hasPage: route.module.default !== undefined, hydrates: Boolean((route.module.handle as RouteHandle | undefined)?.hydrate) }];
  });
}

const everyone = (): [string, Learner | Staff | null][] => [["nobody", null], ["a learner", cast.sari], ["a mentor", cast.dewi], ["a lead", cast.ratna]];

describe("a form that another site sends", () => {
  it("is refused at every address that takes forms, with a page", async () => {
    const taking = addresses().filter(({ hasAction }) => hasAction);
    expect(taking.length).toBeGreaterThan(8);
    for (const { path } of taking) {
      for (const origin of ["https://jahat.example", "null", `${site.url}.jahat.example`, "x"]) {
        const answer = await site.ask(cast.sari, path, { ...form({ pusat: "x" }), headers: { origin } });
        expect([path, origin, answer.status]).toEqual([path, origin, 403]);
        expect(await answer.text()).toContain(t("layout.forbiddenTitle"));
      }
    }
  });

  it("is refused when it does not say where it comes from, and taken when only Referer does", async () => {
    const body = "nomor=&pin=";
    const post = (headers: Record<string, string>) => fetch(`${site.url}/masuk`, { method: "POST", body, redirect: "manual", headers: { "content-type": "application/x-www-form-urlencoded", ...headers } });
    expect((await post({})).status).toBe(403);
    expect((await post({ referer: "https://jahat.example/masuk" })).status).toBe(403);
    expect((await post({ referer: `${site.url}/masuk` })).status).toBe(303);
    expect((await post({ origin: site.url })).status).toBe(303);
  });

  it("changes nothing by another method either", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect((await site.ask(cast.sari, "/keluar", { method, headers: { origin: "https://jahat.example" } })).status).toBe(403);
    }
    expect((await site.ask(null, "/masuk", { method: "OPTIONS", headers: { origin: "https://jahat.example" } })).status).toBeGreaterThanOrEqual(400);
  });
});

describe("every answer", () => {
  it("carries the security headers, and a policy without anything unsafe", async () => {
    for (const { path } of addresses()) {
      for (const [who, person] of everyone()) {
        const answer = await site.ask(person, path);
        await answer.body?.cancel();
        const policy = answer.headers.get("content-security-policy") ?? "";
        expect([path, who, answer.status < 500, policy.includes("unsafe"), policy.startsWith("default-src 'none'; script-src '")]).toEqual([path, who, true, false, true]);
        expect(policy).toMatch(/form-action 'self'; base-uri 'none'; frame-ancestors 'none'/);
        expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
        expect(answer.headers.get("referrer-policy")).toBe("same-origin");
        expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
        expect(answer.headers.get("permissions-policy")).toMatch(path === "/masuk" ? /camera=\((self)?\)/ : /camera=\(\)/);
      }
    }
  });

  it("with a person's page is kept nowhere on the way", async () => {
    for (const [path, person] of [["/belajar", cast.sari], ["/mentor", cast.dewi], ["/sertifikat/saya", cast.sari], ["/masuk", null]] as const) {
      expect((await site.ask(person, path)).headers.get("cache-control")).toBe("no-store");
    }
  });

  it("gives each page another nonce, and none where no script runs", async () => {
    const [lesson] = addresses().filter(({ path }) => /^\/belajar\/[\w-]+\/[\w-]+$/.test(path));
    const policies = await Promise.all([1, 2].map(async () => (await site.ask(cast.sari, lesson!.path)).headers.get("content-security-policy")));
    expect(policies[0]).toMatch(/script-src 'nonce-[\w-]{16,}' 'strict-dynamic'/);
    expect(policies[0]).not.toBe(policies[1]);
    expect((await site.ask(cast.sari, "/belajar")).headers.get("content-security-policy")).toContain("script-src 'none'");
  });

  it("is free of styles, handlers and scripts in its markup", async () => {
    for (const { path, hasPage } of addresses()) {
      for (const [, person] of everyone()) {
        const answer = await site.ask(person, path);
        if (!hasPage && !answer.headers.get("content-type")?.startsWith("text/html")) {
          await answer.body?.cancel();
          continue;
        }
        const html = await answer.text();
        expect([path, html.match(/<[^>]+\s(?:style|on\w+)="[^>]*>/)?.[0]]).toEqual([path, undefined]);
        for (const script of html.match(/<script[^>]*>/g) ?? []) expect(script).toMatch(/nonce="[\w-]{16,}"/);
      }
    }
  });
});

describe("an address that does not exist", () => {
  it.each(["/tidak-ada", "/belajar/tidak/ada", "/belajar/hp-saya/tidak-ada", "/belajar/hp-saya/tidak-ada/kuis", "/mentor/rombel/x", "/program/x", "/program/x/wilayah/32.05/unduh.csv", "/sertifikat/x/pdf", "/%E0%A4%A", "/wp-login.php", "/.env", "/-"])(
    "%s answers 404 with a page that leads on, for whoever asks",
    async (path) => {
      for (const person of [cast.sari, cast.dewi, cast.ratna]) {
        const answer = await site.ask(person, path);
        const html = await answer.text();
        expect([path, answer.status]).toEqual([path, 404]);
        expect(html).toContain(`<h1>${t("layout.notFoundTitle")}</h1>`);
        expect(html).toMatch(/<link rel="stylesheet"/);
        expect(html).toMatch(/<main[^]*href="\/(?:mentor|program)?"/);
      }
    },
  );

  it.each([
    ["/%E0%A4%A", t("layout.notFoundTitle")],
    ["/belajar/%E0%A4%A", t("layout.notFoundTitle")],
    ["/belajar/%E0%A4%A/pelajaran/kuis", t("layout.notFoundTitle")],
    ["/sertifikat/50%", t("certificates.unknownTitle")],
  ])("%s, which no text is written as, is answered as any other, and nothing is said of it but in the log", async (path, title) => {
    const warn = vi.spyOn(console, "warn").mockReturnValue(undefined);
    onTestFinished(() => warn.mockRestore());
    const answer = await site.ask(cast.sari, path);
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining(`<h1>${title}</h1>`)]);
    expect([404, 405]).toContain((await site.ask(cast.sari, path, form({}))).status);
    expect(warn.mock.calls).toEqual([]);
  });

  it("is that of a page's data, which may tell more than the page, but where scripts of ours ask for them", async () => {
    for (const { path, hydrates } of addresses().filter(({ hasPage }) => hasPage)) {
      for (const [person, asked] of [[cast.sari, {}], [cast.dewi, {}], [cast.ratna, {}], ...(hydrates ? [] : [[cast.ratna, form({})] as const])] as const) {
        const answer = await site.ask(person, `${path.replace(/\/$/, "/_root")}.data`, asked);
        const type = answer.headers.get("content-type");
        const isRefused = type === "text/html; charset=utf-8" && (await answer.text()).includes(t("layout.notFoundTitle"));
        expect([path, isRefused || type]).toEqual([path, hydrates ? "text/x-script" : true]);
      }
    }
  });

  it("answers 404 to a form too", async () => {
    const answer = await site.ask(cast.sari, "/tidak-ada", form({}));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(t("layout.notFoundTitle"));
  });

  it("speaks the device's language", async () => {
    const answer = await site.ask(cast.sari, "/tidak-ada", { headers: { cookie: "bahasa=en" } });
    expect(await answer.text()).toContain(copyIn("en").t("layout.notFoundTitle"));
  });
});

describe("files that do not change", () => {
  it("are kept for ever, and sent compressed to who can read that", async () => {
    const html = await (await site.ask(null, "/masuk")).text();
    const sheet = html.match(/href="(\/assets\/learner-[\w-]+\.css)"/)?.[1] ?? "";
    const answer = await site.ask(null, sheet, { headers: { "accept-encoding": "br" } });
    expect([answer.status, answer.headers.get("content-encoding"), answer.headers.get("content-type")]).toEqual([200, "br", expect.stringContaining("text/css")]);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each(["/gambar/../courses.json", "/gambar/..%2fcourses.json", "/gambar/%2e%2e/courses.json", "/gambar/..%5ccourses.json", "/assets/../../server/index.js", "/assets/..%2f..%2f..%2fpackage.json", "/courses.json", "/gambar/courses.json", "/build/courses/courses.json"])(
    "are all that is served: %s is not",
    async (path) => {
      const { status, body } = await rawGet(path);
      expect(status).toBe(404);
      expect(body).not.toContain("feedback");
      expect(body).not.toContain("dependencies");
    },
  );
});

it("the address alone leads everyone to their own first page", async () => {
  const homes = await Promise.all(everyone().map(async ([, person]) => (await site.ask(person, "/")).headers.get("location")));
  expect(homes).toEqual(["/masuk", "/belajar", "/mentor", "/program"]);
});

describe("/sehat", () => {
  it("says that all is well", async () => {
    const answer = await site.ask(null, "/sehat");
    expect([answer.status, await answer.text()]).toEqual([200, "sehat\n"]);
  });
});

describe("pages without Remix", () => {
  it("answer HEAD without a body, and forms as any page does", async () => {
    const [lesson] = addresses().filter(({ path }) => /^\/belajar\/[\w-]+\/[\w-]+$/.test(path));
    const head = await site.ask(cast.sari, lesson!.path, { method: "HEAD", headers: { origin: "https://jahat.example" } });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const done = await site.ask(cast.sari, lesson!.path, form({}));
    expect([done.status, done.headers.get("location")]).toEqual([302, "/belajar?tersimpan"]);
  });

  it("send who is not signed in to sign in", async () => {
    const answer = await site.ask(null, "/belajar/hp-saya/menyalakan-hp");
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/masuk?lanjut=%2Fbelajar%2Fhp-saya%2Fmenyalakan-hp"]);
  });
});

describe("behind a proxy", () => {
  const signIn = (origin: string, more: Record<string, string> = {}) => ({
    ...form({ nomor: "1", pin }),
    headers: { origin, cookie: `pusat=${cast.sari.villageCode}_${cast.sari.centerId}`, ...more },
  });

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ["a fixed address", { PUBLIC_URL: "https://belajar.desa.id" }, {}],
    ["what the proxy tells", { TRUST_PROXY: "1" }, { "x-forwarded-proto": "https, http", "x-forwarded-host": "belajar.desa.id, dalam.lokal" }],
    ["both", { PUBLIC_URL: "https://belajar.desa.id", TRUST_PROXY: "1" }, { "x-forwarded-proto": "http", "x-forwarded-host": "lain.desa.id" }],
  ])("with %s, cookies are for TLS alone and forms come from the outer address", async (_how, env, headers) => {
    const behind = await openSite(env);
    try {
      const answer = await behind.ask(null, "/masuk", signIn("https://belajar.desa.id", headers));
      expect(answer.status).toBe(302);
      expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith("melek_peserta=3"))).toEqual([expect.stringMatching(/; Secure$/)]);
      expect((await behind.ask(null, "/masuk", signIn(behind.url, headers))).status).toBe(403);
      expect((await behind.ask(null, "/masuk", signIn("https://jahat.example", headers))).status).toBe(403);
    } finally {
      await behind.stop();
    }
  });

  it("tries are counted for the address that the nearest proxy saw, not for one that the client made up", async () => {
    const [behind, bare] = [await openSite({ TRUST_PROXY: "1" }), site];
    try {
      const wrong = { ...form({ nomor: "999", pin: "111112" }) };
      const headers = { cookie: `pusat=${cast.sari.villageCode}_${cast.sari.centerId}`, "x-forwarded-for": "1.2.3.4, 5.6.7.8", "x-forwarded-proto": "http" };
      await behind.ask(null, "/masuk", { ...wrong, headers });
      await bare.ask(null, "/masuk", { ...wrong, headers: { ...headers, "x-forwarded-for": "9.9.9.9" } });
      const keys = (await db.selectFrom("sign_in_limit").select("key").execute()).map(({ key }) => key);
      expect(keys.filter((key) => /1\.2\.3\.4|9\.9\.9\.9/.test(key))).toEqual([]);
      expect(keys.filter((key) => key.includes("5.6.7.8"))).not.toEqual([]);
      expect(keys.filter((key) => key.includes("127.0.0.1"))).not.toEqual([]);
    } finally {
      await behind.stop();
    }
  });
});

describe("a quiz whose session has ended", () => {
  it("keeps the answers when the PIN is right but a question is still open", async () => {
    const module = cast.curriculum.courses[0]!.modules[0]!;
    const path = `/belajar/${cast.curriculum.courses[0]!.slug}/${module.slug}/kuis`;
    const page = await (await site.ask(cast.sari, path)).text();
    const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]): [string, string] => [name, value]);
    const sent = form([...hidden.filter(([name]) => /^(formId|version)$/.test(name)), ["s0", "0"], ["s0.0", "1"], ["nomor", "1"], ["pin", pin]]);
    const answer = await site.ask(null, path, { ...sent, headers: { cookie: `pusat=${cast.sari.villageCode}_${cast.sari.centerId}` } });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?kurang`]);
    expect(answer.headers.getSetCookie().join()).toContain("melek_peserta=35.05.04.2014:");
    const html = await (await site.ask(cast.sari, `${path}?kurang`)).text();
    expect(html).toContain(t("quiz.unanswered"));
    expect(html).toContain(hidden.find(([name]) => name === "formId")?.[1]);
    expect(html).toMatch(/name="s0(\.0)?" checked="" value="[01]"|name="s0"[^>]* value="0"\/>|<option value="1" selected="">/);
  });

  it("counts a wrong PIN once, and asks again with the answers", async () => {
    const module = cast.curriculum.courses[0]!.modules[0]!;
    const path = `/belajar/${cast.curriculum.courses[0]!.slug}/${module.slug}/kuis`;
    const page = await (await site.ask(cast.sari, path)).text();
    const formId = /name="formId" value="([^"]*)"/.exec(page)?.[1] ?? "";
    const points = async () => {
      const { total } = await db.selectFrom("sign_in_limit").select(({ fn }) => fn.sum<string | null>("points").as("total")).executeTakeFirstOrThrow();
      return Number(total ?? 0);
    };
    await db.deleteFrom("sign_in_limit").execute();
    const once = { ...form({ nomor: "1", pin: "111112" }), headers: { cookie: `pusat=${cast.sari.villageCode}_${cast.sari.centerId}` } };
    await site.ask(null, "/masuk", once);
    const ofOneTry = await points();
    const answer = await site.ask(null, path, { ...form({ formId, version: "x", "s0": "0", nomor: "1", pin: "111112" }), headers: once.headers });
    expect([answer.status, ofOneTry > 0]).toEqual([401, true]);
    expect(await answer.text()).toContain(formId);
    expect(await points()).toBe(2 * ofOneTry);
  });
});

/** A request whose path goes out as it is written: `fetch` would tidy it up. */
function rawGet(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(site.url, { path, method: "GET" }, (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => (body += chunk)).on("end", () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on("error", reject).end();
  });
}
