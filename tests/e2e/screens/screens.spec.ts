import { join } from "node:path";

import { test } from "../ebb.ts";
import { drawn, speak } from "../looks.ts";
import { screens } from "../screens.ts";

const sizes = [
  { name: "phone", width: 360, height: 740 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "laptop", width: 1440, height: 900 },
];

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const screen of screens) {
  test(screen.name, async ({ app, page }) => {
    test.setTimeout(240_000);
    await screen.open(app);
    for (const language of ["en", "es"] as const) {
      if (language !== "en") await speak(page, language);
      await screen.goOn?.(page);
      if (!screen.unfinished) await page.waitForLoadState("networkidle");
      await drawn(page);
      for (const { name, ...viewport } of sizes) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          const file = `${screen.name}-${name}-${colorScheme}-${language}.png`;
          const path = join(process.env.EBB_ROOT!, "target/report/screens", file);
          await page.screenshot({ path, fullPage: true, animations: "disabled" });
        }
      }
    }
  });
}
