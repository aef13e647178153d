import { expect, test } from "../ebb.ts";

/** What a screen reader is told, kept so that a change is seen. `--update-snapshots` writes anew. */
const screens = { now: "/", craving: "/craving", sos: "/sos", history: "/history", insight: "/insight" };

for (const [name, path] of Object.entries(screens)) {
  test(`what a screen reader is told of ${name} stays as it is`, async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-11-25T12:00:00-05:00") });
    await app.logCraving(8);
    await app.open(path);
    await expect(page.locator("#app")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });
}
