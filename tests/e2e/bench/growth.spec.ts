// How what a person waits for grows with the years, on a slow phone.

import { type Browser, type Locator, type Page, test } from "@playwright/test";

import { serve } from "../server.ts";
import { filled, opened, used } from "./fill.ts";
import { type Figure, median, quick, report } from "./figures.ts";

const SIZES = quick ? [100, 5_000, 50_000] : [100, 5_000, 50_000, 200_000];
const ROUNDS = quick ? 1 : 5;
const SLOWDOWN = 4;
/** Where the screen shows as much with fifty thousand records as with five. */
const BUDGET = 1.5;

type Waits = Record<string, number[]>;

/** Milliseconds from the tap until what it leads to is there and drawn. */
async function waited(page: Page, tapped: Locator, seen: string): Promise<number> {
  await page.evaluate((seen) => {
    const found = window as unknown as { waited?: number };
    delete found.waited;
    const listen = () => {
      const start = performance.now();
      const look = () => {
        const there = document.querySelector(seen) && !document.querySelector("#app [aria-busy=true]");
        if (there) found.waited = performance.now() - start;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    addEventListener("click", listen, { capture: true, once: true });
  }, seen);
  await tapped.click();
  await page.waitForFunction(() => "waited" in window);
  return page.evaluate(() => (window as unknown as { waited: number }).waited);
}

async function visit(browser: Browser, url: string, records: number): Promise<Waits> {
  const found: Waits = {};
  const context = await filled(browser, url, records, false);
  // A short journal has no copy of the first screen.
  if (records > 1000) await used(context, url, false);
  for (let round = 0; round < ROUNDS; round++) {
    const page = await opened(context, url, false, SLOWDOWN);
    const keep = (name: string, ms: number) => (found[name] ??= []).push(ms);
    const { asked, shown, open } = await page.evaluate(() => ({ ...window.heard, memory: undefined }));
    keep("a usable Now", shown - asked);
    keep("all read", open - asked);
    const menu = page.getByRole("navigation", { name: "Main menu" });
    for (const name of ["History", "Insight"]) {
      keep(name, await waited(page, menu.getByRole("link", { name }), `#app .page-${name.toLowerCase()}`));
    }
    await page.getByRole("link", { name: "Settings" }).click();
    keep("a share to choose", await waited(page, page.locator("#app main a[href='/share']"), "#app .page-share"));
    await menu.getByRole("link", { name: "Now" }).click();
    await page.locator("#app main a[href='/craving']").first().click();
    await page.getByRole("group", { name: "How strong is it?" }).getByRole("radio", { name: "6", exact: true }).check();
    keep("a craving saved", await waited(page, page.getByRole("button", { name: "Save" }), "#app .saved"));
    await page.close();
  }
  await context.close();
  return found;
}

test("years of records hardly make anybody wait longer", async ({ browser }) => {
  test.setTimeout(1_800_000);
  const server = await serve();
  const found = new Map<number, Waits>();
  for (const records of SIZES) found.set(records, await visit(browser, server.url, records));
  await server.stop();
  const figures: Figure[] = [];
  for (const what of Object.keys(found.get(5_000)!)) {
    const of = (records: number) => median(found.get(records)![what]!);
    for (const records of SIZES) {
      figures.push({ name: `growth: ${what} with ${records} records, 4x`, value: of(records), unit: "ms" });
    }
    figures.push({
      name: `growth: ${what}, 50000 beside 5000`,
      value: of(50_000),
      unit: "ms",
      limit: { name: "with 5000 records", value: of(5_000) },
      // Reading all of it grows with it, and is not waited for.
      budget: what === "all read" ? undefined : BUDGET,
    });
  }
  await report("growth", figures);
});
