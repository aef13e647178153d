import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, offline, test, type App } from "../ebb.ts";
import { OLD_LOCK, oldStore, PASSPHRASE, proveCode, putOn, sleepFor, SLOW, unlock } from "../locking.ts";
import { manyRecords, plantAll, plantBytes, read, readRaw } from "../store.ts";

const SECRET_WORDS = "pelican-under-the-jetty";

async function plantOldLock(app: App, page: Page) {
  await app.open("/");
  await plantBytes(page, oldStore());
}

async function writeCraving(app: App, page: Page, note: string) {
  await app.open("/craving");
  await page.getByText("Add more").click();
  await page.getByLabel("What went through your mind?").fill(note);
  await app.rate("How strong is it?", 6);
  await expect(page.locator(".saved")).toHaveText("Saved");
}

test("a lock seals what is there, opens with the passphrase and with the recovery code", async ({ app, page }) => {
  test.setTimeout(120_000);
  await writeCraving(app, page, SECRET_WORDS);
  const code = await putOn(app, page);

  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await unlock(page, "not the passphrase");
  await expect(page.getByRole("alert").filter({ hasText: "did not open it" })).toBeVisible(SLOW);
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await page.goto(app.url + "/history");
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await page.getByRole("button", { name: "Use the recovery code instead" }).click();
  await page.locator("#secret").fill(code.slice(0, -1) + (code.endsWith("0") ? "1" : "0"));
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "character of the code" })).toBeVisible(SLOW);
  await page.locator("#secret").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.getByText(SECRET_WORDS)).toBeVisible(SLOW);
});

offline("with a lock on, nothing a person wrote lies readable anywhere in the browser", async ({ app, page }) => {
  test.setTimeout(120_000);
  await writeCraving(app, page, SECRET_WORDS);
  await app.open("/check-in");
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Something good").fill("halfwritten-heron");
  await expect.poll(async () => JSON.stringify(await read(page, "drafts"))).toContain("halfwritten-heron");
  await putOn(app, page);
  await app.goTo("Now");
  await page.getByRole("link", { name: "Check in" }).click();
  await expect(page.getByLabel("Something good")).toHaveValue("halfwritten-heron");
  await page.getByLabel("Something good").fill("halfwritten-heron and a second-sandpiper");
  await app.goTo("Now");
  await page.getByRole("link", { name: "Check in" }).click();
  await expect(page.getByLabel("Something good")).toHaveValue("halfwritten-heron and a second-sandpiper");

  const everything = await readRaw(page);
  expect(everything.segments).not.toBe("");
  // Nor does a name tell what was written, or when.
  for (const [where, text] of Object.entries(everything)) {
    for (const words of [SECRET_WORDS, "halfwritten-heron", "second-sandpiper", '"intensity"', "check-in"]) {
      // The app's own files and addresses name its screens.
      const own = where === "address" || (where === "caches" && words === "check-in");
      if (!own) expect(text.includes(words), `${words} in ${where}`).toBe(false);
    }
  }
  const rows = Object.keys(await read(page, "segments"));
  expect(rows.every((row) => /^[0-9a-f]{32}$/.test(row))).toBe(true);
  for (const table of ["records", "drafts"] as const) expect(await read(page, table)).toEqual({});
});

test("SOS, the help lines and breathing work while Ebb is locked", async ({ app, page }) => {
  test.setTimeout(120_000);
  await putOn(app, page);
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await page.getByRole("link", { name: "Breathe" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("breathing", { ignoreCase: true });
  await page.getByRole("button", { name: /start|begin/i }).first().click();
  await page.getByRole("link", { name: "SOS" }).click();
  await expect(page.getByRole("link", { name: "Call 988" }).first()).toBeVisible();
});

test("another tab locks too, and after the lock is off everything is readable again", async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await writeCraving(app, page, SECRET_WORDS);
  const other = await context.newPage();
  await other.goto(app.url + "/history");
  await expect(other.getByText(SECRET_WORDS)).toBeVisible();
  await putOn(app, page);
  await expect(other.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await other.close();

  await page.getByText("Turn off the lock").first().click();
  await page.locator("#off-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Turn off the lock" }).click();
  await expect(page.getByRole("heading", { name: "There is no lock" })).toBeVisible(SLOW);
  await app.open("/history");
  await expect(page.getByText(SECRET_WORDS)).toBeVisible();
  const everything = await readRaw(page);
  expect(everything.records + everything.segments).toContain(SECRET_WORDS);
});

test("a changed passphrase opens, the old one does not, and Ebb locks itself when nobody is there", async ({ app, page }) => {
  test.setTimeout(120_000);
  await putOn(app, page);
  await page.getByText("Change the passphrase").first().click();
  await page.locator("#old-passphrase").fill(PASSPHRASE);
  await page.locator("#new-passphrase").fill("another tide comes in at dusk");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await proveCode(page);
  await expect(page.getByText("Only the new passphrase and the new recovery code open Ebb now")).toBeVisible(SLOW);

  await page.clock.install();
  await page.clock.fastForward("06:00");
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await unlock(page);
  await expect(page.getByRole("alert").filter({ hasText: "did not open it" })).toBeVisible(SLOW);
  await unlock(page, "another tide comes in at dusk");
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await page.clock.fastForward("06:00");
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
});

test("a phone that slept for longer than was chosen shows nothing of the journal when it wakes", async ({ app, page }) => {
  test.setTimeout(120_000);
  await writeCraving(app, page, SECRET_WORDS);
  await putOn(app, page);
  await app.goTo("History");
  await expect(page.getByText(SECRET_WORDS)).toBeVisible();
  // Timers stand still while it sleeps, and the clock goes on.
  const shown = await sleepFor(page, 6);
  expect(shown).toBe("hidden");
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await expect(page.getByText(SECRET_WORDS)).toHaveCount(0);
});

test("locking one tab locks the others", async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await writeCraving(app, page, SECRET_WORDS);
  await putOn(app, page);
  const others = [await context.newPage(), await context.newPage()];
  for (const other of others) {
    await other.goto(app.url + "/history");
    await unlock(other);
    await expect(other.getByText(SECRET_WORDS)).toBeVisible(SLOW);
  }
  await page.getByRole("button", { name: "Lock now" }).click();
  for (const other of [page, ...others]) {
    await expect(other.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
    await expect(other.getByText(SECRET_WORDS)).toHaveCount(0);
  }
});

test("opening can be stopped and leaves everything as it was", async ({ app, page }) => {
  test.setTimeout(120_000);
  await putOn(app, page);
  await page.getByRole("button", { name: "Lock now" }).click();
  await unlock(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Unlock" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-journal", "locked");
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
});

test("how far the sealing is moves no button under a finger", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.open("/");
  await plantAll(page, manyRecords(6000, SECRET_WORDS));
  // Where the button is while that is told, and otherwise.
  await page.addInitScript(() => {
    const places = ((window as unknown as { places: Record<string, number[]> }).places = { during: [], after: [] });
    const look = () => {
      const button = [...document.querySelectorAll("section[aria-labelledby=is-on] > button")].pop();
      const when = document.querySelector(".in-progress progress") ? places.during : places.after;
      if (button) when.push(Math.round(button.getBoundingClientRect().top + scrollY));
      requestAnimationFrame(look);
    };
    look();
  });
  await putOn(app, page);
  const places = () => page.evaluate(() => (window as unknown as { places: Record<string, number[]> }).places);
  await expect.poll(async () => (await places()).during.length, SLOW).toBeGreaterThan(0);
  await expect(page.locator(".in-progress")).toHaveCount(0, SLOW);
  const { during, after } = await places();
  expect(new Set([...during, ...after]).size).toBe(1);
});

test("a lock that was being put on when the tab died is finished after unlocking", async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await app.open("/");
  await plantAll(page, manyRecords(6000, SECRET_WORDS));
  await app.open("/settings/lock");
  await page.locator("#new-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Set up the lock" }).click();
  const code = await page.locator("#recovery-code").innerText(SLOW);
  await page.getByLabel("The last two groups").fill(code.slice(-9));
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await again.goto(app.url + "/settings/lock");
  expect(JSON.stringify(await readRaw(again))).toContain(SECRET_WORDS);
  await unlock(again);
  await expect(again.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await expect.poll(async () => JSON.stringify(await readRaw(again)), SLOW).not.toContain(SECRET_WORDS);
  await again.goto(app.url + "/settings");
  await unlock(again);
  await expect(again.getByText("6000 entries")).toBeVisible(SLOW);
});

test("what an older Ebb sealed opens, and its lock is brought up to today's strength", async ({ app, page }) => {
  test.setTimeout(180_000);
  await plantOldLock(app, page);
  await page.goto(`${app.url}/settings`);
  await unlock(page, OLD_LOCK.passphrase);
  await expect(page.getByText(`${OLD_LOCK.entries} entries`)).toBeVisible(SLOW);
  await expect.poll(async () => Object.keys(await read(page, "records")), SLOW).toEqual([]);
  // How much work each keyslot asks for, by its kind.
  const work = async () => {
    const vault = JSON.parse((await read(page, "meta")).vault ?? "") as { v: number; slots: { kind: string; age: string }[] };
    const asked = vault.slots.map(({ kind, age }) => {
      const file = Buffer.from(age.split("\n").slice(1, -2).join(""), "base64").toString("latin1");
      return [kind, Number(/-> scrypt \S+ (\d+)/.exec(file)?.[1])];
    });
    return { v: vault.v, ...Object.fromEntries(asked) } as Record<string, number>;
  };
  await expect.poll(async () => (await work()).other, SLOW).toBeGreaterThan(14);
  const { v, passphrase = 0, recovery, other } = await work();
  // The recovery code was not typed, so its keyslot is as it was.
  expect({ v, recovery }).toEqual({ v: 3, recovery: 15 });
  expect([passphrase, other]).toEqual([other, passphrase]);
  await page.goto(`${app.url}/history`);
  await unlock(page, OLD_LOCK.passphrase);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await expect(page.getByText("not as you left it")).toHaveCount(0);
});

test("a passphrase that is changed while an old lock is brought up to strength holds", async ({ app, page }) => {
  test.setTimeout(180_000);
  await plantOldLock(app, page);
  await page.goto(`${app.url}/settings/lock`);
  await unlock(page, OLD_LOCK.passphrase);
  await page.getByText("Change the passphrase").first().click(SLOW);
  await page.locator("#old-passphrase").fill(OLD_LOCK.passphrase);
  await page.locator("#new-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await proveCode(page);
  await expect(page.getByText("Only the new passphrase and the new recovery code open Ebb now")).toBeVisible(SLOW);
  await page.goto(`${app.url}/settings`);
  await unlock(page, OLD_LOCK.passphrase);
  await expect(page.getByRole("alert").filter({ hasText: "did not open it" })).toBeVisible(SLOW);
  await unlock(page);
  await expect(page.getByText(`${OLD_LOCK.entries} entries`)).toBeVisible(SLOW);
});

test("the screen of a lock that is on has no axe violation", async ({ app, page }) => {
  test.setTimeout(120_000);
  await putOn(app, page);
  for (const closed of await page.locator("details").all()) await closed.evaluate((one) => one.setAttribute("open", ""));
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((one) => one.id)).toEqual([]);
});
