import { expect, test } from "../ebb.ts";
import { read } from "../store.ts";

test("an entry is edited, keeps its day, and survives a reload", async ({ app, page }) => {
  await app.logCraving(7);
  await app.goTo("History");
  await page.locator(".entry-link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Craving" })).toBeVisible();
  await app.rate("How strong is it?", 2);
  await page.getByLabel("What did you do?").fill("Went for a walk");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Saved");
  await expect(page.locator(".entry")).toContainText("Went for a walk");
  await app.reload();
  await expect(page.locator(".entry")).toHaveCount(1);
  await expect(page.locator(".entry")).toContainText("Went for a walk");
});

test("an edit leaves the instant alone when the time was not touched", async ({ app, page }) => {
  await app.logCraving(7);
  const before = Object.values(await read(page, "records")).map((text) => JSON.parse(text).happened_at);
  await app.goTo("History");
  await page.locator(".entry-link").click();
  await app.rate("How strong is it?", 1);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Saved");
  const after = Object.values(await read(page, "records")).map((text) => JSON.parse(text).happened_at);
  expect(new Set(after)).toEqual(new Set(before));
});

test("a deleted entry comes back with undo, its later ratings too", async ({ app, page }) => {
  await app.logCraving(7);
  await app.rate("How strong is it now?", 4);
  await expect(page.locator(".course li")).toHaveCount(2);
  await app.goTo("History");
  await app.deleteEntry("Craving");
  await expect(page.locator(".entry")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".entry")).toContainText("7 → 4");
  await app.reload();
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("what was deleted is gone from the disk after the next opening", async ({ app, page }) => {
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What went through your mind?").fill("a secret");
  await app.rate("How strong is it?", 5);
  await expect(page.locator(".saved")).toBeVisible();
  await app.goTo("History");
  await app.deleteEntry("Craving");
  await expect(page.locator(".entry")).toHaveCount(0);
  await app.reload();
  await expect.poll(async () => JSON.stringify(await read(page, "records"))).not.toContain("a secret");
  await expect(page.locator(".entry")).toHaveCount(0);
});

test("earlier weeks can be reached, and the month shows more at once", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-01T15:00:00-05:00") });
  await app.logCraving(6);
  await page.clock.setSystemTime(new Date("2026-11-10T15:00:00-05:00"));
  await app.open("/history");
  await expect(page.locator(".empty")).toHaveText("Nothing was written on these days.");
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect(page.locator(".entry")).toHaveCount(1);
  await page.getByRole("button", { name: "Later" }).click();
  await expect(page.locator(".entry")).toHaveCount(0);
  await page.getByRole("radio", { name: "Month" }).check();
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("a slip at two in the morning stands on the evening before", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T02:00:00-05:00") });
  await app.open("/slip");
  await page.getByLabel("What happened?").fill("A hard night");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("main").getByText("Everything you have built is still there.")).toBeVisible();
  await app.goTo("History");
  await expect(page.locator(".day h2")).toHaveText("Tuesday, November 24");
});

test("an address of an entry that is not there says so", async ({ app, page }) => {
  await app.open("/history/01ARZ3NDEKTSV4RRFFQ69G5FAV");
  await expect(page.getByText("That entry is no longer here.")).toBeVisible();
  await app.open("/craving/nonsense");
  await expect(page.getByText("That entry is no longer here.")).toBeVisible();
  await app.open("/no/such/page");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});

test("whoever comes back from an entry finds the list as it was left", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-01T15:00:00-05:00") });
  await app.open("/");
  for (let day = 1; day <= 12; day++) {
    await page.clock.setSystemTime(new Date(`2026-11-${String(day).padStart(2, "0")}T15:00:00-05:00`));
    await app.logCraving(day % 10);
  }
  await page.clock.setSystemTime(new Date("2026-12-05T15:00:00-05:00"));
  await app.reload();
  await app.goTo("History");
  await page.getByRole("radio", { name: "Month" }).check();
  await page.getByRole("button", { name: "Earlier" }).click();
  await expect(page.locator(".entry")).toHaveCount(5);
  const last = page.locator(".entry-link").last();
  await last.click();
  await expect(page.getByRole("heading", { level: 1, name: "Craving" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "Month" })).toBeChecked();
  await expect(page.locator(".entry")).toHaveCount(5);
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
});

test("after midnight an entry tells the date on the calendar, and stands with the day before", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-26T01:30:00-05:00") });
  await app.logCraving(6);
  await app.goTo("History");
  await expect(page.locator(".day h2")).toHaveText("Wednesday, November 25");
  await page.locator(".entry-link").click();
  await expect(page.locator("#app main")).toContainText("Thursday, November 26, 1:30 AM");
});
