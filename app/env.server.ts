import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65535);
const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const envSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default("0.0.0.0"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DEMO: flag.optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

export type Env = z.infer<typeof envSchema>;

const wanted: Record<keyof Env, string> = {
  PORT: "angka 1 sampai 65535",
  HOST: "alamat tempat aplikasi menerima sambungan",
  DATABASE_URL: "alamat PostgreSQL, seperti postgresql://nama:sandi@server/melek",
  DATA_DIR: "folder untuk data",
  DEMO: "0 atau 1",
  PUBLIC_URL: "alamat situs, seperti https://belajar.desa.id",
  TRUST_PROXY: "0 atau 1",
  LOG_LEVEL: "fatal, error, warn, info, debug, atau silent",
};

/** The environment, checked. Throws an error whose message is one plain sentence for each bad value. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path[0] as keyof Env))];
  throw new EnvError(names.map((name) => `${name} harus berisi ${wanted[name]}; sekarang isinya "${given[name]}".`).join("\n"));
}

/** A value in the environment that the application cannot run with. */
export class EnvError extends Error {}
