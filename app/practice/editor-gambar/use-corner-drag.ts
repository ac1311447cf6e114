import { type PointerEvent, useRef } from "react";
import { cell } from "./photo-picture.tsx";
import { type Box, type Side, columns, moved, rows, sides } from "./photos.ts";

interface Drag {
  readonly across: Side;
  readonly down: Side;
  frame: Box;
}

/** Handlers for the corners of a frame: pulling one presses the steps that its buttons would. */
export function useCornerDrag(frame: Box, press: (step: string) => void) {
  const drag = useRef<Drag | null>(null);

  /** Moves a side towards a cell's edge, as far as it goes. */
  function pull(now: Drag, side: Side, to: number) {
    const index = sides.indexOf(side);
    for (let edge = now.frame[index]!; edge !== to; edge = now.frame[index]!) {
      const way = (to > edge) === (index < 2) ? "in" : "out";
      const next = moved(now.frame, side, way);
      if (next === now.frame) return;
      now.frame = next;
      press(`${way}:${side}`);
    }
  }

  return {
    cornerProps: (across: Side, down: Side) => ({
      onPointerDown: (event: PointerEvent<SVGElement>) => {
        drag.current = { across, down, frame };
        event.currentTarget.setPointerCapture(event.pointerId);
      },
      onPointerMove: (event: PointerEvent<SVGElement>) => {
        const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
        if (drag.current === null || box === undefined) return;
        pull(drag.current, across, nearest((event.clientX - box.left) / box.width, columns));
        pull(drag.current, down, nearest((event.clientY - box.top) / box.height, rows));
      },
      onPointerUp: () => { drag.current = null; },
      onPointerCancel: () => { drag.current = null; },
    }),
    corners: [["left", "top"], ["right", "top"], ["left", "bottom"], ["right", "bottom"]] as const,
    placeOf: (across: "left" | "right", down: "top" | "bottom") => ({ cx: frame[across === "left" ? 0 : 2] * cell, cy: frame[down === "top" ? 1 : 3] * cell }),
  };
}

function nearest(share: number, count: number): number {
  return Math.min(Math.max(Math.round(share * count), 0), count);
}
