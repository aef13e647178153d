// How a person saves.

import { expect, type Page } from "@playwright/test";

import { read } from "./store.ts";

export const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();

/** A tap that saves by itself: waits until it is on the disk, as a person does who sees it stay. */
export async function saves(page: Page, tap: () => Promise<void>) {
  const records = async () => Object.keys(await read(page, "records")).length;
  const before = await records();
  await tap();
  await expect.poll(records).toBeGreaterThan(before);
}
