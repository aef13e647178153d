import { expect, test } from "../ebb.ts";
import { drafts } from "../store.ts";

test("a check-in with a few answers is saved and reads back after a reload", async ({ app, page }) => {
  await app.open("/");
  await page.getByRole("link", { name: "Check in" }).click();
  await app.rate("Mood", 4);
  await app.rate("Sleep last night", 7);
  await page.getByRole("checkbox", { name: "Tired" }).check();
  await page.getByRole("radio", { name: "Taken as prescribed" }).check();
  await page.getByRole("checkbox", { name: "Called someone" }).check();
  await page.getByLabel("Something good").fill("Sun on my face ☀️");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Your check-in is saved.");
  await app.reload();
  await expect(page.locator(".today")).toContainText("1 check-in");
  await app.goTo("History");
  const entry = page.locator(".entry");
  await expect(entry).toContainText("Tired");
  await expect(entry).toContainText("Taken as prescribed");
  await expect(entry).toContainText("Called someone");
  await expect(entry).toContainText("Sun on my face ☀️");
  await expect(entry).not.toContainText("Stress");
});

test("every item can be skipped, but not all of them", async ({ app, page }) => {
  await app.open("/check-in");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "One answer is enough" })).toBeVisible();
  await app.rate("Mood", 5);
  await page.getByRole("button", { name: /Clear answer.*Mood/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "One answer is enough" })).toBeVisible();
  await page.getByRole("checkbox", { name: "None of these" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("saved");
});

test("a half-filled check-in is still there after a reload", async ({ app, page }) => {
  await app.open("/check-in");
  await app.rate("Energy", 3);
  await page.getByLabel("Something good").fill("I was");
  await expect.poll(() => drafts(page)).toContain("I was");
  await app.reload();
  await expect(page.getByLabel("Something good")).toHaveValue("I was");
});
