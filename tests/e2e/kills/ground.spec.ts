// A kill that leaves half a record in the browser's own log must not cost the journal: see
// `app/src/platform/idb/leveldb_workaround.rs`. The tear is made by hand, byte for byte as a kill would leave it.

import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { serve } from "../server.ts";
import { Chrome } from "./chrome.ts";
import type { Act } from "./ledger.ts";
import { drive, observe, readTables, type Told } from "./page.ts";
import { tornLog } from "./torn.ts";

const BLOCK = 32_768;
const HEADER = 7;
const FIRST = 2;

/** CRC-32C, as LevelDB has it. */
function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Puts the first part of a record behind the log, up to the end of its block, and no second part. */
function tear() {
  const folder = `${profile}/Default/IndexedDB`;
  const files = readdirSync(folder, { recursive: true }).map(String);
  const log = files.filter((file) => file.endsWith(".log")).sort().at(-1);
  if (!log) throw new Error("there is no log");
  const path = `${folder}/${log}`;
  const part = Buffer.alloc(BLOCK - (readFileSync(path).length % BLOCK) - HEADER, 1);
  const header = Buffer.alloc(HEADER);
  const crc = crc32c(Buffer.concat([Buffer.from([FIRST]), part]));
  header.writeUInt32LE((((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0);
  header.writeUInt16LE(part.length, 4);
  header[6] = FIRST;
  appendFileSync(path, Buffer.concat([header, part]));
}

let server: Awaited<ReturnType<typeof serve>>;
let profile = "";

test.beforeEach(async ({}, { testId }) => {
  server = await serve();
  profile = `${process.env.EBB_ROOT}/target/kills/${testId}`;
  rmSync(profile, { recursive: true, force: true });
  mkdirSync(profile, { recursive: true });
});

test.afterEach(async () => {
  await server.stop();
  rmSync(profile, { recursive: true, force: true });
});

/** Opens Ebb, does what is to be done there, if anything, and kills the browser. */
async function visit(...acts: Act[]) {
  const chrome = await Chrome.start(profile);
  await chrome.first(observe, { skip: 0, hold: 0 });
  const heard = (what: (told: Told) => boolean) =>
    new Promise<void>((resolve, reject) => {
      chrome.heard = (text) => {
        const told = JSON.parse(text) as Told;
        if (what(told)) resolve();
        else if ("problem" in told) reject(new Error(told.problem));
      };
    });
  const open = heard((told) => "at" in told && told.at === "open");
  await chrome.go(`${server.url}/`);
  await open;
  if (acts.length > 0) {
    const done = heard((told) => "done" in told);
    // It stays open until the kill.
    chrome.run(drive, acts).catch(() => undefined);
    await done;
  }
  await chrome.kill();
}

/** Everything in the journal, as text. */
async function kept(): Promise<string> {
  const chrome = await Chrome.start(profile);
  await chrome.go(`${server.url}/icon.svg`);
  const tables = await chrome.run(readTables, undefined);
  await chrome.kill();
  return Object.values(tables.records ?? {}).join("\n");
}

test("a log that a kill has torn costs nothing, though more is written", async () => {
  await visit({ note: "before the kill", rating: 5 });
  tear();
  expect(tornLog(profile)).toBe(true);
  await visit({ note: "behind the tear", rating: 5 });
  expect(await kept()).toMatch(/before the kill[^]*behind the tear/);
});

test("a log that a kill has torn costs nothing, though it is only looked at", async () => {
  await visit({ note: "before the kill", rating: 5 });
  tear();
  await visit();
  await visit();
  expect(await kept()).toContain("before the kill");
});
