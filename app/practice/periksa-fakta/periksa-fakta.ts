import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { type Claim, type Likeness, type News, type PeriksaFaktaConfig, type Stage, dueStage, isSign, isStageDone, sourceQuestions, stagesOf, verdicts } from "./claims.ts";

export interface PeriksaFaktaState {
  /** Which claim is checked now. */
  readonly claim: number;
  readonly page: "claim" | Stage;
  /** What was looked at and answered about this claim. */
  readonly seen: readonly string[];
  /** Ids of the claims that were shared. */
  readonly shared: readonly string[];
  readonly notice: Sentence;
}

export const feelings = ["takut", "marah", "senang", "biasa"] as const;

/** Messages to check step by step, as the lessons do it, before deciding on them. */
export const periksaFakta: Simulator<PeriksaFaktaConfig, PeriksaFaktaState> = {
  start(config) {
    return { claim: 0, page: "claim", seen: [], shared: [], notice: { key: `notice.start-${config.claims[0]?.check}` } };
  },

  take(state, step, config) {
    const claim = claimNow(state, config);
    if (claim === undefined || !controlsOf(state, config).includes(step)) return state;
    const [word = "", rest = ""] = step.split(":");
    switch (word) {
      case "go": return enter(state, claim, rest as Stage);
      case "next": return next(state, claim);
      case "back": return { ...state, page: "claim", notice: { key: "notice.back" } };
      case "feel": return see(state, "stop", { key: `notice.feel-${rest}` });
      case "look": return look(state, claim as News, rest);
      case "search": return see(state, "search", { key: "notice.search" });
      case "open": return open(state, claim as News, Number(rest));
      case "yes": case "no": return answer(state, claim as Likeness, word === "yes");
      case "way": return makeSure(state, claim as Likeness, rest);
      case "say": return judge(state, claim, rest);
      default: return share(state, claim as News, word === "share");
    }
  },

  tasks(state, config) {
    return config.claims.map((claim, index) => ({
      id: claim.id,
      done: index < state.claim,
      label: { key: `task.${claim.check === "ai" ? claim.media : "kabar"}`, values: { number: String(index + 1), from: claim.from } },
    }));
  },

  notice: (state) => state.notice,

  hint(state, config): Hint {
    const claim = claimNow(state, config);
    return claim === undefined ? { key: "hint.finished" } : towards(state, claim);
  },

  controls: controlsOf,

  keystroke: () => [],

  twins: {},
};

/** The claim that is checked now; none when all are decided. */
export function claimNow(state: PeriksaFaktaState, config: PeriksaFaktaConfig): Claim | undefined {
  return config.claims[state.claim];
}

function controlsOf(state: PeriksaFaktaState, config: PeriksaFaktaConfig): readonly string[] {
  const claim = claimNow(state, config);
  if (claim === undefined) return [];
  if (state.page === "claim") return [...stagesOf(claim).map((stage) => `go:${stage}`), ...(claim.check === "kabar" ? ["share"] : [])];
  const isDone = isStageDone(state.page, claim, state.seen);
  return [...actionsOn(state.page, claim, state.seen), ...(isDone && !isKept(state.page, claim) ? ["next"] : []), "back"];
}

/** What there is to press on a step's page, besides going on and back. */
function actionsOn(stage: Stage, claim: Claim, seen: readonly string[]): readonly string[] {
  if (stage === "decide") return seen.includes("decide") ? (claim.check === "kabar" ? ["share", "keep"] : []) : verdicts[claim.check].map((verdict) => `say:${verdict}`);
  if (claim.check === "kabar") {
    if (stage === "source") return sourceQuestions.filter((question) => !seen.includes(question)).map((question) => `look:${question}`);
    if (stage === "stop") return seen.includes("stop") ? [] : feelings.map((feeling) => `feel:${feeling}`);
    if (!seen.includes("search")) return ["search"];
    return claim.compare.flatMap((_, index) => (seen.includes(`result-${index}`) ? [] : [`open:${index}`]));
  }
  if (seen.includes(stage)) return [];
  return stage === "sure" ? claim.ways.map(({ id }) => `way:${id}`) : ["yes", "no"];
}

/** Whether sharing or not is what leads on from here. */
function isKept(stage: Stage, claim: Claim): boolean {
  return stage === "decide" && claim.check === "kabar";
}

function see(state: PeriksaFaktaState, what: string, notice: Sentence): PeriksaFaktaState {
  return { ...state, seen: [...state.seen, what], notice };
}

function enter(state: PeriksaFaktaState, claim: Claim, stage: Stage): PeriksaFaktaState {
  const due = dueStage(claim, state.seen);
  const stages = stagesOf(claim);
  const waits = due !== undefined && stages.indexOf(due) < stages.indexOf(stage) && !isSign(stage);
  if (waits) return { ...state, notice: { key: `notice.first-${claim.check}`, words: { step: `stage.${due}` } } };
  return { ...state, page: stage, notice: { key: `notice.at-${stage}` } };
}

function next(state: PeriksaFaktaState, claim: Claim): PeriksaFaktaState {
  const due = dueStage(claim, state.seen);
  return due === undefined ? finish(state, { key: "notice.checked" }) : { ...state, page: due, notice: { key: `notice.at-${due}` } };
}

function finish(state: PeriksaFaktaState, notice: Sentence): PeriksaFaktaState {
  return { ...state, claim: state.claim + 1, page: "claim", seen: [], notice };
}

function look(state: PeriksaFaktaState, claim: News, question: string): PeriksaFaktaState {
  const why = sourceQuestions.filter((name) => name === question).map((name) => claim.source[name].why).join(" ");
  return see(state, question, { key: "notice.look", values: { why } });
}

function open(state: PeriksaFaktaState, claim: News, index: number): PeriksaFaktaState {
  const after = see(state, `result-${index}`, { key: "notice.ai-answer" });
  if (claim.compare[index]?.ai) return after;
  return { ...after, notice: { key: isStageDone("compare", claim, after.seen) ? "notice.compared" : "notice.one-more" } };
}

function answer(state: PeriksaFaktaState, claim: Likeness, isThere: boolean): PeriksaFaktaState {
  if (!isSign(state.page)) return state;
  const sign = claim.signs[state.page];
  const values = { why: sign.why };
  return sign.there === isThere ? see(state, state.page, { key: "notice.right", values }) : { ...state, notice: { key: "notice.other", values } };
}

function makeSure(state: PeriksaFaktaState, claim: Likeness, id: string): PeriksaFaktaState {
  const way = claim.ways.find((one) => one.id === id);
  const values = { why: way?.why ?? "" };
  return way?.right ? see(state, "sure", { key: "notice.right", values }) : { ...state, notice: { key: "notice.other", values } };
}

function judge(state: PeriksaFaktaState, claim: Claim, verdict: string): PeriksaFaktaState {
  const values = { why: claim.why };
  return claim.verdict === verdict ? see(state, "decide", { key: "notice.right", values }) : { ...state, notice: { key: "notice.other", values } };
}

function share(state: PeriksaFaktaState, claim: News, shares: boolean): PeriksaFaktaState {
  if (dueStage(claim, state.seen) !== undefined) return { ...state, notice: { key: "notice.too-early" } };
  if (!shares) return finish(state, { key: claim.verdict === "benar" ? "notice.kept-too" : "notice.kept" });
  if (claim.verdict !== "benar") return { ...state, notice: { key: `notice.not-${claim.verdict}` } };
  return finish({ ...state, shared: [...state.shared, claim.id] }, { key: "notice.shared" });
}

function towards(state: PeriksaFaktaState, claim: Claim): Hint {
  const { page, seen } = state;
  if (page === "claim") {
    const due = dueStage(claim, seen) ?? "decide";
    return { key: "hint.go", words: { step: `stage.${due}` }, next: `go:${due}` };
  }
  if (page === "decide" && claim.check === "kabar" && seen.includes("decide")) {
    return claim.verdict === "benar" ? { key: "hint.share", next: "share" } : { key: "hint.keep", next: "keep" };
  }
  if (isStageDone(page, claim, seen)) return { key: "hint.next", next: "next" };
  if (page === "decide") return dueStage(claim, seen) === "decide" ? { key: "hint.say", values: { why: claim.why }, words: { verdict: `verdict.${claim.verdict}` }, next: `say:${claim.verdict}` } : { key: "hint.back", next: "back" };
  return claim.check === "kabar" ? inNews(page, claim, seen) : inLikeness(page, claim);
}

function inNews(page: Stage, claim: News, seen: readonly string[]): Hint {
  if (page === "stop") return { key: "hint.feel", next: "feel:takut" };
  if (page === "source") {
    const question = sourceQuestions.find((name) => !seen.includes(name)) ?? "who";
    return { key: "hint.look", words: { question: `source.${question}` }, next: `look:${question}` };
  }
  if (!seen.includes("search")) return { key: "hint.search", next: "search" };
  const index = claim.compare.findIndex(({ ai }, place) => !ai && !seen.includes(`result-${place}`));
  return { key: "hint.open", values: { title: claim.compare[index]?.title ?? "" }, next: `open:${index}` };
}

function inLikeness(page: Stage, claim: Likeness): Hint {
  if (isSign(page)) return { key: claim.signs[page].there ? "hint.yes" : "hint.no", values: { why: claim.signs[page].why }, next: claim.signs[page].there ? "yes" : "no" };
  const way = claim.ways.find(({ right }) => right);
  return { key: "hint.way", values: { way: way?.text ?? "" }, next: `way:${way?.id ?? ""}` };
}
