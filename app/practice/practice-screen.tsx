import type { SimulatorName } from "./parse-practice.ts";
import { type PracticeAction, maxSteps, writeSteps } from "./steps.ts";
import { loadedSimulator } from "./registry.ts";
import { type Task, replay } from "./simulator.ts";
import { usePractice } from "./use-practice.ts";
import { type ControlProps, type FieldProps, type Translate, say } from "./view-props.ts";

export interface PracticeScreenProps {
  /** Fetched before with `loadSimulator`. */
  readonly simulator: SimulatorName;
  /** As `parsePractice` returned it. */
  readonly config: unknown;
  /** As `readSteps` read them from the posted form; none at first. */
  readonly steps: readonly string[];
  /** What `readAction` read from the posted form, so that a hint is shown and the focus stays where it was. */
  readonly action?: PracticeAction;
  /** Sent along as `formId`, so that handing in twice counts once. */
  readonly formId: string;
  readonly t: Translate;
}

const statusId = "practice-status";
/** Other buttons of the page may belong to the form too. */
export const practiceFormId = "latihan";

/**
 * An exercise: its tasks, the drawn phone, and undo, restart, hint and finish.
 * It is one form that works with scripts off; with scripts on, only the finished steps are sent.
 */
export function PracticeScreen({ simulator, config, steps: sent, action: sentAction, formId, t }: PracticeScreenProps) {
  const { rules, view: View } = loadedSimulator(simulator);
  const practice = usePractice(rules, config, sent, sentAction);
  const { steps, action } = practice;
  const state = replay(rules, config, steps);
  const tasks = rules.tasks(state, config);
  const finished = tasks.every((task) => task.done);
  const hint = rules.hint(state, config);
  const own: Translate = (key, values) => t(`practice.${simulator}.${key}`, values);
  const screen: Translate = (key, values) => t(`practice.screen.${key}`, values);
  const notice = say(own, rules.notice(state, config));
  const sentence = statusOf({ screen, action, steps, finished, notice, hint: say(own, hint) });

  const control = (step: string): ControlProps => ({
    type: "submit",
    name: "step",
    value: step,
    ...(practice.focus === step && { autoFocus: true, "aria-describedby": statusId }),
    ...(action === "hint" && hint.next === step && { "data-hint": true }),
  });

  const field = (id: string): FieldProps => ({ id, ...(action === "hint" && hint.next?.startsWith(`type:${id}:`) && { "data-hint": true }) });

  return (
    <form
      method="post"
      id={practiceFormId}
      autoComplete="off"
      className={practice.live ? "practice practice-live" : "practice"}
      data-simulator={simulator}
      ref={practice.form}
      onSubmit={practice.onSubmit}
    >
      <input type="hidden" name="formId" value={formId} />
      <input type="hidden" name="steps" value={writeSteps(steps)} />
      <div className="practice-grid">
        <section className="practice-tasks" aria-labelledby="practice-tasks">
          <h2 id="practice-tasks">{screen("tasks")}</h2>
          <ol>{tasks.map((task) => <TaskItem key={task.id} task={task} own={own} screen={screen} />)}</ol>
        </section>
        <div className="practice-status" data-finished={finished || undefined}>
          <p role="status" id={statusId}><span key={steps.length}>{sentence}</span></p>
          {finished && (
            <button type="submit" name="do" value="finish" className="practice-finish" autoFocus={practice.focus === "finish"}>
              {screen("finish")}
            </button>
          )}
        </div>
        <div className="practice-stage">
          <View state={state} config={config} t={own} control={control} field={field} press={practice.press} />
        </div>
        <div className="practice-actions">
          {(["hint", "undo", "restart"] as const).map((name) => (
            <button key={name} type="submit" name="do" value={name} autoFocus={practice.focus === name}>{screen(name)}</button>
          ))}
        </div>
      </div>
    </form>
  );
}

function TaskItem({ task, own, screen }: { task: Task; own: Translate; screen: Translate }) {
  return (
    <li data-done={task.done || undefined}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10" /><path d="m7 12.5 3.5 3.5L17 9" /></svg>
      <span>{say(own, task.label)}<span className="practice-unseen">, {screen(task.done ? "done" : "to-do")}</span></span>
    </li>
  );
}

function statusOf(now: {
  screen: Translate; action?: PracticeAction; steps: readonly string[]; finished: boolean; notice: string; hint: string;
}): string {
  if (now.finished) return now.screen("finished");
  if (now.action === "hint") return now.screen("hinted", { hint: now.hint });
  if (now.steps.length >= maxSteps) return now.screen("full");
  if (now.action === "finish") return now.screen("unfinished");
  if (now.action === "restart") return now.screen("restarted");
  if (now.action === "undo") return now.screen(now.steps.length === 0 ? "restarted" : "undone");
  return now.notice;
}
