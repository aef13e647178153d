import { expect, test } from "../ebb.ts";
import { faults, lengthen, unseenWords } from "../inspect.ts";
import { screens } from "../screens.ts";

// `cargo xtask axe` sees every look of every screen. Here each is opened once and seen twice: colours
// are the same at every size and the layout is in every theme, so the two see all of both.
test.use({ colorScheme: "light", viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

for (const screen of screens) {
  test(`${screen.name} is seen and read by everybody, small or wide, in any colours, with longer words`, async ({
    app,
    page,
  }) => {
    await screen.open(app);
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await faults(page)).toEqual([]);
    expect(await unseenWords(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(lengthen)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
