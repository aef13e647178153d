import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { type App, expect, test } from "../ebb.ts";

const START = new Date("2026-09-01T10:00:00-04:00");
const HOUR = 3_600_000;

test.use({ timezoneId: "America/New_York" });

/** Fills in the form for a trial of ten cravings and begins it. */
async function begin(page: Page, first: string, second: string) {
  await page.getByLabel("One exercise").selectOption({ label: first });
  await page.getByLabel("The other exercise").selectOption({ label: second });
  await page.getByLabel("For how many cravings").selectOption("10");
  await page.getByRole("button", { name: "Start", exact: true }).click();
}

/** A craving for which chance picks, and which is rated again after a quarter of an hour. */
async function drawn(app: App, page: Page, turn: number): Promise<string> {
  await page.clock.setSystemTime(new Date(START.getTime() + (turn + 1) * 24 * HOUR));
  await app.logCraving(8);
  await page.getByRole("button", { name: "Pick one for me" }).click();
  const said = page.getByText(/^Chance picked: /);
  await expect(said).toBeVisible();
  const exercise = ((await said.textContent()) ?? "").replace("Chance picked: ", "");
  await page.clock.setSystemTime(new Date(START.getTime() + (turn + 1) * 24 * HOUR + HOUR / 4));
  await app.reload();
  await expect(page.getByText(`Chance picked: ${exercise}`)).toBeVisible();
  await app.rate(/./, exercise === "Urge surfing" ? 2 : 6);
  await expect(page.locator(".course li")).toHaveCount(2);
  return exercise;
}

test("chance picks one of two exercises for ten cravings, and the difference is told after thirty days", async ({ app, page }) => {
  test.slow();
  await page.clock.install({ time: START });
  await app.open("/plans");
  await page.getByRole("link", { name: "Which helps me more?" }).click();
  await expect(page.getByRole("heading", { name: "Which helps me more?" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // Two exercises are needed, and not the same one twice.
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "pick two exercises" })).toBeVisible();
  await begin(page, "Urge surfing", "Urge surfing");
  await expect(page.getByRole("alert").filter({ hasText: "These are the same" })).toBeVisible();
  await begin(page, "Urge surfing", "Slow breathing");
  await expect(page.getByText("0 of 10 cravings")).toBeVisible();
  await app.reload();
  await expect(page.getByText("Urge surfing or Slow breathing")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const picked: string[] = [];
  for (let turn = 0; turn < 10; turn += 1) picked.push(await drawn(app, page, turn));
  // As many of each, in an order that nobody chose.
  expect(picked.filter((name) => name === "Urge surfing")).toHaveLength(5);

  // All is picked: nothing more is offered, and nothing is told yet.
  await page.clock.setSystemTime(new Date(START.getTime() + 11 * 24 * HOUR));
  await app.logCraving(5);
  await expect(page.locator(".skill").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Pick one for me" })).toHaveCount(0);
  await app.open("/plans/trial");
  await expect(page.getByText("Not yet. Ebb tells the result from")).toBeVisible();
  await expect(page.getByText("helped more:")).toHaveCount(0);

  await page.clock.setSystemTime(new Date(START.getTime() + 40 * 24 * HOUR));
  await app.reload();
  await expect(page.getByText("Urge surfing helped more: cravings ended 4 points lower than with Slow breathing.")).toBeVisible();
  await expect(page.getByText("From 5 cravings when Urge surfing was picked and 5 cravings when Slow breathing was picked")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // A new one can begin, and the last one stays.
  await expect(page.getByRole("heading", { name: "Start a trial" })).toBeVisible();
  await app.open("/insight");
  await expect(page.getByText("Urge surfing helped more:")).toBeVisible();
});

test("a trial withholds nothing, is reached by keyboard, and can be stopped", async ({ app, page }) => {
  await page.clock.install({ time: START });
  // Before there is a trial nothing of it is on the screen.
  await app.logCraving(6);
  await expect(page.locator(".skill").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Pick one for me" })).toHaveCount(0);

  await app.open("/plans/trial");
  await begin(page, "Urge surfing", "Burn it off");
  await expect(page.getByText("0 of 10 cravings")).toBeVisible();
  await page.clock.runFor(60_000);
  await app.logCraving(7);
  const pick = page.getByRole("button", { name: "Pick one for me" });
  await expect(pick).toBeVisible();
  // Every other way is where it was.
  await expect(page.locator(".skill")).toHaveCount(3);
  await expect(page.getByRole("link", { name: "SOS" })).toBeVisible();
  await pick.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Chance picked: (Urge surfing|Burn it off)$/)).toBeVisible();
  // The button is gone, and the keyboard is at what was picked.
  await expect(page.locator("#chance-picked")).toBeFocused();
  await expect(page.locator(".skill")).toHaveCount(3);
  await expect(page.getByRole("link", { name: "SOS" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: /^Go to (Urge surfing|Burn it off)$/ }).click();
  await expect(page).toHaveURL(/\/exercises\/(urge-surfing|brisk-movement)\?craving=/);

  await app.open("/plans/trial");
  await expect(page.getByText("1 of 10 cravings")).toBeVisible();
  await page.getByRole("button", { name: "Stop this trial" }).click();
  const question = page.getByRole("dialog");
  await question.getByRole("button", { name: "Keep it going" }).click();
  await expect(page.getByText("1 of 10 cravings")).toBeVisible();
  await page.getByRole("button", { name: "Stop this trial" }).click();
  await question.getByRole("button", { name: "Stop this trial" }).click();
  await expect(page.getByRole("heading", { name: "Start a trial" })).toBeVisible();
  await page.clock.setSystemTime(new Date(START.getTime() + 2 * HOUR));
  await app.reload();
  await expect(page.getByText("Not enough yet to tell. It takes 5 cravings rated again on each side.")).toBeVisible();
  await app.logCraving(7);
  await expect(page.locator(".skill").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Pick one for me" })).toHaveCount(0);
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a trial begins and chance picks in Spanish", async ({ app, page }) => {
    await app.open("/plans/trial");
    await page.getByLabel("Un ejercicio").selectOption({ label: "Surfear las ganas" });
    await page.getByLabel("El otro ejercicio").selectOption({ label: "Respiración lenta" });
    await page.getByRole("button", { name: "Empezar", exact: true }).click();
    await expect(page.getByText("0 de 20 episodios de ganas")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await app.open("/craving");
    await app.rate("¿Qué tan fuertes son?", 7);
    await page.getByRole("button", { name: "Elige por mí" }).click();
    await expect(page.getByText(/^Salió: (Surfear las ganas|Respiración lenta)$/)).toBeVisible();
  });
});
