import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";

const NOW = new Date("2026-11-30T18:10:00-05:00");

const start = (page: Page) => page.getByRole("button", { name: /^(Start|Empezar)$/ }).click();
/** The outline of the piece that comes down: where its squares are. */
const piece = (page: Page) => page.locator(".blocks .piece").getAttribute("d");
const columns = async (page: Page) => ((await piece(page)) ?? "").match(/M(\d)/g)!.map((square) => Number(square.slice(1)));

test("a game of blocks fills three minutes, by keys or by taps, and is rated before and after", async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.open("/exercises/block-game");
  await expect(page.getByText("31 people")).toBeAttached();
  await app.rate(/How strong is the craving now/, 7);
  await start(page);
  await page.getByRole("button", { name: "Next", exact: true }).click();
  const board = page.getByRole("img", { name: "The board of blocks" });
  await expect(board).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // All of it is seen at once, with room for a thumb on every button.
  for (const name of ["To the left", "Turn", "All the way down", "To the right", "Pause"]) {
    const box = (await page.getByRole("button", { name, exact: true }).boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
    expect(box.y + box.height).toBeLessThanOrEqual(740);
  }
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(740);
  for (let at = 0; at < 8; at += 1) await page.keyboard.press("ArrowLeft");
  expect(Math.min(...(await columns(page)))).toBe(0);
  for (let at = 0; at < 8; at += 1) await page.getByRole("button", { name: "To the right" }).click();
  expect(Math.max(...(await columns(page)))).toBe(7);
  await expect(page.locator(".blocks .pile")).toHaveAttribute("d", "");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".blocks .pile")).not.toHaveAttribute("d", "");
  // Pieces come down by themselves, but not while it is paused.
  const before = await piece(page);
  await page.clock.runFor(1_500);
  expect(await piece(page)).not.toBe(before);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  const still = await piece(page);
  await page.clock.runFor(5_000);
  await page.keyboard.press("ArrowLeft");
  expect(await piece(page)).toBe(still);
  await page.getByRole("button", { name: "Resume" }).click();
  await page.clock.runFor(181_000);
  await expect(page.locator(".prompt")).toContainText("Look up, and let your eyes rest");
  await expect(board).toBeHidden();
  await page.clock.runFor(11_000);
  await page.locator('input[name="after"][value="4"]').check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.open("/history");
  await expect(page.locator(".entry").filter({ hasText: "Blocks" })).toContainText("7 → 4");
});

test("scenes of the future are written once and come back after a craving", async ({ app, page }) => {
  await app.logCraving(6);
  await expect(page.getByText("Scenes I wrote")).toBeHidden();
  await app.open("/exercises/future-scenes");
  await start(page);
  const next = page.getByRole("button", { name: "Next", exact: true });
  await next.click();
  await page.getByLabel(/About a week from now/).fill("Lunch by the river <b>with Ana</b>");
  await page.getByRole("button", { name: "Finish", exact: true }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await app.logCraving(8);
  await page.getByText("Scenes I wrote").click();
  await expect(page.getByText("Lunch by the river <b>with Ana</b>")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await app.reload();
  await expect(page.getByText("Scenes I wrote")).toBeVisible();
});

test.describe("in Spanish, without motion", () => {
  test.use({ locale: "es-MX", contextOptions: { reducedMotion: "reduce" } });

  test("the game of blocks is played in Spanish", async ({ app, page }) => {
    await app.open("/exercises/block-game");
    await start(page);
    await page.getByRole("button", { name: "Siguiente", exact: true }).click();
    await expect(page.getByRole("img", { name: "El tablero de bloques" })).toBeVisible();
    await page.getByRole("button", { name: "Girar" }).click();
    await page.getByRole("button", { name: "Hasta abajo" }).click();
    await expect(page.locator(".blocks .pile")).not.toHaveAttribute("d", "");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
