import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";

const DAYLIO = `full_date,date,weekday,time,mood,activities,note_title,note
2026-11-21,November 21,Saturday,11:54 PM,rad,"clean | cook","A party","Went early"
2026-11-20,November 20,Friday,9:05 AM,awful,,,
`;

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: typeof text === "string" ? Buffer.from(text) : text,
});

test("another app's notes are previewed, brought in, taken back in one tap, and brought in again", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-24T12:00:00-05:00") });
  await app.open("/settings/backup");
  await page.getByRole("link", { name: "Bring in from another app" }).click();
  const pick = page.locator("#import-file");
  await pick.setInputFiles(file("latin.csv", Buffer.from("Date,Note\n2026-11-21,caf\xe9\n", "latin1")));
  await expect(page.getByRole("alert").filter({ hasText: "CSV UTF-8" })).toBeVisible();
  await pick.setInputFiles(file("daylio.csv", DAYLIO));
  await expect(page.getByText("2 entries would be added.")).toBeVisible();
  await expect(page.getByLabel(/^mood/)).toHaveValue("5");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel(/^full_date/).selectOption({ label: "Leave it out" });
  await expect(page.getByText("Say which column has the date.")).toBeVisible();
  await page.getByLabel(/^full_date/).selectOption({ label: "Date, such as 2026-11-29" });
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.locator(".notice")).toContainText("2 entries were added.");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".notice")).toContainText("taken back");
  await page.reload();
  await app.ready();
  await pick.setInputFiles(file("daylio.csv", DAYLIO));
  await page.getByRole("button", { name: "Add them" }).click();
  await expect(page.locator(".notice")).toContainText("2 entries were added.");
  await app.open("/history/find");
  await page.getByLabel("Words").fill("went early");
  await page.keyboard.press("Enter");
  await expect(page.locator(".entry")).toContainText("clean, cook");
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a file that is no table is told in Spanish", async ({ app, page }) => {
    await app.open("/settings/import");
    await page.locator("#import-file").setInputFiles(file("nota.csv", "hola"));
    await expect(page.getByRole("alert").filter({ hasText: "no es una tabla" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
