import { EventEmitter, once } from "node:events";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";

/** A file on its way to its reader. */
export interface Spooled {
  body: ReadableStream<Uint8Array>;
  /** Its length, when it was written whole before anyone waited long; null while it is still being written. */
  bytes: number | null;
}

/** Files written at once; further ones wait, so that pages keep their share of the database. */
const mostAtOnce = 2;
const pieceSize = 65_536;

/**
 * Has `write` fill a file on the disk as fast as it can, and hands it on at its reader's pace: what is written comes
 * from one moment in the database, and a slow link holds up nobody. Waits up to `patience` milliseconds for the
 * file to be whole, so that browsers can show how much of it is still to come. When `write` fails by then, so does
 * this; later the body breaks off, so that no part of a file is taken for all of it. `gone`: the reader left; then,
 * and when the body is cancelled, writing stops. The file has no name, and is gone when it is closed, whatever happens.
 */
export async function spool(write: (file: Writable, signal: AbortSignal) => Promise<void>, { gone, patience = 10_000 }: { gone?: AbortSignal; patience?: number } = {}): Promise<Spooled> {
  const stop = new AbortController();
  const signal = gone ? AbortSignal.any([gone, stop.signal]) : stop.signal;
  const handle = await openNameless();
  const grown = new EventEmitter();
  const state = { written: 0, read: 0, ending: null as "whole" | { error: unknown } | null };
  const writing = inTurn(signal, () => write(writableTo(handle, state, grown), signal)).then(
    () => void (state.ending = "whole"),
    (error: unknown) => void (state.ending = { error }),
  );
  void writing.then(() => grown.emit("more"));
  const close = () => writing.then(() => handle.close());
  await Promise.race([writing, pause(patience, undefined, { ref: false })]);
  if (state.ending && state.ending !== "whole") {
    await close();
    throw state.ending.error;
  }
  return { body: readableOf(), bytes: state.ending === "whole" ? state.written : null };

  function readableOf(): ReadableStream<Uint8Array> {
    const leave = () => {
      grown.emit("more");
      void close();
    };
    signal.addEventListener("abort", leave, { once: true });
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        while (!signal.aborted && !state.ending && state.read === state.written) await once(grown, "more");
        if (signal.aborted || (state.read === state.written && state.ending !== "whole")) {
          await close();
          throw signal.aborted ? signal.reason : (state.ending as { error: unknown }).error;
        }
        if (state.read === state.written) {
          await close();
          return controller.close();
        }
        const piece = new Uint8Array(Math.min(pieceSize, state.written - state.read));
        const { bytesRead } = await handle.read(piece, 0, piece.length, state.read);
        state.read += bytesRead;
        controller.enqueue(piece.subarray(0, bytesRead));
      },
      cancel() {
        stop.abort();
        return close();
      },
    }, { highWaterMark: 0 });
  }
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "melek-desa-"));
  try {
    return await open(join(folder, "unduhan"), "wx+", 0o600);
  } finally {
    // Where a file cannot lose its name while it is open, the name stays behind.
    await rm(folder, { recursive: true }).catch(() => undefined);
  }
}

function writableTo(handle: FileHandle, state: { written: number }, grown: EventEmitter): Writable {
  const write = async (piece: Buffer) => {
    for (let at = 0; at < piece.length; ) {
      const { bytesWritten } = await handle.write(piece, at, piece.length - at, state.written);
      at += bytesWritten;
      state.written += bytesWritten;
    }
    grown.emit("more");
  };
  return new Writable({ write: (piece: Buffer, _encoding, done) => void write(piece).then(() => done(), done) });
}

const waiting: (() => void)[] = [];
let running = 0;

async function inTurn(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (running < mostAtOnce) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    signal.throwIfAborted();
    await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
