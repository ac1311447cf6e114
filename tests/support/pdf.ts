import { inflateSync } from "node:zlib";
import { textOf } from "../certificates/pdf-text.ts";

/** The text that the pages of a PDF of ours show, as it is served: one line a call of the text operator. */
export function linesOfPdf(pdf: Buffer): string[] {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => inflated(Buffer.from(match[1] ?? "", "latin1")));
  return streams.filter((stream) => stream.includes("BT")).flatMap((page) => textOf(page).split("\n"));
}

/** What a stream holds; nothing where it is no text, as a font. */
function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return "";
  }
}
