// What was measured, with its limit from the same run beside it.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { expect } from "@playwright/test";

/** Fewer rounds and only what is compared within the run. */
export const quick = process.env.EBB_BENCH_QUICK === "1";
/** The folder of another app's build (`peer.ts`). */
export const peer = process.env.EBB_BENCH_PEER;
export const out = process.env.EBB_BENCH_OUT ?? "";
/** Stores of heavy use and the core as a module of its own. */
export const data = process.env.EBB_BENCH_DATA ?? "";
if (!out || !data) throw new Error("start this through `cargo xtask bench`");

export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The least and the most of the rounds. */
  spread?: [number, number];
  /** What it is held against, measured in the same run. */
  limit?: { name: string; value: number };
  /** How many times the limit it may be. */
  budget?: number;
  /** What it may be at most; a quick run, whose rounds are few, only prints it. */
  most?: number;
}

export function ratio(figure: Figure): number | undefined {
  return figure.limit && figure.value / figure.limit.value;
}

export function median(values: number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}

/** Keeps the figures of one subject for the report, then fails over a budget. */
export async function report(subject: string, figures: Figure[]) {
  await mkdir(join(out, "figures"), { recursive: true });
  const rows = figures.map((figure) => ({ ...figure, ratio: ratio(figure) }));
  await writeFile(join(out, "figures", `${subject}.json`), JSON.stringify(rows, null, 1));
  for (const figure of quick ? [] : figures) {
    const { name, limit, budget, most } = figure;
    if (budget !== undefined) expect.soft(ratio(figure), `${name} beside ${limit?.name}`).toBeLessThanOrEqual(budget);
    if (most !== undefined) expect.soft(figure.value, name).toBeLessThanOrEqual(most);
  }
}
