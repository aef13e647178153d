import { expect, offline, test } from "../ebb.ts";
import { drafts } from "../store.ts";

test("a lesson is read, its check answers kindly, and it is marked as read", async ({ app, page }) => {
  await app.open("/");
  await app.goTo("Exercises");
  await page.getByRole("link", { name: "Lessons" }).click();
  await expect(page.getByText("You have read 0 of")).toBeVisible();
  await page.getByRole("link", { name: "When you slip" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "The trap after it" })).toBeVisible();
  await expect(page.getByRole("button", { name: "I have read this" })).toBeVisible();
  await page.getByRole("radio", { name: "They no longer count." }).check();
  await expect(page.getByText("It can feel that way.")).toBeVisible();
  await page.getByRole("radio", { name: "They are still mine." }).check();
  await expect(page.getByText("Ebb keeps those days as well.")).toBeVisible();
  await expect(page.locator(".saved")).toHaveText("Read");
  await expect(page.getByRole("button", { name: "I have read this" })).toHaveCount(0);
  await page.getByText("What is known about this").click();
  await expect(page.getByText("No study of this as an app is known.")).toBeVisible();
  await page.getByText("Where this comes from").click();
  await expect(page.getByText("Marlatt, G. A., & Gordon").first()).toBeVisible();
  await app.open("/lessons");
  await expect(page.getByText("You have read 1 of")).toBeVisible();
  const card = page.getByRole("listitem").filter({ hasText: "When you slip" });
  await expect(card.locator(".saved")).toHaveText("Read");
  await app.goTo("History");
  // Two taps at the check, one reading.
  await expect(page.locator(".entry")).toHaveCount(1);
  await expect(page.locator(".entry")).toContainText("When you slip");
});

test("a lesson leads to the exercise that belongs to it", async ({ app, page }) => {
  await app.open("/lessons/slips");
  await page.getByRole("region", { name: "Try it out" }).getByRole("link").click();
  await expect(page).toHaveURL(/\/exercises\/chain$/);
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
});

test("what one takes from a lesson is kept with it and survives a reload while it is written", async ({ app, page }) => {
  await app.open("/lessons/slips");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write a word or two" })).toBeVisible();
  await page.getByLabel("What do you take away from it?").fill("One time is one time");
  await expect.poll(() => drafts(page)).toContain("One time is one time");
  await app.reload();
  await expect(page.getByLabel("What do you take away from it?")).toHaveValue("One time is one time");
  await page.getByRole("button", { name: "I have read this" }).click();
  await expect(page.locator(".saved")).toHaveText("Read");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("blockquote")).toHaveText("One time is one time");
  await app.goTo("History");
  await expect(page.locator(".entry")).toHaveCount(1);
  await expect(page.locator(".entry")).toContainText("One time is one time");
  await app.deleteEntry("Lesson");
  await expect(page.locator(".entry")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".entry")).toHaveCount(1);
});

offline("lessons and questionnaires are there without network", async ({ app, page, context }) => {
  await app.open("/");
  await app.offlineReady();
  await context.setOffline(true);
  await app.open("/lessons");
  await page.getByRole("link", { name: "When you slip" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "The trap after it" })).toBeVisible();
  await app.open("/questionnaires/gad-7");
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
});

test.describe("without a service worker", () => {
  test("lessons that did not arrive say so, and a second try brings them", async ({ app, page, watch }) => {
    watch.allowed.push(/ERR_FAILED|Failed to fetch/);
    await page.route("**/content/en/lessons.json", (route) => route.abort());
    await app.open("/lessons");
    await expect(page.getByText("The lessons could not be loaded.")).toBeVisible();
    await page.unroute("**/content/en/lessons.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("link", { name: "When you slip" })).toBeVisible();
  });
});
