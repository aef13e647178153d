import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";

const NOW = new Date("2026-11-28T18:10:00-05:00");

test.use({ timezoneId: "America/New_York" });

test("a plan is picked from lists, comes up at its trigger, is ticked off, and is counted", async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.open("/plans");
  await page.getByRole("link", { name: "If-then plans" }).click();
  await page.getByRole("link", { name: "Make a plan" }).click();
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "one thing for" })).toBeVisible();
  await page.getByRole("radio", { name: "Stress" }).check();
  await page.getByRole("radio", { name: "Urge surfing" }).check();
  await page.getByLabel("Or in my own words").fill("walk to the river");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByText("If: Stress")).toBeVisible();
  await app.reload();
  await expect(page.getByText("walk to the river")).toBeVisible();

  // At the moment it is for.
  await app.open("/craving");
  await page.getByText("Add more").click();
  await expect(page.getByText("walk to the river")).toBeHidden();
  await page.getByRole("checkbox", { name: "Stress" }).check();
  await expect(page.getByText("walk to the river")).toBeVisible();
  await app.rate("How strong is it?", 8);
  await expect(page.locator(".taken .saved")).toHaveText("Saved");
  await page.getByRole("button", { name: "I did it" }).click();
  await expect(page.getByText("Noted.")).toBeVisible();
  await page.clock.runFor(10 * 60_000);
  await app.rate(/./, 3);
  await app.open("/insight");
  await expect(page.getByText("Used 1 time. Within the hour after, the craving was weaker in 1 of 1.")).toBeVisible();
  await app.open("/history");
  await expect(page.locator(".entry").filter({ hasText: "Plan used" })).toBeVisible();
});

test("a plan for an hour stands on the first screen in the hour before, and on the screen for help", async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.open("/plans/if-then/new");
  await page.getByLabel("This time of day comes").selectOption({ label: "7:00 PM" });
  await page.getByLabel("Or in my own words").fill("call my sister");
  await page.getByRole("button", { name: "Save this plan" }).click();
  await expect(page.getByText("call my sister")).toBeVisible();
  await app.open("/");
  await expect(page.getByText("Then: call my sister")).toBeVisible();
  await page.clock.setSystemTime(new Date("2026-11-28T20:30:00-05:00"));
  await app.reload();
  await expect(page.getByText("Then: call my sister")).toBeHidden();
  await app.open("/sos");
  await expect(page.getByText("Then: call my sister")).toBeVisible();
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a plan is made in Spanish", async ({ app, page }) => {
    await app.open("/plans/if-then/new");
    await page.getByRole("radio", { name: "Estrés" }).check();
    await page.getByLabel("O con mis palabras").fill("caminar");
    await page.getByRole("button", { name: "Guardar este plan" }).click();
    await expect(page.getByText("Entonces: caminar")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
