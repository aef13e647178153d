// Sharing, as the one who shares: choose, see, seal, hand over; with whom; what comes back; for oneself.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

import { expect, test } from "../ebb.ts";
import { faults } from "../fhir.ts";
import { read } from "../store.ts";
import { liveFourWeeks } from "../weeks.ts";

const AGE = process.env.EBB_AGE ?? "age";
const ASSIGNMENT = new URL("../../fixtures/v1/assignment.json", import.meta.url).pathname;
const SHARE_FILE = new URL("../../fixtures/v1/share-key.age", import.meta.url).pathname;
/** Of the secret below, which is no secret: it stands in a public test. */
const KEY = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
const SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

test.use({ timezoneId: "America/New_York", viewport: { width: 390, height: 844 } });

async function bytesOf(download: Download) {
  return await readFile(await download.path());
}

async function saved(page: Page, button: string) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return await download;
}

async function addTherapist(page: Page, key = KEY) {
  await page.getByLabel("Key or link").fill(key);
  await page.getByRole("button", { name: "Check the key" }).click();
}

test("what is shared is previewed, sealed by a phrase of eight words, and listed", async ({ app, page }) => {
  await liveFourWeeks(app);
  await app.open("/share");
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(page.getByRole("heading", { name: "This is what will be shared" })).toBeVisible();
  await expect(page.locator("#agenda ~ ul").first()).toContainText("PHQ-9, question 9 was answered with 1");
  // The latest answer is told with its day, beside the earlier one.
  await expect(page.locator("#flags + p")).toContainText("(PHQ-9, question 9): last asked on");
  await expect(page.locator("#flags + p")).toContainText("“Not at all”");
  await expect(page.locator(".review")).toContainText("I dread the holidays");
  await page.locator("details.timeline summary").click();
  await expect(page.locator(".review")).toContainText("I had a row with [person");
  await expect(page.locator(".review")).not.toContainText("Maria");

  await page.getByRole("button", { name: "Seal it" }).click();
  await expect(page.getByRole("heading", { name: "It is sealed" })).toBeVisible();
  const phrase = (await page.locator("#phrase").textContent()) ?? "";
  expect(phrase.trim().split(" ")).toHaveLength(8);
  const download = await saved(page, "Save the file");
  expect(download.suggestedFilename()).toBe("ebb-share-2026-11-24.age");
  expect((await bytesOf(download)).toString("latin1")).toMatch(/^age-encryption.org\/v1\n-> scrypt /);

  // Nothing counts as shared before the person says that it was handed over.
  const sofar = page.locator("section.card", { hasText: "Shared so far" });
  await app.reload();
  await expect(sofar).toContainText("Nothing has been shared yet.");
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await page.getByRole("button", { name: "Seal it" }).click();
  await page.getByRole("button", { name: "Yes, I handed it over" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await app.reload();
  await expect(sofar).toContainText("with a phrase");
});

test("looking at a share, printing and exporting write nothing", async ({ app, page }) => {
  await liveFourWeeks(app);
  await app.open("/share");
  const before = await read(page, "records");
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(page.getByRole("heading", { name: "This is what will be shared" })).toBeVisible();
  await app.open("/share/mine");
  await saved(page, "Save for a clinic’s system (FHIR)");
  await page.getByRole("button", { name: "See all and print" }).click();
  await expect(page.locator(".review")).toBeVisible();
  expect(await read(page, "records")).toEqual(before);
});

test("a share for a key is opened by age and holds what the preview showed", async ({ app, page }) => {
  await liveFourWeeks(app);
  await app.open("/share/people");
  await addTherapist(page);
  await expect(page.locator("#fingerprint")).toHaveText(/^\s*(\w+ ){5}\w+\s*$/);
  await page.getByLabel("What I call them").fill("Dr. Okafor");
  await page.getByRole("button", { name: "The words match: add" }).click();
  await expect(page.getByText("Dr. Okafor was added.")).toBeVisible();

  await app.open("/share");
  await page.getByRole("radio", { name: "Just cravings and skills" }).check();
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(page.getByRole("heading", { name: "This is what will be shared" })).toBeVisible();
  await expect(page.locator("#flags + p")).toContainText("not asked in what was shared");
  const told = (await page.locator(".review").textContent()) ?? "";
  await page.getByRole("button", { name: "Seal it" }).click();
  await expect(page.getByText("Only Dr. Okafor can open it.")).toBeVisible();
  const file = await bytesOf(await saved(page, "Save the file"));

  const folder = await mkdtemp(join(tmpdir(), "ebb-share-"));
  await writeFile(join(folder, "share.age"), file);
  await writeFile(join(folder, "key.txt"), SECRET);
  const opened = execFileSync(AGE, ["-d", "-i", "key.txt", "share.age"], { cwd: folder });
  const { signed: bundle } = JSON.parse(opened.toString()) as {
    signed: { counts: Record<string, number>; count: number; to: string };
  };
  expect(bundle.to).toBe(KEY);
  await rm(folder, { recursive: true });
  expect(Object.keys(bundle.counts)).toEqual(["craving", "practice", "rerating"]);
  expect(told).toContain(`It holds ${bundle.count} entries`);
});

test("a key with a slip, half a key and a secret are told apart, and what was typed stays", async ({ app, page }) => {
  await app.open("/share/people");
  await addTherapist(page, KEY.replace("zvky", "zvkk"));
  await expect(page.locator("#key-problem")).toContainText("letter of this key");
  await addTherapist(page, KEY.slice(0, 30));
  await expect(page.locator("#key-problem")).toContainText("end of the key is missing");
  await addTherapist(page, SECRET);
  await expect(page.locator("#key-problem")).toContainText("secret part");
  await addTherapist(page, "hello");
  await expect(page.locator("#key-problem")).toContainText("not a key");
  await expect(page.getByLabel("Key or link")).toHaveValue("hello");
});

test("assignments are looked at, added one by one, and stay added", async ({ app, page }) => {
  await app.open("/share/assignments");
  await page.getByLabel("The file").setInputFiles(ASSIGNMENT);
  await page.getByRole("button", { name: "Open it" }).click();
  // Anybody can write a name.
  await expect(page.getByText("Not signed. It says it is from “Dr. Okafor”")).toBeVisible();
  await page.getByRole("button", { name: "Add this" }).first().click();
  await expect(page.getByText("Added", { exact: true })).toHaveCount(1);
  await app.reload();
  await page.getByLabel("The file").setInputFiles(ASSIGNMENT);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText("Added", { exact: true })).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Add this" })).toHaveCount(1);
  await app.open("/programme");
  await expect(page.locator("#app main")).toContainText("Fill in the BAM");

  await app.open("/share/assignments");
  await page.getByLabel("The file").setInputFiles(SHARE_FILE);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.locator("#offer-problem")).toContainText("someone else’s key");
});

test("the table and the FHIR file are read by programs that are not ours", async ({ app, page }) => {
  await liveFourWeeks(app);
  await app.open("/share/mine");
  const table = (await bytesOf(await saved(page, "Save as a table (CSV)"))).toString();
  const rows = parse(table, { bom: true, columns: true }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(150);
  const plain = (cell: string) => cell.replace(/^(\s*)'/, "$1");
  const notes = rows.map((row) => plain(row["check_in.note"] ?? ""));
  expect(notes).toContain("=SUM(1,1) is what my day felt like");
  expect(table).not.toContain('"=SUM');
  expect(rows.every((row) => /^\d{4}-\d\d-\d\dT.*-05:00$/.test(row.happened_at ?? ""))).toBe(true);

  const fhir = (await bytesOf(await saved(page, "Save for a clinic’s system (FHIR)"))).toString();
  const bundle = JSON.parse(fhir) as { entry: { resource: { resourceType: string } }[] };
  expect(faults(bundle)).toEqual([]);
  // They look at more than whether it is JSON.
  expect(faults({ ...bundle, type: 7 }).length).toBeGreaterThan(1);
  const types = new Set(bundle.entry.map((entry) => entry.resource.resourceType));
  expect([...types].sort()).toEqual(["Observation", "Patient", "QuestionnaireResponse"]);
  expect(fhir).toContain("44261-6");
});
