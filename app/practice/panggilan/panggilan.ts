import type { Hint, Sentence, Simulator, Task } from "../simulator.ts";
import type { Call, CallDeed, FakeCall, FriendlyCall, PanggilanConfig, PanggilanState } from "./calls.ts";

/** Calls one after another: friendly ones to take or to make, and false ones to hang up on and to check another way. */
export const panggilan: Simulator<PanggilanConfig, PanggilanState> = {
  start(config) {
    return begin({ call: 0, phase: "idle", camera: false, mic: true, video: false, heard: 0, asked: false, deeds: [], notice: { key: "start" } }, 0, config);
  },

  take(state, step, config) {
    const call = config.calls[state.call];
    if (call === undefined || !controlsOf(state, config).includes(step)) return state;
    if (call.kind === "friendly") return takeFriendly(state, step, call, config);
    return state.phase === "checking" ? check(state, step, call, config) : takeFake(state, step, call);
  },

  tasks(state, config) {
    return config.calls.flatMap((call, index) => tasksOf(call, index, state));
  },

  notice(state): Sentence {
    return { ...state.notice, key: `notice.${state.notice.key}` };
  },

  hint(state, config): Hint {
    const call = config.calls[state.call];
    if (call === undefined) return { key: "hint.finished" };
    const next = call.kind === "friendly" ? towardsEnd(state, call) : towardsCheck(state, call);
    const values = { text: next.startsWith("ask:") && call.kind === "fake" ? checkOf(next, call)?.text ?? "" : "" };
    const key = call.kind === "fake" && next === "hang-up" ? "hint.refuse" : `hint.${next.replace(/:.*/, "")}`;
    return { key, values, next };
  },

  controls: controlsOf,

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: { "mic-off": "mic-on", "mic-on": "mic-off", "camera-off": "camera-on", "camera-on": "camera-off" },
};

/** The steps that the call on the screen offers. */
export function controlsOf(state: PanggilanState, config: PanggilanConfig): readonly string[] {
  const call = config.calls[state.call];
  if (call === undefined) return [];
  if (state.phase === "idle") return ["voice", "video"];
  if (state.phase === "ringing") return ["answer", "decline"];
  if (call.kind === "friendly") return [...(state.video ? [state.camera ? "camera-off" : "camera-on"] : []), state.mic ? "mic-off" : "mic-on", "hang-up"];
  if (state.phase === "checking") return call.checks.map(({ id }) => `ask:${id}`);
  return [
    ...(state.heard < call.says.length ? ["listen"] : []), "give", ...(call.secret === undefined || state.asked ? [] : ["secret"]), "hang-up",
  ];
}

function takeFriendly(state: PanggilanState, step: string, call: FriendlyCall, config: PanggilanConfig): PanggilanState {
  const name = { name: call.from };
  if (step === "decline") return { ...state, notice: { key: "declined", values: name } };
  if (step === "hang-up") return hangUp(state, call, config);
  const after = { ...state, deeds: [...state.deeds, step as CallDeed], notice: { key: step, values: name } };
  if (step === "camera-off" || step === "camera-on") return { ...after, camera: step === "camera-on" };
  if (step === "mic-off" || step === "mic-on") return { ...after, mic: step === "mic-on" };
  const video = step === "answer" ? call.video === true : step === "video";
  return { ...after, phase: "talking", video, camera: video, mic: true };
}

/** Ends a friendly call; it comes again while something is left to try in it. */
function hangUp(state: PanggilanState, call: FriendlyCall, config: PanggilanConfig): PanggilanState {
  const missing = call.tasks.some((deed) => deed !== "hang-up" && !state.deeds.includes(deed));
  const values = { name: call.from };
  if (!missing) return begin({ ...state, notice: { key: ringsNext(state, config) ? "next-rings" : "hung-up", values } }, state.call + 1, config);
  const phase = isOutgoing(call) ? "idle" : "ringing";
  return { ...state, phase, camera: false, mic: true, notice: { key: phase === "idle" ? "call-again" : "rings-again", values } };
}

function ringsNext(state: PanggilanState, config: PanggilanConfig): boolean {
  const next = config.calls[state.call + 1];
  return next !== undefined && !isOutgoing(next);
}

function takeFake(state: PanggilanState, step: string, call: FakeCall): PanggilanState {
  switch (step) {
    case "answer": return { ...state, phase: "talking", heard: 1, notice: { key: "listening" } };
    case "decline": return { ...state, phase: "checking", notice: { key: "not-taken" } };
    case "listen": return { ...state, heard: state.heard + 1, notice: { key: "pressed" } };
    case "give": return { ...state, notice: { key: "given", values: { why: call.why } } };
    case "secret": return { ...state, asked: true, notice: { key: "secret" } };
    default: return { ...state, phase: "checking", notice: { key: "refused" } };
  }
}

function check(state: PanggilanState, step: string, call: FakeCall, config: PanggilanConfig): PanggilanState {
  const asked = checkOf(step, call);
  if (asked?.right !== true) return { ...state, notice: { key: "other-way", values: { why: asked?.why ?? "" } } };
  return begin({ ...state, notice: { key: "checked", values: { why: asked.why } } }, state.call + 1, config);
}

function begin(state: PanggilanState, call: number, config: PanggilanConfig): PanggilanState {
  const next = config.calls[call];
  return { ...state, call, phase: isOutgoing(next) ? "idle" : "ringing", camera: false, mic: true, video: false, heard: 0, asked: false, deeds: [] };
}

/** Whether the learner makes the call. */
function isOutgoing(call: Call | undefined): boolean {
  return call?.kind === "friendly" && (call.tasks.includes("voice") || call.tasks.includes("video"));
}

function tasksOf(call: Call, index: number, state: PanggilanState): readonly Task[] {
  const values = { name: call.from };
  const isOver = index < state.call;
  if (call.kind === "fake") return [{ id: `call-${index + 1}`, done: isOver, label: { key: "task.fake", values } }];
  return call.tasks.map((deed) => ({
    id: `call-${index + 1}-${deed}`,
    done: isOver || (index === state.call && state.deeds.includes(deed)),
    label: { key: `task.${deed}`, values },
  }));
}

function towardsEnd(state: PanggilanState, call: FriendlyCall): string {
  const deed = call.tasks.find((one) => one !== "hang-up" && !state.deeds.includes(one));
  if (state.phase === "idle") return deed === "voice" || deed === "video" ? deed : call.tasks.includes("video") ? "video" : "voice";
  if (state.phase === "ringing") return "answer";
  if (deed === undefined || deed === "voice" || deed === "video" || (deed.startsWith("camera") && !state.video)) return "hang-up";
  // What is on already has to go off before it can go on.
  return controlFor(deed, state);
}

function controlFor(deed: CallDeed, state: PanggilanState): string {
  if (deed.startsWith("camera")) return state.camera ? "camera-off" : "camera-on";
  return state.mic ? "mic-off" : "mic-on";
}

function towardsCheck(state: PanggilanState, call: FakeCall): string {
  if (state.phase === "ringing") return "answer";
  // One sentence alone is no sign of danger yet.
  if (state.phase === "talking") return state.heard < Math.min(2, call.says.length) ? "listen" : "hang-up";
  return `ask:${call.checks.find(({ right }) => right === true)?.id}`;
}

function checkOf(step: string, call: FakeCall) {
  return call.checks.find(({ id }) => step === `ask:${id}`);
}
