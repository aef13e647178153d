// Sharing, from both sides: two profiles with nothing in common but what is handed over.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { Fhir } from "fhir";

import { asFile, bytesOf, cutOff, makeKey, pair, PASSPHRASE, profile, reviewed, saved, share, type Desk } from "../clinic.ts";
import { sealedSet } from "../desk.ts";
import { expect, test } from "../ebb.ts";
import { EVENING, liveFourWeeks } from "../weeks.ts";

const FIXTURES = new URL("../../fixtures/v1/", import.meta.url).pathname;
const NEXT_EVENING = new Date("2026-12-01T21:00:00-05:00");

/** Opens a file on the review screen. */
async function open({ page }: Desk, file: Parameters<ReturnType<Desk["page"]["getByLabel"]>["setInputFiles"]>[0]) {
  const more = page.getByText("Open another one");
  if ((await more.count()) > 0 && !(await page.locator("#share-files").isVisible())) await more.click();
  await page.getByLabel("Files, or a picture of a code").setInputFiles(file);
  await page.getByRole("button", { name: "Open it" }).click();
}

/** What a sheet of paper has room for, in pixels. */
const LETTER = { width: 740, height: 980 };

function pages(pdf: Buffer): number {
  return (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
}

/** Table, bundle and print: each is read by a program that is not ours. The print is a page for the session, and two of details. */
async function takeAway(page: Page, name: string) {
  const rows = parse((await bytesOf(await saved(page, "Save as a table (CSV)"))).toString(), {
    bom: true,
    columns: true,
  }) as Record<string, string>[];
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.every((row) => row.notice?.includes("42 CFR"))).toBe(true);
  const bundle = JSON.parse((await bytesOf(await saved(page, "Save for a clinic’s system (FHIR)"))).toString()) as never;
  const wrong = new Fhir().validate(bundle).messages.filter((one) => one.severity === "error" || one.severity === "fatal");
  expect(wrong).toEqual([]);
  const pdf = await page.pdf({ format: "Letter", path: `../../target/e2e/review-${name}.pdf` });
  expect(pages(pdf)).toBeLessThanOrEqual(3);
  const size = page.viewportSize()!;
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(LETTER);
  expect((await page.locator(".one-page").boundingBox())!.height).toBeLessThanOrEqual(LETTER.height);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
}

/** A week later: one task is done, some cravings were logged, and that is shared. */
async function shareProgress({ app, page }: Desk) {
  await page.clock.setFixedTime(NEXT_EVENING);
  await app.open("/programme");
  await page.getByRole("button", { name: "Done: Urge surfing" }).click();
  await expect(page.getByRole("button", { name: "Done: Urge surfing" })).toHaveCount(0);
  for (const rating of [3, 2, 4]) await app.logCraving(rating);
  // The days since the first one have no questionnaire.
  return await share({ app, page }, { questionnaires: false });
}

/** With both shares open: the later one tells of the progress and is compared with the earlier one. */
async function readBoth(page: Page) {
  await expect(page.getByRole("group", { name: "Which share to read" }).getByRole("radio")).toHaveCount(2);
  await expect(page.locator(".review")).toContainText("Urge surfing: Done on");
  await expect(page.locator(".review")).toContainText("Beside the share that covers");
  await page.getByRole("radio", { name: /to November 24|Nov 24/ }).first().check();
  await expect(page.locator(".review")).toContainText("The later half of these days");
}

test("a person shares with a therapist by key, reads what comes back, and shares the progress", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const person = await profile(browser, server.url, 390, 844, { offline: true });
  const therapist = await profile(browser, server.url, 1366, 768, { offline: true });
  await liveFourWeeks(person.app);
  await therapist.page.clock.setFixedTime(EVENING);
  await cutOff(person, therapist);

  const { picture, words } = await makeKey(therapist);
  await pair(person, picture, words, "Dr. Okafor");
  const first = await share(person);

  await test.step("the therapist reads what the preview showed", async () => {
    // As on the next morning: the key is closed.
    await therapist.app.open("/review");
    await open(therapist, asFile(first.file));
    await expect(therapist.page.locator("#open-problem")).toContainText("type your key’s passphrase");
    await therapist.page.getByLabel("Your key’s passphrase").fill("something else");
    await therapist.page.getByRole("button", { name: "Open it" }).click();
    await expect(therapist.page.locator("#open-problem")).toContainText("passphrase does not open the file");
    await therapist.page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
    await therapist.page.getByRole("button", { name: "Open it" }).click();
    await expect(therapist.page.getByRole("heading", { name: "What to look at first" })).toBeVisible();
    expect(await reviewed(therapist.page)).toBe(first.seen);
    await expect(therapist.page.locator("#flags ~ ul").first()).toContainText("PHQ-9, question 9 was answered with 1");
    await expect(therapist.page.locator(".review")).toContainText("42 CFR");
  });

  await test.step("what is taken away is read by programs that are not ours, and fits on two pages", () =>
    takeAway(therapist.page, "by-key"));

  await test.step("assignments go back, each is taken by itself, and only the person opens them", async () => {
    await person.app.open("/share/assignments");
    const { page } = therapist;
    await page.locator(".one-page").getByRole("link", { name: "Give an assignment" }).click();
    await page.getByLabel("Which one?").selectOption({ label: "Urge surfing" });
    await page.getByLabel("Due by (optional)").fill("2026-12-01");
    await page.getByRole("button", { name: "Add it to the list" }).click();
    await page.getByRole("radio", { name: "A goal" }).check();
    await page.getByRole("button", { name: "Add it to the list" }).click();
    await expect(page.getByText("Please say in a few words what it is.")).toBeVisible();
    await page.getByLabel("Describe it").fill("Two walks by daylight");
    await page.getByRole("button", { name: "Add it to the list" }).click();
    await expect(page.locator("section.card", { hasText: "On the list" }).getByRole("listitem")).toHaveCount(2);
    await page.getByLabel("Your name, as the person knows you").fill("Dr. Okafor");
    await expect(page.getByLabel("The person’s key")).toHaveValue(/^age1/);
    const file = await sealedSet(therapist);

    await person.page.getByLabel("The file").setInputFiles(asFile(file));
    await person.page.getByRole("button", { name: "Open it" }).click();
    await expect(person.page.getByText("From Dr. Okafor, signed and verified")).toBeVisible();
    await expect(person.page.getByRole("button", { name: "Add this" })).toHaveCount(2);
    await person.page.getByRole("button", { name: "Add this" }).first().click();
    await expect(person.page.getByText("Added", { exact: true })).toHaveCount(1);
  });

  await test.step("the next share tells of the progress and is compared with the first", async () => {
    const second = await shareProgress(person);

    const { app, page } = therapist;
    await app.open("/review");
    await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
    await open(therapist, [asFile(first.file, "first.age"), asFile(second.file, "second.age")]);
    await readBoth(page);

    await page.getByText("Open another one").click();
    await page.getByLabel("The phrase").fill(await readFile(`${FIXTURES}share-phrase.txt`, "utf8"));
    await open(therapist, `${FIXTURES}share-phrase.age`);
    await expect(page.getByText("This share is from another person. It was not added.").first()).toBeVisible();
    await expect(page.getByRole("group", { name: "Which share to read" }).getByRole("radio")).toHaveCount(2);

    await page.getByRole("button", { name: "Close and clear" }).click();
    await expect(page.locator(".review")).toHaveCount(0);
    await page.reload();
    await expect(page.locator(".review")).toHaveCount(0);
  });
  await person.close();
  await therapist.close();
});

test("a person shares by a phrase, and a therapist without a key reads it, sends something back, and reads on", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const person = await profile(browser, server.url, 390, 844, { offline: true });
  const therapist = await profile(browser, server.url, 1366, 768, { offline: true });
  await liveFourWeeks(person.app);
  await therapist.page.clock.setFixedTime(EVENING);
  await cutOff(person, therapist);
  const handed = await share(person);
  expect(handed.phrase.split(" ")).toHaveLength(8);

  const { page } = therapist;
  await therapist.app.open();
  await page.getByRole("link", { name: "I am a therapist" }).click();
  await open(therapist, asFile(handed.file));
  await expect(page.locator("#open-problem")).toContainText("Please type the phrase");
  await page.getByLabel("The phrase").fill(handed.phrase.split(" ").slice(1).join(" "));
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.locator("#open-problem")).toContainText("A phrase has eight words");
  const upper = handed.phrase.toUpperCase().replaceAll(" ", "-");
  await page.getByLabel("The phrase").fill(upper);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("heading", { name: "What to look at first" })).toBeVisible();
  expect(await reviewed(page)).toBe(handed.seen);
  await takeAway(page, "by-phrase");

  await page.locator(".one-page").getByRole("link", { name: "Give an assignment" }).click();
  await page.getByLabel("Which one?").selectOption({ label: "Urge surfing" });
  await page.getByRole("button", { name: "Add it to the list" }).click();
  await page.getByRole("radio", { name: "A questionnaire" }).check();
  await page.getByRole("button", { name: "Add it to the list" }).click();
  await page.getByRole("radio", { name: "With a phrase of eight words" }).check();
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByRole("heading", { name: "It is ready" })).toBeVisible();
  const phrase = (await page.locator("#phrase").innerText()).trim();
  const file = await bytesOf(await saved(page, "Save the file"));
  await person.app.open("/share/assignments");
  await person.page.getByLabel("The file").setInputFiles(asFile(file));
  await person.page.getByLabel("The phrase").fill(phrase);
  await person.page.getByRole("button", { name: "Open it" }).click();
  for (const added of [1, 2]) {
    await person.page.getByRole("button", { name: "Add this" }).first().click();
    await expect(person.page.getByText("Added", { exact: true })).toHaveCount(added);
  }

  const next = await shareProgress(person);
  await therapist.app.open("/review");
  for (const one of [handed, next]) {
    await open(therapist, asFile(one.file));
    await expect(page.locator("#open-problem").first()).toContainText("Please type the phrase");
    await page.getByLabel("The phrase").fill(one.phrase);
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.locator("#open-problem").first()).toBeEmpty();
    await expect(page.locator(".review")).toBeVisible();
  }
  await readBoth(page);
  await person.close();
  await therapist.close();
});

test("a therapist's key is kept sealed, goes to another computer as a file, and can be taken away", async ({ browser, server }) => {
  const office = await profile(browser, server.url, 1366, 768);
  const home = await profile(browser, server.url, 1366, 768);
  const { words } = await makeKey(office);
  await expect(office.page.getByRole("status").filter({ hasText: "Your key is ready" })).toBeVisible();
  const file = await bytesOf(await saved(office.page, "Save the key as a file"));
  expect(file.toString()).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
  await office.page.reload();
  // What stands beside the sealed pair in the browser is shown to nobody before it was opened.
  await expect(office.page.locator("#own-fingerprint")).toHaveCount(0);
  await office.page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
  await office.page.getByRole("button", { name: "Show my key" }).click();
  await expect(office.page.locator("#own-fingerprint")).toHaveText(words);
  const kept = await office.page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain("AGE-SECRET-KEY");

  const { app, page } = home;
  await app.open("/review/key");
  const bring = async (buffer: Buffer, passphrase: string) => {
    await page.getByLabel("Key file").setInputFiles(asFile(buffer, "key.age"));
    await page.getByLabel("Its passphrase").fill(passphrase);
    await page.getByRole("button", { name: "Import it" }).click();
  };
  const problem = page.locator("#key-file-passphrase-problem");
  await bring(Buffer.from("<html>hello</html>"), PASSPHRASE);
  await expect(problem).toContainText("not a key file");
  await bring(await readFile(`${FIXTURES}backup.age`), PASSPHRASE);
  await expect(problem).not.toBeEmpty();
  await bring(file, "not this one");
  await expect(problem).toContainText("passphrase does not open the file");
  await bring(file, PASSPHRASE);
  await expect(page.locator("#own-fingerprint")).toHaveText(words);
  // It was not to be kept here.
  await page.reload();
  await expect(page.getByRole("heading", { name: "Make a key" })).toBeVisible();

  await office.page.getByRole("button", { name: "Remove the key" }).click();
  await office.page.getByRole("button", { name: "Remove it" }).click();
  await expect(office.page.getByRole("heading", { name: "Make a key" })).toBeVisible();
  await office.page.reload();
  await expect(office.page.getByRole("heading", { name: "Make a key" })).toBeVisible();
  await office.close();
  await home.close();
});

test("what is no share is told apart, plainly and at once", async ({ app, page }) => {
  await app.open("/review");
  const phrase = await readFile(`${FIXTURES}share-phrase.txt`, "utf8");
  const sealed = await readFile(`${FIXTURES}share-phrase.age`);
  const problem = page.locator("#open-problem");
  const cases: [Buffer, string, RegExp][] = [
    [Buffer.from("Dear diary"), "note.txt", /not a file that Ebb has sealed/],
    [Buffer.from("<script>alert(1)</script>"), "page.html", /not a file that Ebb has sealed/],
    [Buffer.alloc(0), "empty.age", /not a file that Ebb has sealed|end of the file is missing/],
    [sealed.subarray(0, 40), "cut.age", /end of the file is missing/],
    [sealed.subarray(0, sealed.length - 9), "short.age", /end of the file is missing|damaged/],
    [await readFile(`${FIXTURES}backup.age`), "backup.age", /phrase does not open/],
    [await readFile(`${FIXTURES}bundle.json`), "bundle.json", /backup, which holds a whole journal/],
    [await readFile(`${FIXTURES}assignment.json`), "set.json", /These are assignments/],
    [await readFile(`${FIXTURES}share-key.age`), "key.age", /there is none on this device/],
    [Buffer.from("hello"), "picture.png", /No code was found/],
  ];
  for (const [buffer, name, says] of cases) {
    await page.getByLabel("The phrase").fill(phrase);
    await page
      .getByLabel("Files, or a picture of a code")
      .setInputFiles({ name, mimeType: name.endsWith(".png") ? "image/png" : "text/plain", buffer });
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(problem).toContainText(`${name}: `);
    await expect(problem).toContainText(says);
    await page.reload();
  }
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(problem).toContainText("Please pick a file or paste a link.");
});

test("a link opens its share, leaves the address line, and a cut one says that it was cut", async ({ app, page, server }) => {
  // The key it was sealed for, and its passphrase, are as public as this file.
  await app.open("/review/key");
  await page.getByLabel("Key file").setInputFiles(`${FIXTURES}identity.age`);
  await page.getByLabel("Its passphrase").fill("clinic words");
  await page.getByRole("checkbox", { name: "Keep it on this device" }).last().check();
  await page.getByRole("button", { name: "Import it" }).click();
  await expect(page.getByRole("heading", { name: "Show this to the person" })).toBeVisible();

  const fragment = (await readFile(`${FIXTURES}share-link.txt`, "utf8")).trim();
  const whole = `${server.url}/review#${fragment}`;
  await page.goto(whole);
  await app.ready();
  await expect(page.getByLabel("Or a link")).toHaveValue(fragment);
  expect(page.url()).toBe(`${server.url}/review`);
  await page.getByLabel("Or a link").fill(whole.slice(0, -30));
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.locator("#open-problem")).toContainText("This link was cut");
  await page.getByLabel("Or a link").fill(whole);
  await page.getByLabel("Your key’s passphrase").fill("clinic words");
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.locator(".review")).toContainText("Made on November 24, 2026. It covers October 28, 2026 to November 24, 2026");
});
