import { inflateSync } from "node:zlib";
import { textOf } from "../certificates/pdf-text.ts";

/** The text that the pages of a PDF of ours show, as it is served: one line a call of the text operator. */
export function linesOfPdf(pdf: Buffer): string[] {
  const heads = [...pdf.toString("latin1").matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)];
  const streams = heads.map(({ 0: head, 1: length, index }) => inflated(pdf.subarray(index + head.length, index + head.length + Number(length))));
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
