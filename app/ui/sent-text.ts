/** The text that a form sent under a name; empty when it sent none, or a file. At most `limit` characters. */
export function sentText(sent: FormData, name: string, limit = 200): string {
  const value = sent.get(name);
  return typeof value === "string" ? value.slice(0, limit) : "";
}
