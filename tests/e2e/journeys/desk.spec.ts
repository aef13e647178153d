// A therapist's desk: shares of one person over weeks, kept, verified, answered; forged ones refused;
// erased; lost with the laptop and brought back.

import { bytesOf, copyOf, openSent, paired, PASSPHRASE, profile, saved, share, shareFromCopy } from "../clinic.ts";
import { add, bringDeskIn, deskBackup, getToKnow, sealedSet, setEveryWeek, setUp, unlock } from "../desk.ts";
import { expect, test } from "../ebb.ts";
import { faults } from "../fhir.ts";
import { EVENING } from "../weeks.ts";

const DESK = "harbor pencil violet mountain";
const BACKUP = "copper window orchard lamp";

test("shares of one person are kept, sealed, beside each other, and answered", async ({ browser, server }) => {
  test.setTimeout(300_000);
  const { person, therapist, ownWords } = await paired(browser, server.url);
  const first = await share(person);
  const code = await setUp(therapist, DESK);
  const { app, page } = therapist;

  await test.step("the first share is kept, the same one is not kept twice", async () => {
    await add(therapist, first.file, PASSPHRASE);
    await expect(page.getByText(/Added to Person \w{4}\./)).toBeVisible();
    await add(therapist, first.file);
    await expect(page.locator("#desk-add-problem")).toContainText("This share is already here.");
    await expect(page.locator(".desk-list li")).toHaveCount(1);
    await expect(page.locator(".desk-list")).toContainText("Last share: today");
    await expect(page.locator(".desk-list")).toContainText("1 answer about not wanting to live in four weeks");
  });

  await test.step("who it is: a name, words compared, a note", async () => {
    await getToKnow(therapist, ownWords, "M. R.", "Ask about the evenings");
    await expect(page.locator(".one-page")).toContainText("PHQ-9, question 9 was answered with 1");
  });

  await test.step("an assignment, and that nothing tells of it yet", async () => {
    await page.locator("summary", { hasText: "Give an assignment" }).click();
    await page.getByLabel("Which one?").selectOption({ label: "Urge surfing" });
    await page.getByRole("button", { name: "Add it to the list" }).click();
    await setEveryWeek(therapist, "PHQ-9");
    const file = await sealedSet(therapist);
    await page.getByRole("button", { name: "Back to the list" }).click();
    await page.getByRole("button", { name: "M. R." }).click();
    await expect(page.getByText("nothing shared tells of it yet")).toHaveCount(2);
    await openSent(person, file);
    await expect(person.page.getByText("From Dr. Lee, signed and verified")).toBeVisible();
    for (const added of [1, 2]) {
      await person.page.getByRole("button", { name: "Add this" }).first().click();
      await expect(person.page.getByText("Added", { exact: true })).toHaveCount(added);
    }
    await person.app.open("/programme");
    await expect(person.page.getByRole("button", { name: "No longer: PHQ-9" })).toBeVisible();
  });

  await test.step("nothing of it lies readable in the browser, and it opens again", async () => {
    await page.getByRole("button", { name: "Back to the list" }).click();
    await page.getByRole("button", { name: "Lock the desk" }).click();
    await app.ready();
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const open = indexedDB.open("ebb-desk");
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const names = [...open.result.objectStoreNames];
            const all = open.result.transaction(names);
            Promise.all(
              names.map(
                (name) =>
                  new Promise<unknown[]>((done) => {
                    const found = all.objectStore(name).getAll();
                    found.onsuccess = () => done(found.result);
                  }),
              ),
            ).then((values) => {
              open.result.close();
              const text = values.flat().map((one) => (one instanceof Uint8Array ? new TextDecoder("latin1").decode(one) : String(one)));
              resolve(text.join("\n"));
            }, reject);
          };
        }),
    );
    expect(kept.length).toBeGreaterThan(1000);
    for (const word of ["M. R.", "evenings", "craving", "Private"]) expect(kept).not.toContain(word);
    await unlock(therapist, "something else");
    await expect(page.locator("#desk-secret-problem")).not.toBeEmpty();
    await unlock(therapist, code);
    await expect(page.getByRole("button", { name: "M. R." })).toBeVisible();
  });

  const backup = await test.step("a week later: the next share joins, and a backup is made", async () => {
    const later = new Date("2026-12-01T21:00:00-05:00");
    for (const one of [person, therapist]) await one.page.clock.setFixedTime(later);
    await person.app.open("/programme");
    await person.page.getByRole("button", { name: "Done: Urge surfing" }).first().click();
    for (const rating of [3, 2]) await person.app.logCraving(rating);
    const second = await share(person, { questionnaires: false });
    // Nobody was there for a week, so it has closed by itself.
    await app.open("/desk");
    await unlock(therapist, DESK);
    await add(therapist, second.file, PASSPHRASE);
    await expect(page.getByText("Added to M. R.")).toBeVisible();
    await expect(page.locator(".desk-list li")).toHaveCount(1);
    await page.getByRole("button", { name: "M. R." }).click();
    await expect(page.getByText(/taken, last answered on/)).toHaveCount(1);
    await expect(page.getByText(/done on/).first()).toBeVisible();
    await page.getByRole("button", { name: "Back to the list" }).click();
    const resources = (await bytesOf(await saved(page, "Save everyone for a clinic’s system"))).toString().trimEnd().split("\n");
    expect(resources.length).toBeGreaterThan(50);
    // Each line by itself, and every kind of them.
    const kinds = new Map(resources.map((line) => JSON.parse(line) as { resourceType: string }).map((one) => [one.resourceType, one]));
    expect([...kinds.keys()].sort()).toEqual(["Observation", "Patient", "QuestionnaireResponse"]);
    for (const one of kinds.values()) expect(faults(one)).toEqual([]);
    return await deskBackup(therapist, BACKUP);
  });

  await test.step("the laptop is lost: another one brings the backup in", async () => {
    await therapist.close();
    const next = await profile(browser, server.url, 1366, 768);
    await next.page.clock.setFixedTime(new Date("2026-12-01T22:00:00-05:00"));
    await setUp(next, DESK);
    await bringDeskIn(next, backup, BACKUP);
    await next.page.getByRole("button", { name: "M. R." }).click();
    await expect(next.page.getByText("Ask about the evenings")).toBeVisible();
    await expect(next.page.getByRole("radio", { name: "All together" })).toBeChecked();

    // What may not be kept any more goes when the desk is opened, and that is said.
    await next.page.clock.setFixedTime(new Date("2027-02-24T12:00:00-05:00"));
    await next.app.open("/desk");
    await unlock(next, DESK);
    await expect(next.page.getByText("Ebb removed 1 share")).toBeVisible();
    await next.page.getByRole("button", { name: "M. R." }).click();
    await next.page.getByRole("button", { name: "Erase this person" }).click();
    await next.page.getByRole("button", { name: "Erase", exact: true }).click();
    await expect(next.page.getByText("Nobody is here yet.")).toBeVisible();
    await next.app.reload();
    await unlock(next, DESK);
    await expect(next.page.getByText("Nobody is here yet.")).toBeVisible();
    await next.close();
  });
  await person.close();
});

test("a new key is taken by the old one’s word; a copy of the old one, or a share sent again, changes nothing", async ({
  browser,
  server,
}) => {
  test.setTimeout(300_000);
  const { person, therapist, words, own, ownWords: oldWords } = await paired(browser, server.url);
  const first = await share(person);
  await setUp(therapist, DESK);
  const { page } = therapist;

  await test.step("the first share keeps its key", async () => {
    await add(therapist, first.file, PASSPHRASE);
    await expect(page.getByText(/Added to Person \w{4}\./)).toBeVisible();
    await page.getByRole("button", { name: /Person/ }).click();
    await page.getByText("Is it really them? (not verified)").click();
    await expect(page.locator("#desk-words")).toHaveText(oldWords);
    await page.getByRole("button", { name: "Back to the list" }).click();
  });

  // Somebody has a copy of all that is on the phone, the key among it.
  const copy = await test.step("a copy is made, and the person makes a new key", async () => {
    const file = await copyOf(person);
    await person.app.open("/share/people");
    await person.page.getByRole("button", { name: "New key for me: Dr. Lee", exact: true }).click();
    await expect(person.page.getByText("You have a new key for Dr. Lee.")).toBeVisible();
    await expect(own).not.toHaveText(oldWords);
    return file;
  });
  const newWords = (await own.innerText()).trim();

  await test.step("the next share, by the new key, joins and shows the new words", async () => {
    await person.app.logCraving(3);
    const second = await share(person, { questionnaires: false });
    await add(therapist, second.file);
    await expect(page.getByText(/Added to Person \w{4}\./)).toBeVisible();
    await expect(page.locator(".desk-list > li")).toHaveCount(1);
  });

  // What the list says, and the words of the page behind it.
  const looksAsBefore = async (line: string) => {
    await expect(page.locator(".desk-list > li")).toHaveText([line]);
    await page.getByRole("button", { name: /Person/ }).click();
    await expect(page.getByRole("radio", { name: "All together" })).toBeChecked();
    await expect(page.locator("input[name='desk-which']")).toHaveCount(3);
    await page.getByText("Is it really them? (not verified)").click();
    await expect(page.locator("#desk-words")).toHaveText(newWords);
    await page.getByRole("button", { name: "Back to the list" }).click();
  };
  const line = (await page.locator(".desk-list > li").textContent()) ?? "";
  await looksAsBefore(line);

  await test.step("a share in the person’s name by the key of the copy is refused, and says why", async () => {
    await add(therapist, await shareFromCopy(browser, server.url, copy, EVENING, "Dr. Lee", words));
    await expect(page.locator("#desk-add-problem")).toContainText("signed with another key than this person’s. It was not added.");
    await looksAsBefore(line);
  });

  await test.step("a share that is sent again is one", async () => {
    await add(therapist, first.file);
    await expect(page.locator("#desk-add-problem")).toContainText("This share is already here.");
    await looksAsBefore(line);
  });

  await test.step("the list is the same when the desk is opened again", async () => {
    await page.getByRole("button", { name: "Lock the desk" }).click();
    await therapist.app.ready();
    await unlock(therapist, DESK);
    await looksAsBefore(line);
  });
  await therapist.close();
  await person.close();
});

test("one passphrase opens desk and key, and a backup brings nothing back whose time is over", async ({ browser, server }) => {
  test.setTimeout(180_000);
  const { person, therapist } = await paired(browser, server.url);
  const { file } = await share(person, { keep: "30 days" });
  await setUp(therapist, PASSPHRASE);
  await therapist.app.reload();
  await unlock(therapist, PASSPHRASE);
  await expect(therapist.page.getByText("Nobody is here yet.")).toBeVisible();
  await expect(therapist.page.getByLabel("Your key’s passphrase")).toBeHidden();
  await add(therapist, file);
  await expect(therapist.page.getByText(/^Added to Person \w{4}\.$/)).toBeVisible();
  const backup = await deskBackup(therapist, BACKUP);
  await therapist.close();
  await person.close();

  const later = await profile(browser, server.url, 1366, 768);
  await later.page.clock.setFixedTime(new Date(EVENING.getTime() + 31 * 24 * 60 * 60 * 1000));
  await setUp(later, DESK);
  await bringDeskIn(later, backup, BACKUP);
  await expect(later.page.getByText(/^\d+ records? (was|were) brought in\.$/)).toBeVisible();
  await expect(later.page.locator(".desk-list > li")).toContainText("No share is kept now");
  await later.close();
});
