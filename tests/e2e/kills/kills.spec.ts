import { expect, test } from "@playwright/test";

import { serve } from "../server.ts";
import { Chance } from "./chance.ts";
import { WRONGS, type Wrong } from "./ledger.ts";
import { LANDINGS, Life, type Aim, type Landing } from "./life.ts";

const times = Number(process.env.EBB_KILLS ?? 50);
const seed = Number(process.env.EBB_KILLS_SEED);
if (!Number.isInteger(seed)) throw new Error("start this through `cargo xtask kills`");
/** A profile is given up after so many kills, so that each round stays short. */
const ONE_LIFE = 25;
/** So many profiles at the same time. */
const AT_ONCE = 2;
/** No kill takes so long, with all that comes before and after it, on a busy machine. */
const LONGEST_MS = 15_000;
/** So many of a kind are told after one kill. */
const SHOWN = 5;
/** So many kills must have hit openings, saves and packings. */
const ENOUGH = 50;

test(`${times} kills of the browser lose, double and halve nothing`, async () => {
  test.setTimeout(times * LONGEST_MS + 60_000);
  const server = await serve();
  const landings = Object.fromEntries(LANDINGS.map((landing) => [landing, 0])) as Record<Landing, number>;
  const wrongs = Object.fromEntries(WRONGS.map((wrong) => [wrong, 0])) as Record<Wrong, number>;
  let [acknowledged, twice, torn, done] = [0, 0, 0, 0];
  const list = (counts: object) => Object.entries(counts).map(([name, count]) => `${String(count)} ${name}`).join(", ");

  const live = async (first: number) => {
    const chance = new Chance(seed * 10_000 + first);
    const life = new Life(server.url, `${process.env.EBB_ROOT}/target/kills`, `life-${first}`, chance);
    const said = new Map<Wrong, number>();
    const tell = (when: string) => {
      for (const wrong of WRONGS) {
        const found = life.ledger.wrongs[wrong];
        const fresh = found.slice(said.get(wrong) ?? 0);
        for (const words of fresh.slice(0, SHOWN)) console.log(`${wrong} ${when}: ${words}`);
        if (fresh.length > SHOWN) console.log(`${wrong} ${when}: and ${fresh.length - SHOWN} more`);
        wrongs[wrong] += fresh.length;
        said.set(wrong, found.length);
      }
    };
    const end = Math.min(first + ONE_LIFE, times);
    for (let round = first; round < end; round += 1) {
      landings[await life.round(pick(chance))] += 1;
      twice += life.twice() > 0 ? 1 : 0;
      tell(`at kill ${round} (seed ${seed})`);
    }
    await life.end();
    tell(`after kill ${end - 1} (seed ${seed})`);
    acknowledged += life.ledger.acknowledged;
    torn += life.ledger.torn;
    done += end - first;
    console.log(`${done} of ${times}: ${acknowledged} acknowledged, ${list(wrongs)}`);
  };

  console.log(`kills: ${times}, seed ${seed}`);
  const started = Date.now();
  const firsts = Array.from({ length: Math.ceil(times / ONE_LIFE) }, (_, life) => life * ONE_LIFE);
  // Most of a life is waiting for a browser to start.
  const inTurn = async () => {
    for (let first = firsts.shift(); first !== undefined; first = firsts.shift()) await live(first);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
  await server.stop();

  const seconds = (Date.now() - started) / 1000;
  console.log(`${times} kills in ${seconds.toFixed(0)} s, ${(seconds / times).toFixed(2)} s each`);
  console.log(`they landed: ${list(landings)}; ${twice} left records in both places, ${torn} tore the browser's own log`);
  console.log(`${acknowledged} acknowledged: ${list(wrongs)}`);
  expect(Object.values(wrongs).reduce((sum, count) => sum + count, 0), `seed ${seed}`).toBe(0);
  if (times < ENOUGH) return;
  const { opening, appending, copying, copied, removing } = landings;
  expect(Math.min(opening, appending, copying + copied + removing), "kills in each phase").toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(times);
});

/** By far the most of a day is none of these; each gets its share. */
function pick(chance: Chance): Aim {
  return chance.pick(["saving", "saving", "packing", "packing", "opening"]);
}
