// Whose help lines are shown: the time zone says where somebody is, and where that is not clear Ebb asks.

import { expect, test } from "../ebb.ts";

const QUESTION = { en: "Where are you right now?", es: "¿Dónde estás en este momento?" };

for (const [locale, timezoneId, here, number] of [
  ["es", "America/Chicago", "Estados Unidos", "Llamar al 988"],
  ["es-419", "America/Chicago", "Estados Unidos", "Llamar al 988"],
  ["es", "America/Mexico_City", "México", "Llamar al 800 911 2000"],
  ["es-419", "America/Mexico_City", "México", "Llamar al 800 911 2000"],
  ["es-MX", "America/Mexico_City", "México", "Llamar al 800 911 2000"],
] as const) {
  test.describe(`${locale} in ${timezoneId}`, () => {
    test.use({ locale, timezoneId });

    test("has the lines of that country and asks nothing", async ({ app, page }) => {
      await app.open("/sos");
      await expect(page.getByRole("link", { name: number })).toBeVisible();
      await expect(page.getByRole("heading", { name: QUESTION.es })).toHaveCount(0);
      await expect(page.getByLabel("Líneas de ayuda de").locator("option:checked")).toHaveText(here);
    });
  });
}

test.describe("es-MX in America/Chicago", () => {
  test.use({ locale: "es-MX", timezoneId: "America/Chicago" });

  test("shows both countries and asks once; the answer stays and can be changed", async ({ app, page }) => {
    await app.open("/sos");
    const question = page.getByRole("region", { name: QUESTION.es });
    await expect(page.getByRole("link", { name: "Llamar al 988" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Llamar al 800 911 2000" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Emergencia · México" })).toBeVisible();
    await question.getByRole("button", { name: "México" }).click();
    await expect(question).toHaveCount(0);
    await expect(page.getByLabel("Líneas de ayuda de")).toBeFocused();
    await expect(page.getByRole("link", { name: "Llamar al 988" })).toHaveCount(0);
    await app.reload();
    await expect(question).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Llamar al 800 911 2000" })).toBeVisible();
    await app.open("/settings");
    await page.getByLabel("Líneas de ayuda de").selectOption({ label: "Estados Unidos" });
    await app.open("/sos");
    await expect(page.getByRole("link", { name: "Llamar al 988" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Llamar al 800 911 2000" })).toHaveCount(0);
  });
});

test.describe("a device that does not say where it is", () => {
  test.use({ locale: "en-US", timezoneId: "UTC" });

  test("shows the numbers of both meanings, and asks", async ({ app, page }) => {
    await app.open("/sos");
    const question = page.getByRole("region", { name: QUESTION.en });
    await expect(question.getByRole("button")).toHaveText(["United States", "Somewhere else"]);
    await expect(page.getByRole("link", { name: "Call 911" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Call 112" })).toBeVisible();
    await question.getByRole("button", { name: "United States" }).click();
    await expect(page.getByRole("link", { name: "Call 112" })).toHaveCount(0);
  });
});

test("a region that Ebb does not know counts as none chosen", async ({ app, page }) => {
  await app.open("/");
  await page.evaluate(() => localStorage.setItem("ebb.prefs", JSON.stringify({ region: "atlantis" })));
  await app.open("/sos");
  await expect(page.getByRole("link", { name: "Call 988" })).toBeVisible();
});
