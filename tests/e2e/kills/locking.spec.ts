// Kills while a lock is put on, and while what an older Ebb has sealed is taken over. After each the
// owner opens Ebb again, with the passphrase if there is a lock by then, until it is done: everything is
// there once, as it was, and nothing of it lies plain.

import { mkdirSync, rmSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { OLD_LOCK, oldStore, PASSPHRASE } from "../locking.ts";
import { serve } from "../server.ts";
import { manyRecords, replaceAll } from "../store.ts";
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
const WORDS = "before the lock";

let server: Awaited<ReturnType<typeof serve>>;
test.beforeAll(async () => {
  server = await serve();
});
test.afterAll(() => server.stop());

type Act = { what: "put on" | "unlock" | "take off"; passphrase: string };

/** Runs in the page: puts a lock on, up to the tap that does it, opens it, or begins to take it off. */
async function act({ what, passphrase }: Act): Promise<void> {
  const end = Date.now() + 30_000;
  const until = async <T>(there: () => T | null | undefined | false, name: string): Promise<T> => {
    for (;;) {
      const found = there();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what}: there is no ${name}: ${document.documentElement.dataset.journal} ${document.querySelector<HTMLElement>("#app")?.innerText}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(`#app ${selector}`);
  const send = async (selector: string, text: string) => {
    const field = await until(() => find<HTMLInputElement>(selector), selector);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.form!.querySelector<HTMLButtonElement>("button[type=submit]")!.click();
  };
  if (what === "put on") {
    await send("#new-passphrase", passphrase);
    const code = await until(() => find("#recovery-code")?.textContent?.trim(), "recovery code");
    await send("#prove", code.slice(-9));
  } else if (what === "unlock") {
    await send("#secret", passphrase);
    await until(() => document.documentElement.dataset.journal !== "locked", "open journal");
  } else {
    await send("#off-passphrase", passphrase);
  }
}

/** Runs in the page: how the journal is, once that is known. */
async function settled(): Promise<string> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const how = document.documentElement?.dataset.journal;
    if (how === "open" || how === "locked") return how;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("the journal neither opened nor was locked");
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

  /** Opens it, with the passphrase if there is a lock by now; otherwise begins to put one on. */
  async begin(passphrase: string): Promise<string> {
    const how = await this.start("/settings/lock");
    await this.run(act, { what: how === "open" ? "put on" : "unlock", passphrase });
    return how;
  }

  /** Kills the browser after a while. */
  async killIn(ms: number) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.chrome.kill();
  }

  /** Opens it as its owner until everything is sealed, and gives how it is then, and every record. */
  async finish(passphrase: string) {
    await this.begin(passphrase);
    const tables = () => this.run(readTables, undefined);
    await this.until(async () => {
      const { records = {}, segments = {}, drafts = {} } = await tables();
      const plain = [records, drafts].some((table) => Object.keys(table).length > 0);
      return !plain && Object.keys(segments).every((row) => /^[0-9a-f]{32}$/.test(row));
    });
    const told = await this.run(() => document.querySelector("#app .notice")?.textContent ?? "", undefined);
    const sealed = JSON.stringify(await tables());
    await this.run(act, { what: "take off", passphrase });
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
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

test(`${times} kills while a lock is put on lose nothing and leave nothing plain`, async ({}, { testId }) => {
  test.setTimeout((times + 1) * ROUND_MS);
  const chance = new Chance(seed);
  const landed = { plain: 0, sealed: 0 };
  const lines = Object.entries(manyRecords(ENTRIES, WORDS));
  for (let round = 0; round < times; round += 1) {
    const life = new Locking(`${testId}-${round}`);
    await life.start("/");
    await life.run(plant, lines);
    await life.go("/settings/lock");
    await life.run(settled, undefined);
    await life.run(act, { what: "put on", passphrase: PASSPHRASE });
    await life.killIn(chance.next() * LONGEST_MS);
    // And once more on the way, whether there was a lock by then or not.
    const how = await life.begin(PASSPHRASE);
    landed[how === "open" ? "plain" : "sealed"] += 1;
    await life.killIn((chance.next() * LONGEST_MS) / 2);
    const { told, sealed, records } = await life.finish(PASSPHRASE);
    expect(records, `seed ${seed}, round ${round}`).toEqual(new Map(lines));
    expect(told, `seed ${seed}, round ${round}`).not.toContain("not as you left it");
    expect(sealed).not.toContain(WORDS);
  }
  console.log(`${times} kills while a lock was put on: ${landed.plain} before it was there, ${landed.sealed} after`);
});

const rounds = Math.ceil(times / 2);
test(`${rounds} kills while an older lock is taken over lose nothing`, async ({}, { testId }) => {
  test.setTimeout((rounds + 1) * ROUND_MS);
  const chance = new Chance(seed + 1);
  const where = `seed ${seed + 1}, round`;
  for (let round = 0; round < rounds; round += 1) {
    const life = new Locking(`${testId}-${round}`);
    await life.start("/");
    await life.run(replaceAll, oldStore());
    await life.go("/settings/lock");
    await life.run(settled, undefined);
    await life.run(act, { what: "unlock", passphrase: OLD_LOCK.passphrase });
    await life.killIn(chance.next() * LONGEST_MS);
    await life.begin(OLD_LOCK.passphrase);
    await life.killIn((chance.next() * LONGEST_MS) / 2);
    const { told, records } = await life.finish(OLD_LOCK.passphrase);
    expect(records.size, `${where} ${round}`).toBe(OLD_LOCK.entries);
    const said = [...records.values()].join("\n");
    for (let at = 0; at < OLD_LOCK.entries; at += 1) expect(said).toContain(`"${OLD_LOCK.words} ${at}"`);
    expect(told, `${where} ${round}`).not.toContain("not as you left it");
  }
});
