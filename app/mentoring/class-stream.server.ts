import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import type { Copy } from "#app/i18n/translate.tsx";
import { logger } from "#app/operations/logger.server.ts";
import type { CohortKey } from "#db/enrollments.ts";
import type { Database } from "#db/schema.ts";
import { changesOf, type ClassRows } from "./class-row.ts";
import { readClass } from "./read-class.server.ts";

const readEvery = 2_000;
const askAccessEvery = 10_000;
/** Proxies close what is silent for a minute or so. */
const beatEvery = 25_000;

/** One cohort's board as all of its viewers in a language see it. */
interface Watch {
  rows: ClassRows | null;
  listeners: Set<(changes: string, all: ClassRows) => void>;
  timer: NodeJS.Timeout | undefined;
}

const watches = new Map<string, Watch>();

export interface ClassViewer {
  /** Whether the viewer may still see this cohort. */
  mayStillRead: () => Promise<boolean>;
  /** The stamp of the board that their page was made with: nothing is sent until it changes. */
  stamp: string;
  /** Ends the stream with the server, and when the viewer leaves. */
  signals: readonly (AbortSignal | undefined)[];
}

/** A board's stamp: the same for the same rows. */
export function stampOf(rows: ClassRows): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("base64url").slice(0, 12);
}

/** What changes on the board during class, as server-sent events of compact JSON (see `changesOf`): at most 2 s after it did, plus the time on the way. */
export function streamClass(db: Kysely<Database>, cohort: CohortKey, copy: Copy, viewer: ClassViewer): ReadableStream<Uint8Array> {
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const leave = watch(db, cohort, copy, (changes, all, isFirst) => {
        if (!(isFirst && stampOf(all) === viewer.stamp)) send(`data: ${changes}\n\n`);
      });
      const beat = setInterval(() => send(":\n\n"), beatEvery);
      const guard = setInterval(() => void viewer.mayStillRead().then((may) => may || end(), end), askAccessEvery);
      end = () => {
        end = () => undefined;
        clearInterval(beat);
        clearInterval(guard);
        leave();
        controller.close();
      };
      send("retry: 3000\n\n");
      for (const signal of viewer.signals) {
        if (signal?.aborted) end();
        signal?.addEventListener("abort", () => end(), { once: true });
      }
    },
    // The reader is gone: nothing may be closed or sent any more, only let go.
    cancel() {
      try {
        end();
      } catch {
        // It was closed with its reader.
      }
    },
  });
}

const encoder = new TextEncoder();

/** Reads the board for as long as somebody listens. Answers how to stop listening. */
function watch(db: Kysely<Database>, cohort: CohortKey, copy: Copy, hear: (changes: string, all: ClassRows, isFirst: boolean) => void): () => void {
  const key = `${cohort.cohortId} ${copy.locale}`;
  const found = watches.get(key) ?? { rows: null, listeners: new Set(), timer: undefined };
  let isFirst = true;
  const listener = (changes: string, all: ClassRows) => {
    hear(isFirst ? (changesOf({}, all) ?? "{}") : changes, all, isFirst);
    isFirst = false;
  };
  found.listeners.add(listener);
  if (found.rows) listener("{}", found.rows);
  if (!watches.has(key)) {
    watches.set(key, found);
    void readOn(found, () => readClass(db, cohort, copy, new Date()));
  }
  return () => {
    found.listeners.delete(listener);
    if (found.listeners.size > 0) return;
    clearTimeout(found.timer);
    watches.delete(key);
  };
}

async function readOn(watched: Watch, read: () => ReturnType<typeof readClass>): Promise<void> {
  try {
    const { rows } = await read();
    const changes = watched.rows ? changesOf(watched.rows, rows) : (changesOf({}, rows) ?? "{}");
    watched.rows = rows;
    if (changes) for (const listener of watched.listeners) listener(changes, rows);
  } catch (error) {
    logger.warn({ err: error }, "class board not read");
  }
  if (watched.listeners.size > 0) watched.timer = setTimeout(() => void readOn(watched, read), readEvery);
}
