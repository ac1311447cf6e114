import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request as httpRequest } from "node:http";
import { type AppProcess, freePort, startApp, whenReady } from "../support/app-process.ts";
import { fillQuiz, signInLearner } from "../support/http-learner.ts";

/**
 * `npm run bench:load`: what a lesson page and a quiz submission cost the application, beside a bare
 * node answer in the same run. CPU is that of the application's process alone (user + system, from
 * /proc, Linux), divided by the requests; PostgreSQL and the client are other processes.
 */
interface Sent {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
}
interface Figures {
  requestsPerSecond: number;
  p50: number;
  p99: number;
  cpuMs: number;
}

const concurrency = 8;
const targets = { lesson: 8, quiz: 60 };

const bare = await startBare();
const app = await startApp();
try {
  const cookie = await signInLearner(app.url);
  const page: Sent = { method: "GET", path: "/belajar/hp-saya/menyalakan-hp", headers: { cookie, "accept-encoding": "gzip" } };
  const forms: Sent[] = [];
  for (let n = 0; n < 1200; n += 1) forms.push(await quizSubmission(app.url, cookie));

  const answers = await measure(bare, (_n) => ({ method: "GET", path: "/" }), { warmUp: 4000, count: 20_000, status: 200 });
  const lessons = await measure(app, (_n) => page, { warmUp: 2000, count: 8000, status: 200 });
  const quizzes = await measure(app, (n) => forms[n] as Sent, { warmUp: 200, count: 1000, status: 303 });
  const again = await measure(bare, (_n) => ({ method: "GET", path: "/" }), { warmUp: 500, count: 20_000, status: 200 });
  const base = Math.min(answers.cpuMs, again.cpuMs);
  print("bare node answer", answers, base);
  print("bare node answer, again", again, base);
  print("lesson page", lessons, base, targets.lesson);
  print("quiz submission", quizzes, base, targets.quiz);
  if (lessons.cpuMs / base > targets.lesson || quizzes.cpuMs / base > targets.quiz) process.exitCode = 1;
} finally {
  await app.stop();
  await bare.stop();
}

async function startBare(): Promise<AppProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ["tests/bench/bare-server.ts", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  return whenReady(child, `http://127.0.0.1:${port}`);
}

async function quizSubmission(url: string, cookie: string): Promise<Sent> {
  const path = "/belajar/hp-saya/mengenal-hp/kuis";
  const html = await (await fetch(url + path, { headers: { cookie } })).text();
  const headers = { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" };
  return { method: "POST", path, headers, body: fillQuiz(html).toString() };
}

async function measure(server: AppProcess, make: (n: number) => Sent, run: { warmUp: number; count: number; status: number }): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  await sendAll(server, agent, 0, run.warmUp, make, run.status);
  const cpuBefore = cpuMsOf(server.pid);
  const began = performance.now();
  const times = await sendAll(server, agent, run.warmUp, run.count, make, run.status);
  const seconds = (performance.now() - began) / 1000;
  const cpuMs = (cpuMsOf(server.pid) - cpuBefore) / run.count;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requestsPerSecond: run.count / seconds, p50: at(0.5), p99: at(0.99), cpuMs };
}

async function sendAll(server: AppProcess, agent: Agent, from: number, count: number, make: (n: number) => Sent, status: number): Promise<number[]> {
  const times: number[] = [];
  let next = from;
  const worker = async () => {
    while (next < from + count) {
      const sent = make(next);
      next += 1;
      const began = performance.now();
      const answered = await send(server.url, agent, sent);
      if (answered !== status) throw new Error(`${sent.path} answered ${answered}, not ${status}`);
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return times;
}

function send(url: string, agent: Agent, { method, path, headers, body }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url + path, { method, agent, headers: { ...headers, ...(body ? { "content-length": Buffer.byteLength(body) } : {}) } });
    outgoing.on("response", (answer: IncomingMessage) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

// Fields 14 and 15 of /proc/<pid>/stat, in clock ticks of 10 ms (proc_pid_stat(5)).
function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function print(what: string, figures: Figures, base: number, target?: number): void {
  const ratio = figures.cpuMs / base;
  const judged = target === undefined ? "" : ` (target: at most ${target}: ${ratio <= target ? "held" : "MISSED"})`;
  console.log(
    `${what}: ${figures.requestsPerSecond.toFixed(0)} requests/s, p50 ${figures.p50.toFixed(2)} ms, p99 ${figures.p99.toFixed(2)} ms, ` +
      `${figures.cpuMs.toFixed(3)} ms CPU a request, ${ratio.toFixed(1)} times the bare answer${judged}`,
  );
}
