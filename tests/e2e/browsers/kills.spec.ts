// What was called saved is there after the browser was killed. Chromium has more of this in `kills/`.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { Chance } from "../kills/chance.ts";
import type { Act } from "../kills/ledger.ts";
import { drive, readTables, type Told } from "../kills/page.ts";
import { decode, type Tables } from "../kills/stored.ts";
import { serve } from "../server.ts";
import { Engine } from "./engine.ts";
import { MiniBrowser } from "./minibrowser.ts";

const times = Number(process.env.EBB_ENGINE_KILLS ?? 4);
const seed = Number(process.env.EBB_KILLS_SEED ?? 20_261_129);
const LONGEST_MS = 2_500;

/** A browser that is there to be killed. */
interface Victim {
  /** Runs a script, and gives what it comes to. */
  run<R>(script: string): Promise<R>;
  kill(): Promise<void>;
}

async function open(name: string, folder: string, url: string): Promise<Victim> {
  if (name === "webkit") return MiniBrowser.open(folder, url);
  const engine = await Engine.on("firefox", folder);
  await engine.driver.get(url);
  return {
    run: (script) =>
      engine.driver.executeAsyncScript(`const told = arguments[0]; Promise.resolve(${script}).then(told, (error) => told(String(error)))`),
    kill: () => engine.kill(),
  };
}

test("a craving that was saved outlives a browser that is killed", async ({}, info) => {
  const name = info.project.name;
  test.skip(name === "chromium", "The step `kills` does it, far more often");
  test.setTimeout((times + 1) * 60_000);
  const server = await serve();
  const folder = mkdtempSync(join(tmpdir(), `ebb-kills-${name}-`));
  const chance = new Chance(seed);
  const saved = new Set<string>();
  for (let round = 0; round <= times; round += 1) {
    // A page of the app's origin without the app.
    const victim = await open(name, folder, `${server.url}/icon.svg`);
    const found = JSON.parse(await victim.run<string>(`(${readTables.toString()})().then(JSON.stringify)`)) as Tables;
    const { records, broken } = decode(found);
    const when = `after kill ${round} with seed ${seed}`;
    expect([...saved].filter((id) => !records.has(id)), `lost ${when}`).toEqual([]);
    expect(broken, `broken ${when}`).toEqual([]);
    if (round < times) {
      await victim.run(`void (location.href = "/")`);
      const acts: Act[] = Array.from({ length: 60 }, (_, at) => ({ note: `${round}-${at}`, rating: chance.whole(11) }));
      const begin = `document.documentElement.dataset.journal === "open" && document.querySelector("#app main h1") &&
        (window.told = [], window.tell = (told) => window.told.push(told), void (${drive.toString()})(${JSON.stringify(acts)}), true)`;
      await expect.poll(() => victim.run<unknown>(begin).catch(() => false), { timeout: 30_000 }).toBe(true);
      const end = Date.now() + chance.next() * LONGEST_MS;
      do {
        for (const one of JSON.parse(await victim.run<string>("JSON.stringify(window.told.splice(0))")) as string[]) {
          const said = JSON.parse(one) as Told;
          if ("done" in said) saved.add(said.done);
          expect(said).not.toHaveProperty("problem");
        }
      } while (Date.now() < end || saved.size === 0);
    }
    await victim.kill();
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  info.annotations.push({ type: "figures", description: `${times} kills, none lost` });
  console.log(`${name}: ${times} kills with seed ${seed}, ${saved.size} saved, none lost`);
});
