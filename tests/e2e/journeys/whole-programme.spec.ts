// Twelve weeks of one made-up person, at fixed points in time. Ratings come from a seed, so that a
// failure can be run again with the same ones: EBB_SEED=7.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { lookInside, makeBackup, otherDevice, SLOW } from "../backup.ts";
import { launchOptions } from "../browser.ts";
import { asFile, profile, reviewed, share } from "../clinic.ts";
import { type App, expect, test } from "../ebb.ts";
import { answerAll, begin } from "../filling.ts";
import { drawn } from "../looks.ts";
import { giveNotifications, passes, shown } from "../notifications.ts";
import { save, saves } from "../saving.ts";
import { giveVoices, heard, LOCAL, REMOTE } from "../voices.ts";

// A microphone that hears a beep each second, in a whole browser: the shell has nobody to ask for it.
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, "--use-fake-device-for-media-stream"] } });

const SEED = Number(process.env.EBB_SEED ?? 20260105);

/** Whole numbers below `limit`, the same ones for the same seed (mulberry32). */
function chance(seed: number) {
  let state = seed >>> 0;
  return (limit: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Moves the clock on, to New York's standard or summer time, and begins anew as a phone does. */
async function on(app: App, when: string) {
  await app.page.clock.setSystemTime(new Date(when));
  await app.reload();
}

const line = (page: Page, name = "Line 1") => page.getByRole("textbox", { name, exact: true });

async function intake(app: App, roll: (limit: number) => number) {
  const { page } = app;
  await app.open("/programme/phase/new");
  await page.getByLabel("From").fill("2026-01-05");
  await page.getByLabel("Hours a week").fill("9");
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My path");
  await app.open("/programme/start/new");
  await page.getByLabel("First day").fill("2026-01-04");
  await save(page);
  await expect(page.getByText("1 day in all")).toBeVisible();
  const answers = ["Not at all", "Several days", "More than half the days", "Nearly every day"];
  await begin(app, "gad-7");
  await answerAll(page, Array.from({ length: 7 }, () => answers[roll(4)] ?? "Not at all"));
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.locator("#app main")).toContainText("of 21");
  await begin(app, "phq-9");
  await answerAll(page, ["Several days", ...Array<string>(8).fill("Not at all"), "Not difficult at all"]);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.locator("#app main")).toContainText("1 of 27");
}

async function foundations(app: App) {
  const { page } = app;
  await app.open("/programme/group/new");
  await page.getByLabel("Name", { exact: true }).fill("Evening group");
  await page.getByRole("checkbox", { name: "Monday" }).check();
  await page.getByRole("checkbox", { name: "Wednesday" }).check();
  await page.getByLabel("It starts at").fill("18:00");
  await page.getByLabel("First date").fill("2026-01-05");
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My program");
  await app.open("/programme/medicine/new");
  await page.getByLabel("Name", { exact: true }).fill("Naltrexone");
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My program");
  await app.open("/sos");
  await page.getByText("Add a person").click();
  await page.getByLabel("Name").fill("Sam");
  await page.getByLabel("Phone number").fill("+1 555 010 0199");
  await page.getByLabel("A message I can send").fill("Bad evening. Can you talk?");
  await save(page);
  const text = page.getByRole("link", { name: "Text Sam" });
  await expect(text).toHaveAttribute("href", "sms:+15550100199?body=Bad%20evening.%20Can%20you%20talk%3F");
  await app.open("/plans/places/edit");
  await line(page, "Where").fill("The library on 5th");
  await save(page);
  await expect(page.getByText("The library on 5th")).toBeVisible();
  await app.open("/plans/safety/edit");
  await line(page).fill("I stop answering my phone");
  await save(page);
  await expect(page.getByText("I stop answering my phone")).toBeVisible();
}

/** A craving, a skill for it, a check-in, and the group of that evening. */
async function week(app: App, roll: (limit: number) => number, takeaway: string, date: RegExp) {
  const { page } = app;
  await app.logCraving(4 + roll(6));
  await page.getByRole("link", { name: "Ride it" }).click();
  await page.getByRole("button", { name: "Finish" }).click();
  await save(page);
  await expect(page.locator("#end-title")).toHaveText("Saved");
  await app.open("/check-in");
  await app.rate(/Mood/, 3 + roll(6));
  await app.rate("How sure you are to get through tonight", 3 + roll(6));
  await saves(page, () => save(page));
  await app.open("/programme");
  await page.getByRole("link", { name: /^Evening group Monday, Wednesday/ }).click();
  await page.getByRole("link", { name: date }).first().click();
  await page.getByRole("checkbox", { name: "Yes" }).check();
  await page.getByLabel(/^My takeaway/).fill(takeaway);
  await save(page);
  await expect(page.getByRole("link", { name: date }).first()).toContainText("Attended");
}

async function lesson(app: App, id: string) {
  await app.open(`/lessons/${id}`);
  await app.page.getByRole("button", { name: "I have read this" }).click();
  await expect(app.page.locator(".saved")).toHaveText("Read");
}

/** What the evidence says helps: an if-then plan, a scene of the future, a meeting, a day with a shape, a plan for using less. */
async function helps(app: App) {
  const { page } = app;
  await app.open("/plans/if-then/new");
  await page.getByRole("radio", { name: "Stress" }).check();
  await page.getByLabel("Or in my own words").fill("walk to the river");
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByText("walk to the river")).toBeVisible();
  await app.open("/exercises/future-scenes");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByLabel(/About a week from now/).fill("Lunch by the water");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await save(page);
  await expect(page.locator("#end-title")).toHaveText("Saved");
  await app.open("/programme/meeting/new");
  await page.getByLabel("Name", { exact: true }).fill("Sunday circle");
  await page.getByRole("checkbox", { name: "Sunday" }).check();
  await page.getByLabel("It starts at").fill("17:00");
  await page.getByLabel("How to get there").fill("bus 4, last stop");
  await save(page);
  await expect(page.getByText("bus 4, last stop")).toBeVisible();
  await app.open("/plans/reduction/edit");
  await page.getByRole("checkbox", { name: "Nicotine" }).check();
  await page.getByLabel("What I count").fill("cigarettes");
  await page.getByLabel("From").first().fill("2026-02-01");
  await page.getByLabel("At most so many").first().fill("40");
  await save(page);
  await expect(page.getByText("40 cigarettes")).toBeVisible();
  await app.open("/day/morning");
  await page.getByRole("checkbox", { name: "See someone" }).check();
  await save(page);
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("See someone");
  await app.open("/day/evening");
  await page.getByRole("checkbox", { name: "Partly" }).check();
  await page.getByLabel("How much I used today").fill("6");
  await save(page);
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("6 cigarettes on 1 day");
}

/** More of it: a reminder, a picture, a message to oneself, notes of another app, chance that picks, a voice, and a game. */
async function helpsMore(app: App) {
  const { page } = app;
  await app.open("/check-in");
  await page.getByRole("link", { name: "Remind me" }).click();
  const calendar = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save and add to my calendar" }).click();
  expect((await calendar).suggestedFilename()).toMatch(/\.ics$/);
  await expect(page.getByText("Every day · 8:00 PM")).toBeVisible();
  await page.getByRole("checkbox", { name: "Also show my reminders as notifications" }).check();

  const picture = { name: "river.png", mimeType: "image/png", buffer: await page.screenshot() };
  await app.open("/plans/pictures");
  await page.locator("#keepsake-file").setInputFiles(picture);
  await expect(page.getByRole("img", { name: "The picture you chose" })).toBeVisible();
  await page.getByLabel("A line under it, if you like").fill("The river in May");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator("li .keepsake")).toContainText("The river in May");

  await page.context().grantPermissions(["microphone"], { origin: app.url });
  await page.getByRole("button", { name: "Record a message" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] of 1:00$/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByLabel("A line to go with it, if you like").fill("For a bad evening");
  await page.getByRole("button", { name: "Keep this message" }).click();
  const message = page.locator("li", { has: page.getByRole("button", { name: "Play my message" }) });
  await expect(message).toContainText("For a bad evening");

  await app.open("/settings/import");
  const table = "full_date,date,weekday,time,mood,activities,note_title,note\n2026-01-20,January 20,Tuesday,9:05 AM,good,,,Slept well again\n";
  await page.locator("#import-file").setInputFiles({ name: "daylio.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.locator(".notice")).toContainText("1 entry was added.");
  await app.open("/history/find");
  await page.getByLabel("Words").fill("slept well again");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 entry found.")).toBeVisible();

  await app.open("/plans/trial");
  await page.getByLabel("One exercise").selectOption({ label: "Urge surfing" });
  await page.getByLabel("The other exercise").selectOption({ label: "Slow breathing" });
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText("0 of 20 cravings")).toBeVisible();
  await page.clock.runFor(60_000);
  await app.logCraving(8);
  await expect(page.getByText("The river in May")).toBeVisible();
  await expect(page.getByText("For a bad evening")).toBeVisible();
  await page.getByRole("button", { name: "Pick one for me" }).click();
  await expect(page.getByText(/^Chance picked: /)).toBeVisible();

  await app.open("/exercises/delay-and-distract");
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  expect((await heard(page, /^Make a deal\. /)).voice).toBe(LOCAL.name);
  await page.getByRole("button", { name: "Finish" }).click();
  await save(page);
  await expect(page.locator("#end-title")).toHaveText("Saved");

  await app.open("/exercises/block-game");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".blocks .pile")).not.toHaveAttribute("d", "");
  await page.clock.runFor(192_000);
  await save(page);
  await expect(page.locator("#end-title")).toHaveText("Saved");
}

/** What a person sees of everything that is kept. */
async function everything(app: App): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const path of [
    "/history",
    "/insight",
    "/plans/safety",
    "/plans/relapse",
    "/plans/places",
    "/plans/after",
    "/plans/if-then",
    "/plans/reduction",
    "/plans/trial",
    "/plans/pictures",
    "/reminders",
    "/programme/meetings",
    "/programme",
    "/programme/way",
    "/questionnaires",
    "/lessons",
  ]) {
    await app.open(path);
    const main = app.page.locator("#app main");
    await expect(main.locator("h1")).toBeVisible();
    await expect(main).not.toContainText("Opening");
    await drawn(app.page);
    if (path === "/lessons") await expect(main).toContainText("of 30.");
    if (path === "/questionnaires") await expect(main).toContainText("PHQ-9");
    seen[path] = await main.innerText();
  }
  await app.open("/sos");
  seen.people = await app.page.getByRole("region", { name: "My people" }).innerText();
  return seen;
}

test("twelve weeks, from intake to aftercare, survive every reload and move to another device", async ({ app, page, browser }) => {
  test.setTimeout(300_000);
  const roll = chance(SEED);
  await page.clock.install({ time: new Date("2026-01-05T12:00:00-05:00") });
  await giveVoices(page, [REMOTE, LOCAL]);
  await giveNotifications(page.context(), "granted");
  await app.open("/");

  await intake(app, roll);
  await foundations(app);

  await on(app, "2026-01-07T20:00:00-05:00");
  await expect(page.locator("#app main")).toContainText("I stop answering my phone");
  await week(app, roll, "Urges are waves", /January 7/);
  await lesson(app, "craving-wave");

  await on(app, "2026-02-04T20:00:00-05:00");
  await week(app, roll, "Leave early is a plan", /February 4/);
  await lesson(app, "triggers");
  await app.open("/plans/relapse/edit");
  await page.getByRole("group", { name: /^My early signs/ }).getByRole("textbox", { name: "Line 1", exact: true }).fill("One would be fine");
  await line(page, "When").fill("Payday");
  await line(page, "Then I will").fill("Home the other way");
  await save(page);
  await expect(page.getByText("Payday → Home the other way")).toBeVisible();
  await helps(app);
  await helpsMore(app);

  await on(app, "2026-02-14T23:30:00-05:00");
  await app.open("/slip");
  await page.getByLabel("Who will you reach out to?").fill("Sam");
  await save(page);
  await expect(page.locator("main").getByText("Everything you have built is still there.")).toBeVisible();

  await on(app, "2026-02-16T19:59:30-05:00");
  await passes(page, 1);
  expect((await shown(page))[0]?.title).toBe("Time for me");
  await on(app, "2026-02-16T20:05:00-05:00");
  await app.open("/programme/way");
  await expect(page.getByText("42 days in all")).toBeVisible();
  await expect(page.getByText("41 days in the longest run")).toBeVisible();
  await week(app, roll, "A slip is not the end", /February 16/);
  await lesson(app, "slips");

  // After the change of clocks, and with fewer hours.
  await on(app, "2026-03-11T20:00:00-04:00");
  await week(app, roll, "Ask before it is bad", /March 11/);
  await app.open("/programme/phase/new");
  await page.getByRole("radio", { name: "Outpatient", exact: true }).check();
  await page.getByLabel("From").fill("2026-03-09");
  await page.getByLabel("Hours a week").fill("3");
  await save(page);
  await expect(page.getByRole("link", { name: /^Outpatient/ })).toContainText("Now");
  await saves(page, () => page.getByRole("button", { name: "Start the list" }).click());
  await saves(page, () => page.getByRole("checkbox", { name: "I know who to call on a bad night" }).check());

  await on(app, "2026-03-30T09:00:00-04:00");
  await expect(page.getByRole("checkbox", { name: "I know who to call on a bad night" })).toBeChecked();
  await app.open("/programme/phase/new");
  await page.getByRole("radio", { name: "Aftercare", exact: true }).check();
  await page.getByLabel("From").fill("2026-03-30");
  await save(page);
  await expect(page.getByRole("link", { name: /^Aftercare/ })).toContainText("Now");
  await app.open("/plans/after/edit");
  await page.getByLabel(/^First day without/).fill("2026-03-30");
  await page.getByRole("group", { name: /^What I will keep doing/ }).getByRole("textbox", { name: "Line 1", exact: true }).fill("Sunday meeting");
  await save(page);
  await expect(page.getByText("Day 1 of 90")).toBeVisible();
  await app.reload();
  await expect(page.getByText("Sunday meeting")).toBeVisible();

  const folder = await mkdtemp(join(tmpdir(), "ebb-programme-"));
  const seen = await everything(app);
  const file = await makeBackup(app, folder);
  const other = await otherDevice(browser, app.url);
  await other.page.clock.install({ time: new Date("2026-03-30T09:05:00-04:00") });
  await other.app.open("/settings/backup");
  await lookInside(other.page, file);
  await expect(other.page.locator(".preview")).toContainText("new here", SLOW);
  await other.page.getByRole("button", { name: "Restore it" }).click();
  await expect(other.page.getByText("Done.")).toBeVisible();
  expect(await everything(other.app)).toEqual(seen);

  const handed = await share({ app, page }, { preset: "Everything" });
  const therapist = await profile(browser, app.url, 1366, 768);
  // By today's clock the share would be too old to be kept.
  await therapist.page.clock.install({ time: new Date("2026-03-30T10:00:00-04:00") });
  await therapist.app.open("/review");
  await therapist.page.getByLabel("Files, or a picture of a code").setInputFiles(asFile(handed.file));
  await therapist.page.getByLabel("The phrase").fill(handed.phrase);
  await therapist.page.getByRole("button", { name: "Open it" }).click();
  await expect(therapist.page.getByRole("heading", { name: "What to look at first" })).toBeVisible();
  const read = await reviewed(therapist.page);
  expect(read).toBe(handed.seen);
  for (const told of ["February 14: a slip", "Evening group", "Urge surfing", "Lunch by the water", "See someone", "walk to the river", "Sunday circle", "Slept well again", "A slip is not the end", "Naltrexone"]) {
    expect(read).toContain(told);
  }
  await therapist.close();
  await other.close();
  await rm(folder, { recursive: true });
});
