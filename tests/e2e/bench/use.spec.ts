import { expect, test } from "@playwright/test";

import { drawn } from "../looks.ts";
import { serve } from "../server.ts";
import { filled, type Heard, opened, slow } from "./fill.ts";
import { quantile, quick, report } from "./figures.ts";

const APPENDS = quick ? 40 : 100;

/**
 * A raw, strictly durable `add` of so many bytes, begun by each tap on a number as an entry is by
 * the tap on Save: the browser paints what was tapped while it writes.
 */
const addRawWhenTapped = (bytes: number) =>
  new Promise<void>((resolve, reject) => {
    const raw: number[] = [];
    Object.assign(window, { raw });
    const open = indexedDB.open("raw", 1);
    open.onupgradeneeded = () => open.result.createObjectStore("records");
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const add = (event: Event) => {
        // A tap of its own, so that the two do not write at the same time.
        if (!(event.target as HTMLElement).closest("a[href='/craving']")) return;
        const start = performance.now();
        const transaction = open.result.transaction("records", "readwrite", { durability: "strict" });
        transaction.objectStore("records").add(new Uint8Array(bytes), crypto.randomUUID());
        transaction.oncomplete = () => raw.push(performance.now() - start);
      };
      addEventListener("click", add, true);
      resolve();
    };
  });

/** What the row of a craving has: 512 bytes, and what sealing adds. */
const BYTES = 554;

for (const records of [5_000, 50_000]) {
  test(`a sealed entry is on the disk about as soon as raw bytes are, beside ${records} others`, async ({ browser }) => {
    const server = await serve();
    const context = await filled(browser, server.url, records, true);
    const page = await opened(context, server.url, true);
    const writes: Heard["writes"] = [];
    await page.evaluate(addRawWhenTapped, BYTES);
    const rows = () => page.evaluate((bytes) => window.heard.writes.filter((write) => write.bytes === bytes), BYTES);
    // Within the app: a reload would lock it.
    for (let at = 0; at < APPENDS; at++) {
      await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Now" }).click();
      await page.locator("#app main a[href='/craving'], #app main button.craving").first().click();
      const before = (await rows()).length;
      await page.locator('[data-rating="6"]').click();
      await expect.poll(async () => (await rows()).length).toBeGreaterThan(before);
      writes.push((await rows()).at(-1)!);
    }
    const raw = await page.evaluate(() => (window as unknown as { raw: number[] }).raw);
    await server.stop();
    expect(raw).toHaveLength(APPENDS);
    const saved = writes.map(({ ms }) => ms);
    const row = (name: string, part: number) => ({
      name: `tap on Save until it is on the disk, sealed, of ${records}, ${name}`,
      value: quantile(saved, part),
      unit: "ms",
      limit: { name: `tap until a raw strict add is on the disk, ${name}`, value: quantile(raw, part) },
    });
    const writing = writes.map(({ begun }) => begun);
    const alone = { name: `its transaction alone, of ${records}, median`, value: quantile(writing, 0.5), unit: "ms" };
    await report(`append-${records}`, [row("median", 0.5), { ...row("p95", 0.95), budget: 1.5 }, alone]);
  });
}

test("with years of records every tap is answered at once", async ({ browser }) => {
  const server = await serve();
  const context = await filled(browser, server.url, 50_000, false);
  const page = await opened(context, server.url, false);
  await slow(page, 4);
  await page.evaluate(() => {
    const taps: number[] = [];
    Object.assign(window, { taps });
    const take = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId?: number })[]) {
        if (entry.interactionId && entry.name === "click") taps.push(entry.duration);
      }
    };
    new PerformanceObserver(take).observe({ type: "event", durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
  const menu = page.getByRole("navigation", { name: "Main menu" });
  const names = ["Skills", "Program", "My waves", "Now"] as const;
  const rounds = quick ? 3 : 8;
  const heading = page.locator("#app main h1");
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const before = await heading.innerText();
      await menu.getByRole("link", { name }).click();
      await expect(heading).not.toHaveText(before);
    }
  }
  await menu.getByRole("link", { name: "My waves" }).click();
  await page.locator("main").getByRole("link", { name: "Days" }).click();
  await page.getByRole("radio", { name: "Month" }).or(page.getByRole("button", { name: "Month" })).first().click();
  await drawn(page);
  const frames = page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const start = performance.now();
        let last = start;
        const next = (now: number) => {
          gaps.push(now - last);
          last = now;
          if (now - start < ms) requestAnimationFrame(next);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(next);
      }),
    quick ? 2000 : 5000,
  );
  await page.mouse.move(180, 400);
  for (let at = 0; at < (quick ? 20 : 60); at++) await page.mouse.wheel(0, 240);
  const gaps = await frames;
  const taps = await page.evaluate(() => (window as unknown as { taps: number[] }).taps);
  await server.stop();
  await report("taps", [
    { name: "tap to next paint, 50000 records, 4x, p95", value: quantile(taps, 0.95), unit: "ms", most: 100 },
    { name: "tap to next paint, 50000 records, 4x, median", value: quantile(taps, 0.5), unit: "ms" },
    { name: "frames over 50 ms while scrolling a month", value: gaps.filter((gap) => gap > 50).length, unit: "", most: 0 },
  ]);
});
