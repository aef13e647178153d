// A browser that lacks what the app is made of.

import { expect, test } from "../ebb.ts";

for (const [locale, title, line, dead] of [
  ["en-US", "This browser is too old for the journal", "Call 988", "I have a craving"],
  ["es-MX", "Este navegador es demasiado antiguo para el diario", "Llamar al 988", "Tengo ganas de consumir"],
] as const) {
  for (const lacking of ["no WebAssembly", "WebAssembly of its first years"] as const) {
    test.describe(`with ${lacking}, in ${locale}`, () => {
      test.use({ locale });

      test("an old browser shows the help lines and what to do, not a blank page", async ({ page, server }) => {
        await page.addInitScript((none) => {
          if (none) Reflect.deleteProperty(globalThis, "WebAssembly");
          // It knew no values but numbers.
          else WebAssembly.validate = (bytes) => !new Uint8Array(bytes as ArrayBuffer).includes(0x6f);
        }, lacking === "no WebAssembly");
        await page.goto(`${server.url}/craving`);
        await expect(page.getByRole("heading", { name: title })).toBeVisible();
        await expect(page.getByRole("link", { name: line }).first()).toHaveAttribute("href", "tel:988");
        await expect(page.getByRole("link", { name: dead })).toHaveCount(0);
        await page.getByRole("link", { name: "SOS" }).click();
        await expect(page.locator("#first-help")).toBeInViewport();
      });
    });
  }
}
