// A key is compared by voice: each side reads its words in its own language, and numbers in both.

import { makeKey, profile } from "../clinic.ts";
import { expect, test } from "../ebb.ts";

test.use({ locale: "es-MX" });

test("who reads Spanish compares Spanish words, beside the numbers that an English screen shows too", async ({ app, browser, page, server }) => {
  test.setTimeout(120_000);
  const therapist = await profile(browser, server.url, 1366, 768);
  const { picture, words } = await makeKey(therapist);
  const english = await therapist.page.getByText("in another language, compare these numbers:").innerText();
  const numbers = /[\d ]+$/.exec(english)![0].trim();
  expect(numbers).toMatch(/^(\d{3} ){5}\d{3}$/);

  await app.open("/share/people");
  await page.getByLabel("Una imagen del código").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: picture });
  await expect(page.getByText(`está en otro idioma, comparen estos números: ${numbers}`)).toBeVisible();
  const spanish = (await page.locator("#fingerprint").innerText()).trim();
  expect(spanish).toMatch(/^([a-z]{3,} ){5}[a-z]{3,}$/);
  const both = spanish.split(" ").filter((word) => words.split(" ").includes(word));
  expect(both.length).toBeLessThan(6);
  await therapist.close();
});
