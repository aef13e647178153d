import { expect, test } from "../ebb.ts";
import { screens } from "../screens.ts";

// Another language needs up to two fifths more room than English. Nothing a person taps or reads may
// then be cut off on a narrow phone.
test.use({ viewport: { width: 320, height: 640 }, contextOptions: { reducedMotion: "reduce" } });

/** Makes every word 140 % long; returns what is cut off or out of the screen. */
function lengthen(): string[] {
  const walker = document.createTreeWalker(document.querySelector("#app")!, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    node.data = node.data.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
  }
  const seen = document.querySelectorAll<HTMLElement>(
    "#app :is(a, button, label, legend, summary, h1, h2, h3, p, li, dt, dd, td, th, select, .chip span)",
  );
  return [...seen]
    .filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip"))
    .filter((element) => {
      const style = getComputedStyle(element);
      const clips = style.overflowX !== "visible" && element.tagName !== "SELECT";
      const cut = clips && element.scrollWidth > element.clientWidth + 1;
      const scrolls = element.closest(".table, .scroll, [tabindex='0']") !== null;
      const box = element.getBoundingClientRect();
      return cut || (!scrolls && (box.right > innerWidth + 1 || box.left < -1));
    })
    .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.trim().slice(0, 60)}`);
}

for (const screen of screens) {
  test(`${screen.name} has room for longer words at 320 px`, async ({ app, page }) => {
    await screen.open(app);
    expect(await page.evaluate(lengthen)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}
