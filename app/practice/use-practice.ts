import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { focusAfter } from "./focus.ts";
import { type Simulator, isFinished, replay } from "./simulator.ts";
import { type PracticeAction, nextSteps, practiceActions } from "./steps.ts";
import { typedSteps } from "./typed.ts";
import { useSight } from "./use-sight.ts";
import { useFocusKept, useTyping } from "./use-typing.ts";

interface Played {
  readonly steps: readonly string[];
  /** The button beside the phone that was pressed last, none after a step. */
  readonly action?: PracticeAction;
  /** Whether anything was pressed since the page came. */
  readonly touched: boolean;
}

export interface PracticePlay extends Played {
  /** Whether scripts run. */
  readonly live: boolean;
  /** What a page fresh from the server focuses: a step, or the name of a button beside the phone. */
  readonly focus?: string;
  readonly form: RefObject<HTMLFormElement>;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly press: (step: string) => void;
}

type Rules = Simulator<unknown, unknown>;

/** Plays the exercise on in the browser, from the steps and the last action that the server sent. */
export function usePractice(rules: Rules, config: unknown, sent: readonly string[], sentAction?: PracticeAction): PracticePlay {
  const [played, setPlayed] = useState<Played>({ steps: sent, action: sentAction, touched: false });
  const form = useRef<HTMLFormElement>(null);
  const { steps, action, touched } = played;
  const focus = focusAfter(rules, config, steps, action);

  function press(step: string, pressed?: PracticeAction) {
    const typed = form.current === null ? [] : typedSteps(new FormData(form.current));
    setPlayed((before) => {
      const after = [...typed, step].reduce((all, next) => takeNext(rules, config, all, next), before.steps);
      return { steps: nextSteps(after, "", pressed), action: pressed, touched: true };
    });
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const button = (event.nativeEvent as SubmitEvent).submitter;
    // An old browser does not tell which button it was: then the server plays the step.
    if (!(button instanceof HTMLButtonElement) || button.value === "finish") return;
    event.preventDefault();
    if (button.name === "step") press(button.value);
    else press("", practiceActions.find((name) => name === button.value));
  }

  useFieldsShown(form, played);
  useFocusKept(form, focus);
  useTyping(form, (key) => rules.keystroke(replay(rules, config, steps), key, config), press);
  useSight(form, touched && action !== "hint");
  useHintInSight(form, touched && action === "hint");
  useHandIn(form, touched && isFinished(rules, config, steps));
  return { ...played, live: useLive(), focus: touched ? undefined : focus, form, onSubmit, press: (step) => press(step) };
}

/** `steps` and `step` after them, unless that changes nothing. */
function takeNext(rules: Rules, config: unknown, steps: readonly string[], step: string): readonly string[] {
  const state = replay(rules, config, steps);
  return rules.take(state, step, config) === state ? steps : nextSteps(steps, step);
}

/** Shows in the fields what the steps have written there. Until the first press they keep what was typed before the scripts came. */
function useFieldsShown(form: RefObject<HTMLFormElement>, played: Played) {
  useEffect(() => {
    if (!played.touched) return;
    const fields = form.current?.querySelectorAll<HTMLInputElement>("input[name^=\"type:\"], input[name^=\"hide:\"]") ?? [];
    for (const field of fields) field.value = field.defaultValue;
  }, [played, form]);
}

/** Brings the control that a hint speaks of onto the screen: a small phone shows only part of the exercise. */
function useHintInSight(form: RefObject<HTMLFormElement>, hinted: boolean) {
  useEffect(() => {
    if (hinted) form.current?.querySelector("[data-hint]")?.scrollIntoView({ block: "nearest" });
  }, [hinted, form]);
}

/** Hands the steps in once, quietly, so that whoever forgets to press Selesai is not left without a tick. */
function useHandIn(form: RefObject<HTMLFormElement>, finished: boolean) {
  const handedIn = useRef(false);
  useEffect(() => {
    if (!finished || handedIn.current || form.current === null) return;
    handedIn.current = true;
    const fields = [...form.current.querySelectorAll("input")].map((input) => [input.name, input.value]);
    navigator.sendBeacon?.(form.current.action, new URLSearchParams([...fields, ["do", "finish"]]));
  }, [finished, form]);
}

function useLive(): boolean {
  const [live, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return live;
}
