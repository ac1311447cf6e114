const longest = 1000;

/** What a mentor wrote as a note, or what is wrong with it; `count` is its length in characters. */
export function readNote(typed: string): { body: string } | { fault: "empty" | "long"; count: number } {
  const body = typed.replaceAll("\r\n", "\n").trim();
  if (body === "") return { fault: "empty", count: 0 };
  const count = [...body].length;
  return count > longest ? { fault: "long", count } : { body };
}
