import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";

/** How long a press is a long one, in milliseconds. */
const longPress = 600;
/** How far up a finger slides to swipe, in CSS pixels. */
const swipeLength = 60;

/** Handlers for a button that takes `onHold` instead of its own step when it is held for 600 ms. */
export function useHold(onHold: () => void) {
  const timer = useRef<number | undefined>(undefined);
  const held = useRef(false);
  const stop = () => window.clearTimeout(timer.current);
  useEffect(() => stop, []);

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      held.current = false;
      stop();
      timer.current = window.setTimeout(() => { held.current = true; onHold(); }, longPress);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => {
      if (held.current) event.preventDefault();
      held.current = false;
    },
  };
}

/** Handlers for a screen that takes `onSwipe` when a finger slides up over it. */
export function useSwipeUp(onSwipe: () => void) {
  const from = useRef<number | undefined>(undefined);

  return {
    onPointerDown: (event: PointerEvent) => { from.current = event.clientY; },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === undefined || from.current - event.clientY < swipeLength) return;
      from.current = undefined;
      onSwipe();
    },
    onPointerUp: () => { from.current = undefined; },
    onPointerCancel: () => { from.current = undefined; },
  };
}
