import { randomInt } from "node:crypto";

type Field = { name: string; type: string; values: string[] };

/** Fills the form of a quiz page with answers that it accepts; whether they are right is left to chance. */
export function answerQuizForm(html: string): URLSearchParams {
  const body = new URLSearchParams();
  const rows = new Map<string, string[]>();
  for (const { name, type, values } of fieldsOf(html)) {
    if (type === "hidden") body.append(name, values[0] ?? "");
    else if (type === "select") body.append(name, takeOne(rows, name.split(".")[0]!, values));
    else if (type === "text") body.append(name, "kunci");
    else body.append(name, values[randomInt(values.length)]!);
  }
  return body;
}

/** The rows of one question each get another value, as steps are not numbered twice; a group takes several cards once every group has one. */
function takeOne(rows: Map<string, string[]>, question: string, values: string[]): string {
  const known = rows.get(question) ?? [];
  const left = known.length > 0 ? known : [...values];
  rows.set(question, left);
  return left.splice(randomInt(left.length), 1)[0]!;
}

function fieldsOf(html: string): Field[] {
  const fields = new Map<string, Field>();
  let select = "";
  for (const [, tag, text = ""] of html.matchAll(/<(input|select|option)\b([^>]*)>/g)) {
    const { name = "", type = "text", value = "" } = attributesOf(text);
    if (tag === "select") select = name;
    const field = tag === "option" ? select : name;
    if (!/^(formId|version|peserta|s\d+(\.\d+)?)$/.test(field)) continue;
    const known = fields.get(field) ?? { name: field, type: tag === "select" ? "select" : type, values: [] };
    fields.set(field, known);
    if (tag !== "select" && value !== "") known.values.push(value);
  }
  return [...fields.values()];
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
}
