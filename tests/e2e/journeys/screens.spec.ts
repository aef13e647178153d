import { expect, test } from "../ebb.ts";
import { faults, lengthen, unseenWords } from "../inspect.ts";
import { screens } from "../screens.ts";

// `cargo xtask axe` sees every look of every screen. Here each is opened once and seen twice: colours
// are the same at every size and the layout is in every theme, so the two see all of both.
test.use({ colorScheme: "light", viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: "reduce" } });

/** How far things may move by themselves once they were painted, as browsers score it. */
const MOST_SHIFT = 0.02;

/** Runs in the page before everything else. */
const watchShifts = () => {
  Object.assign(window, { moved: [] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] })[]) {
      if (entry.hadRecentInput) continue;
      const what = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML : node?.textContent)?.slice(0, 80));
      (window as unknown as { moved: unknown[] }).moved.push({ value: entry.value, what });
    }
  }).observe({ type: "layout-shift", buffered: true });
};

for (const screen of screens) {
  test(`${screen.name} is seen and read by everybody, small or wide, in any colours, with longer words`, async ({
    app,
    page,
  }) => {
    await page.addInitScript(watchShifts);
    await screen.open(app);
    expect(await faults(page)).toEqual([]);
    const moved = await page.evaluate(() => (window as unknown as { moved: { value: number }[] }).moved);
    const shift = moved.reduce((sum, { value }) => sum + value, 0);
    expect(shift, JSON.stringify(moved)).toBeLessThanOrEqual(MOST_SHIFT);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await faults(page)).toEqual([]);
    expect(await unseenWords(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(lengthen)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
