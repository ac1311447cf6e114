import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A line to a server that can go down, as in a village. */
export interface Link {
  port: number;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  /** Questions still arrive; the answers get lost on the way, with the connection. */
  loseAnswers(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Passes connections to a free local port on to `port` on this machine. */
export async function openLink(port: number): Promise<Link> {
  const sockets = new Set<Socket>();
  let state: "up" | "down" | "deaf" = "up";
  const server = createServer((near) => {
    const far = connect(port, "localhost");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    if (state === "down") return near.destroy();
    near.pipe(far);
    far.on("data", (answer) => void (state === "deaf" ? near.destroy() : near.write(answer)));
    far.on("close", () => near.destroy());
    near.on("close", () => far.end());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const breakAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      state = "down";
      breakAll();
    },
    loseAnswers: () => void (state = "deaf"),
    mend: () => void (state = "up"),
    close: async () => {
      breakAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
