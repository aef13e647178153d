// Eight weeks of one person and their therapist, on two devices with a clock each: what a week finds is
// what the weeks before have left there.

import {
  asFile,
  bytesOf,
  copyOf,
  openSent,
  OTHER_KEY,
  paired,
  PASSPHRASE,
  profile,
  reviewed,
  saved,
  scanKey,
  share,
  shareFromCopy,
  shownKey,
  type Desk,
} from "../clinic.ts";
import { add, bringDeskIn, deskBackup, getToKnow, lineOf, openPerson, sealedSet, setEveryWeek, setUp, unlock } from "../desk.ts";
import { expect, test } from "../ebb.ts";
import { answerAll } from "../filling.ts";

const THERAPIST = "Dr. Lee";
const NAME = "M. R.";
const NOTE = "Ask about the evenings";
const DESK = "harbor pencil violet mountain";
const BACKUP = "copper window orchard lamp";
const BAM = "Brief Addiction Monitor";
/** To all questions that are asked of somebody who neither drank nor used. */
const ANSWERS = [
  ...["Fair", "4-8", "16-30", "0", "0", "Considerably", "Slightly", "1-3", "1-3", "Not at all"],
  ...["9-15", "Yes", "Moderately", "4-8", "Slightly"],
];

/** An evening of this winter. */
const evening = (day: string) => new Date(`${day}T21:00:00-05:00`);
const TWO = evening("2026-12-01");
const THREE = evening("2026-12-08");
const FOUR = evening("2026-12-15");
const FIVE = evening("2026-12-22");
const SIX = evening("2026-12-29");
const SEVEN = evening("2027-01-05");

/** What was shared, by the days it covers: as the desk names it. */
const COVERED = {
  one: "October 28, 2026 to November 24, 2026",
  three: "November 24, 2026 to December 8, 2026",
  four: "December 8, 2026 to December 15, 2026",
  five: "December 15, 2026 to December 22, 2026",
  six: "December 22, 2026 to December 29, 2026",
  seven: "December 29, 2026 to January 5, 2027",
};

/** Moves these clocks on. A desk has to be locked by then: one that nobody touches closes by itself. */
async function on(when: Date, ...desks: Desk[]) {
  for (const { page } of desks) await page.clock.setFixedTime(when);
}

/** A craving, and what went through the person's mind. */
async function craves({ app, page }: Desk, rating: number, thought: string) {
  await app.open("/craving");
  await page.getByText("Add more").click();
  await page.getByLabel("What went through your mind?").fill(thought);
  await app.rate("How strong is it?", rating);
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

/** The person shares with the therapist, who is offered first. */
async function sharesWith(person: Desk, keep?: string) {
  return await share(person, { questionnaires: false, ...(keep && { keep }) });
}

/** Opens the desk that was locked. */
async function opensDesk(therapist: Desk) {
  await unlock(therapist, DESK);
  await expect(lineOf(therapist, NAME)).toBeVisible();
}

/** Locks the desk from the person's page. The page is loaded afresh by that. */
async function locksDesk({ app, page }: Desk) {
  await page.getByRole("button", { name: "Back to the list" }).click();
  await page.getByRole("button", { name: "Lock the desk" }).click();
  await expect(page.getByRole("heading", { name: "The desk is locked" })).toBeVisible();
  await app.ready();
}

/** Adds the first share of that day, for which the key is opened. */
async function keeps(therapist: Desk, file: Buffer) {
  await add(therapist, file, PASSPHRASE);
  await expect(therapist.page.getByText(`Added to ${NAME}.`)).toBeVisible();
}

/** The shares that can be read on the person's page, the newest first. */
async function sees({ page }: Desk, ...covered: string[]) {
  const chips = page.getByRole("group", { name: "What to read" }).getByRole("radio");
  await expect(chips).toHaveCount(covered.length + 1);
  for (const [at, name] of ["All together", ...covered].entries()) {
    await expect(chips.nth(at)).toHaveAccessibleName(name);
  }
}

async function reads({ page }: Desk, which: string): Promise<string> {
  await page.getByRole("radio", { name: which, exact: true }).check();
  return await reviewed(page, false);
}

test("over eight weeks a person and their therapist go on from what the weeks before have left", async ({ browser, server }) => {
  test.setTimeout(420_000);
  const { person, therapist: first, words: oldWords, own, ownWords } = await paired(browser, server.url);
  const phone = person.page;
  let therapist = first;

  await test.step("week 1: the person shares, and the therapist keeps it and compares their words, too", async () => {
    await expect(phone.getByText(`${THERAPIST}, verified`)).toBeVisible();
    await craves(person, 7, "the pelican at the jetty");
    const handed = await share(person);
    expect(handed.seen).toContain("the pelican at the jetty");
    await setUp(therapist, DESK);
    await add(therapist, handed.file, PASSPHRASE);
    await expect(therapist.page.getByText(/^Added to Person \w{4}\.$/)).toBeVisible();
    await getToKnow(therapist, ownWords, NAME, NOTE);
    await sees(therapist, COVERED.one);
    expect(await reads(therapist, COVERED.one)).toContain("the pelican at the jetty");
    await locksDesk(therapist);
  });

  await test.step("week 2: the therapist sets a questionnaire for every week, and the person takes it", async () => {
    await on(TWO, person, therapist);
    await opensDesk(therapist);
    const { page } = therapist;
    const line = lineOf(therapist, NAME);
    await expect(line).toContainText(/M\. R\.verified/);
    await expect(line).toContainText("Last share: 7 days ago");
    await openPerson(therapist, NAME);
    await page.locator("summary", { hasText: "Give an assignment" }).click();
    await setEveryWeek(therapist, BAM);
    await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
    const file = await sealedSet(therapist);
    await page.getByRole("button", { name: "Back to the list" }).click();
    await openPerson(therapist, NAME);
    await expect(page.getByRole("region", { name: "What I gave them" })).toContainText("nothing shared tells of it yet");
    await locksDesk(therapist);

    await openSent(person, file);
    await expect(phone.getByText(`From ${THERAPIST}, signed and verified`)).toBeVisible();
    await phone.getByRole("button", { name: "Add this" }).click();
    await expect(phone.getByText("Added", { exact: true })).toBeVisible();
    await person.app.open("/programme");
    await expect(phone.getByRole("button", { name: `No longer: ${BAM}` })).toBeVisible();
  });

  const third = await test.step("week 3: the person answers it, and the next share brings the answer", async () => {
    await on(evening("2026-12-05"), person);
    await craves(person, 6, "the heron over the reeds");
    await on(THREE, person, therapist);
    await craves(person, 2, "the otter in the rain");
    await person.app.open("/questionnaires");
    const card = phone.getByRole("listitem").filter({ has: phone.getByRole("heading", { name: BAM }) });
    await expect(card).toContainText("Now is a good time for it.");
    await card.getByRole("link", { name: "Fill it in" }).click();
    await phone.getByRole("button", { name: "Start" }).click();
    await answerAll(phone, ANSWERS);
    await phone.getByRole("button", { name: "See the result" }).click();
    await expect(phone.getByRole("heading", { name: "Protective", exact: true })).toBeVisible();
    await person.app.open("/questionnaires");
    await expect(card).toContainText("Next time from Tuesday, December 15.");
    const handed = await sharesWith(person, "30 days");
    expect(handed.seen).toContain("It may be kept until January 7, 2027.");

    await opensDesk(therapist);
    await expect(lineOf(therapist, NAME)).toContainText("Last share: 14 days ago");
    await keeps(therapist, handed.file);
    const line = lineOf(therapist, NAME);
    await expect(line).toContainText("Last share: today, Tuesday, December 8");
    await expect(line).toContainText("Last week shared: 2 cravings, mean strength 4 (2 days known)");
    await expect(line).toContainText(/Four weeks before: \d+ cravings, mean strength [\d.]+ \(\d+ days known\)/);
    await openPerson(therapist, NAME);
    await expect(therapist.page.getByRole("region", { name: "What I gave them" })).toContainText("taken, last answered on Tuesday, December 8");
    await sees(therapist, COVERED.three, COVERED.one);
    const told = await reads(therapist, COVERED.three);
    expect(told).toContain(BAM);
    expect(told).toContain("the heron over the reeds");
    expect(told).toContain(`Beside the share that covers ${COVERED.one}`);
    await locksDesk(therapist);
    return handed.file;
  });

  const [newWords, keyFile] = await test.step("week 4: the therapist’s new key is taken by the old one’s word", async () => {
    await on(FOUR, person, therapist);
    const { app, page } = therapist;
    await app.open("/review/key");
    await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Show my key" }).click();
    await expect(page.getByText(oldWords, { exact: true })).toBeVisible();
    await page.getByText("Renew my key", { exact: true }).first().click();
    await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Renew my key" }).click();
    await expect(page.getByText("Your new key is ready. Show it to each person, and save it as a file.")).toBeVisible();
    await expect(page.getByText(oldWords, { exact: true })).toHaveCount(0);
    const { picture, words } = await shownKey(page);
    expect(words).not.toBe(oldWords);
    const file = await bytesOf(await saved(page, "Save the key as a file"));

    await scanKey(person, picture, words);
    await expect(phone.getByText(`This is a new key from ${THERAPIST}, signed with the key you already have.`)).toBeVisible();
    await phone.getByRole("button", { name: "Use the new key" }).click();
    await expect(phone.getByText(`${THERAPIST}’s new key is in use.`)).toBeVisible();
    const known = phone.getByRole("region", { name: "Already added" });
    await expect(known.getByRole("listitem")).toHaveCount(1);
    await expect(known).toContainText(`${THERAPIST}, verified`);
    await expect(known).toContainText(words);
    await expect(known).not.toContainText(oldWords);
    await craves(person, 5, "the kestrel on the wire");
    const handed = await sharesWith(person);

    // What was sealed for the old key still opens, with the new one shown.
    await page.getByRole("link", { name: "For therapists" }).click();
    await page.locator("#share-files").setInputFiles(asFile(third));
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.locator(".review .timeline")).toBeVisible();
    expect(await reviewed(page, false)).toContain("the heron over the reeds");

    await app.open("/desk");
    await opensDesk(therapist);
    await expect(lineOf(therapist, NAME)).toContainText(`Due again: ${BAM}`);
    await keeps(therapist, handed.file);
    await openPerson(therapist, NAME);
    await sees(therapist, COVERED.four, COVERED.three, COVERED.one);
    await locksDesk(therapist);
    return [words, file];
  });

  const [forged, backup] = await test.step("week 5: what is forged is refused, and nothing is changed by it", async () => {
    await on(FIVE, person, therapist);
    // Somebody had the phone in their hands. The person makes a new key, by which they share from now on.
    const copy = await copyOf(person);
    await person.app.open("/share/people");
    await phone.getByRole("button", { name: `New key for me: ${THERAPIST}`, exact: true }).click();
    await expect(phone.getByText(`You have a new key for ${THERAPIST}.`)).toBeVisible();
    await expect(own).not.toHaveText(ownWords);
    const newOwnWords = (await own.innerText()).trim();
    await craves(person, 4, "the magpie and the ring");
    const handed = await sharesWith(person);
    await opensDesk(therapist);
    await keeps(therapist, handed.file);
    const { page } = therapist;
    const line = await lineOf(therapist, NAME).innerText();

    const file = await shareFromCopy(browser, server.url, copy, FIVE, THERAPIST, newWords);
    await add(therapist, file);
    const problem = page.getByRole("alert").filter({ hasText: "share.age" });
    await expect(problem).toHaveText(
      "share.age: This was signed with another key than this person’s. It was not added. Compare words with the person, face to face or by phone.",
    );
    await expect(page.getByRole("listitem").filter({ has: page.getByRole("button") })).toHaveText([line.replaceAll("\n", "")]);
    await openPerson(therapist, NAME);
    await sees(therapist, COVERED.five, COVERED.four, COVERED.three, COVERED.one);
    await page.getByText("Is it really them? (verified)").click();
    await expect(page.getByText(newOwnWords, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Back to the list" }).click();

    // And a key that was sent to the person in the therapist's name.
    await person.app.open("/share/people");
    await phone.getByLabel("Key or link").fill(OTHER_KEY);
    await phone.getByRole("button", { name: "Check the key" }).click();
    await phone.getByLabel("What I call them").fill(THERAPIST);
    await expect(phone.getByRole("alert").filter({ hasText: `Careful: you already have ${THERAPIST} with another key.` })).toBeVisible();
    await person.app.reload();
    const known = phone.getByRole("region", { name: "Already added" });
    await expect(known.getByRole("listitem")).toHaveCount(1);
    await expect(known).toContainText(`${THERAPIST}, verified`);
    await expect(known).toContainText(newWords);
    return [file, await deskBackup(therapist, BACKUP)];
  });

  await test.step("week 6: the therapist’s laptop is lost, and the backup brings all of it to another one", async () => {
    await therapist.close();
    therapist = await profile(browser, server.url, 1366, 768);
    const { app, page } = therapist;
    await page.clock.setFixedTime(SIX);
    await app.open("/review/key");
    await page.getByLabel("Key file").setInputFiles(asFile(keyFile, "key.age"));
    await page.getByLabel("Its passphrase").fill(PASSPHRASE);
    await page.getByRole("checkbox", { name: "Keep it on this device" }).last().check();
    await page.getByRole("button", { name: "Import it" }).click();
    await expect(page.getByText(newWords, { exact: true })).toBeVisible();
    await setUp(therapist, DESK);
    await bringDeskIn(therapist, backup, BACKUP);
    await expect(page.getByText(/^\d+ records were brought in\.$/)).toBeVisible();
    await expect(lineOf(therapist, NAME)).toContainText(/M\. R\.verified/);
    await openPerson(therapist, NAME);
    await expect(page.getByText("Is it really them? (verified)")).toBeVisible();
    await expect(page.getByRole("region", { name: "My notes" })).toContainText(NOTE);
    await expect(page.getByRole("region", { name: "What I gave them" })).toContainText("taken, last answered on Tuesday, December 8");
    await sees(therapist, COVERED.five, COVERED.four, COVERED.three, COVERED.one);
    await page.getByRole("button", { name: "Back to the list" }).click();

    await on(evening("2026-12-26"), person);
    await craves(person, 3, "the wren in the hedge");
    await on(SIX, person);
    const handed = await sharesWith(person);
    await keeps(therapist, handed.file);
    // Nor does this one take what the lost one refused.
    await add(therapist, forged);
    await expect(page.getByRole("alert").filter({ hasText: "signed with another key than this person’s" })).toBeVisible();
    await openPerson(therapist, NAME);
    await sees(therapist, COVERED.six, COVERED.five, COVERED.four, COVERED.three, COVERED.one);
    expect(await reads(therapist, COVERED.six)).toContain("the wren in the hedge");
    await locksDesk(therapist);
    // What is written after it on the same day is for the next one.
    await craves(person, 6, "the owl at midnight");
  });

  await test.step("week 7: the days since the last share are handed over, and no others", async () => {
    await on(evening("2027-01-02"), person);
    await craves(person, 8, "the goose on the ice");
    await on(SEVEN, person, therapist);
    await craves(person, 1, "the swift under the eaves");
    await person.app.open("/share");
    await expect(phone.getByRole("radio", { name: `${THERAPIST}, verified` })).toBeChecked();
    await expect(phone.getByLabel("From", { exact: true })).toHaveValue("2026-12-29");
    await expect(phone.getByLabel("Until", { exact: true })).toHaveValue("2027-01-05");
    const handed = await sharesWith(person);
    await opensDesk(therapist);
    await keeps(therapist, handed.file);
    await openPerson(therapist, NAME);
    await sees(therapist, COVERED.seven, COVERED.six, COVERED.five, COVERED.four, COVERED.three, COVERED.one);
    const told = await reads(therapist, COVERED.seven);
    for (const one of [handed.seen, told]) {
      expect(one).toContain(`It covers ${COVERED.seven}`);
      for (const since of ["the owl at midnight", "the goose on the ice", "the swift under the eaves"]) expect(one).toContain(since);
      for (const before of ["the wren", "the magpie", "the kestrel", "the heron", "the pelican"]) expect(one).not.toContain(before);
    }
    await locksDesk(therapist);
  });

  await test.step("week 8: a share is gone once it may not be kept any more, and in spring all of them are", async () => {
    const { page } = therapist;
    await on(evening("2027-01-08"), therapist);
    // Opened twice, the second time after the page was loaded afresh: what is gone does not come back.
    for (let opening = 0; opening < 2; opening++) {
      await opensDesk(therapist);
      if (opening === 0) await expect(page.getByText("Ebb removed 1 share:")).toBeVisible();
      await openPerson(therapist, NAME);
      await sees(therapist, COVERED.seven, COVERED.six, COVERED.five, COVERED.four, COVERED.one);
      const told = await reads(therapist, "All together");
      expect(told).not.toContain("the heron over the reeds");
      // The day of a share is in the next one, too.
      expect(told).toContain("the otter in the rain");
      await locksDesk(therapist);
    }
    await on(evening("2027-04-06"), therapist);
    await opensDesk(therapist);
    await expect(page.getByText("Ebb removed 5 shares:")).toBeVisible();
    await expect(lineOf(therapist, NAME)).toContainText("No share is kept now");
    await openPerson(therapist, NAME);
    await expect(page.getByText("No share is kept now")).toBeVisible();
    await expect(page.getByRole("group", { name: "What to read" })).toHaveCount(0);
    await expect(page.getByRole("region", { name: "My notes" })).toContainText(NOTE);
  });
  await therapist.close();
  await person.close();
});
