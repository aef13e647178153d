import { expect, test } from "../ebb.ts";
import { save } from "../saving.ts";
import { drafts } from "../store.ts";

test("a check-in with a few answers is saved and reads back after a reload", async ({ app, page }) => {
  await app.open("/");
  await page.getByRole("link", { name: "Check in" }).click();
  await app.rate("Mood", 4);
  await page.getByText("More", { exact: true }).click();
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
  await page.getByText("More", { exact: true }).click();
  await page.getByRole("checkbox", { name: "None of these" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("saved");
});

test("a half-filled check-in is still there after a reload", async ({ app, page }) => {
  await app.open("/check-in");
  await page.getByText("More", { exact: true }).click();
  await app.rate("Energy", 3);
  await page.getByLabel("Something good").fill("I was");
  await expect.poll(() => drafts(page)).toContain("I was");
  await app.reload();
  await expect(page.getByLabel("Something good")).toHaveValue("I was");
});

test("three questions stand on one screen of a phone with the way to save, and five taps are a check-in", async ({ app, page, taps }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await app.open("/");
  await page.getByRole("link", { name: "Check in" }).click();
  for (const question of ["Mood", "Stress", "Craving right now"]) {
    const group = page.getByRole("group", { name: question });
    await expect(group).toBeInViewport({ ratio: 1 });
    // One row of targets, each high enough.
    const boxes = await Promise.all((await group.getByRole("radio").all()).map((radio) => radio.boundingBox()));
    expect(new Set(boxes.map((box) => Math.round(box!.y))).size).toBe(1);
    for (const box of boxes) expect(Math.round(box!.height)).toBeGreaterThanOrEqual(44);
    await group.getByRole("radio", { name: "6", exact: true }).click();
  }
  await expect(page.getByRole("button", { name: "Save" })).toBeInViewport({ ratio: 1 });
  await save(page);
  await expect(page.locator(".notice")).toContainText("saved");
  expect(await taps.count()).toBe(5);
});

test("whoever opens the rest finds it open the next time", async ({ app, page }) => {
  await app.open("/check-in");
  await expect(page.getByRole("group", { name: "Energy" })).toBeHidden();
  await page.getByText("More", { exact: true }).click();
  await expect(page.getByRole("group", { name: "Energy" })).toBeVisible();
  await app.reload();
  await expect(page.getByRole("group", { name: "Energy" })).toBeVisible();
  await page.getByText("More", { exact: true }).click();
  await app.reload();
  await expect(page.getByRole("group", { name: "Energy" })).toBeHidden();
});
