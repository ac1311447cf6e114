import type { Hint, Sentence, Simulator } from "../simulator.ts";
import { readTyped } from "../typed.ts";
import { type EmailConfig, type EmailState, type Mail, type MailField, type MailTask, faultIn, fieldsOf, mailsIn } from "./mails.ts";

/** A mail box: mails to read, a formal mail to write in its parts, an answer, and traps to throw away. */
export const email: Simulator<EmailConfig, EmailState> = {
  start() {
    return { screen: "inbox", mail: "", fields: {}, opened: [], binned: [], sent: [], notice: { key: "start" } };
  },

  take(state, step, config) {
    if (step.startsWith("type:")) return type(state, step);
    if (!controlsOf(state, config).includes(step)) return state;
    const [word = "", mail = ""] = step.split(":");
    switch (word) {
      case "open": return { ...state, screen: "mail", mail, opened: state.opened.includes(mail) ? state.opened : [...state.opened, mail], notice: openedNotice(mail, state, config) };
      case "write": return { ...state, screen: "write", fields: {}, notice: { key: "write" } };
      case "reply": return reply(state, config);
      case "bin": return bin(state, config);
      case "example": return example(state, config);
      case "send": return send(state, config);
      default: return back(state);
    }
  },

  tasks(state, config) {
    return config.tasks.map((task, index) => ({ id: `task-${index + 1}`, done: isDone(task, index, state), label: labelOf(task, config) }));
  },

  notice(state): Sentence {
    return { ...state.notice, key: `notice.${state.notice.key}` };
  },

  hint(state, config): Hint {
    const index = config.tasks.findIndex((task, place) => !isDone(task, place, state));
    const goal = config.tasks[index];
    if (goal === undefined) return { key: "hint.finished" };
    const next = towards(goal, index, state, config);
    if (next === "example") return { key: "hint.example", words: { field: `field.${firstFault(state, config)?.field}` }, next };
    if (next === "write" && goal.do === "write") return { key: "hint.write", next };
    const name = mailOf(next.slice(5), config)?.subject ?? "";
    return { key: `hint.${next.replace(/:.*/, "")}`, values: { name }, next };
  },

  controls: controlsOf,

  // Tab and Enter do all there is to do.
  keystroke: () => [],

  twins: {},
};

/** What the mail box offers now. */
export function controlsOf(state: EmailState, config: EmailConfig): readonly string[] {
  if (state.screen === "inbox") return [...mailsIn(state, config).map(({ id }) => `open:${id}`), ...(config.tasks.some((task) => task.do === "write") ? ["write"] : [])];
  if (state.screen === "mail") return ["reply", "bin", "back"];
  return ["send", ...(firstFault(state, config) === undefined ? [] : ["example"]), "back"];
}

/** The task for which a mail is being written now, with its place. */
export function taskNow(state: EmailState, config: EmailConfig): { task: Extract<MailTask, { do: "write" | "reply" }>; index: number } | undefined {
  const fitting = config.tasks.flatMap((task, index) => {
    const isFitting = (task.do === "write" && state.screen === "write") || (task.do === "reply" && state.screen === "reply" && task.mail === state.mail);
    return isFitting ? [{ task, index }] : [];
  });
  return fitting.find(({ index }) => !state.sent.includes(index)) ?? fitting[0];
}

/** The first field of the mail being written that will not do yet. */
export function firstFault(state: EmailState, config: EmailConfig): { field: MailField; fault: string } | undefined {
  if (state.screen !== "write" && state.screen !== "reply") return undefined;
  const task = taskNow(state, config)?.task;
  for (const field of fieldsOf[state.screen]) {
    const fault = faultIn(field, state.fields[field] ?? "", task?.do === "write" ? task.to : "");
    if (fault !== undefined) return { field, fault };
  }
  return undefined;
}

/** A mail of the inbox or one that comes back. */
export function mailOf(id: string, config: EmailConfig): Mail | undefined {
  const answers = config.tasks.flatMap((task) => (task.do === "write" && task.answer !== undefined ? [task.answer] : []));
  return [...config.inbox, ...answers].find((mail) => mail.id === id);
}

/** What an author offers for a field. */
export function exampleOf(task: Extract<MailTask, { do: "write" | "reply" }>, field: MailField): string {
  if (task.do === "reply") return field === "jawab" ? task.example.answer : task.example.thanks;
  const { subject, greeting, purpose, thanks, sender } = task.example;
  return { kepada: task.to, subjek: subject, salam: greeting, maksud: purpose, terima: thanks, nama: sender, jawab: purpose }[field];
}

function type(state: EmailState, step: string): EmailState {
  const typed = readTyped(step);
  if (typed === undefined || (state.screen !== "write" && state.screen !== "reply")) return state;
  const field = fieldsOf[state.screen].find((one) => one === typed.field);
  if (field === undefined || (state.fields[field] ?? "") === typed.text) return state;
  return { ...state, fields: { ...state.fields, [field]: typed.text }, notice: { key: "typed" } };
}

function openedNotice(id: string, state: EmailState, config: EmailConfig): EmailState["notice"] {
  return { key: "opened", values: { name: mailsIn(state, config).find((mail) => mail.id === id)?.from ?? "" } };
}

function reply(state: EmailState, config: EmailConfig): EmailState {
  const trap = mailOf(state.mail, config)?.trap;
  if (trap !== undefined) return { ...state, notice: { key: "trap", values: { why: trap } } };
  const isAsked = config.tasks.some((task) => task.do === "reply" && task.mail === state.mail);
  return isAsked ? { ...state, screen: "reply", fields: {}, notice: { key: "reply" } } : { ...state, notice: { key: "no-reply" } };
}

function bin(state: EmailState, config: EmailConfig): EmailState {
  if (mailOf(state.mail, config)?.trap === undefined) return { ...state, notice: { key: "keep" } };
  return { ...state, screen: "inbox", binned: [...state.binned, state.mail], notice: { key: "binned" } };
}

function example(state: EmailState, config: EmailConfig): EmailState {
  const now = taskNow(state, config);
  const fault = firstFault(state, config);
  if (now === undefined || fault === undefined) return state;
  return { ...state, fields: { ...state.fields, [fault.field]: exampleOf(now.task, fault.field) }, notice: { key: "typed" } };
}

function send(state: EmailState, config: EmailConfig): EmailState {
  const fault = firstFault(state, config);
  if (fault !== undefined) return { ...state, notice: { key: `fault.${fault.fault}`, words: { field: `field.${fault.field}` } } };
  const index = taskNow(state, config)?.index ?? -1;
  const task = config.tasks[index];
  const key = task?.do === "write" ? (task.answer === undefined ? "sent" : "answered") : "replied";
  return { ...state, screen: "inbox", mail: "", fields: {}, sent: state.sent.includes(index) ? state.sent : [...state.sent, index], notice: { key } };
}

function back(state: EmailState): EmailState {
  if (state.screen === "reply") return { ...state, screen: "mail", fields: {}, notice: { key: "not-sent" } };
  return { ...state, screen: "inbox", mail: "", fields: {}, notice: { key: state.screen === "write" ? "not-sent" : "back" } };
}

function isDone(task: MailTask, index: number, state: EmailState): boolean {
  if (task.do === "read") return state.opened.includes(task.mail);
  return task.do === "refuse" ? state.binned.includes(task.mail) : state.sent.includes(index);
}

function labelOf(task: MailTask, config: EmailConfig): Sentence {
  return { key: `task.${task.do}`, values: { name: task.do === "write" ? task.name : mailOf(task.mail, config)?.from ?? "" } };
}

function towards(task: MailTask, index: number, state: EmailState, config: EmailConfig): string {
  if (task.do === "write") return taskNow(state, config)?.index === index ? complete(state, config) : state.screen === "inbox" ? "write" : "back";
  if (state.screen === "inbox") return `open:${task.mail}`;
  if (state.mail !== task.mail || task.do === "read") return "back";
  if (state.screen === "reply") return task.do === "reply" ? complete(state, config) : "back";
  if (state.screen === "write") return "back";
  return task.do === "reply" ? "reply" : "bin";
}

function complete(state: EmailState, config: EmailConfig): string {
  return firstFault(state, config) === undefined ? "send" : "example";
}
