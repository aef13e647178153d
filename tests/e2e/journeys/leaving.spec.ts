import { readFile } from "node:fs/promises";

import { expect, test, type App } from "../ebb.ts";
import { putOn, sleepFor, SLOW, unlock } from "../locking.ts";

import type { Page } from "@playwright/test";

const FIXTURES = new URL("../../fixtures/v1/", import.meta.url).pathname;
const LOCKED = { name: "Ebb is locked" };

/** The page goes out of sight, or comes back, as with another tab or app in front. */
const sight = (page: Page, hidden: boolean) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

async function lockedWith(app: App, page: Page, hidden: string) {
  await app.logCraving(7);
  await putOn(app, page);
  await page.getByLabel("Lock automatically after").selectOption({ label: "Never" });
  await page.getByLabel("Lock when Ebb is out of sight").selectOption({ label: hidden });
  await page.clock.install();
}

test("out of sight for longer than was chosen Ebb locks, and not before", async ({ app, page }) => {
  test.setTimeout(120_000);
  await lockedWith(app, page, "5 minutes");
  await sight(page, true);
  await page.clock.fastForward("04:00");
  await sight(page, false);
  await page.clock.fastForward("20:00");
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
  await sight(page, true);
  await page.clock.fastForward("05:30");
  await expect(page.getByRole("heading", LOCKED)).toBeVisible();
});

test("where that was chosen Ebb locks as soon as it is out of sight, but not for another tab of it", async ({ app, page, context }) => {
  test.setTimeout(180_000);
  await lockedWith(app, page, "Lock at once");
  const other = await context.newPage();
  await other.goto(`${app.url}/history`);
  await unlock(other);
  await expect(other.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  // The person goes over to the other tab.
  await page.evaluate(() => {
    const told = new BroadcastChannel("ebb-here");
    const heard = new Promise((resolve) => (told.onmessage = ({ data }) => data === true && resolve(true)));
    Object.assign(window, { heard });
  });
  await sight(page, true);
  await sight(other, false);
  await page.evaluate(() => (window as unknown as { heard: Promise<unknown> }).heard);
  await page.clock.fastForward("00:03");
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
  // And then away from both.
  await sight(other, true);
  await page.clock.fastForward("00:03");
  for (const one of [page, other]) await expect(one.getByRole("heading", LOCKED)).toBeVisible();
});

test("whoever is at one tab is not locked out by another", async ({ app, page, context }) => {
  test.setTimeout(180_000);
  await app.logCraving(7);
  await putOn(app, page);
  await page.clock.install();
  const other = await context.newPage();
  await other.goto(`${app.url}/history`);
  await unlock(other);
  await expect(other.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await page.clock.fastForward("04:30");
  await page.evaluate(() => {
    const told = new BroadcastChannel("ebb-here");
    const heard = new Promise((resolve) => (told.onmessage = ({ data }) => data === true && resolve(true)));
    Object.assign(window, { heard });
  });
  await other.locator("#app h1").click();
  await page.evaluate(() => (window as unknown as { heard: Promise<unknown> }).heard);
  await page.clock.fastForward("01:00");
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
});

test("what a therapist has open is put away when nobody is there", async ({ app, page }) => {
  await page.clock.install();
  const open = async () => {
    await page.getByLabel("The phrase").fill(await readFile(`${FIXTURES}share-phrase.txt`, "utf8"));
    await page.getByLabel("Files, or a picture of a code").setInputFiles(`${FIXTURES}share-phrase.age`);
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.locator(".review")).toBeVisible(SLOW);
  };
  await app.open("/review");
  await open();
  await page.clock.fastForward("09:00");
  await expect(page.locator(".review")).toBeVisible();
  await page.locator("#app h1").click();
  await page.clock.fastForward("09:00");
  await expect(page.locator(".review")).toBeVisible();
  await page.clock.fastForward("02:00");
  await expect(page.locator(".review")).toHaveCount(0);
  await expect(page.getByText("Nobody was here for ten minutes")).toBeVisible();
  expect(page.url()).toBe(`${app.url}/review`);

  // After a sleep nothing of it is seen: timers stood still, and the clock went on.
  await open();
  const shown = await sleepFor(page, 11);
  expect(shown).toBe("hidden");
  await expect(page.locator(".review")).toHaveCount(0);
});
