// axe on a page that stays open, and whether the page scrolls sideways.
//
// `@axe-core/playwright` opens a page of its own for each look; here it is one call.

import axe from "axe-core";
import type { Page } from "@playwright/test";

import { drawn } from "./looks.ts";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The rules that colours can break. All others know only elements, sizes and places. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** What is wrong with what is shown, as `rule: element`. */
export async function faults(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
  await drawn(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...(only && { runOnly: only }) });
    const list = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`));
    if (document.documentElement.scrollWidth > innerWidth) {
      // What lies in a room of its own that scrolls is no reason.
      const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".table-room > *"));
      list.push(`scrolls sideways: ${wide.map((one) => one.outerHTML.slice(0, 120)).slice(0, 3).join(" / ")}`);
    }
    return list;
  }, rules === "colours" ? COLOURS : null);
  return found;
}
