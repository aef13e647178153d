// Who a recipient is: verified, not verified, changed; what is forged; what a backup would add.

import { asFile, bringCopyIn, copyOf, lookInsideCopy, makeKey, OTHER_KEY, pair, paired, PASSPHRASE, profile, share } from "../clinic.ts";
import { expect, test } from "../ebb.ts";
import { liveFourWeeks } from "../weeks.ts";

test("nobody is chosen who was not verified, and a second key under a known name warns", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const person = await profile(browser, server.url, 390, 844);
  const therapist = await profile(browser, server.url, 1366, 768);
  await liveFourWeeks(person.app);
  const { picture, words } = await makeKey(therapist);
  const { app, page } = person;

  await test.step("added without comparing: named as such, and not chosen", async () => {
    await app.open("/share/people");
    await page.getByLabel("A picture of the code").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
    await expect(page.locator("#fingerprint")).toHaveText(words);
    await page.getByLabel("What I call them").fill("Dr. Lee");
    await page.getByRole("button", { name: "Add without comparing" }).click();
    await expect(page.getByText("Dr. Lee was added.")).toBeVisible();
    await expect(page.getByText("Dr. Lee, not verified")).toBeVisible();
    await app.open("/share");
    await expect(page.getByRole("radio", { name: "Dr. Lee, not verified" })).not.toBeChecked();
    await page.getByRole("button", { name: "See what will be shared" }).click();
    await expect(page.locator("#share-problem")).toContainText("choose who can open it");
    await page.getByRole("radio", { name: "Dr. Lee, not verified" }).check();
    await expect(page.getByText("You have not compared Dr. Lee’s words yet.")).toBeVisible();
  });

  await test.step("verified: chosen at once", async () => {
    await app.open("/share/people");
    await page.getByRole("button", { name: "The words match: Dr. Lee" }).click();
    await expect(page.getByText("Dr. Lee is verified.")).toBeVisible();
    await app.open("/share");
    await expect(page.getByRole("radio", { name: "Dr. Lee, verified" })).toBeChecked();
  });

  await test.step("another key under the same name", async () => {
    await app.open("/share/people");
    await page.getByLabel("Key or link").fill(OTHER_KEY);
    await page.getByRole("button", { name: "Check the key" }).click();
    await page.getByLabel("What I call them").fill("dr. lee");
    await expect(page.getByText("you already have Dr. Lee with another key")).toBeVisible();
    await expect(page.getByRole("button", { name: "The words match: add" })).toHaveCount(0);
    await page.getByRole("button", { name: "Add it as a second, unverified person" }).click();
    await expect(page.getByText("dr. lee, key changed, not verified")).toBeVisible();
    await app.reload();
    await expect(page.getByText("dr. lee, key changed, not verified")).toBeVisible();
  });

  await test.step("a key that is no longer used is not offered, and not taken again", async () => {
    await page.getByRole("button", { name: "Stop using this key: dr. lee", exact: true }).click();
    await expect(page.getByText("dr. lee, key no longer used")).toBeVisible();
    await page.getByLabel("Key or link").fill(OTHER_KEY);
    await page.getByRole("button", { name: "Check the key" }).click();
    await expect(page.getByText("You said that this key should no longer be used.")).toBeVisible();
    await app.open("/share");
    await expect(page.getByRole("radio", { name: /lee, key/ })).toHaveCount(0);
  });
  await person.close();
  await therapist.close();
});

test("a share is signed, and its reader shows the words that the person sees as their own", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const { person, therapist, ownWords } = await paired(browser, server.url);
  expect(ownWords.split(" ")).toHaveLength(6);
  const { file } = await share(person);

  const { app, page } = therapist;
  await app.open("/review");
  await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
  await page.getByLabel("Files, or a picture of a code").setInputFiles(asFile(file));
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText(`Signed with this person’s key. Their screen shows these words: ${ownWords}`)).toBeVisible();
  await expect(page.locator(".review")).toContainText("It may be kept until February 22, 2027.");

  // After that day it is read no more.
  await page.getByRole("button", { name: "Close and clear" }).click();
  await page.clock.setFixedTime(new Date("2027-02-23T12:00:00-05:00"));
  // Nobody was there for so long that the page has closed what was in it.
  await app.open("/review");
  await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
  await page.getByLabel("Files, or a picture of a code").setInputFiles(asFile(file));
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.locator("#open-problem")).toContainText("only until a day that has passed");
  await person.close();
  await therapist.close();
});

test("a backup names each person it would add, unticked", async ({ browser, server }) => {
  test.setTimeout(240_000);
  const old = await profile(browser, server.url, 390, 844);
  const therapist = await profile(browser, server.url, 1366, 768);
  const { picture, words } = await makeKey(therapist);
  await therapist.close();
  await pair(old, picture, words, "Dr. Lee");
  const file = await copyOf(old);
  await old.close();

  const fresh = await profile(browser, server.url, 390, 844);
  const { app, page } = fresh;
  await lookInsideCopy(fresh, file, `Dr. Lee: ${words}`);
  await page.locator(".preview button[type=submit]").click();
  await app.open("/share/people");
  await expect(page.getByText("Nobody has been added yet.")).toBeVisible();
  await bringCopyIn(fresh, file, `Dr. Lee: ${words}`);
  await app.open("/share/people");
  await expect(page.getByText("Dr. Lee, verified")).toBeVisible();
  await fresh.close();
});
