import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";
import { screens } from "../screens.ts";

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1440, height: 900 },
  ]) {
    test.describe(`${colorScheme} ${viewport.width}x${viewport.height}`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: "reduce" } });

      for (const screen of screens) {
        test(`${screen.name} has no axe violation and does not scroll sideways`, async ({ app, page }) => {
          await screen.open(app);
          const found = await new AxeBuilder({ page }).analyze();
          expect(found.violations.map((one) => ({ id: one.id, where: one.nodes.map((node) => node.html) }))).toEqual([]);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        });
      }
    });
  }
}
