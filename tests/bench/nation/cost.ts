import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request as httpRequest } from "node:http";
import type { AppProcess } from "../../support/app-process.ts";

export interface Cost {
  /** Of the application's process alone, a request. */
  cpuMs: number;
  /** Of the whole answer, at the median, one request after another. */
  wallMs: number;
}

/** A page of a running application, asked for with a cookie. */
export interface Visit {
  app: AppProcess;
  path: string;
  cookie: string;
}

/** What `count` requests of each cost; they take turns, so that whatever else the machine does weighs on all. Throws when one is not answered with 200. */
export async function costsOf(visits: readonly Visit[], count: number): Promise<Cost[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: visits.length });
  const times = visits.map((): number[] => []);
  const before = visits.map(({ app }) => cpuMsOf(app.pid));
  for (let sent = 0; sent < count; sent += 1) {
    for (const [index, { app, path, cookie }] of visits.entries()) {
      const began = performance.now();
      const status = await get(app.url + path, agent, cookie);
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      times[index]?.push(performance.now() - began);
    }
  }
  agent.destroy();
  return visits.map(({ app }, index) => ({ cpuMs: (cpuMsOf(app.pid) - (before[index] ?? 0)) / count, wallMs: median(times[index] ?? []) }));
}

export function medianCost(costs: readonly Cost[]): Cost {
  return { cpuMs: median(costs.map(({ cpuMs }) => cpuMs)), wallMs: median(costs.map(({ wallMs }) => wallMs)) };
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function get(url: string, agent: Agent, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { agent, headers: { cookie, "accept-encoding": "gzip" } });
    outgoing.on("response", (answer: IncomingMessage) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

// Fields 14 and 15 of /proc/<pid>/stat, in clock ticks of 10 ms (proc_pid_stat(5)).
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
