// Reminders and if-then plans with the keyboard alone.

import { expect, test } from "../ebb.ts";
import { press, tabTo } from "../keyboard.ts";

test("put a reminder into the calendar, and take it out", async ({ app, page }) => {
  await app.open("/reminders/new/check-in");
  await tabTo(page, page.getByLabel("What your calendar will show"));
  await page.keyboard.type("Tea");
  const file = page.waitForEvent("download");
  await press(page, page.getByRole("button", { name: "Save and add to my calendar" }));
  expect((await file).suggestedFilename()).toMatch(/\.ics$/);
  await expect(page.getByText("Every day · 8:00 PM")).toBeVisible();
  const stopped = page.waitForEvent("download");
  await press(page, page.getByRole("button", { name: "Stop", exact: true }));
  await stopped;
  await expect(page.getByRole("button", { name: "File to take it out" })).toBeVisible();
});

test("make an if-then plan, and note that it was used", async ({ app, page }) => {
  await app.open("/plans/if-then/new");
  await press(page, page.getByRole("radio", { name: "Stress" }), "Space");
  await tabTo(page, page.getByLabel("Or in my own words"));
  await page.keyboard.type("walk to the river");
  await press(page, page.getByRole("button", { name: "Save this plan" }));
  await expect(page.getByText("If: Stress")).toBeVisible();
  await app.open("/craving");
  await press(page, page.getByText("Add more, if you like"));
  await press(page, page.getByRole("checkbox", { name: "Stress" }), "Space");
  await expect(page.getByText("walk to the river")).toBeVisible();
  await page.keyboard.press("8");
  await expect(page.locator(".taken .saved")).toHaveText("Saved");
  await press(page, page.getByRole("button", { name: "I did it" }));
  await expect(page.getByText("Noted.")).toBeVisible();
});
