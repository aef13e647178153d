// How sure somebody is to get through the night: asked with a check-in, never required.

import AxeBuilder from "@axe-core/playwright";

import { share } from "../clinic.ts";
import { expect, test } from "../ebb.ts";
import { press, rate } from "../keyboard.ts";

for (const { locale, more, question, save, saved } of [
  { locale: "en-US", more: "More", question: "How sure you are to get through tonight", save: "Save", saved: "Your check-in is saved." },
  { locale: "es-MX", more: "Más", question: "Qué tan seguro es para ti pasar esta noche", save: "Guardar", saved: "guard" },
]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("it is answered by keyboard, and read again in History and Insight", async ({ app, page }) => {
      await app.open("/check-in");
      await press(page, page.getByText(more, { exact: true }));
      await rate(page, question, 8);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await press(page, page.getByRole("button", { name: save, exact: true }));
      await expect(page.locator(".notice")).toContainText(saved);
      await app.open("/history");
      await expect(page.locator(".entry").filter({ hasText: question })).toContainText("8");
      await app.open("/insight");
      await expect(page.locator("#main")).toContainText(question);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test("it may be skipped, and a share says how sure somebody was", async ({ app, page }) => {
  await app.open("/check-in");
  await app.rate("Mood", 5);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Your check-in is saved.");
  await app.open("/history");
  await expect(page.locator(".entry")).not.toContainText("How sure you are");
  await app.open("/check-in");
  await page.getByText("More", { exact: true }).click();
  await app.rate("How sure you are to get through tonight", 3);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Your check-in is saved.");
  const { seen } = await share({ app, page }, { questionnaires: false });
  expect(seen).toContain("How sure you are to get through tonight");
});
