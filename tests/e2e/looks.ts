// How a screen can look, changed under a page that stays open.

import { expect, type Page } from "@playwright/test";

export const themes = ["light", "dark", "high contrast", "dark high contrast"] as const;

export interface Size {
  width: number;
  height: number;
  /** Text size in percent of the browser's. */
  text: 100 | 200;
}

export interface Look extends Size {
  theme: (typeof themes)[number];
}

/** A small phone, a phone, a tablet and a laptop, with usual and with large text. */
export const sizes: Size[] = [
  [320, 568],
  [390, 844],
  [768, 1024],
  [1440, 900],
].flatMap(([width, height]) => ([100, 200] as const).map((text) => ({ width: width!, height: height!, text })));

/** Shows a page as it looks there. */
export async function wear(page: Page, look: Look) {
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.emulateMedia({
    colorScheme: look.theme.startsWith("dark") ? "dark" : "light",
    contrast: look.theme.endsWith("high contrast") ? "more" : "no-preference",
    reducedMotion: "reduce",
  });
  // As the browser's own setting does it.
  await page.evaluate((text) => {
    document.documentElement.style.fontSize = text === 100 ? "" : `${text}%`;
  }, look.text);
}

/** Keeps the choice of a language, as Settings does, and loads the page again in it. */
export async function speak(page: Page, language: "en" | "es") {
  // Where the app was not there before, it will not come.
  const room = (await page.locator("#app main").count()) > 0 ? "#app" : "#first";
  await page.evaluate((language) => {
    const prefs = JSON.parse(localStorage.getItem("ebb.prefs") ?? "{}") as object;
    localStorage.setItem("ebb.prefs", JSON.stringify({ ...prefs, language }));
  }, language);
  await page.reload({ waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator(`${room} main h1`)).toBeVisible();
}

/** Waits until all of a long screen is there, which is drawn piece by piece. */
export async function drawn(page: Page) {
  await expect(page.locator("#app [aria-busy=true]")).toHaveCount(0);
}
