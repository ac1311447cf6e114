import { describe, expect, it } from "vitest";
import { EnvError, readEnv } from "#app/env.server.ts";

const read = (values: Record<string, string>) => readEnv({ NODE_ENV: "test", ...values });

describe("the environment", () => {
  it("needs nothing", () => {
    expect(read({})).toEqual({ PORT: 3000, HOST: "0.0.0.0", DATA_DIR: "./data", TRUST_PROXY: false, LOG_LEVEL: "info" });
  });

  it("takes an empty value for none, as shells and compose files write it", () => {
    expect(read({ PORT: "", DATABASE_URL: "", DEMO: "", PUBLIC_URL: "" })).toEqual(read({}));
  });

  it("is read as it is meant", () => {
    const values = { PORT: "8080", DATABASE_URL: "postgres://a:b@c/d", DEMO: "0", PUBLIC_URL: "https://belajar.desa.id", TRUST_PROXY: "1", LOG_LEVEL: "silent" };
    expect(read(values)).toMatchObject({ ...values, PORT: 8080, DEMO: false, TRUST_PROXY: true });
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "http"],
    ["PORT", "80.5"],
    ["PORT", "3000;"],
    ["DATABASE_URL", "mysql://localhost/melek"],
    ["DATABASE_URL", "localhost:5432"],
    ["DEMO", "ya"],
    ["PUBLIC_URL", "belajar.desa.id"],
    ["PUBLIC_URL", "ftp://belajar.desa.id"],
    ["TRUST_PROXY", "true"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused in one sentence that says what it should be", (name, value) => {
    const refused = () => read({ [name]: value });
    expect(refused).toThrow(EnvError);
    expect(refused).toThrow(new RegExp(`^${name} harus berisi .+; sekarang isinya "${value.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&")}"\\.$`));
  });

  it("tells of every bad value at once, a line each", () => {
    expect(() => read({ PORT: "x", DEMO: "y" })).toThrow(/^PORT harus .+\nDEMO harus .+$/);
  });
});
