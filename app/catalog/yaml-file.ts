import { isNode, LineCounter, parseDocument } from "yaml";

/** What a YAML text says, where it is `broken`, and on which line, from 1, the value under some keys begins. */
export function parseYaml(source: string): { value: unknown; broken: { line: number; message: string }[]; lineAt: (keys: readonly PropertyKey[]) => number } {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const broken = document.errors.map(({ linePos, message }) => ({ line: linePos?.[0].line ?? 1, message: `YAML: ${message.split("\n")[0]}` }));
  return { value: broken.length > 0 ? null : document.toJS(), broken, lineAt };

  function lineAt(keys: readonly PropertyKey[]): number {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return keys.length === 0 ? 1 : lineAt(keys.slice(0, -1));
  }
}
