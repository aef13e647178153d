import AxeBuilder from "@axe-core/playwright";

import { expect, offline, test } from "../ebb.ts";

const SPANISH_FILES = /first-es|split_spanish|content\/es\//;

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a day: a craving, a check-in, help, a lesson, an exercise, settings", async ({ app, page }) => {
    await app.open("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await page.getByRole("link", { name: "Tengo ganas de consumir" }).click();
    await app.rate("¿Qué tan fuertes son?", 7);
    await expect(page.locator(".saved")).toHaveText("Guardado");
    await expect(page.getByRole("heading", { name: "Te diste cuenta" })).toBeVisible();

    await app.open("/check-in");
    await app.rate("Ánimo", 6);
    await page.getByText("Más", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Cansancio" }).check();
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.locator(".notice")).toContainText("quedó guardado");

    await app.open("/sos");
    await page.getByLabel("Líneas de ayuda de").selectOption({ label: "Estados Unidos" });
    await expect(page.getByRole("link", { name: "Llamar al 988" })).toHaveAttribute("href", "tel:988");
    await expect(page.getByRole("link", { name: "Escribir AYUDA al 988" })).toHaveAttribute("href", "sms:988?body=AYUDA");

    await app.open("/lessons/sleep");
    await expect(page.getByRole("heading", { level: 1, name: "El sueño vuelve" })).toBeVisible();
    await page.getByRole("button", { name: "Ya la leí" }).click();
    await expect(page.locator(".saved")).toBeVisible();

    await app.open("/exercises/halt");
    await expect(page.getByRole("heading", { level: 1, name: "Revisa HALT" })).toBeVisible();
    await page.getByRole("button", { name: "Empezar", exact: true }).click();
    await expect(page.locator("legend", { hasText: "¿Tienes hambre o sed?" })).toBeVisible();

    await app.open("/history");
    await expect(page.locator("#main")).toContainText("Ganas");
    // The date is Spanish too, by the browser.
    await expect(page.locator(".day h2").first()).toHaveText(/(lunes|martes|miércoles|jueves|viernes|sábado|domingo)/);

    await app.open("/settings");
    await expect(page.getByText("Aquí hay 3 anotaciones.")).toBeVisible();
  });

  test("the first screen, with the help lines, is Spanish before the app is there", async ({ app, page }) => {
    await page.route("**/*.wasm", () => undefined);
    await page.goto(app.url, { waitUntil: "commit" });
    await expect(page.locator("#first h1")).toHaveText("¿Qué necesitas en este momento?");
    await expect(page.locator("#first").getByRole("link", { name: "Llamar al 988" }).first()).toBeVisible();
    await expect(page.locator('link[rel="manifest"]')).toHaveAttribute("href", "/disguises/ebb-es.webmanifest");
    await page.unrouteAll();
  });

  offline("it is there without network", async ({ app, context, page }) => {
    await app.open("/");
    await app.offlineReady();
    await context.setOffline(true);
    await app.reload();
    await expect(page.locator("#app h1")).toHaveText("¿Qué necesitas en este momento?");
    await app.open("/lessons/sleep");
    await expect(page.getByRole("heading", { level: 1, name: "El sueño vuelve" })).toBeVisible();
    await context.setOffline(false);
  });

  test("what exists in English only says so, and is marked as English", async ({ app, page }) => {
    await app.open("/questionnaires");
    const pacs = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /Penn Alcohol/ }) });
    await expect(pacs.getByText("Solo en inglés", { exact: true })).toBeVisible();
    await app.open("/questionnaires/pacs");
    await page.getByRole("button", { name: "Empezar", exact: true }).click();
    await expect(page.locator("fieldset.answers")).toHaveAttribute("lang", "en");
    await app.open("/questionnaires/phq-9");
    await page.getByRole("button", { name: "Empezar", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Poco interés o placer en hacer cosas" })).toBeVisible();
    await expect(page.locator("fieldset.answers")).not.toHaveAttribute("lang");
  });

  for (const path of ["/", "/craving", "/check-in", "/sos", "/exercises", "/lessons/sleep", "/questionnaires", "/plans/safety/edit", "/programme", "/insight", "/settings", "/settings/lock"]) {
    test(`${path} has no axe violation in Spanish and fits 320 px`, async ({ app, page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await app.open(path);
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map((one) => ({ id: one.id, where: one.nodes.map((node) => node.html) }))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }

  test.describe("when its words do not come", () => {
    test("Ebb speaks English and says why", async ({ app, page, watch }) => {
      watch.allowed.push(/Failed to (load resource|fetch)/);
      await page.route("**/split_spanish*", (route) => route.abort());
      await app.open("/");
      await expect(page.locator("#app h1")).toHaveText("What do you need right now?");
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page.locator(".notice")).toContainText("El español no llegó");
    });
  });
});

test.describe("in English", () => {
  test("nothing of another language is fetched", async ({ app, page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await app.open("/");
    await app.open("/lessons/sleep");
    expect(asked.filter((url) => SPANISH_FILES.test(url))).toEqual([]);
  });

  test("another language is chosen in settings, stays, and is left again", async ({ app, page }) => {
    await app.open("/settings");
    await page.getByRole("radio", { name: "Español" }).check();
    await expect(page.getByRole("heading", { level: 1, name: "Ajustes" })).toBeVisible();
    await app.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("radio", { name: "Español" })).toBeChecked();
    await page.getByRole("radio", { name: "English" }).check();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  });

  test("a language whose words do not come changes nothing", async ({ app, page, watch }) => {
    watch.allowed.push(/Failed to (load resource|fetch)/);
    await page.route("**/split_spanish*", (route) => route.abort());
    await app.open("/settings");
    await page.getByRole("radio", { name: "Español" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
    await expect(page.getByRole("radio", { name: "English" })).toBeChecked();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("help is one tap away in Spanish", async ({ app, page }) => {
    await page.goto(app.url);
    await page.getByRole("link", { name: "En español" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(page.getByRole("heading", { name: "Ayuda ahora" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Escribir AYUDA al 988" })).toBeVisible();
  });
});

test("plurals are as the browser's own rules have them", async ({ app, page }) => {
  await app.open("/");
  const odd = await page.evaluate(() =>
    ["en", "es"].flatMap((language) => {
      const rules = new Intl.PluralRules(language);
      return Array.from({ length: 1001 }, (_, n) => n).filter((n) => (rules.select(n) === "one") !== (n === 1));
    }),
  );
  expect(odd).toEqual([]);
});
