import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { type Finger, isStill, moveOf } from "./finger-moves.ts";

/** How long a press is a long one, in milliseconds. */
const longPress = 600;
/** A trackpad's pinch is over when nothing comes for this long, in milliseconds. */
const pinchRest = 250;

/** What the first finger touched, and when, in milliseconds. */
interface Touched {
  readonly hold?: string | undefined;
  /** A second finger may follow: whether it is held is only known when it goes. */
  readonly slow: boolean;
  readonly edge: boolean;
  readonly at: number;
}

/**
 * Handlers for a screen on which fingers press long, swipe and pinch; a mouse presses long and drags.
 * What is held takes the step in its `data-hold`, with `data-slow` not before it is let go; a swipe up from `data-edge` takes `home`.
 * A short touch stays the button's own, so that the screen works without any of this.
 */
export function useGestures(screen: RefObject<HTMLElement>, press: (step: string) => void) {
  const fingers = useRef(new Map<number, Finger>());
  const touched = useRef<Touched | undefined>(undefined);
  const timer = useRef<number | undefined>(undefined);
  /** Whether the fingers have made their gesture: then no touch follows when they go. */
  const made = useRef(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useTrackpadPinch(screen, press);
  useNoFling(screen);

  function make(step: string) {
    window.clearTimeout(timer.current);
    made.current = true;
    press(step);
  }

  function startAnew(event: PointerEvent) {
    fingers.current.clear();
    made.current = false;
    const first = touchedBy(event);
    touched.current = first;
    if (first.hold !== undefined && !first.slow) timer.current = window.setTimeout(make, longPress, first.hold);
  }

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      window.clearTimeout(timer.current);
      if (event.isPrimary) startAnew(event);
      else touched.current = undefined;
      fingers.current.set(event.pointerId, { fromX: event.clientX, fromY: event.clientY, x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event: PointerEvent) => {
      const finger = fingers.current.get(event.pointerId);
      if (finger === undefined) return;
      const moved = { ...finger, x: event.clientX, y: event.clientY };
      fingers.current.set(event.pointerId, moved);
      if (!isStill(moved)) window.clearTimeout(timer.current);
      if (made.current) return;
      const move = moveOf([...fingers.current.values()]);
      if (move?.startsWith("pinch")) make(move);
      // A swipe counts when the finger goes, wherever that is: what it lies on may leave with it.
      else if (move !== undefined) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerUp: (event: PointerEvent) => {
      window.clearTimeout(timer.current);
      const finger = fingers.current.get(event.pointerId);
      const move = moveOf([...fingers.current.values()]);
      fingers.current.delete(event.pointerId);
      if (made.current || finger === undefined) return;
      const { hold, slow, edge, at = 0 } = touched.current ?? {};
      if (move !== undefined) make(move === "swipe:up" && edge ? "home" : move);
      else if (slow && hold !== undefined && isStill(finger) && event.timeStamp - at >= longPress) make(hold);
    },
    onPointerCancel: (event: PointerEvent) => {
      window.clearTimeout(timer.current);
      fingers.current.delete(event.pointerId);
    },
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onClickCapture: (event: MouseEvent) => {
      // A keyboard's click has no detail, and is always a touch.
      if (!made.current || event.detail === 0) return;
      made.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** A pinch on a trackpad comes as a turn of the wheel with Ctrl; the browser would enlarge the whole page. */
function useTrackpadPinch(screen: RefObject<HTMLElement>, press: (step: string) => void) {
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const element = screen.current;
    let rest: number | undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      if (rest === undefined) latest.current(event.deltaY < 0 ? "pinch:out" : "pinch:in");
      window.clearTimeout(rest);
      rest = window.setTimeout(() => { rest = undefined; }, pinchRest);
    };
    element?.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      window.clearTimeout(rest);
      element?.removeEventListener("wheel", onWheel);
    };
  }, [screen]);
}

/** After a quick swipe a browser would go on rolling, and take the next touch for the one that stops it. */
function useNoFling(screen: RefObject<HTMLElement>) {
  useEffect(() => {
    const element = screen.current;
    const onTouchMove = (event: TouchEvent) => {
      const ours = event.target instanceof Element && getComputedStyle(event.target).touchAction === "none";
      if (ours && event.cancelable) event.preventDefault();
    };
    element?.addEventListener("touchmove", onTouchMove, { passive: false });
    return () => element?.removeEventListener("touchmove", onTouchMove);
  }, [screen]);
}

function touchedBy({ target, timeStamp }: PointerEvent): Touched {
  const element = target instanceof Element ? target : null;
  const held = element?.closest<HTMLElement>("[data-hold]");
  return { hold: held?.dataset["hold"], slow: held?.dataset["slow"] !== undefined, edge: Boolean(element?.closest("[data-edge]")), at: timeStamp };
}
