import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";

/** How long a press is a long one, in milliseconds. */
const longPress = 500;
/** How far to the left a finger slides to cancel, in CSS pixels. */
const cancelLength = 60;

/** Handlers for a microphone that records while it is held, sends when it is let go, and cancels when the finger slides left. */
export function useRecording(press: (step: string) => void) {
  const stop = useRef<() => void>(() => undefined);
  const held = useRef(false);
  useEffect(() => () => { if (!held.current) stop.current(); }, [stop, held]);

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      stop.current();
      const from = event.clientX;
      held.current = false;
      const timer = window.setTimeout(() => { held.current = true; press("mic"); }, longPress);
      // The sheet takes the button's place while it is held: the document sees the finger go.
      const end = (up: globalThis.PointerEvent) => {
        stop.current();
        if (held.current) press(up.type === "pointercancel" || from - up.clientX > cancelLength ? "cancel" : "send");
      };
      document.addEventListener("pointerup", end);
      document.addEventListener("pointercancel", end);
      stop.current = () => {
        window.clearTimeout(timer);
        document.removeEventListener("pointerup", end);
        document.removeEventListener("pointercancel", end);
        stop.current = () => undefined;
      };
    },
    onContextMenu: (event: MouseEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => {
      if (held.current) event.preventDefault();
      held.current = false;
    },
  };
}
