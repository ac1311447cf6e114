import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isSecret } from "#app/accounts/secret-hash.server.ts";
import { startApp } from "../support/app-process.ts";

const name = `admin_${process.pid}_${Date.now().toString(36)}`;
const url = inject("postgresUrl").replace("/postgres?", `/${name}?`);
let client: pg.Client;
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: inject("postgresUrl") });
  await admin.connect();
  // Without any table: the script brings them itself.
  await admin.query(`create database ${name}`);
  await admin.end();
  client = new pg.Client({ connectionString: url });
  await client.connect();
});
afterAll(() => client.end());

/** Runs the script as `npm run admin` does, and waits for its end. */
async function run(args: string[], env: Record<string, string> = { DATABASE_URL: url }) {
  const { VITEST: _vitest, NODE_ENV: _mode, DATABASE_URL: _url, DATA_DIR: _dir, ...rest } = process.env;
  const child: ChildProcess = spawn(process.execPath, ["app/launch/create-admin.ts", ...args], { env: { ...rest, NODE_ENV: "production", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { code: await exited, out, err: err.replaceAll(/^\(node:\d+\).*\n(\(Use .*\n)?/gm, ""), password: /Sandi: ([a-z0-9-]+)\n/.exec(out)?.[1] ?? "" };
}

const rows = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows;
const hashOf = async (username: string) => String((await rows(`select password_hash from staff where username = '${username}'`))[0]?.["password_hash"]);

describe("npm run admin", () => {
  it("makes an admin in an empty database, tells the password once, and notes it", async () => {
    const made = await run(["ayu", "Ayu  Lestari, S.Kom."]);
    expect([made.code, made.err]).toEqual([0, ""]);
    expect(made.out).toContain("Ayu Lestari, S.Kom.");
    expect(made.password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await isSecret(made.password, await hashOf("ayu"))).toBe(true);
    expect(await rows("select s.username, r.role, r.program_id, r.region_code, r.granted_by, r.reason from staff_role r join staff s on s.id = r.staff_id")).toEqual([{ username: "ayu", role: "admin", program_id: null, region_code: null, granted_by: null, reason: "Dibuat saat pemasangan" }]);
    expect(await rows("select actor_kind, action from staff_audit_event order by id")).toEqual([{ actor_kind: "system", action: "staff.create" }, { actor_kind: "system", action: "role.grant" }]);
    expect(await rows("select count(*)::int as open from staff_password_issue where replaced_at is null")).toEqual([{ open: 1 }]);
    expect(JSON.stringify(await rows("select * from staff_audit_event"))).not.toContain(made.password);
  });

  it("makes a second one, and refuses a name that is taken", async () => {
    expect((await run(["budi", "Budi Santoso"])).code).toBe(0);
    const taken = await run(["ayu", "Ayu Lain"]);
    expect([taken.code, taken.out]).toEqual([1, ""]);
    expect(taken.err).toMatch(/^Nama pengguna "ayu" sudah dipakai\..*--reset\n$/);
  });

  it("gives an admin who forgot it a new password, signs them out and lets them try again", async () => {
    const before = await hashOf("ayu");
    await client.query("insert into staff_session (id, staff_id, expires_at) select 'x', id, now() + interval '1 hour' from staff where username = 'ayu'");
    await client.query("insert into sign_in_limit (key, points, expire) values ('staf:ayu', 9, null)");
    const reset = await run(["ayu", "--reset"]);
    expect([reset.code, reset.err]).toEqual([0, ""]);
    expect(await hashOf("ayu")).not.toBe(before);
    expect(await isSecret(reset.password, await hashOf("ayu"))).toBe(true);
    expect(await rows("select 1 from staff_session")).toEqual([]);
    expect(await rows("select 1 from sign_in_limit where key like '%ayu'")).toEqual([]);
    expect(await rows("select action from staff_audit_event order by id desc limit 1")).toEqual([{ action: "password.issue" }]);
  });

  it("gives nobody but an admin a new password, and says who is one", async () => {
    await client.query("insert into staff (id, username, name, password_hash) values (gen_random_uuid(), 'dewi', 'Dewi', 'x')");
    for (const username of ["dewi", "siapa"]) {
      expect(await run([username, "--reset"])).toMatchObject({ code: 1, err: `Tidak ada admin dengan nama pengguna "${username}". Admin yang ada: ayu, budi.\n` });
    }
    expect(await hashOf("dewi")).toBe("x");
  });

  it.each([[], ["ayu"], ["citra", "Citra", "Dewi"], ["citra", "Citra", "--reset"], ["Citra Dewi", "Citra Dewi"], ["ci", "Citra"], ["citra", "1"], ["citra", "\u0007Citra"], ["citra", "a".repeat(81)]].map((args) => [args]))("tells how to be used for %j, and makes nothing", async (args) => {
    const count = async () => rows("select count(*) from staff");
    const before = await count();
    const refused = await run(args);
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toMatch(/^[A-Z][^\n{}]+\n$/);
    expect(await count()).toEqual(before);
  });
});

describe("an installation without demo", () => {
  it("tells at its start how to make the first admin, until there is one", async () => {
    await client.query("delete from staff_role");
    const told = async () => {
      const app = await startApp({ DATABASE_URL: url, DEMO: "0" });
      await app.stop();
      return app.output().split("\n").filter((line) => line.includes("npm run admin"));
    };
    expect(await told()).toEqual(['Belum ada admin. Buat yang pertama dengan: npm run admin -- <nama-pengguna> "<Nama Lengkap>"']);
    expect((await run(["citra", "Citra Dewi"])).code).toBe(0);
    expect(await told()).toEqual([]);
  });

  it("makes an admin in the built-in database while it is not running, and says so when it is", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "melek-admin-"));
    try {
      const made = await run(["ayu", "Ayu Lestari"], { DATA_DIR: dataDir });
      expect([made.err, made.code]).toEqual(["", 0]);
      const app = await startApp({ DATA_DIR: dataDir, DEMO: "0" });
      const refused = await run(["budi", "Budi Santoso"], { DATA_DIR: dataDir });
      await app.stop();
      expect([refused.code, refused.out]).toEqual([1, ""]);
      expect(refused.err).toContain("sedang dipakai aplikasi lain");
      expect(app.output()).not.toContain("npm run admin");
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
