import { App, expect, test } from "../ebb.ts";
import { PASSPHRASE, proveCode, putOn, SLOW, unlock } from "../locking.ts";
import { Profile, SITE } from "../profile.ts";
import { read } from "../store.ts";

import type { Page } from "@playwright/test";

const PANIC = "gulls over the pier at noon";

async function choosePanic(page: Page, phrase: string, passphrase = PASSPHRASE) {
  await page.getByText("Panic phrase", { exact: true }).first().click();
  await page.locator("#panic-passphrase").fill(passphrase);
  await page.locator("#panic-phrase").fill(phrase);
  await page.getByRole("button", { name: "Use this panic phrase" }).click();
}

/** What the browser still has of this site. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== "ebb-ground"),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));

test("the panic phrase erases everything, in every store and tab, and leaves a first visit", async ({ server }) => {
  test.setTimeout(240_000);
  const profile = new Profile();
  const context = await profile.open();
  const page = context.pages()[0] ?? (await context.newPage());
  const app = new App(page, server.url);
  await app.logCraving(7);
  await app.offlineReady();
  await putOn(app, page);
  await choosePanic(page, PANIC);
  await expect(page.getByText("From now on, this phrase erases everything.")).toBeVisible(SLOW);
  const { vault = "" } = await read(page, "meta");
  expect(vault).toContain("AGE ENCRYPTED FILE");
  const other = await context.newPage();
  await other.goto(`${server.url}/history`);
  await expect(other.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();

  // As long as it works it says what it says of any other phrase.
  const says = async (phrase: string) => {
    await unlock(page, phrase);
    return page.getByRole("status").filter({ hasText: "Opening." }).innerText();
  };
  const wrong = await says("gulls over the pier at ten");
  await expect(page.getByRole("alert").filter({ hasText: "did not open it" })).toBeVisible(SLOW);
  expect(await says(PANIC)).toBe(wrong);
  await expect(page.getByRole("heading", { name: "What do you need right now?" })).toBeVisible(SLOW);
  await expect(page.getByText("New here?")).toBeVisible();
  await expect(other.getByRole("heading", { name: "Ebb is locked" })).toHaveCount(0);
  await other.close();

  await page.goto(`${server.url}/shopping-list.html`);
  const nothing = { databases: [], local: [], session: [], caches: [], workers: 0 };
  // The first visit has begun to keep what every visit keeps.
  await expect.poll(async () => ({ ...(await left(page)), databases: [], caches: [], workers: 0 })).toEqual(nothing);
  if ((await left(page)).databases.length > 0) {
    expect(await read(page, "segments")).toEqual({});
    expect(Object.keys(await read(page, "meta")).sort()).toEqual(["device", "format", "turn"]);
  }
  await context.close();
  const slots = vault.match(/[A-Za-z0-9+/=]{64}/g) ?? [];
  expect(slots.length).toBeGreaterThan(8);
  const remains = slots.flatMap((slot) => profile.holding(slot, SITE));
  expect(new Set(remains), "the keyslots on the disk").toEqual(new Set());
  profile.remove();
});

test("nothing tells whether there is a panic phrase, and it must be another than the passphrase and the code", async ({ app, page }) => {
  test.setTimeout(240_000);
  const code = await putOn(app, page);
  // What of the vault file is the same for everybody.
  const shape = async () => {
    const { vault = "" } = await read(page, "meta");
    return vault.replaceAll(/[A-Za-z0-9+/]{43,64}={0,2}|[0-9a-f]{16,32}/g, (part) => "x".repeat(part.length));
  };
  const before = await shape();
  await choosePanic(page, PASSPHRASE);
  await expect(page.getByRole("alert").filter({ hasText: "must be different" })).toBeVisible(SLOW);
  await page.locator("#panic-phrase").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Use this panic phrase" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "must be different" })).toBeVisible(SLOW);
  await page.locator("#panic-phrase").fill(PANIC);
  await page.getByRole("button", { name: "Use this panic phrase" }).click();
  await expect(page.getByText("From now on, this phrase erases everything.")).toBeVisible(SLOW);
  const rows = Object.keys(await read(page, "segments")).length;
  expect((await shape()).length).toBe(before.length);

  // The passphrase cannot become it, and it stays when the key changes.
  await page.getByText("Change the passphrase").first().click();
  await page.locator("#old-passphrase").fill(PASSPHRASE);
  await page.locator("#new-passphrase").fill(PANIC);
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "must be different" })).toBeVisible(SLOW);
  await page.locator("#new-passphrase").fill("another tide comes in at dusk");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await proveCode(page);
  await expect(page.getByText("Only the new passphrase and the new recovery code open Ebb now")).toBeVisible(SLOW);
  // What was sealed under the former key goes as soon as it is sealed anew.
  await expect.poll(async () => Object.keys(await read(page, "segments")).length).toBe(rows);

  // Nor is it there once it was given up.
  await page.locator("#panic-passphrase").fill("another tide comes in at dusk");
  await page.getByRole("button", { name: "Have no panic phrase" }).click();
  await expect(page.getByText("No phrase erases anything now.")).toBeVisible(SLOW);
  expect((await shape()).length).toBe(before.length);
  await page.getByRole("button", { name: "Lock now" }).click();
  await unlock(page, PANIC);
  await expect(page.getByRole("alert").filter({ hasText: "did not open it" })).toBeVisible(SLOW);
  await unlock(page, "another tide comes in at dusk");
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
});

test("the panic phrase erases wherever the passphrase is asked for", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.logCraving(7);
  await putOn(app, page);
  await choosePanic(page, PANIC);
  await expect(page.getByText("From now on, this phrase erases everything.")).toBeVisible(SLOW);
  await page.getByText("Turn off the lock").first().click();
  await page.locator("#off-passphrase").fill(PANIC);
  await page.getByRole("button", { name: "Turn off the lock" }).click();
  await expect(page.getByRole("heading", { name: "What do you need right now?" })).toBeVisible(SLOW);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(0);
});
