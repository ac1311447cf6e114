import { once } from "node:events";
import type { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { spool } from "#app/reports/spool.server.ts";

const fill = (text: string) => async (file: Writable) => {
  file.end(text);
  await once(file, "finish");
};

describe("a file on its way to its reader", () => {
  it("arrives whole, with its length when it was written soon", async () => {
    const { body, bytes } = await spool(fill("a".repeat(200_000)));
    expect([bytes, (await new Response(body).text()).length]).toEqual([200_000, 200_000]);
  });

  it("arrives whole while it is still being written, without a length", async () => {
    const rest = Promise.withResolvers<void>();
    const { body, bytes } = await spool(
      async (file) => {
        file.write("first ");
        await rest.promise;
        await fill("last")(file);
      },
      { patience: 20 },
    );
    expect(bytes).toBeNull();
    const reader = body.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("first ");
    const next = reader.read();
    rest.resolve();
    expect(new TextDecoder().decode((await next).value)).toBe("last");
    expect((await reader.read()).done).toBe(true);
  });

  it("is written without waiting for a reader who takes nothing", async () => {
    let isDone = false;
    const { body } = await spool(async (file) => {
      await fill("a".repeat(5_000_000))(file);
      isDone = true;
    });
    expect(isDone).toBe(true);
    await body.cancel();
  });

  it("fails at once when it cannot be written", async () => {
    await expect(spool(() => Promise.reject(new Error("the database is gone")))).rejects.toThrow("the database is gone");
  });

  it("breaks off where writing failed later: no part is taken for all of it", async () => {
    const later = Promise.withResolvers<void>();
    const { body } = await spool(
      async (file) => {
        file.write("a part");
        await later.promise;
      },
      { patience: 20 },
    );
    const reader = body.getReader();
    await reader.read();
    later.reject(new Error("the database is gone"));
    await expect(reader.read()).rejects.toThrow("the database is gone");
  });

  it.each(["leaves", "cancels"])("is not written on when its reader %s", async (how) => {
    const gone = new AbortController();
    const stopped = Promise.withResolvers<void>();
    const { body } = await spool(
      async (file, signal) => {
        file.write("a part");
        await once(signal, "abort");
        stopped.resolve();
        signal.throwIfAborted();
      },
      { gone: gone.signal, patience: 20 },
    );
    if (how === "leaves") gone.abort();
    else await body.cancel();
    await stopped.promise;
  });

  it("waits its turn, and never begins when its reader has left meanwhile", async () => {
    const free = Promise.withResolvers<void>();
    await Promise.all([1, 2].map(() => spool(() => free.promise, { patience: 5 })));
    const gone = new AbortController();
    let hasBegun = false;
    const third = spool(
      async () => {
        hasBegun = true;
      },
      { gone: gone.signal },
    );
    const fourth = spool(fill("done"));
    gone.abort();
    free.resolve();
    await expect(third).rejects.toThrow();
    expect(await new Response((await fourth).body).text()).toBe("done");
    expect(hasBegun).toBe(false);
  });
});
