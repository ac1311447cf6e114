/** The first letters of a name, such as `S. A.` */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word) => `${[...word][0]?.toLocaleUpperCase("id") ?? ""}.`).join(" ");
}
