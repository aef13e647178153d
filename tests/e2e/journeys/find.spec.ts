import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";
import { save } from "../saving.ts";

test("what was written is found by words, kind and strength", async ({ app, page }) => {
  await app.logCraving(8);
  await app.open("/check-in");
  await app.rate("Mood", 6);
  await app.rate("How sure you are to get through tonight", 7);
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Something good").fill("Un café con José");
  await save(page);
  await expect(page.locator(".notice")).toContainText("saved");
  await app.goTo("History");
  await expect(page.locator(".entry").filter({ hasText: "How sure you are" })).toContainText("7");
  await page.getByRole("link", { name: "Find", exact: true }).click();
  await page.getByLabel("Words").fill("CAFE jose");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 entry found.")).toBeVisible();
  await expect(page.locator(".entry")).toContainText("Un café con José");
  await page.getByLabel("Words").fill("");
  await page.getByLabel("Craving at least").selectOption("8");
  await expect(page.getByText("1 entry found.")).toBeVisible();
  await page.getByLabel("What kind").selectOption({ label: "Check-in" });
  await expect(page.getByText("Nothing was found.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("Ebb's own words are found as they read", async ({ app, page }) => {
    await app.open("/check-in");
    await page.getByText("Más", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Respirar" }).check();
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.locator(".notice")).toContainText("guardado");
    await app.open("/history/find");
    await page.getByLabel("Palabras").fill("RESPIRÁR");
    await page.keyboard.press("Enter");
    await expect(page.getByText("1 resultado.")).toBeVisible();
  });
});
