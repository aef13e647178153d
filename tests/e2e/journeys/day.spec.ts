import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";

const MORNING = new Date("2026-11-30T08:00:00-05:00");
const EVENING = new Date("2026-11-30T19:00:00-05:00");

test("an intention takes three taps in the morning, is seen through the day, and is looked back on in the evening", async ({
  app,
  page,
  taps,
}) => {
  await page.clock.install({ time: MORNING });
  await app.open("/plans");
  await page.getByRole("link", { name: "A day with a shape" }).click();
  await expect(page.getByText("No intention yet.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const before = await taps.count();
  await page.getByRole("link", { name: "Set an intention for today" }).click();
  await page.locator("label", { hasText: "Go to group" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("Go to group");
  expect((await taps.count()) - before).toBe(3);

  await app.open("/");
  await expect(page.getByRole("link", { name: "Today: Go to group" })).toBeVisible();
  await page.clock.setSystemTime(EVENING);
  await app.reload();
  await page.getByRole("link", { name: "Look back on the day" }).click();
  await expect(page.getByLabel("How much I used today")).toBeHidden();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.locator("label", { hasText: "Partly" }).click();
  await page.getByLabel("Something that helped or was good").fill("the walk home");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("the walk home");
  await app.reload();
  // The evening has taken nothing from the morning.
  await expect(page.locator("#app main")).toContainText("Go to group");
  await expect(page.locator("#app main")).toContainText("Partly");
  await app.open("/history");
  await expect(page.locator(".entry").filter({ hasText: "Day" })).toHaveCount(2);
  // Nothing is asked a second time, and no chain is counted.
  await app.open("/");
  await expect(page.getByRole("link", { name: "Look back on the day" })).toBeHidden();
  await expect(page.locator("#app main")).not.toContainText(/in a row|streak/i);
});

test("who never had a day with a shape is not asked for one", async ({ app, page }) => {
  await page.clock.install({ time: MORNING });
  await app.open("/");
  await expect(page.getByRole("link", { name: /check-in/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Set an intention for today" })).toBeHidden();
});

test("a plan for using less has steps with dates, and says what was noted beside what was agreed on", async ({ app, page }) => {
  await page.clock.install({ time: EVENING });
  await app.open("/plans/reduction");
  await expect(page.getByText("Please do not do this alone.")).toBeVisible();
  await page.getByRole("link", { name: "Start" }).click();
  await page.locator("label", { hasText: "Alcohol" }).click();
  await page.getByLabel("What I count").fill("drinks");
  await page.getByLabel("From").first().fill("2026-11-23");
  await page.getByLabel("At most so many").first().fill("10");
  await page.getByLabel("On at most so many days").first().fill("9");
  await page.getByLabel("Agreed with").fill("Dr. Okafor");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "whole number" })).toBeVisible();
  await page.getByLabel("On at most so many days").first().fill("3");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("From Monday, November 23: at most 10 drinks, 3 days")).toBeVisible();
  await expect(page.getByText("Nothing is noted yet.")).toBeVisible();

  await page.getByRole("link", { name: "Note what I used today" }).click();
  await page.getByLabel("How much I used today").fill("2");
  // What was said of the plan does not stand in the way of saving this.
  await expect(page.locator(".notice")).toContainText("Saved");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("2 drinks on 1 day; 1 day noted. Plan: at most 10 drinks, 3 days.");
  await app.open("/plans/reduction");
  await app.reload();
  await expect(page.locator("#app main")).toContainText("2 drinks on 1 day; 1 day noted.");
  await expect(page.locator("#app main")).toContainText("Dr. Okafor");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a day is written by keyboard alone", async ({ app, page }) => {
  await page.clock.install({ time: MORNING });
  await app.open("/day/morning");
  await page.getByRole("checkbox", { name: "Rest" }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("In a sentence").focus();
  await page.keyboard.type("slowly");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/day$/);
  await expect(page.locator("#app main")).toContainText("slowly");
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a day has a shape in Spanish", async ({ app, page }) => {
    await page.clock.install({ time: MORNING });
    await app.open("/day/morning");
    await page.locator("label", { hasText: "Comer a mis horas" }).click();
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect(page).toHaveURL(/\/day$/);
    await expect(page.locator("#app main")).toContainText("Comer a mis horas");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await app.open("/plans/reduction");
    await expect(page.getByText("Por favor, no lo hagas a solas.")).toBeVisible();
  });
});
