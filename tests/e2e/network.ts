// A network in front of a server, for the page and for its service worker alike: the browser's own
// slow network is the page's only.

import { createServer, request, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import type { Server } from "./server.ts";

export interface Speed {
  /** There and back, ms. */
  latency: number;
  /** Bytes in a second, for all that comes together. */
  rate: number;
}

export const SLOW_4G: Speed = { latency: 150, rate: 200_000 };

/** What was sent, and when its last byte was. */
export interface Sent {
  path: string;
  status: number;
  bytes: number;
  at: number;
}

export interface Network extends Server {
  sent: Sent[];
}

interface Sending {
  to: ServerResponse;
  body: Buffer;
  done(): void;
}

const TICK_MS = 5;
const SLICE = 1460;

/** The server at `url`, at this speed. */
export async function over(url: string, speed?: Speed): Promise<Network> {
  const sent: Sent[] = [];
  const sending: Sending[] = [];
  let last = Date.now();
  const pump = setInterval(() => {
    const now = Date.now();
    let room = speed ? ((now - last) * speed.rate) / 1000 : Infinity;
    last = now;
    // A little of each in turn, as one connection with many streams does it.
    while (room > 0 && sending.length) {
      const next = sending.shift()!;
      const slice = next.body.subarray(0, speed ? SLICE : undefined);
      room -= slice.length;
      next.to.write(slice);
      next.body = next.body.subarray(slice.length);
      if (next.body.length) sending.push(next);
      else next.done();
    }
  }, TICK_MS);
  const server = createServer((asked, to) => {
    const { pathname } = new URL(asked.url ?? "/", url);
    setTimeout(() => {
      request(url + asked.url, { method: asked.method, headers: asked.headers }, (answer) => {
        const { statusCode: status = 502, headers } = answer;
        void whole(answer).then((body) => {
          const done = () => {
            to.end();
            sent.push({ path: pathname, status, bytes: body.length, at: Date.now() });
          };
          to.writeHead(status, headers as OutgoingHttpHeaders);
          if (body.length) sending.push({ to, body, done });
          else done();
        });
      })
        .on("error", () => to.destroy())
        .end();
    }, speed?.latency ?? 0);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    async stop() {
      clearInterval(pump);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
