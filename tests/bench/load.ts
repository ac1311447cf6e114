import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request as httpRequest } from "node:http";
import { type AppProcess, freePort, startApp, whenReady } from "../support/app-process.ts";
import { fillQuiz, signInLearner } from "../support/http-learner.ts";

/**
 * `npm run bench:load`: what a lesson page and a quiz submission cost the application, beside a bare
 * node answer in the same run. CPU is that of the application's process alone (user + system, from
 * /proc, Linux), divided by the requests; PostgreSQL and the client are other processes. `ROUNDS` changes how often.
 * Before anything is counted, page and bare answer are asked for as often as takes V8 to compile what they run.
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
const rounds = Number(process.env["ROUNDS"] ?? 7);
const targets = { lesson: 8, quiz: 60 };
const counts = { bare: 6000, lesson: 2000, quiz: 150 };
const warmUp = 24_000;

const bare = await startBare();
const app = await startApp();
try {
  const cookie = await signInLearner(app.url);
  const page: Sent = { method: "GET", path: "/belajar/hp-saya/menyalakan-hp", headers: { cookie, "accept-encoding": "gzip" } };
  const forms: Sent[] = [];
  for (let n = 0; n < counts.quiz * (rounds + 1); n += 1) forms.push(await quizSubmission(app.url, cookie));

  await measure(bare, () => ({ method: "GET", path: "/" }), warmUp, 200);
  await measure(app, () => page, warmUp, 200);
  // The three take turns, so that whatever else the machine does weighs on all of them; the first turn warms up the quiz.
  const seen = { bare: [] as Figures[], lesson: [] as Figures[], quiz: [] as Figures[] };
  for (let round = 0; round <= rounds; round += 1) {
    const turn = {
      bare: await measure(bare, () => ({ method: "GET", path: "/" }), counts.bare, 200),
      lesson: await measure(app, () => page, counts.lesson, 200),
      quiz: await measure(app, () => forms.pop() as Sent, counts.quiz, 303),
    };
    if (round === 0) continue;
    for (const what of ["bare", "lesson", "quiz"] as const) seen[what].push(turn[what]);
  }
  print("bare node answer", seen.bare, seen.bare);
  const lesson = print("lesson page", seen.lesson, seen.bare, targets.lesson);
  const quiz = print("quiz submission", seen.quiz, seen.bare, targets.quiz);
  if (!lesson || !quiz) process.exitCode = 1;
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

async function measure(server: AppProcess, make: () => Sent, count: number, status: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const cpuBefore = cpuMsOf(server.pid);
  const began = performance.now();
  const times = await sendAll(server, agent, make, count, status);
  const seconds = (performance.now() - began) / 1000;
  const cpuMs = (cpuMsOf(server.pid) - cpuBefore) / count;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requestsPerSecond: count / seconds, p50: at(0.5), p99: at(0.99), cpuMs };
}

async function sendAll(server: AppProcess, agent: Agent, make: () => Sent, count: number, status: number): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const sent = make();
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

/** Prints medians over the rounds; the ratio is the median of each round's own. Answers whether the target was held. */
function print(what: string, figures: Figures[], base: Figures[], target = Infinity): boolean {
  const median = (read: (one: Figures, round: number) => number) => {
    const sorted = figures.map(read).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
  };
  const ratio = median((one, round) => one.cpuMs / (base[round]?.cpuMs ?? NaN));
  const held = ratio <= target;
  console.log(
    `${what}: ${median((one) => one.requestsPerSecond).toFixed(0)} requests/s, p50 ${median((one) => one.p50).toFixed(2)} ms, ` +
      `p99 ${median((one) => one.p99).toFixed(2)} ms, ${median((one) => one.cpuMs).toFixed(3)} ms CPU a request, ` +
      `${ratio.toFixed(1)} times the bare answer${target === Infinity ? "" : ` (target: at most ${target}: ${held ? "held" : "MISSED"})`}`,
  );
  return held;
}
