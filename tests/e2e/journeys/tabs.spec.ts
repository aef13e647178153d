import { App, expect, test } from "../ebb.ts";

test("a second tab shows what the first one saves, edits and deletes", async ({ app, page, context }) => {
  await app.open("/history");
  const other = new App(await context.newPage(), app.url);
  await other.logCraving(6);
  await expect(page.locator(".entry")).toContainText("6");
  await other.rate("How strong is it now?", 3);
  await expect(page.locator(".entry")).toContainText("6 → 3");
  await other.goTo("History");
  await other.deleteEntry("Craving");
  await expect(page.locator(".entry")).toHaveCount(0);
});

test("an entry deleted in one tab cannot be saved over in the other", async ({ app, page, context }) => {
  await app.logCraving(6);
  await app.goTo("History");
  await page.locator(".entry-link").click();
  await expect(page.getByRole("button", { name: "Save" })).toBeVisible();
  const other = new App(await context.newPage(), app.url);
  await other.open("/history");
  await other.deleteEntry("Craving");
  await expect(other.page.locator(".entry")).toHaveCount(0);
  await app.rate("How strong is it?", 1);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "no longer here" })).toBeVisible();
});

test("deleting everything empties every tab", async ({ app, page, context }) => {
  await app.logCraving(6);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(1);
  const other = new App(await context.newPage(), app.url);
  await other.open("/settings");
  await other.page.getByRole("button", { name: "Delete everything" }).click();
  await other.page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator(".entry")).toHaveCount(1);
  await other.page.getByRole("button", { name: "Delete everything" }).click();
  await other.page.getByRole("button", { name: "Delete it all" }).click();
  await expect(page.locator(".entry")).toHaveCount(0);
  await other.open("/history");
  await expect(other.page.locator(".entry")).toHaveCount(0);
});
