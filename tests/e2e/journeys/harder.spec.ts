// Harder evenings: said only where the person's own past bears it out, and read by anybody.

import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";
import { press } from "../keyboard.ts";
import { plantAll, recordAt } from "../store.ts";

const NOW = new Date("2026-11-27T17:30:00-05:00");
const DAYS = 120;

test.use({ timezoneId: "America/New_York" });

/** Four months in which evenings that follow little confidence are hard ones, or in which nothing tells of them. */
function life(told: boolean): Record<string, string> {
  const records: [string, string][] = [];
  const put = (at: Date, hour: number, entry: unknown) =>
    records.push(recordAt(records.length, `${at.toISOString().slice(0, 10)}T${hour}:00:00.000-05:00`, entry));
  for (let ago = DAYS; ago >= 0; ago--) {
    const at = new Date(NOW.getTime() - ago * 24 * 3_600_000);
    const unsure = [5, 6].includes(at.getUTCDay());
    put(at, 10, { check_in: { confidence: told && unsure ? 2 : 8 } });
    if (ago > 0) put(at, 19, { craving: { intensity: told && unsure ? 8 : 2 } });
  }
  return Object.fromEntries(records);
}

for (const { locale, title, like } of [
  { locale: "en-US", title: "Harder evenings", like: "This evening is like the ones it marks." },
  { locale: "es-MX", title: "Noches más difíciles", like: "Esta noche" },
]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("evenings that were marked beforehand, and were hard, are told with how often that was right", async ({ app, page }) => {
      await page.clock.setFixedTime(NOW);
      await app.open("/");
      await plantAll(page, life(true));
      await app.open("/");
      await press(page, page.getByRole("navigation").last().getByRole("link").last());
      const card = page.getByRole("region", { name: title });
      await expect(card).toContainText(like);
      await expect(card).toContainText(/100/);
      await expect(card).not.toContainText(/risk|riesgo/i);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test("where no evening was hard nothing is said of any", async ({ app, page }) => {
  await page.clock.setFixedTime(NOW);
  await app.open("/");
  await plantAll(page, life(false));
  await app.open("/insight");
  await expect(page.getByRole("heading", { level: 1, name: "Summary" })).toBeVisible();
  await expect(page.locator("#app main svg").first()).toBeVisible();
  await expect(page.getByText("Harder evenings")).toHaveCount(0);
});
