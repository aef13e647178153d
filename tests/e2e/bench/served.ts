// The build as a host has it, and the network it comes over.

import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

import { dist } from "../server.ts";
import { data } from "./figures.ts";

/** Slow 4G, as the budget says. */
export const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** The build, packed beforehand, so that this machine does not pack while it is measured. */
export async function served(): Promise<string> {
  const folder = join(data, "served");
  await rm(folder, { recursive: true, force: true });
  await cp(dist, folder, { recursive: true });
  const names = await readdir(folder);
  await pack(
    folder,
    names.filter((name) => /\.(html|css|js)$|^(ebb-app|split_).*wasm$/.test(name)),
  );
  return folder;
}

export async function pack(folder: string, names: string[]) {
  for (const name of names) {
    await writeFile(join(folder, `${name}.br`), brotliCompressSync(await readFile(join(folder, name))));
  }
}
