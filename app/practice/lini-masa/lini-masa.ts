import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { type Audience, type LiniMasaConfig, type LiniMasaState, type News, mayShare, questionNow, unsafePosts } from "./posts.ts";

/** A feed: the own profile to look at as strangers do and to tidy, and news to weigh with three questions before sharing. */
export const liniMasa: Simulator<LiniMasaConfig, LiniMasaState> = {
  start(config) {
    const part = config.profile === undefined ? "news" : "profile";
    return {
      part, asStranger: false, hasLooked: false, audience: "all", sheet: null, post: "", hidden: [], deleted: [],
      decided: 0, asked: 0, shared: [], notice: { key: `start-${part}` },
    };
  },

  take(state, step, config) {
    if (!controlsOf(state, config).includes(step)) return state;
    const news = newsNow(state, config);
    return state.part === "profile" || news === undefined ? tidy(state, step, config) : weigh(state, step, news);
  },

  tasks(state, config) {
    const left = unsafePosts(state, config).length;
    const profile = config.profile === undefined ? [] : [
      { id: "look", done: state.hasLooked, label: { key: "task.look" } },
      { id: "tidy", done: left === 0, label: { key: left === 0 ? "task.tidy" : "task.tidy-left", values: { left: String(left) } } },
      { id: "audience", done: state.audience !== "all", label: { key: "task.audience" } },
    ];
    const news = (config.news ?? []).map(({ id, from }, index) => ({
      id: `news-${id}`, done: index < state.decided, label: { key: "task.news", values: { number: String(index + 1), from } },
    }));
    return [...profile, ...news];
  },

  notice(state): Sentence {
    return { ...state.notice, key: `notice.${state.notice.key}` };
  },

  hint(state, config): Hint {
    const next = nextStep(state, config);
    if (next === undefined) return { key: "hint.finished" };
    const news = newsNow(state, config);
    const question = news && state.part === "news" ? questionNow(state, news) : undefined;
    if (question !== undefined && (next === "yes" || next === "no")) return { key: `hint.${next}`, values: { why: news?.why[question] ?? "" }, next };
    return { key: `hint.${next.replace(/:.*/, "")}`, next };
  },

  controls: controlsOf,

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: { stranger: "own", own: "stranger", "go:news": "go:profile", "go:profile": "go:news" },
};

/** What the screen offers now. */
export function controlsOf(state: LiniMasaState, config: LiniMasaConfig): readonly string[] {
  if (state.sheet === "post") return ["delete", state.hidden.includes(state.post) ? "show" : "hide", "cancel"];
  if (state.sheet === "audience") return ["who:all", "who:contacts", "who:me", "cancel"];
  const other = config.profile === undefined || config.news === undefined ? [] : [state.part === "profile" ? "go:news" : "go:profile"];
  if (state.part === "profile") {
    const posts = (config.profile?.posts ?? []).filter(({ id }) => !state.deleted.includes(id));
    return state.asStranger ? ["own", ...other] : ["stranger", "audience", ...posts.map(({ id }) => `more:${id}`), ...other];
  }
  const news = newsNow(state, config);
  if (news === undefined) return other;
  return [...(questionNow(state, news) === undefined ? ["share", "skip"] : ["yes", "no", "share"]), ...other];
}

/** The news that waits to be weighed. */
export function newsNow(state: LiniMasaState, config: LiniMasaConfig): News | undefined {
  return config.news?.[state.decided];
}

function tidy(state: LiniMasaState, step: string, config: LiniMasaConfig): LiniMasaState {
  const [word = "", rest = ""] = step.split(":");
  const post = config.profile?.posts.find(({ id }) => id === state.post);
  const why = { why: post?.why ?? "" };
  const closed = { ...state, sheet: null };
  switch (word) {
    case "go": return go(state, rest as LiniMasaState["part"]);
    case "stranger": return { ...state, asStranger: true, hasLooked: true, notice: { key: "stranger" } };
    case "own": return { ...state, asStranger: false, notice: { key: "own" } };
    case "audience": return { ...state, sheet: "audience", notice: { key: "audience" } };
    case "who": return { ...closed, audience: rest as Audience, notice: { key: `who-${rest}` } };
    case "more": return { ...state, sheet: "post", post: rest, notice: { key: "more" } };
    case "hide": return { ...closed, hidden: [...state.hidden, state.post], notice: { key: post?.unsafe ? "hidden" : "hidden-safe", values: why } };
    case "show": return { ...closed, hidden: state.hidden.filter((id) => id !== state.post), notice: { key: post?.unsafe ? "shown" : "shown-safe", values: why } };
    case "delete": return { ...closed, deleted: [...state.deleted, state.post], notice: { key: post?.unsafe ? "deleted" : "deleted-safe", values: why } };
    default: return { ...closed, notice: { key: "cancelled" } };
  }
}

function weigh(state: LiniMasaState, step: string, news: News): LiniMasaState {
  if (step.startsWith("go:")) return go(state, "profile");
  const question = questionNow(state, news);
  if (question === undefined) return decide(state, step, news);
  if (step === "share") return { ...state, notice: { key: "ask-first" } };
  const values = { why: news.why[question] ?? "" };
  const isRight = news.answers[question] === (step === "yes");
  if (!isRight) return { ...state, notice: { key: "other", values } };
  return { ...state, asked: state.asked + 1, notice: { key: step === "no" ? "right-no" : state.asked === 2 ? "right-last" : "right-yes", values } };
}

function decide(state: LiniMasaState, step: string, news: News): LiniMasaState {
  if (step === "share" && !mayShare(news)) return { ...state, notice: { key: "not-yet" } };
  const next = { ...state, decided: state.decided + 1, asked: 0 };
  if (step === "share") return { ...next, shared: [...state.shared, news.id], notice: { key: "shared" } };
  return { ...next, notice: { key: mayShare(news) ? "kept-too" : "kept" } };
}

function go(state: LiniMasaState, part: LiniMasaState["part"]): LiniMasaState {
  return { ...state, part, asStranger: false, notice: { key: `start-${part}` } };
}

function nextStep(state: LiniMasaState, config: LiniMasaConfig): string | undefined {
  const profile = config.profile === undefined ? undefined : towardsTidy(state, config);
  if (profile !== undefined) return state.part === "news" ? "go:profile" : profile;
  const news = newsNow(state, config);
  if (news === undefined) return undefined;
  if (state.sheet !== null) return "cancel";
  if (state.part === "profile") return "go:news";
  const question = questionNow(state, news);
  if (question !== undefined) return news.answers[question] ? "yes" : "no";
  return mayShare(news) ? "share" : "skip";
}

/** The next step in the profile; none when it is tidy. */
function towardsTidy(state: LiniMasaState, config: LiniMasaConfig): string | undefined {
  const post = unsafePosts(state, config)[0];
  if (state.sheet === "post") return post?.id === state.post ? "delete" : isTidy(state, config) ? undefined : "cancel";
  if (state.sheet === "audience") return state.audience === "all" ? "who:contacts" : isTidy(state, config) ? undefined : "cancel";
  if (!state.hasLooked) return "stranger";
  if (isTidy(state, config)) return undefined;
  if (state.asStranger) return "own";
  return post === undefined ? "audience" : `more:${post.id}`;
}

function isTidy(state: LiniMasaState, config: LiniMasaConfig): boolean {
  return state.hasLooked && state.audience !== "all" && unsafePosts(state, config).length === 0;
}
