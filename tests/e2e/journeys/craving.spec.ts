import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium } from "@playwright/test";

import { launchOptions } from "../browser.ts";
import { App, expect, test, Watch } from "../ebb.ts";
import { dist, serve } from "../server.ts";
import { drafts, read } from "../store.ts";

test("a craving is saved from a cold start in at most three taps", async ({ app, page, taps }) => {
  // Taps before the app is there have journeys of their own, beside those of help.
  await app.open("/");
  await page.getByRole("link", { name: /I have a craving/ }).click();
  await app.rate("How strong is it?", 7);
  await expect(page.locator(".saved")).toHaveText("Saved");
  const received = await taps.count();
  expect(received).toBeGreaterThan(0);
  expect(received).toBeLessThanOrEqual(3);
});

test("a craving with everything in it reads back as written", async ({ app, page }) => {
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await page.getByRole("checkbox", { name: "Stress" }).check();
  await page.getByLabel("In my own words").first().fill("Payday 💸");
  await page.getByRole("group", { name: "What set it off?" }).getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("checkbox", { name: "Payday 💸" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Home", exact: true }).check();
  await page.getByLabel("What went through your mind?").fill("שלום\nJust one <b>time</b>");
  await app.rate("How strong is it?", 8);
  await expect(page.locator(".saved")).toBeVisible();
  await app.goTo("History");
  const entry = page.locator(".entry");
  await expect(entry).toContainText("Stress, Payday 💸");
  await expect(entry).toContainText("Just one <b>time</b>");
  await app.reload();
  await expect(page.locator(".entry")).toContainText("שלום");
});

test("nothing is saved before a number is tapped, and what was written waits for it", async ({ app, page }) => {
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What did you do?").fill("Went out");
  await expect.poll(() => drafts(page)).toContain("Went out");
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  expect(Object.keys(await read(page, "records"))).toHaveLength(0);
  await app.rate("How strong is it?", 0);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.values(await read(page, "records")).join()).toContain("Went out");
});

test("a note of 100 kB is refused with its length and stays on the screen", async ({ app, page }) => {
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  const note = page.getByLabel("What went through your mind?");
  await note.fill("x".repeat(100_000));
  await app.rate("How strong is it?", 3);
  await expect(page.getByRole("alert").filter({ hasText: "100000 characters" })).toBeVisible();
  expect((await note.inputValue()).length).toBe(100_000);
  await note.fill("short");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toBeVisible();
});

test("a time still to come is refused, an earlier one is taken", async ({ app, page }) => {
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  const when = page.getByLabel("When did it happen?");
  await when.fill("2999-01-01T10:00");
  await app.rate("How strong is it?", 3);
  await expect(page.getByRole("alert").filter({ hasText: "has not come yet" })).toBeVisible();
  const yesterday = new Date(Date.now() - 24 * 3600_000).toISOString().slice(0, 10);
  await when.fill(`${yesterday}T10:00`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toBeVisible();
  await app.goTo("History");
  await expect(page.locator(".entry-time")).toHaveText(/10:00/);
});

test.describe("a killed tab", () => {
  test("leaves the draft, which goes when it is saved", async ({ app, page, context }) => {
    await app.open("/craving");
    await page.getByText("Add more, if you like").click();
    await page.getByLabel("What went through your mind?").fill("half a thou");
    await expect.poll(() => drafts(page)).toContain("half a thou");
    // A crash, not a close: nothing of the page runs any more.
    await page.goto("chrome://crash").catch(() => undefined);
    const again = new App(await context.newPage(), app.url);
    await again.open("/craving");
    await again.page.getByText("Add more, if you like").click();
    await expect(again.page.getByLabel("What went through your mind?")).toHaveValue("half a thou");
    await again.rate("How strong is it?", 6);
    await expect(again.page.locator(".saved")).toBeVisible();
    await again.open("/craving");
    await expect(again.page.locator("[aria-pressed=true]")).toHaveCount(0);
    expect(await drafts(again.page)).toBe("");
  });
});

test("Ebb asks again at three minutes, also after leaving the page", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
  await app.logCraving(8);
  await page.clock.setSystemTime(new Date("2026-11-25T15:03:30-05:00"));
  await app.open("/");
  const card = page.locator(".card.waiting");
  await expect(card).toContainText("was 8 of 10");
  await card.getByRole("link", { name: "Rate it again" }).click();
  await app.rate("How strong is it now?", 5);
  await expect(page.locator(".course li")).toHaveCount(2);
  await expect(page.locator(".course li").last()).toContainText("3 min");
  await app.open("/");
  await expect(page.locator(".card.waiting")).toHaveCount(0);
  await app.goTo("History");
  await expect(page.locator(".entry")).toContainText("8 → 5");
});

test("craving, check-in and exercise survive a reload, a restart of the browser and the loss of the server", async () => {
  const profile = await mkdtemp(join(tmpdir(), "ebb-"));
  const server = await serve(dist);
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      serviceWorkers: "allow",
      viewport: { width: 360, height: 740 },
    });
    const watch = new Watch();
    watch.context(context, server.url);
    return { context, watch, app: new App(context.pages()[0] ?? (await context.newPage()), server.url) };
  };
  let { context, watch, app } = await start();
  await app.logCraving(9);
  await app.open("/check-in");
  await app.rate("Mood", 3);
  await app.page.getByRole("button", { name: "Save" }).click();
  await expect(app.page.locator(".notice")).toContainText("saved");
  await app.open("/exercises/box-breathing");
  await app.rate(/How strong is the craving now/, 7);
  await app.page.getByRole("button", { name: "Start" }).click();
  await app.page.getByRole("button", { name: "Finish" }).click();
  await app.page.locator('input[name="after"][value="4"]').check();
  await app.page.getByRole("button", { name: "Save" }).click();
  await expect(app.page.locator("#end-title")).toHaveText("Saved");
  await app.reload();
  await app.offlineReady();
  watch.check();
  await context.close();
  await server.stop();

  ({ context, watch, app } = await start());
  await app.open("/");
  await expect(app.page.locator(".today")).toContainText("1 craving");
  await expect(app.page.locator(".today")).toContainText("1 exercise");
  await expect(app.page.locator(".today")).toContainText("1 check-in");
  // The next one is logged without any server.
  await app.logCraving(4);
  await app.open("/history");
  await expect(app.page.locator(".entry")).toHaveCount(4);
  await expect(app.page.locator("#app main")).toContainText("7 → 4");
  await app.open("/exercises");
  await expect(app.page.getByRole("link", { name: /Box breathing/ })).toBeVisible();
  watch.check();
  await context.close();
});
