// A person's moves with backups.

import { join } from "node:path";

import type { Browser, Page } from "@playwright/test";

import { App, expect } from "./ebb.ts";

export const PASSPHRASE = "wide bay, calm sea, café";
// A key derivation takes seconds on purpose, and the tests share two cores.
export const SLOW = { timeout: 60_000 };

/** Makes a backup in a folder and gives the path of the file. */
export async function makeBackup(app: App, folder: string): Promise<string> {
  const { page } = app;
  await app.open("/settings/backup");
  await page.locator("#backup-passphrase").fill(PASSPHRASE);
  const downloading = page.waitForEvent("download", SLOW);
  await page.getByRole("button", { name: "Make a backup" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^ebb-backup-\d{4}-\d{2}-\d{2}\.age$/);
  const path = join(folder, "backup.age");
  await download.saveAs(path);
  return path;
}

export async function lookInside(
  page: Page,
  file: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
  passphrase = PASSPHRASE,
) {
  await page.locator("#backup-file").setInputFiles(file);
  await page.locator("#file-passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Look inside" }).click();
}

/** A browser that has never seen Ebb. */
export async function otherDevice(browser: Browser, url: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  return { page, app: new App(page, url), close: () => context.close() };
}
