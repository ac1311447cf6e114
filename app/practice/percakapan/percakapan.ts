import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { type ChatTask, type PercakapanConfig, type PercakapanState, chatIn, chatOf, isTrap, strays } from "./chats.ts";
import { controlsOf } from "./controls.ts";
import { takeStep } from "./take-step.ts";
import { isSatisfied } from "./tasks.ts";
import { nextStep, sentenceFor } from "./way.ts";

/**
 * A chat app: people and groups, messages to send and to delete, groups to join, silence and leave, and traps to refuse.
 * A task stays done once done. What went to the wrong person becomes a task of its own until it is deleted for all.
 */
export const percakapan: Simulator<PercakapanConfig, PercakapanState> = {
  start() {
    return {
      chat: null, sheet: null, about: "", draft: "", poll: ["", "", "", ""], clip: null, line: null,
      sent: [], deleted: [], joined: [], muted: [], left: [], closed: [], blocked: [], told: [], done: [], notice: { key: "start" },
    };
  },

  take(state, step, config) {
    const after = takeStep(state, step, config);
    if (after === state) return state;
    const fresh = config.tasks.flatMap((task, index) => (!state.done.includes(index) && isSatisfied(task, after, config) ? [index] : []));
    return fresh.length === 0 ? after : withReplies({ ...after, done: [...state.done, ...fresh] }, fresh, config);
  },

  tasks(state, config) {
    const asked = config.tasks.map((task, index) => ({ id: `task-${index + 1}`, done: state.done.includes(index), label: labelOf(task, config) }));
    return strays(state, config).length === 0 ? asked : [...asked, { id: "tidy", done: false, label: { key: "task.tidy" } }];
  },

  notice(state): Sentence {
    return { ...state.notice, key: `notice.${state.notice.key}` };
  },

  hint(state, config): Hint {
    const next = nextStep(state, config);
    return next === undefined ? { key: "hint.finished" } : { ...sentenceFor(next, state, config), next };
  },

  controls: controlsOf,

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},
};

function withReplies(state: PercakapanState, fresh: readonly number[], config: PercakapanConfig): PercakapanState {
  const replies = fresh.flatMap((index) => {
    const task = config.tasks[index];
    return task?.do === "send" && task.reply !== undefined ? [{ chat: task.to, what: "reply" as const, text: task.reply }] : [];
  });
  return { ...state, sent: [...state.sent, ...replies] };
}

function labelOf(task: ChatTask, config: PercakapanConfig): Sentence {
  const name = chatOf(chatIn(task), config)?.name ?? "";
  if (task.do === "refuse") return { key: refusalKey(task, config), values: { name, tell: task.tell } };
  if (task.do === "leave") return { key: task.goodbye === undefined ? "task.leave" : "task.goodbye", values: { name } };
  if (task.do !== "send") return { key: `task.${task.do}`, values: { name } };
  const item = [...(config.photos ?? []), ...(config.contacts ?? []), ...(config.files ?? [])].find(({ id }) => id === task.item)?.name;
  if (item !== undefined && task.what === "photo") return { key: "task.send-photo-item", values: { name, item: item.charAt(0).toLowerCase() + item.slice(1) } };
  return item === undefined ? { key: `task.send-${task.what}`, values: { name } } : { key: `task.send-${task.what}-item`, values: { name, item } };
}

/** A trap file is to be found by the learner: its task does not name who sent it. */
function refusalKey(task: Extract<ChatTask, { do: "refuse" }>, config: PercakapanConfig): string {
  const isFile = chatOf(task.chat, config)?.messages.some(({ file }) => file !== undefined && isTrap(file));
  return `task.refuse${isFile ? "-file" : ""}${task.block === false ? "-known" : ""}`;
}
