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
