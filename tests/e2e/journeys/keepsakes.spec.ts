import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";
import { readTables } from "../kills/page.ts";

/** A JPEG of so many pixels, with words of a camera in it (an EXIF block). */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d")!;
      for (let at = 0; at < 400; at += 1) {
        context.fillStyle = `hsl(${(at * 47) % 360} 60% ${30 + (at % 40)}%)`;
        context.fillRect((at * 131) % width!, (at * 73) % height!, width! / 9, height! / 7);
      }
      const blob = await new Promise<Blob>((made) => canvas.toBlob((blob) => made(blob!), "image/jpeg", 0.95));
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height],
  );
  const exif = Buffer.from("Exif\0\0GPS 40.7128N 74.0060W taken 2026-11-30", "latin1");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Buffer.from(bytes.slice(0, 2)), Buffer.from([0xff, 0xe1]), length, exif, Buffer.from(bytes.slice(2))]);
}

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

test("a picture is made small and anew, shown where it is wanted, and is gone when it is deleted", async ({ app, page }) => {
  await app.open("/plans");
  await page.getByRole("link", { name: "Things to live for" }).click();
  await expect(page.getByText("No picture yet.")).toBeVisible();
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "choose a picture first" })).toBeVisible();
  const large = await photo(page, 3000, 2000);
  expect(large.includes("GPS 40.7128N")).toBe(true);
  await page.locator("#keepsake-file").setInputFiles(file("ana.jpg", "image/jpeg", large));
  await expect(page.getByRole("img", { name: "The picture you chose" })).toBeVisible();
  await page.getByLabel("A line under it, if you like").fill("Ana at the <b>river</b>");
  await page.getByRole("button", { name: "Keep it" }).click();
  const kept = page.locator("li .keepsake");
  await expect(kept).toContainText("Ana at the <b>river</b>");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const size = await kept.locator("img").evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight, img.src.length]);
  expect(size[0]).toBe(640);
  expect(size[1]).toBe(426);
  expect(size[2]).toBeLessThanOrEqual(65_536 + 30);
  // Nothing of what the camera wrote is stored.
  const stored = JSON.stringify(await page.evaluate(readTables));
  expect(stored).toContain("keepsake");
  expect(stored).not.toContain(Buffer.from("GPS 40.7128N").toString("base64").slice(0, 12));

  await app.logCraving(8);
  await expect(page.getByText("Ana at the <b>river</b>")).toBeVisible();
  await app.open("/sos");
  await expect(page.getByText("Ana at the <b>river</b>")).toBeHidden();
  await app.open("/plans/pictures");
  await page.getByRole("checkbox", { name: /^Show it under/ }).check();
  // No picture is drawn anew, so the keyboard stays where it was.
  await expect(page.getByRole("checkbox", { name: /^Show it under/ })).toBeFocused();
  await page.getByRole("checkbox", { name: "Show it after a craving" }).uncheck();
  await app.reload();
  await expect(page.getByRole("checkbox", { name: /^Show it under/ })).toBeChecked();
  await app.open("/sos");
  await expect(page.getByText("Ana at the <b>river</b>")).toBeVisible();
  await app.logCraving(7);
  await expect(page.getByText("Ana at the <b>river</b>")).toBeHidden();

  await app.open("/plans/pictures");
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(kept).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(kept).toHaveCount(1);
});

test("what is no picture, or far too large, is told and changes nothing", async ({ app, page }) => {
  await app.open("/plans/pictures");
  const pick = page.locator("#keepsake-file");
  await pick.setInputFiles(file("broken.jpg", "image/jpeg", Buffer.from("\xff\xd8\xff broken", "latin1")));
  await expect(page.getByRole("alert").filter({ hasText: "cannot read this file as a picture" })).toBeVisible();
  await pick.setInputFiles(file("large.jpg", "image/jpeg", Buffer.alloc(41 * 1024 * 1024, 0xff)));
  await expect(page.getByRole("alert").filter({ hasText: "too large" })).toBeVisible();
  await expect(page.locator("li .keepsake")).toHaveCount(0);
  await expect(page.getByRole("img", { name: "The picture you chose" })).toBeHidden();
});

test.describe("in Spanish, by keyboard", () => {
  test.use({ locale: "es-MX" });

  test("a picture is kept in Spanish", async ({ app, page }) => {
    await app.open("/plans/pictures");
    await page.locator("#keepsake-file").setInputFiles(file("perro.jpg", "image/jpeg", await photo(page, 300, 500)));
    await expect(page.getByRole("img", { name: "La imagen que elegiste" })).toBeVisible();
    await page.getByLabel("Una línea debajo, si quieres").focus();
    await page.keyboard.type("mi perra");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Guardarla" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("li .keepsake")).toContainText("mi perra");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
