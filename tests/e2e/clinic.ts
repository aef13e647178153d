// Two people with a profile of their own each: one who shares, and a therapist who reads.

import { readFile } from "node:fs/promises";

import type { Browser, Download, Page } from "@playwright/test";

import { lookInside } from "./backup.ts";
import { App, expect, Watch } from "./ebb.ts";
import { drawn } from "./looks.ts";
import { EVENING, liveFourWeeks } from "./weeks.ts";

export const PASSPHRASE = "walnut ferry copper lantern";
/** A key that neither of them has made: of the tests' fixtures. */
export const OTHER_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

export interface Desk {
  app: App;
  page: Page;
  close(): Promise<void>;
}

/** A browser profile of its own, with nothing in it. What is stored for offline takes longer than most journeys. */
export async function profile(browser: Browser, url: string, width: number, height: number, { offline = false } = {}): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "en-US",
    timezoneId: "America/New_York",
    acceptDownloads: true,
    serviceWorkers: offline ? "allow" : "block",
  });
  const watch = new Watch();
  watch.context(context, url);
  const page = await context.newPage();
  return {
    app: new App(page, url),
    page,
    async close() {
      await context.close();
      watch.check();
    },
  };
}

/** From here on there is no network: for profiles that may go offline. */
export async function cutOff(...desks: Desk[]) {
  for (const { app, page } of desks) {
    await app.open();
    await app.offlineReady();
    await page.context().setOffline(true);
  }
}

export async function saved(page: Page, button: string): Promise<Download> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return await download;
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return await readFile(await download.path());
}

/** A key as it is shown: the picture of its code, and its words. */
export interface ShownKey {
  picture: Buffer;
  words: string;
}

/** The therapist makes a key. */
export async function makeKey({ app, page }: Desk): Promise<ShownKey> {
  await app.open("/review/key");
  await page.getByLabel("A passphrase for it").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Make my key" }).click();
  await expect(page.getByRole("heading", { name: "Show this to the person" })).toBeVisible();
  return await shownKey(page);
}

/** The therapist's key, where it is open. */
export async function shownKey(page: Page): Promise<ShownKey> {
  const picture = await page.getByRole("img", { name: "The key as a code" }).screenshot();
  const words = (await page.locator("#own-fingerprint").innerText()).trim();
  expect(words.split(" ")).toHaveLength(6);
  return { picture, words };
}

/** The person scans the key from a picture of its code, and sees the same words. */
export async function scanKey({ app, page }: Desk, picture: Buffer, words: string) {
  await app.open("/share/people");
  await page.getByLabel("A picture of the code").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
  await expect(page.locator("#fingerprint")).toHaveText(words);
}

/** The person takes the key from a picture of the code, and compares the words. */
export async function pair(person: Desk, picture: Buffer, words: string, name: string) {
  const { page } = person;
  await scanKey(person, picture, words);
  await page.getByLabel("What I call them").fill(name);
  await page.getByRole("button", { name: "The words match: add" }).click();
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
}

/** Both, after four weeks of the person's: the therapist's key is with them, verified. */
export async function paired(browser: Browser, url: string) {
  const person = await profile(browser, url, 390, 844);
  const therapist = await profile(browser, url, 1366, 768);
  await liveFourWeeks(person.app);
  await therapist.page.clock.setFixedTime(EVENING);
  const { picture, words } = await makeKey(therapist);
  await pair(person, picture, words, "Dr. Lee");
  /** The words of the person's own key for the therapist. */
  const own = person.page.locator("li.entry p.code").last();
  return { person, therapist, words, own, ownWords: (await own.innerText()).trim() };
}

export interface Handed {
  file: Buffer;
  /** What the preview said. */
  seen: string;
  phrase: string;
}

/** Shares what is chosen at first, or by another preset, in whatever way is offered first. */
export async function share(
  { app, page }: Pick<Desk, "app" | "page">,
  { preset, keep, questionnaires = true }: { preset?: string; keep?: string; questionnaires?: boolean } = {},
): Promise<Handed> {
  await app.open("/share");
  if (preset) await page.getByRole("radio", { name: preset }).check();
  if (keep) await page.getByRole("radio", { name: keep }).check();
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(page.getByRole("heading", { name: "This is what will be shared" })).toBeVisible();
  const seen = await reviewed(page, questionnaires);
  await page.getByRole("button", { name: "Seal it" }).click();
  await expect(page.getByRole("heading", { name: "It is sealed" })).toBeVisible();
  const words = page.locator("#phrase");
  const phrase = (await words.count()) > 0 ? (await words.innerText()).trim() : "";
  const file = await bytesOf(await saved(page, "Save the file"));
  await page.getByRole("button", { name: "Yes, I handed it over" }).click();
  await expect(page.getByText("Noted. The next share to them starts from here.")).toBeVisible();
  return { file, seen, phrase };
}

/** Everything a review says, folded or not. */
export async function reviewed(page: Page, questionnaires = true): Promise<string> {
  // They arrive after the rest.
  if (questionnaires) await expect(page.locator(".review h3", { hasText: /^PHQ-9$/ })).toBeVisible();
  // What is long is drawn when it is opened.
  const folded = page.locator(".review details:is(.charts, .timeline, .numbers)");
  const fold = (open: boolean) => folded.evaluateAll((all, open) => all.forEach((one) => ((one as HTMLDetailsElement).open = open)), open);
  await fold(true);
  await expect(page.locator(".review #review-search")).toBeVisible();
  await drawn(page);
  const told = (await page.locator(".review").textContent()) ?? "";
  await fold(false);
  return told;
}

/** The person opens what the therapist has sent. */
export async function openSent({ app, page }: Desk, file: Buffer) {
  await app.open("/share/assignments");
  await page.getByLabel("The file").setInputFiles(asFile(file));
  await page.getByRole("button", { name: "Open it" }).click();
}

/** All that is on the person's device as a file. */
export async function copyOf({ app, page }: Desk): Promise<Buffer> {
  await app.open("/settings/backup");
  await page.getByLabel("Passphrase for the file").fill(PASSPHRASE);
  return await bytesOf(await saved(page, "Make a backup"));
}

/** Looks into such a file, as far as the box at a person whom it would add. */
export async function lookInsideCopy({ app, page }: Desk, file: Buffer, person: string) {
  await app.open("/settings/backup");
  await lookInside(page, asFile(file, "backup.age"), PASSPHRASE);
  const known = page.getByRole("checkbox", { name: person });
  await expect(known).not.toBeChecked({ timeout: 60_000 });
  return known;
}

/** Whoever has such a copy brings it in, with the person who is shared with. */
export async function bringCopyIn(desk: Desk, file: Buffer, person: string) {
  const known = await lookInsideCopy(desk, file, person);
  await known.check();
  await desk.page.locator(".preview button[type=submit]").click();
}

/** Shares from such a copy, in the person's name and by the key that they had when it was made. */
export async function shareFromCopy(browser: Browser, url: string, file: Buffer, when: Date, name: string, words: string): Promise<Buffer> {
  const thief = await profile(browser, url, 390, 844);
  await thief.page.clock.setFixedTime(when);
  await bringCopyIn(thief, file, `${name}: ${words}`);
  await thief.app.open("/share/people");
  await expect(thief.page.getByText(`${name}, verified`)).toBeVisible();
  await thief.app.logCraving(10);
  const forged = await share(thief, { questionnaires: false });
  await thief.close();
  return forged.file;
}

export function asFile(buffer: Buffer, name = "share.age") {
  return { name, mimeType: "application/octet-stream", buffer };
}
