import { expect, test } from "../ebb.ts";
import { fill } from "../screens.ts";

/** Longer than this, movement is seen as movement. */
const MOST_MS = 200;

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("where a person wants no motion, no screen moves for longer than a blink", async ({ app, page }) => {
  await fill(app);
  for (const path of ["/", "/craving", "/check-in", "/sos", "/exercises", "/exercises/box-breathing", "/history", "/insight", "/plans", "/settings"]) {
    await app.open(path);
    const moving = await page.evaluate((most) => {
      const running = document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > most);
      const would = [...document.querySelectorAll("#app *")].filter((one) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(one);
        const longest = (list: string) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 1 : 1000)));
        return longest(transitionDuration) > most || (animationName !== "none" && longest(animationDuration) > most);
      });
      return running.length + would.length;
    }, MOST_MS);
    expect(moving, path).toBe(0);
  }
});

test("without motion the breathing still leads, by words and numbers", async ({ app, page }) => {
  await page.clock.install();
  await app.open("/exercises/box-breathing");
  await page.getByRole("button", { name: "Start" }).click();
  const word = page.locator(".circle-word");
  const first = await word.textContent();
  await page.clock.runFor(4_500);
  await expect(word).not.toHaveText(first ?? "");
  // Sides are drawn whole, and nothing travels along them.
  await expect(page.locator(".box-dot")).toBeHidden();
});
