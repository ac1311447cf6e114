/** A number with what it counts: `1 lesson`, `2 lessons`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}
