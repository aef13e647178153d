// Putting the lock on, and opening it.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { type App, expect } from "./ebb.ts";
import type { Tables } from "./store.ts";

export const PASSPHRASE = "calm sea over the wide bay";

/** What Ebb's first format kept, under a lock that asks for less work than today's: a fixture. */
export const OLD_LOCK = { passphrase: "cobre ventana mármol río", words: "written under the old lock", entries: 130 };

export function oldStore(): Tables {
  const fixture = readFileSync(new URL("../fixtures/v1/sealed-store.txt", import.meta.url), "utf8");
  const store: Tables = {};
  for (const line of fixture.trimEnd().split("\n")) {
    const [table = "", key = "", hex = ""] = line.split(" ");
    (store[table] ??= {})[key] = hex;
  }
  return store;
}

/** A key derivation takes seconds on purpose, and the tests share two cores. */
export const SLOW = { timeout: 60_000 };

/** Puts the lock on and gives the recovery code. */
export async function putOn(app: App, page: Page): Promise<string> {
  await app.open("/settings/lock");
  await page.locator("#new-passphrase").fill(PASSPHRASE);
  await expect(page.locator("#strength")).toContainText("Strong");
  await page.getByRole("button", { name: "Set up the lock" }).click();
  const code = await page.locator("#recovery-code").innerText(SLOW);
  await page.getByLabel("The last two groups").fill("WRONG-CODE");
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not the last two groups" })).toBeVisible();
  await page.getByLabel("The last two groups").fill(code.slice(-9).toLowerCase());
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
  await expect(page.getByText("Sealing what you wrote before")).toHaveCount(0);
  return code;
}

/** Types the end of the new recovery code that a change of the lock brings, and gives the code. */
export async function proveCode(page: Page): Promise<string> {
  const code = await page.locator("#recovery-code").innerText(SLOW);
  await page.getByLabel("The last two groups").fill(code.slice(-9));
  await page.getByRole("button", { name: "Use the new lock" }).click();
  return code;
}

export async function unlock(page: Page, passphrase = PASSPHRASE) {
  await page.locator("#secret").fill(passphrase);
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
}

/**
 * Wakes the page as after so many minutes of a device's sleep: timers stood still, and the clock went
 * on. Gives whether it is seen at once.
 */
export function sleepFor(page: Page, minutes: number): Promise<string> {
  return page.evaluate((minutes) => {
    const Before = Date;
    const now = () => Before.now() + minutes * 60_000;
    globalThis.Date = class extends Before {
      constructor(...given: []) {
        super(...((given.length === 0 ? [now()] : given) as []));
      }
    } as DateConstructor;
    document.dispatchEvent(new Event("visibilitychange"));
    return getComputedStyle(document.body).visibility;
  }, minutes);
}
