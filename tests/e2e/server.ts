// The project's own static server, with the headers it really sends.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const xtask = process.env.EBB_XTASK;
const root = process.env.EBB_ROOT;
export const dist = process.env.EBB_DIST ?? "";
if (!xtask || !root || !dist) throw new Error("start this through `cargo xtask test`");

export interface Server {
  url: string;
  stop(): Promise<void>;
}

/** Serves a build at a free port, or at `port`. */
export async function serve(dir = dist, port = 0): Promise<Server> {
  const child = spawn(xtask!, ["serve", "--no-build", "--dir", dir, "--port", String(port)], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.on("data", (bytes) => errors.push(String(bytes)));
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (url) {
      return {
        url,
        async stop() {
          child.kill("SIGKILL");
          await ended;
        },
      };
    }
  }
  throw new Error(`the server did not start: ${errors.join("")}`);
}
