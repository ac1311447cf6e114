import { mostFileBytes } from "./read-list.server.ts";

/** Room for the form's other fields and the marks between its parts. */
const besidesFile = 64 * 1024;
/** What is read and thrown away, so that the browser hears our answer instead of a broken connection. */
const mostDiscardedBytes = 32 * 1024 * 1024;

/** The form of an upload; null when it is larger than a file may be, or no such form. It never fills the memory. */
export async function receiveForm(request: Request, mostBytes = mostFileBytes): Promise<FormData | null> {
  const mostFormBytes = mostBytes + besidesFile;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostDiscardedBytes) break;
    if (size <= mostFormBytes) chunks.push(chunk);
  }
  if (size > mostFormBytes) return null;
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  return new Response(Buffer.concat(chunks), { headers }).formData().catch(() => null);
}
