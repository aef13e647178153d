import { readFile } from "node:fs/promises";

import { expect, test } from "../ebb.ts";
import { save } from "../saving.ts";

import type { Page } from "@playwright/test";

/** Where back and forward can lead from here. */
async function reachable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { navigation } = window as unknown as { navigation: { entries(): { url: string }[] } };
    return navigation.entries().map((entry) => new URL(entry.url).pathname);
  });
}

async function wander(page: Page) {
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.getByRole("link", { name: "SOS" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
}

test("Escape twice leaves, and no button leads back", async ({ app, page }) => {
  await app.open("/");
  await wander(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
  await expect(page).toHaveTitle("Shopping list");
  expect(new Set(await reachable(page))).toEqual(new Set(["/shopping-list.html"]));
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
});

test("one tap leaves, also over pages that were loaded anew", async ({ app, page }) => {
  await app.open("/");
  await app.open("/history");
  await app.open("/settings");
  await page.getByRole("link", { name: "SOS" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
  await page.getByRole("link", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
  expect(new Set(await reachable(page))).toEqual(new Set(["/shopping-list.html"]));
});

test("the way out is there before the app is", async ({ app, page }) => {
  await page.route("**/*.wasm", () => undefined);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.locator("#first").getByRole("link", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
  await page.unrouteAll();
});

test("the way out is there before the script that drops the pages behind it", async ({ app, page }) => {
  await page.route(/\/(leave\.js|.*\.wasm)$/, () => undefined);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.locator("#first").getByRole("link", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Shopping list" })).toBeVisible();
  await page.unrouteAll();
});

test.describe("another name and icon", () => {
  test("they take effect at once, on every screen, and before the app is there", async ({ app, page }) => {
    await app.open("/settings");
    await page.getByRole("radio", { name: "Notes" }).check();
    await expect(page).toHaveTitle("Notes");
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute("href", "/disguises/notes.svg");
    const address = await page.locator('link[rel="manifest"]').getAttribute("href");
    const manifest = await (await page.request.get(app.url + address)).json();
    expect(manifest.name).toBe("Notes");
    for (const icon of manifest.icons) expect((await page.request.get(app.url + icon.src)).ok()).toBe(true);
    await page.getByRole("link", { name: "SOS" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
    await expect(page).toHaveTitle("Notes");
    await page.route("**/*.wasm", () => undefined);
    await page.goto(app.url, { waitUntil: "commit" });
    await expect(page.locator("#first h1")).toBeVisible();
    await expect(page).toHaveTitle("Notes");
    await page.unrouteAll();
    await app.open("/settings");
    await page.getByRole("radio", { name: "Ebb", exact: true }).check();
    await expect(page).toHaveTitle("Settings · Ebb");
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute("href", "/icon.svg");
  });
});

test("the screen is empty while another window is in front, if that was chosen", async ({ app, page }) => {
  await app.open("/settings");
  const look = (focused: boolean) =>
    page.evaluate((focused) => {
      document.hasFocus = () => focused;
      dispatchEvent(new Event(focused ? "focus" : "blur"));
    }, focused);
  await look(false);
  await expect(page.locator("#main")).toBeVisible();
  await page.getByRole("checkbox", { name: "Blank the screen" }).check();
  await look(false);
  await expect(page.locator("#main")).toBeHidden();
  await look(true);
  await expect(page.locator("#main")).toBeVisible();
});

test("with another name, files and calendars say nothing of Ebb", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.open("/settings");
  await page.getByRole("radio", { name: "Notes" }).check();
  await app.open("/settings/backup");
  await page.locator("#backup-passphrase").fill("wide bay, calm sea");
  const backup = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "Make a backup" }).click();
  expect((await backup).suggestedFilename()).toMatch(/^notes-backup-[\d-]+\.age$/);

  await app.open("/programme/group/new");
  await page.getByLabel("Name", { exact: true }).fill("Evening group");
  await page.getByRole("checkbox", { name: "Monday" }).check();
  await page.getByLabel("It starts at").fill("18:00");
  await save(page);
  const calendar = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the calendar file" }).click();
  const file = await calendar;
  expect(file.suggestedFilename()).toBe("calendar.ics");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("SUMMARY:Busy");
  expect(text).not.toMatch(/ebb|evening/i);
});

test("a recovery code that was copied is taken off the clipboard after a minute", async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.install();
  await app.open("/settings/lock");
  await page.locator("#new-passphrase").fill("calm sea over the wide bay");
  await page.getByRole("button", { name: "Set up the lock" }).click();
  const code = await page.locator("#recovery-code").innerText({ timeout: 60_000 });
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await clipboard()).toBe(code);
  await page.clock.fastForward("00:30");
  expect(await clipboard()).toBe(code);
  await page.clock.fastForward("00:31");
  await expect.poll(clipboard).toBe("");
});
