// What the first screen shows while years of records are still being read.

import type { Page } from "@playwright/test";

import { expect, test, type App } from "../ebb.ts";
import { putOn, SLOW, unlock } from "../locking.ts";
import { save } from "../saving.ts";
import { drafts, manyRecords, plant, plantAll, read } from "../store.ts";

const NOON = "2026-11-25T12:00:00.000-05:00";
const MEDICINE = "Buprenorphine: how did you take it?";

/** Where `held` is set, packed records come only once `release` is called. */
function holdBack() {
  if (!sessionStorage.getItem("held")) return;
  const released = new Promise<void>((release) => Object.assign(window, { release }));
  const real = IDBObjectStore.prototype.getAll;
  IDBObjectStore.prototype.getAll = function (...given: Parameters<typeof real>) {
    const request = real.apply(this, given);
    if (this.name === "segments") {
      Object.defineProperty(request, "onsuccess", {
        set: (hear: (event: Event) => void) =>
          request.addEventListener("success", (event) => void released.then(() => hear.call(request, event))),
      });
    }
    return request;
  };
}

const hold = (page: Page) => page.evaluate(() => sessionStorage.setItem("held", "1"));
const release = (page: Page) =>
  page.evaluate(() => {
    sessionStorage.removeItem("held");
    (window as unknown as { release(): void }).release();
  });

/** Years of records, something that matters today, and a craving of today. */
async function live(app: App) {
  const { page } = app;
  await page.clock.install({ time: new Date(NOON) });
  await page.addInitScript(holdBack);
  await app.open("/");
  await plantAll(page, manyRecords(1100, "long ago"));
  await app.open("/programme/medicine/new");
  await page.getByLabel("Name", { exact: true }).fill("Buprenorphine");
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My program");
  await app.logCraving(7);
}

const kept = (page: Page, what: string) => expect.poll(() => drafts(page)).toContain(what);
const tally = (page: Page) => page.locator(".today .tally");

test("what was logged today and what matters today stand there before years are read", async ({ app, page }) => {
  await live(app);
  await kept(page, '"cravings":1');
  await kept(page, MEDICINE);
  await hold(page);
  await page.goto(app.url + "/");
  await expect(page.locator("html")).toHaveAttribute("data-journal", "home-cache");
  await expect(tally(page)).toContainText("1 craving");
  await expect(page.getByRole("link", { name: MEDICINE })).toBeVisible();
  await expect(page.locator(".card", { hasText: "7" }).getByRole("link")).toHaveAttribute("href", /^\/craving\/0/);

  // A craving does not wait for the years either: it is saved as soon as they are there.
  await page.locator("#app .craving-button").click();
  await app.rate("How strong is it?", 4);
  await expect(page.getByRole("button", { name: "Saving" })).toBeVisible();
  await release(page);
  await expect(page.locator(".saved")).toHaveText("Saved");
  await kept(page, '"cravings":2');
  await app.open("/");
  await expect(tally(page)).toContainText("2 cravings");
});

test("what somebody else has saved since is never left out: then the screen waits", async ({ app, page }) => {
  await live(app);
  await kept(page, '"cravings":1');
  const id = "01KB1000000000000000000000";
  const at = "2026-11-25T11:00:00.000-05:00";
  const other = { v: 1, id, device: "00000000000000a2", written_at: at, happened_at: at, local_day: "2026-11-25", entry: { craving: { intensity: 2 } } };
  await plant(page, id, JSON.stringify(other));
  await hold(page);
  await page.goto(app.url + "/");
  await expect(page.locator(".today")).toContainText("Opening");
  await expect(tally(page)).toHaveCount(0);
  await release(page);
  await expect(tally(page)).toContainText("2 cravings");
});

test("on the next day, yesterday's numbers are not shown as today's", async ({ app, page }) => {
  await live(app);
  await kept(page, '"cravings":1');
  await page.clock.setSystemTime(new Date("2026-11-26T12:00:00.000-05:00"));
  await hold(page);
  await page.goto(app.url + "/");
  await expect(page.locator(".today")).toContainText("Opening");
  await release(page);
  await expect(page.locator(".today")).toContainText("Nothing written yet today");
});

test("what is deleted does not stay in the copy", async ({ app, page }) => {
  await live(app);
  await kept(page, MEDICINE);
  await app.open("/");
  await page.getByRole("link", { name: MEDICINE }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My program");
  await app.open("/");
  await expect.poll(() => drafts(page)).not.toContain("Buprenorphine");
  await kept(page, '"cravings":1');
});

test("behind a lock the copy is sealed, and is there as soon as the lock is open", async ({ app, page }) => {
  test.setTimeout(180_000);
  await live(app);
  await putOn(app, page);
  await expect.poll(async () => Object.keys(await read(page, "records")), SLOW).toEqual([]);
  await app.goTo("Now");
  await page.locator("#app .craving-button").click();
  const before = await read(page, "segments");
  await app.rate("How strong is it?", 5);
  await expect(page.locator(".saved")).toHaveText("Saved");
  // The copy is the last thing that is written, a moment after what it shows.
  let last = before;
  const settled = async () => {
    const now = await read(page, "segments");
    const changed = Object.entries(now).filter(([name, row]) => before[name] !== row).length;
    const same = JSON.stringify(now) === JSON.stringify(last);
    last = now;
    return changed > 1 && same;
  };
  await expect.poll(settled, { ...SLOW, intervals: [1000] }).toBe(true);
  expect(Object.values(await read(page, "segments")).join("")).not.toMatch(/cravings|answered|programme/);
  await hold(page);
  await page.goto(app.url + "/");
  await expect(page.locator("#secret")).toBeVisible();
  await expect(tally(page)).toHaveCount(0);
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "home-cache", SLOW);
  await expect(tally(page)).toContainText("2 cravings");
  await release(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open");
  await expect(tally(page)).toContainText("2 cravings");
});
