// Kills while a lock is put on. After each the owner opens Ebb again, with the passphrase if there is a
// lock by then, until it is done: everything is there once, as it was, and nothing of it lies plain.

import { mkdirSync, rmSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { serve } from "../server.ts";
import { Chance } from "./chance.ts";
import { Chrome } from "./chrome.ts";
import { plant, readTables } from "./page.ts";
import { decode } from "./stored.ts";

const times = Math.ceil(Number(process.env.EBB_KILLS ?? 50) / 10);
const seed = Number(process.env.EBB_KILLS_SEED);
if (!Number.isInteger(seed)) throw new Error("start this through `cargo xtask kills`");
const ENTRIES = 400;
/** No conversion takes longer than this here. */
const LONGEST_MS = 1500;
const CALM_MS = 60_000;
/** One round, with every browser that is started in it, on a busy machine. */
const ROUND_MS = 90_000;
const OWN = "calm sea over the wide bay";

let server: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  server = await serve();
});
test.afterAll(() => server.stop());

/** Runs in the page: puts a lock on, up to the tap that does it. */
async function putOn(passphrase: string): Promise<void> {
  const until = async <T>(there: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const found = there();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(`#app ${selector}`);
  const type = async (selector: string, text: string) => {
    const field = await until(() => find<HTMLInputElement>(selector));
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  await type("#new-passphrase", passphrase);
  (await until(() => find("form button.main"))).click();
  const code = await until(() => find("#recovery-code")?.textContent?.trim());
  await type("#prove", code.slice(-9));
  (await until(() => find("form button.main"))).click();
}

/** Runs in the page: opens the lock. */
async function unlock(passphrase: string): Promise<void> {
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(`#app ${selector}`);
  while (!find("#secret")) await new Promise((resolve) => setTimeout(resolve, 1));
  const field = find<HTMLInputElement>("#secret")!;
  field.value = passphrase;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  find("form button.main")!.click();
  while (document.documentElement?.dataset.journal === "locked") await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Runs in the page: takes the lock off. */
async function takeOff(passphrase: string): Promise<void> {
  const find = () => document.querySelector<HTMLInputElement>("#app #off-passphrase");
  while (!find()) await new Promise((resolve) => setTimeout(resolve, 1));
  const field = find()!;
  field.value = passphrase;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.form!.querySelector<HTMLButtonElement>("button.main")!.click();
}

/** Runs in the page: how the journal is, once that is known. */
async function settled(): Promise<string> {
  for (;;) {
    const how = document.documentElement?.dataset.journal;
    if (how === "open" || how === "locked") return how;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

class Locking {
  private readonly profile: string;
  private chrome!: Chrome;

  constructor(name: string) {
    this.profile = `${process.env.EBB_ROOT}/target/kills/${name}`;
    rmSync(this.profile, { recursive: true, force: true });
    mkdirSync(this.profile, { recursive: true });
  }

  async start(path: string): Promise<string> {
    this.chrome = await Chrome.start(this.profile);
    await this.chrome.go(server.url + path);
    return this.chrome.run(settled, undefined);
  }

  /** Another page of the app, or one of its origin without it. */
  go(path: string) {
    return this.chrome.go(server.url + path);
  }

  run: Chrome["run"] = (what, given) => this.chrome.run(what, given);

  /** Begins something and kills the browser a while after that. */
  async killIn(begin: Promise<void>, ms: number) {
    await begin;
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.chrome.kill();
  }

  /** Opens it as its owner until everything is sealed, and gives how it is then, and every record. */
  async finish(passphrase: string) {
    await this.start("/settings/lock");
    await this.run(unlock, passphrase);
    const tables = () => this.run(readTables, undefined);
    await this.until(async () => {
      const { records = {}, segments = {}, drafts = {} } = await tables();
      const plain = [records, drafts].some((table) => Object.keys(table).length > 0);
      return !plain && Object.keys(segments).every((row) => /^[0-9a-f]{32}$/.test(row));
    });
    const told = await this.run(() => document.querySelector("#app .notice")?.textContent ?? "", undefined);
    const sealed = JSON.stringify(await tables());
    await this.run(takeOff, passphrase);
    await this.until(async () => (await tables()).meta?.vault === undefined);
    const stored = decode(await tables());
    await this.chrome.kill();
    rmSync(this.profile, { recursive: true, force: true });
    expect(stored.broken).toEqual([]);
    const records = new Map([...stored.records].map(([id, { lines }]) => [id, lines.join("\n")]));
    return { told, sealed, records };
  }

  private async until(holds: () => Promise<boolean>) {
    for (const patience = Date.now() + CALM_MS; !(await holds()); ) {
      if (Date.now() > patience) throw new Error("it did not come to an end");
    }
  }
}

test(`${times} kills while a lock is put on lose nothing and leave nothing plain`, async ({}, { testId }) => {
  test.setTimeout((times + 1) * ROUND_MS);
  const chance = new Chance(seed);
  const landed = { plain: 0, sealed: 0 };
  const lines = Array.from({ length: ENTRIES }, (_, at): [string, string] => {
    const id = `01KA${String(at).padStart(22, "0")}`;
    const moment = "2026-11-20T10:00:00.000+00:00";
    const entry = { craving: { intensity: at % 11, thought: `before the lock ${at}` } };
    const record = { v: 1, id, device: "00000000000000a1", written_at: moment, happened_at: moment, local_day: "2026-11-20", entry };
    return [id, JSON.stringify(record)];
  });
  for (let round = 0; round < times; round += 1) {
    const life = new Locking(`${testId}-${round}`);
    await life.start("/");
    await life.run(plant, lines);
    await life.go("/settings/lock");
    await life.run(settled, undefined);
    await life.killIn(life.run(putOn, OWN), chance.next() * LONGEST_MS);
    // Perhaps it was killed before there was a lock; and once more on the way.
    if ((await life.start("/settings/lock")) === "open") {
      landed.plain += 1;
      await life.killIn(life.run(putOn, OWN), LONGEST_MS);
    } else {
      landed.sealed += 1;
      await life.killIn(life.run(unlock, OWN), (chance.next() * LONGEST_MS) / 4);
    }
    const { told, sealed, records } = await life.finish(OWN);
    expect(records, `seed ${seed}, round ${round}`).toEqual(new Map(lines));
    expect(told, `seed ${seed}, round ${round}`).not.toContain("not as you left it");
    expect(sealed).not.toContain("before the lock");
  }
  console.log(`${times} kills while a lock was put on: ${landed.plain} before it was there, ${landed.sealed} after`);
});
