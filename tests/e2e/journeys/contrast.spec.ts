import type { Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";

/** Text and what it stands on. */
const TEXTS: [string, string][] = [
  ["--ink", "--ground"],
  ["--ink", "--surface"],
  ["--ink", "--care"],
  ["--ink-soft", "--ground"],
  ["--ink-soft", "--surface"],
  ["--ink-soft", "--care"],
  ["--tide", "--ground"],
  ["--tide", "--surface"],
  ["--tide", "--care"],
  ["--on-tide", "--tide"],
  ["--on-tide-soft", "--tide-soft"],
  ["--on-deep", "--tide-deep"],
  ["--help", "--ground"],
  ["--help", "--surface"],
  ["--on-help", "--help"],
];

/** Edges of controls, the ring of the focus, and the lines of a chart, beside what is around them. */
const PARTS: [string, string][] = [
  ["--edge", "--ground"],
  ["--edge", "--surface"],
  ["--focus", "--ground"],
  ["--focus", "--surface"],
  ["--focus", "--care"],
  ["--tide", "--tide-soft"],
];

/** Contrast of pairs of tokens by WCAG 2.2, from the pixels that the browser makes of them. */
function measure(page: Page, pairs: [string, string][]): Promise<Record<string, number>> {
  return page.evaluate((pairs) => {
    const probe = document.body.appendChild(document.createElement("i"));
    const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    const luminance = (token: string) => {
      probe.style.color = `var(${token})`;
      pen.fillStyle = getComputedStyle(probe).color;
      pen.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map((byte) => {
        const share = byte / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const measured = pairs.map(([one, other]) => {
      const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return [`${one} on ${other}`, Math.floor(((high! + 0.05) / (low! + 0.05)) * 100) / 100] as const;
    });
    probe.remove();
    return Object.fromEntries(measured);
  }, pairs);
}

async function hold(page: Page, text: number, parts: number) {
  const below = async (pairs: [string, string][], least: number) =>
    Object.entries(await measure(page, pairs)).filter(([, ratio]) => !(ratio >= least));
  expect(await below(TEXTS, text), `text at least ${text}:1`).toEqual([]);
  expect(await below(PARTS, parts), `parts at least ${parts}:1`).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`text and parts stand out in ${colorScheme}`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open();
    await hold(page, 4.5, 3);
  });

  test(`text and parts stand out more in ${colorScheme} where the device asks for it`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme, contrast: "more" });
    await app.open();
    await hold(page, 7, 4.5);
  });
}

test("high contrast is chosen in Settings, stays, and is there before the app is", async ({ app, page }) => {
  await app.open("/settings");
  await page.getByRole("radio", { name: "High contrast" }).check();
  await hold(page, 7, 4.5);
  await page.getByRole("radio", { name: "Dark", exact: true }).check();
  await hold(page, 7, 4.5);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
});

test("in the system's own colours a chosen answer, the focus and every button with its words are still seen", async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await app.open("/check-in");
  await app.rate("Mood", 7);
  const cell = (rating: string) => page.locator(".scale").first().locator(".scale-cell", { hasText: new RegExp(`^${rating}$`) }).locator("span");
  const back = (rating: string) => cell(rating).evaluate((one) => getComputedStyle(one).backgroundColor);
  await expect.poll(() => back("7")).not.toBe(await back("6"));
  // An edge or a ground of its own, and words that are not of that ground's colour.
  const unseen = await page.locator("button:visible, .button:visible, .sos").evaluateAll((all) => {
    const page = getComputedStyle(document.body).backgroundColor;
    const seen = (one: Element) => {
      const { borderTopColor, borderTopWidth, backgroundColor, color } = getComputedStyle(one);
      const edge = borderTopWidth !== "0px" && borderTopColor !== backgroundColor;
      return (edge || backgroundColor !== page) && color !== backgroundColor;
    };
    return all.filter((one) => !seen(one)).map((one) => one.outerHTML);
  });
  expect(unseen).toEqual([]);
  await page.keyboard.press("Tab");
  const ring = await page.evaluate(() => {
    const focused = document.activeElement!;
    const drawn = focused.matches(".chip input, .scale-cell input") ? focused.nextElementSibling! : focused;
    return getComputedStyle(drawn).outlineStyle;
  });
  expect(ring).toBe("solid");
});
