// Moves of a person who has only the keyboard.

import type { Locator, Page } from "@playwright/test";

import { expect } from "./ebb.ts";

/** Tabs until the element has the focus, as a person would, and fails when it is never reached. */
export async function tabTo(page: Page, target: Locator, most = 120) {
  for (let step = 0; step < most; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${target}`);
}

/** Focuses a radio group and moves to a rating with the arrows. */
export async function rate(page: Page, question: string, rating: number) {
  const radio = (value: number) =>
    page.getByRole("group", { name: question }).getByRole("radio", { name: String(value), exact: true });
  // Nothing is chosen yet, so Tab enters at the first button, or at the last when coming backwards.
  await tabTo(page, radio(0));
  await page.keyboard.press("Space");
  for (let step = 0; step < rating; step += 1) await page.keyboard.press("ArrowRight");
  await expect(radio(rating)).toBeChecked();
}

export async function press(page: Page, target: Locator, key = "Enter") {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
