/** Where a finger was put down and where it is now, in CSS pixels. */
export interface Finger {
  readonly fromX: number;
  readonly fromY: number;
  readonly x: number;
  readonly y: number;
}

const swipeLength = 48;
/** A hand that trembles is still a finger that is held. */
const stillness = 16;
/** How much nearer or farther two fingers come in a pinch. */
const pinchLength = 32;

/** The step that one or two fingers have made so far; none while they have hardly moved. */
export function moveOf(fingers: readonly Finger[]): "swipe:up" | "swipe:down" | "pinch:out" | "pinch:in" | undefined {
  const [one, other] = fingers;
  if (one === undefined) return undefined;
  if (other === undefined) {
    const down = one.y - one.fromY;
    return Math.abs(down) < Math.max(swipeLength, Math.abs(one.x - one.fromX)) ? undefined : down < 0 ? "swipe:up" : "swipe:down";
  }
  const apart = Math.hypot(one.x - other.x, one.y - other.y) - Math.hypot(one.fromX - other.fromX, one.fromY - other.fromY);
  return Math.abs(apart) < pinchLength ? undefined : apart > 0 ? "pinch:out" : "pinch:in";
}

/** Whether a finger is where it was put down, or nearly so. */
export function isStill({ fromX, fromY, x, y }: Finger): boolean {
  return Math.hypot(x - fromX, y - fromY) < stillness;
}
