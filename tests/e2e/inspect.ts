// What is wrong with how a page that stays open is shown: by axe's rules, and beyond them.
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

/** Words in the colour of what they stand on, where the system brings colours of its own. */
export async function unseenWords(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: "active" });
  await drawn(page);
  const found = await page.evaluate(() => {
    const ground = (one: Element | null): string => {
      if (!one) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(one);
      return /^rgba\(.* 0\)$/.test(backgroundColor) ? ground(one.parentElement) : backgroundColor;
    };
    const seen = (one: Element) => {
      const { color, fill } = getComputedStyle(one);
      return (one instanceof SVGElement ? fill : color) !== ground(one);
    };
    const says = (one: Element) => [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
    const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && says(one));
    return shown.filter((one) => !seen(one)).map((one) => one.outerHTML.slice(0, 200));
  });
  await page.emulateMedia({ forcedColors: "none" });
  return found;
}

/**
 * Makes every word 140 % long, since another language needs up to two fifths more room than English;
 * returns what is then cut off or out of the screen.
 */
export function lengthen(): string[] {
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
      // One line an entry: what does not fit into it is said on the entry's page.
      if (element.closest(".lines .reading")) return false;
      const box = element.getBoundingClientRect();
      return cut || (!scrolls && (box.right > innerWidth + 1 || box.left < -1));
    })
    .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.trim().slice(0, 60)}`);
}
