import { join } from "node:path";

import { test } from "../ebb.ts";
import { screens } from "../screens.ts";

const sizes = [
  { name: "phone", width: 360, height: 740 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "laptop", width: 1440, height: 900 },
];

for (const { name, ...viewport } of sizes) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${name} ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce" } });

      for (const screen of screens) {
        test(screen.name, async ({ app, page }) => {
          await screen.open(app);
          const file = `${screen.name}-${name}-${colorScheme}.png`;
          const path = join(process.env.EBB_ROOT!, "target/report/screens", file);
          await page.screenshot({ path, fullPage: true, animations: "disabled" });
        });
      }
    });
  }
}
