// What a therapist with a caseload waits for, on a slow clinic PC.

import { join } from "node:path";

import { type Browser, expect, type Page, test } from "@playwright/test";

import { type Desk, profile } from "../clinic.ts";
import { isLocked } from "../locks.ts";
import { serve } from "../server.ts";
import { idle, slow } from "./fill.ts";
import { data, type Figure, median, quick, report } from "./figures.ts";

const DESK = "harbor pencil violet mountain";
const BACKUP = "calm sea over the wide bay";
const ROUNDS = quick ? 1 : 5;
const SLOWDOWN = 4;
const LONG = { timeout: 300_000 };
/** The day on which `desk_of` in `tests/src/clients.rs` ends, in the morning. */
const TODAY = new Date("2026-10-28T09:00:00-05:00");
const MB = 1_000_000;

/** A desk that has so many people's twelve weeks. */
async function withPeople(browser: Browser, url: string, people: number): Promise<Desk> {
  const desk = await profile(browser, url, 1366, 768);
  const { app, page } = desk;
  await page.clock.setFixedTime(TODAY);
  await app.open("/desk");
  await page.getByLabel("A passphrase for the desk").fill(DESK);
  await page.getByRole("checkbox", { name: "My clinic allows me" }).check();
  await page.getByRole("button", { name: "Set it up" }).click();
  await page.getByRole("button", { name: "I wrote it down" }).click();
  await page.getByText("Bring a backup in", { exact: true }).click();
  await page.locator("#desk-backup-file").setInputFiles(join(data, `caseload-${people}.age`));
  await page.getByLabel("The backup’s passphrase").fill(BACKUP);
  await page.getByRole("button", { name: "Bring it in" }).click();
  await expect(page.locator(".desk-list > li")).toHaveCount(people, LONG);
  return desk;
}

/** Milliseconds from the next click until `seen` is on the page and drawn. */
async function fromTap(page: Page, seen: string, tap: () => Promise<void>): Promise<number> {
  await page.evaluate((seen) => {
    const found = window as unknown as { waited?: number };
    delete found.waited;
    const listen = () => {
      const start = performance.now();
      const look = () => {
        if (document.querySelector(seen)) found.waited = performance.now() - start;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener("click", listen, { capture: true, once: true });
  }, seen);
  await tap();
  await page.waitForFunction(() => "waited" in window, undefined, LONG);
  return page.evaluate(() => (window as unknown as { waited: number }).waited);
}

async function unlocked({ app, page }: Desk): Promise<number> {
  await app.open("/desk");
  await page.getByLabel("Passphrase or recovery code").fill(DESK);
  await slow(page, SLOWDOWN);
  const waited = await fromTap(page, ".desk-list > li", () => page.getByRole("button", { name: "Open the desk" }).click());
  await slow(page, 1);
  return waited;
}

/** Until nobody writes to the desk: what the list shows is kept for the next opening then. */
async function atRest(page: Page) {
  for (let calm = 0; calm < 20; ) {
    await idle(page);
    calm = (await isLocked(page, "ebb-desk-writing")) ? 0 : calm + 1;
  }
}

/** Bytes of everything the page holds: what scripts have, and WebAssembly's memory. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = (await session.send("Runtime.getHeapUsage")) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  await session.detach();
  return usedSize + backingStorageSize;
}

test("a caseload of sixty opens, and a person's page, before anybody has sat down", async ({ browser }) => {
  test.setTimeout(1_200_000);
  const server = await serve();
  const desk = await withPeople(browser, server.url, 60);
  const { page } = desk;
  const opening: number[] = [];
  const person: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    opening.push(await unlocked(desk));
    await atRest(page);
    await slow(page, SLOWDOWN);
    const one = page.locator(".desk-list > li").nth(round + 3).getByRole("button").first();
    person.push(await fromTap(page, ".review", () => one.click()));
    await slow(page, 1);
    await page.getByRole("button", { name: "Back to the list" }).click();
  }
  const held = await memory(page);
  await desk.close();
  await server.stop();
  const figures: Figure[] = [
    { name: "60 people: from the passphrase to the list, 4x", value: median(opening), unit: "ms", most: 3000 },
    { name: "60 people: a person's page, 4x", value: median(person), unit: "ms", most: 300 },
    { name: "60 people: memory", value: held / MB, unit: "MB", most: 96 },
  ];
  await report("desk-60", figures);
});

test("a caseload of three hundred opens and scrolls without a frame that hangs", async ({ browser }) => {
  test.setTimeout(1_800_000);
  const server = await serve();
  const desk = await withPeople(browser, server.url, 300);
  const { page } = desk;
  // The first opening after a backup was brought in reads every share.
  const first = await unlocked(desk);
  await atRest(page);
  const opening = await unlocked(desk);
  const longest = await page.evaluate(async () => {
    let longest = 0;
    let before = await new Promise<number>(requestAnimationFrame);
    const end = document.documentElement.scrollHeight;
    for (let at = 0; at < end; at += 200) {
      scrollTo(0, at);
      const now = await new Promise<number>(requestAnimationFrame);
      longest = Math.max(longest, now - before);
      before = now;
    }
    return longest;
  });
  await desk.close();
  await server.stop();
  await report("desk-300", [
    { name: "300 people: from the passphrase to the list after a restore, 4x", value: first, unit: "ms" },
    { name: "300 people: from the passphrase to the list, 4x", value: opening, unit: "ms" },
    { name: "300 people: the longest frame of scrolling through them", value: longest, unit: "ms", most: 50 },
  ]);
});
