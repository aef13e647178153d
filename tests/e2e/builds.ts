// Builds made of the one that is tested.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { dist } from "./server.ts";

/** The same app under another build id, as the next release would be. Its page says `build-2`. */
export function nextBuild(): string {
  const to = join(mkdtempSync(join(tmpdir(), "ebb-build-")), "dist");
  cpSync(dist, to, { recursive: true });
  const [page, worker] = [join(to, "index.html"), join(to, "sw.js")];
  const hash = () => createHash("sha256").update(readFileSync(page)).digest("hex");
  const before = hash();
  const marked = readFileSync(page, "utf8").replace("<title>", '<meta name="ebb-build" content="build-2"><title>');
  writeFileSync(page, marked);
  const list = readFileSync(worker, "utf8");
  if (!list.includes(before)) throw new Error("the worker does not list the page");
  writeFileSync(worker, list.replace(before, hash()).replace(/BUILD = '\w+'/, "BUILD = 'build2'"));
  return to;
}
