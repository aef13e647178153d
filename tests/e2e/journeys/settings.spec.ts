import { App, expect, offline, test } from "../ebb.ts";

test.describe("on a slow network", () => {
test("theme and text size are chosen, stay, and are there before the app is", async ({ app, page }) => {
  await app.open("/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("radio", { name: "Larger" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.route("**/*.wasm", () => undefined);
  await page.goto(app.url, { waitUntil: "commit" });
  await expect(page.locator("#first h1")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("data-text", "larger");
});
});

offline("what was chosen is there before anything is shown", async ({ app, page }) => {
  await app.open("/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.getByRole("radio", { name: "Notes" }).check();
  await expect(page).toHaveTitle("Notes");
  await app.offlineReady();
  // The body is there to be shown once the head has run.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { looked: [document.documentElement.dataset.theme, document.title] });
    }).observe(document, { subtree: true, childList: true });
  });
  await app.open("/");
  expect(await page.evaluate(() => (window as unknown as { looked: string[] }).looked)).toEqual(["dark", "Notes"]);
});

test("moving the end of the day leaves old entries on their day", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T05:00:00-05:00") });
  await app.logCraving(5);
  await app.open("/settings");
  await page.getByLabel("My day ends at").selectOption({ label: "6:00 AM" });
  await app.logCraving(6);
  await app.open("/history");
  // Today is Tuesday now; Wednesday's entry is still there to be found.
  await expect(page.locator(".day h2")).toHaveText(["Tuesday, November 24"]);
  await page.getByRole("radio", { name: "Month" }).check();
  await app.open("/settings");
  await page.getByLabel("My day ends at").selectOption({ label: "4:00 AM" });
  await app.open("/history");
  await expect(page.locator(".day h2")).toHaveText(["Wednesday, November 25", "Tuesday, November 24"]);
});

test("settings tell where the data is", async ({ app, page }) => {
  await app.logCraving(5);
  await app.open("/settings");
  await expect(page.getByText("It holds 1 entry.")).toBeVisible();
  await expect(page.getByText(/The browser (has|has not) promised/)).toBeVisible();
  await expect(page.getByText(/It uses .* MB of/)).toBeVisible();
});

test("a preference changed in one tab shows in the other", async ({ app, page, context }) => {
  await app.open("/");
  const other = new App(await context.newPage(), app.url);
  await other.open("/settings");
  await other.page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
