import { type RefObject, useEffect, useRef } from "react";

/** Moves the focus to the button with the value `target` when the focused control has left the page. */
export function useFocusKept(form: RefObject<HTMLFormElement>, target: string | undefined) {
  const focused = useRef<Element | null>(null);

  useEffect(() => {
    const element = form.current;
    const remember = (event: FocusEvent) => { focused.current = event.target as Element; };
    element?.addEventListener("focusin", remember);
    return () => element?.removeEventListener("focusin", remember);
  }, [form]);

  useEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    buttonsOf(form).find((button) => button.value === target && button.tabIndex >= 0)?.focus();
  });
}

/**
 * Lets a real keyboard press the phone's keys while the focus is in the exercise or nowhere.
 * Space and Enter press the focused button after Tab, and are typed after a letter or a touch.
 */
export function useTyping(form: RefObject<HTMLFormElement>, stepsOf: (key: string) => readonly string[], press: (step: string) => void) {
  const tabbed = useRef(false);

  useEffect(() => {
    const onPointerDown = () => { tabbed.current = false; };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Tab") tabbed.current = true;
      if (event.ctrlKey || event.metaKey || event.altKey || !isHere(form)) return;
      if (tabbed.current && (event.key === " " || event.key === "Enter")) return;
      const steps = stepsOf(event.key);
      if (steps.length === 0) return;
      event.preventDefault();
      tabbed.current = false;
      steps.forEach((step) => press(step));
    };
    document.addEventListener("pointerdown", onPointerDown);
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("pointerdown", onPointerDown);
      document.removeEventListener("keydown", onKeyDown);
    };
  });
}

function isHere(form: RefObject<HTMLFormElement>): boolean {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement) return false;
  return active === null || active === document.body || (form.current?.contains(active) ?? false);
}

function buttonsOf(form: RefObject<HTMLFormElement>): HTMLButtonElement[] {
  return [...(form.current?.querySelectorAll("button") ?? [])];
}
