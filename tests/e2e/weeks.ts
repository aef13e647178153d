// Four weeks of a made-up person, and the clock of their last evening.

import { readFile } from "node:fs/promises";

import { expect, type App } from "./ebb.ts";
import { plantAll } from "./store.ts";

const WEEKS = new URL("../fixtures/weeks/1.jsonl", import.meta.url);
export const EVENING = new Date("2026-11-24T22:30:00-05:00");

/** Plants the weeks, as if they had been lived on this device. */
export async function liveFourWeeks(app: App) {
  await app.page.clock.setFixedTime(EVENING);
  await app.open();
  const lines = (await readFile(WEEKS, "utf8")).split("\n").filter((line) => line !== "");
  const records = Object.fromEntries(lines.map((line) => [(JSON.parse(line) as { id: string }).id, line]));
  expect(Object.keys(records).length).toBeGreaterThan(150);
  await plantAll(app.page, records);
}

/** Eight times slow breathing after which cravings were rated far lower than without an exercise. */
export async function breatheSlowly(app: App) {
  const practice = { exercise: "paced-breathing", before: 8, after: 2, seconds: 120, finish: "completed" };
  const records: Record<string, string> = {};
  for (let time = 0; time < 8; time++) {
    const id = `01KAV000000000000000000SB${time}`;
    const day = `2026-11-${String(10 + time)}`;
    const at = `${day}T05:30:00.000-05:00`;
    records[id] = JSON.stringify({
      v: 1,
      id,
      device: "00000000000000aa",
      written_at: at,
      happened_at: at,
      local_day: day,
      entry: { practice },
    });
  }
  await plantAll(app.page, records);
}
