import type { moves } from "./gerak-jari.ts";

/** Fingertips as rings, and the way they go, each the `d` of one path in a 24 by 24 box. */
const paths = {
  hold: "M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0",
  "swipe:up": "M8 18a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 11V2M8 6l4-4 4 4",
  "swipe:down": "M8 6a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 13v9M8 18l4 4 4-4",
  "pinch:out": "M5.5 15.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M12.5 8.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M5 19l-3 3M2 17v5h5M19 5l3-3M17 2h5v5",
  "pinch:in": "M1.5 19.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M16.5 4.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M7 17l4-4M7 13h4v4M17 7l-4 4M13 7v4h4",
} as const;

/** A drawn gesture; its words stand beside it. */
export function GestureIcon({ name }: { name: "hold" | (typeof moves)[number] }) {
  return <svg className="gj-sign" viewBox="0 0 24 24" aria-hidden="true"><path d={paths[name]} /></svg>;
}
