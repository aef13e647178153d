// The closest open peer: how its first entry is made that holds how strong a craving is.
//
// Alchohalt, https://github.com/Zcg321/Alchohalt at 6733053, built by `npm install --legacy-peer-deps`
// and `npx vite build` into its `dist`, which `cargo xtask bench --peer` is given.

import type { Page } from "@playwright/test";

/** Each control as soon as it can be tapped; the entry is in its list afterwards. */
export async function firstEntry(page: Page) {
  await page.getByText("Skip and explore").click();
  await page.locator("button:visible", { hasText: "Track" }).click();
  await page.getByRole("button", { name: /^More/ }).click();
  await page.locator("#craving, [name=craving]").fill("6");
  await page.getByRole("button", { name: "Add", exact: true }).click();
}

/** Runs in its page: the entry is kept. */
export const SAVED = "(localStorage.getItem('alchohalt:alchohalt.db') ?? '').includes('\"craving\":6')";
