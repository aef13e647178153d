// The build as a host has it, and the network it comes over.

import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { dist } from "../server.ts";
import { data } from "./figures.ts";

/** Slow 4G, as the budget says. */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** A build, packed beforehand, so that this machine does not pack while it is measured. */
export async function served(from = dist): Promise<string> {
  const folder = join(data, from === dist ? "served" : "peer");
  await rm(folder, { recursive: true, force: true });
  await cp(from, folder, { recursive: true });
  // The headers of another's build are its host's.
  await writeFile(join(folder, "_headers"), HEADERS, { flag: "wx" }).catch(() => undefined);
  const names = await readdir(folder, { recursive: true });
  await pack(folder, names.filter((name) => /\.(html|css|js|json|txt|wasm)$/.test(name)));
  return folder;
}

/** A page of its own, and one on another site that one comes from. */
export async function onePage(name: string, html: string): Promise<string> {
  const folder = join(data, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "_headers"), HEADERS);
  await pack(folder, ["index.html"]);
  await writeFile(join(folder, "from.html"), "<!doctype html><title>Elsewhere</title>");
  return folder;
}

const HEADERS = "/*\n  Cache-Control: no-cache\n";

async function pack(folder: string, names: string[]) {
  for (const name of names) {
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(await readFile(join(folder, name))));
  }
}
