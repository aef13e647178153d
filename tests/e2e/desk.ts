// A therapist's moves at the desk, where shares are kept.

import type { Locator } from "@playwright/test";

import { asFile, bytesOf, saved, type Desk } from "./clinic.ts";
import { expect } from "./ebb.ts";

/** Sets a desk up, on a computer that the clinic allows; what comes back is its recovery code. */
export async function setUp({ app, page }: Desk, passphrase: string): Promise<string> {
  await app.open("/desk");
  await page.getByLabel("A passphrase for the desk").fill(passphrase);
  await page.getByRole("button", { name: "Set it up" }).click();
  await expect(page.locator("#desk-agree-problem")).toContainText("check with your clinic first");
  await page.getByRole("checkbox", { name: "My clinic allows me" }).check();
  await page.getByRole("button", { name: "Set it up" }).click();
  const code = (await page.locator("#desk-code").innerText()).trim();
  await page.getByRole("button", { name: "I wrote it down" }).click();
  await expect(page.getByText("Nobody is here yet.")).toBeVisible();
  return code;
}

export async function unlock({ page }: Desk, secret: string) {
  await page.getByLabel("Passphrase or recovery code").fill(secret);
  await page.getByRole("button", { name: "Open the desk" }).click();
}

export async function add({ page }: Desk, file: Buffer, passphrase = "") {
  await page.locator("#desk-files").setInputFiles(asFile(file));
  if (passphrase) await page.locator("#desk-own-passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Add to the desk" }).click();
}

/** Somebody's line of the list. */
export function lineOf({ page }: Desk, name: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("button", { name, exact: true }) });
}

/** Opens somebody's page, from the list. */
export async function openPerson({ page }: Desk, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
}

/** Gives the person a name, compares the words with those on their screen, and keeps a note. */
export async function getToKnow({ page }: Desk, ownWords: string, name: string, note: string) {
  await page.getByRole("button", { name: /^Person \w{4}$/ }).click();
  await page.getByLabel("What you call them").fill(name);
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await page.getByText("Is it really them? (not verified)").click();
  await expect(page.locator("#desk-words")).toHaveText(ownWords);
  await page.getByRole("button", { name: "The words match" }).click();
  await expect(page.getByText("Is it really them? (verified)")).toBeVisible();
  await page.getByRole("textbox", { name: "A note", exact: true }).fill(note);
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText(note)).toBeVisible();
}

/** Puts a questionnaire on the list of what is given, again and again. */
export async function setEveryWeek({ page }: Desk, questionnaire: string) {
  await page.getByRole("radio", { name: "A questionnaire" }).check();
  await page.getByLabel("Which one?").selectOption({ label: questionnaire });
  await page.getByLabel("How often").selectOption({ label: "Every week" });
  await page.getByRole("button", { name: "Add it to the list" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: questionnaire }).last()).toContainText("Every week");
}

/** Seals what is on that list for the person. */
export async function sealedSet({ page }: Desk): Promise<Buffer> {
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("Only the person can open it.")).toBeVisible();
  return await bytesOf(await saved(page, "Save the file"));
}

/** Everything on the desk as a file. */
export async function deskBackup({ page }: Desk, passphrase: string): Promise<Buffer> {
  await page.getByText("Backup", { exact: true }).click();
  await page.getByLabel("A passphrase for the backup").fill(passphrase);
  return await bytesOf(await saved(page, "Save a backup"));
}

export async function bringDeskIn({ page }: Desk, backup: Buffer, passphrase: string) {
  await page.getByText("Bring a backup in", { exact: true }).click();
  await page.locator("#desk-backup-file").setInputFiles(asFile(backup, "desk.age"));
  await page.getByLabel("The backup’s passphrase").fill(passphrase);
  await page.getByRole("button", { name: "Bring it in" }).click();
}
