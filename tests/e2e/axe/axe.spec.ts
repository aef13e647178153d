import type { Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";
import { faults } from "../inspect.ts";
import { sizes, speak, themes, wear } from "../looks.ts";
import { screens } from "../screens.ts";

/** What is wrong in any look, each told once with the looks it is wrong in. */
async function everywhere(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const size of sizes) {
    for (const theme of themes) {
      await wear(page, { ...size, theme });
      const rules = theme === themes[0] ? "all" : "colours";
      for (const fault of await faults(page, rules)) {
        (found[fault] ??= []).push(`${theme} ${size.width} px ${size.text} %`);
      }
    }
  }
  return found;
}

for (const screen of screens) {
  test(screen.name, async ({ app, page }) => {
    await screen.open(app);
    await screen.goOn?.(page);
    const english = await everywhere(page);
    await speak(page, "es");
    await screen.goOn?.(page);
    // What a tap had opened is folded again.
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    expect({ english, spanish: await everywhere(page) }).toEqual({ english: {}, spanish: {} });
  });
}
