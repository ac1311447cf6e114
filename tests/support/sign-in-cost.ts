import { hashSecret } from "#app/accounts/secret-hash.server.ts";

/** How many milliseconds one sign-in's hash takes here and now: what other work may be measured by. */
export async function signInCost(): Promise<number> {
  const start = performance.now();
  for (let turn = 0; turn < 10; turn += 1) await hashSecret("524917");
  return (performance.now() - start) / 10;
}
