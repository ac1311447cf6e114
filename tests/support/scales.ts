import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** One answer as it went over the line. `bytes` are those of its head and of its compressed body. */
export interface Transfer {
  path: string;
  bytes: number;
}

export interface Scales {
  site: string;
  /** What went over the line since it was last asked. */
  take(): Transfer[];
  /** Waits until nothing is asked for any more. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** As long as nothing was asked for, it is taken that nothing more will be. */
const restMs = 250;

/** A server on a port of its own that passes everything on to `site` as it is, and counts. */
export async function openScales(site: string): Promise<Scales> {
  const transfers: Transfer[] = [];
  let [open, lastAt] = [0, 0];
  const server = createServer((asked, answer) => {
    [open, lastAt] = [open + 1, Date.now()];
    answer.on("close", () => void ([open, lastAt] = [open - 1, Date.now()]));
    pass(asked, answer, new URL(site), (transfer) => void transfers.push(transfer));
  });
  await once(server.listen(0, "localhost"), "listening");
  return {
    site: `http://localhost:${(server.address() as AddressInfo).port}`,
    take: () => transfers.splice(0),
    rest: async () => {
      while (open > 0 || Date.now() - lastAt < restMs) await sleep(restMs / 5);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(asked: IncomingMessage, answer: ServerResponse, site: URL, count: (transfer: Transfer) => void): void {
  const onward = request({ hostname: site.hostname, port: site.port, path: asked.url, method: asked.method, headers: asked.headers }, (reply) => {
    const before = answer.socket?.bytesWritten ?? 0;
    answer.writeHead(reply.statusCode ?? 502, reply.statusMessage, reply.rawHeaders);
    reply.pipe(answer);
    const { socket } = answer;
    answer.on("finish", () => count({ path: asked.url ?? "", bytes: (socket?.bytesWritten ?? before) - before }));
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}
