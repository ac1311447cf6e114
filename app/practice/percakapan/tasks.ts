import { type ChatTask, type PercakapanConfig, type PercakapanState, chatOf, messagesOf } from "./chats.ts";

/** Whether a task is done as things stand now. */
export function isSatisfied(task: ChatTask, state: PercakapanState, config: PercakapanConfig): boolean {
  if (task.do === "send") return state.sent.some((one) => one.chat === task.to && one.what === task.what && (task.item === undefined || one.item === task.item));
  if (task.do === "delete") return hasDeleted(task.chat, state, config);
  if (task.do === "join") return state.joined.includes(task.chat);
  if (task.do === "mute") return state.muted.includes(task.chat);
  if (task.do === "leave") return state.left.includes(task.chat);
  if (task.do === "refuse") {
    const isBlocked = task.block === false || state.blocked.includes(task.chat);
    return state.closed.includes(task.chat) && isBlocked && state.told.includes(task.chat);
  }
  return state.sent.some(({ chat, what }) => chat === task.chat && what === (task.do === "poll" ? "poll" : "list"));
}

/** Whether the message that went wrong is deleted for all; where none is marked as wrong, any of the learner's. */
function hasDeleted(chat: string, state: PercakapanState, config: PercakapanConfig): boolean {
  const here = chatOf(chat, config);
  const mine = here === undefined ? [] : messagesOf(here, state).filter((message) => message.mine);
  const wrong = mine.filter((message) => message.wrong);
  return wrong.length > 0 ? wrong.every(({ isDeleted }) => isDeleted) : mine.some(({ isDeleted }) => isDeleted);
}
