import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { launchOptions } from "../browser.ts";
import { asFile, bytesOf, profile, saved } from "../clinic.ts";
import { expect, test } from "../ebb.ts";
import { readTables } from "../kills/page.ts";

// A microphone that hears a beep each second, in a whole browser: the shell has nobody to ask for it.
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, "--use-fake-device-for-media-stream"] } });

/** A JPEG of so many pixels, with words of a camera in it (an EXIF block). */
async function photo(page: Page, width: number, height: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      // In memory: on a busy machine the graphics processor may lose what was drawn.
      const context = canvas.getContext("2d", { willReadFrequently: true })!;
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

/** What was lent by the browser and what was played, since the page was opened. */
interface Told {
  lent: MediaStreamTrack[];
  played: HTMLMediaElement[];
}

/** From its next opening on, the page keeps what is lent to it and what it plays. */
async function watched(page: Page) {
  await page.addInitScript(() => {
    const told: Told = { lent: [], played: [] };
    Object.assign(window, { told });
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      told.lent.push(...stream.getTracks());
      return stream;
    };
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function () {
      told.played.push(this);
      return play.call(this);
    };
  });
}

/** Which microphones were lent, and whether they are on. */
const lent = (page: Page) => page.evaluate(() => (window as unknown as { told: Told }).told.lent.map((track) => `${track.kind} ${track.readyState}`));
/** Whether each sound that was played is still heard. */
const heard = (page: Page) => page.evaluate(() => (window as unknown as { told: Told }).told.played.map((sound) => !sound.paused));

/** Records for a second, up to where it can be heard. */
async function record(page: Page) {
  await page.getByRole("button", { name: "Record a message" }).click();
  await expect(page.getByText("Recording. Start whenever you are ready.")).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] of 1:00$/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("Listen to it before you keep it")).toBeVisible();
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

test("a message to oneself is recorded, heard, kept, and offered where it is wanted", async ({ app, page, context, server }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["microphone"], { origin: server.url });
  await watched(page);
  await app.open("/plans/pictures");
  expect(await lent(page)).toEqual([]);
  await page.getByRole("button", { name: "Record a message" }).click();
  await expect(page.getByText("Recording. Start whenever you are ready.")).toBeVisible();
  expect(await lent(page)).toEqual(["audio live"]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Record a message" })).toBeFocused();
  await expect.poll(() => lent(page)).toEqual(["audio ended"]);

  await record(page);
  expect(await lent(page)).toEqual(["audio ended", "audio ended"]);
  expect(await heard(page)).toEqual([]);
  await page.getByRole("button", { name: "Record again" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] of 1:00$/);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const play = page.getByRole("button", { name: "Play my message" });
  await play.click();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  // It comes to its end by itself.
  await expect(play).toBeVisible();
  expect(await heard(page)).toEqual([false]);
  await page.getByLabel("A line to go with it, if you like").fill("for a <b>bad</b> evening");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Keep this message" }).click();
  const kept = page.locator("li", { has: play });
  await expect(kept).toContainText("for a <b>bad</b> evening");
  await expect(page.getByRole("button", { name: "Record a message" })).toBeFocused();
  expect(JSON.stringify(await page.evaluate(readTables))).toContain("recording");

  // It is offered, and silent until it is wanted.
  await app.logCraving(8);
  await expect(play).toBeVisible();
  await expect(page.getByText("for a <b>bad</b> evening")).toBeVisible();
  expect(await heard(page)).toEqual([]);
  await play.click();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  expect(await heard(page)).toEqual([true]);
  await app.goTo("Exercises");
  await expect(play).toBeHidden();
  await expect.poll(() => heard(page)).toEqual([false]);

  await app.open("/sos");
  await expect(play).toBeHidden();
  await app.open("/plans/pictures");
  await kept.getByRole("checkbox", { name: /^Offer it under/ }).check();
  await expect(kept.getByRole("checkbox", { name: /^Offer it under/ })).toBeFocused();
  await kept.getByRole("checkbox", { name: "Offer it after a craving" }).uncheck();
  await app.reload();
  await expect(kept.getByRole("checkbox", { name: /^Offer it under/ })).toBeChecked();
  await app.logCraving(7);
  await expect(play).toBeHidden();
  await app.open("/sos");
  await play.click();
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  // The way out is silent at once, however long the other page takes.
  const still = await page.evaluate(() => {
    document.querySelector<HTMLElement>("#app [data-quick-exit]")!.click();
    return (window as unknown as { told: Told }).told.played.map((sound) => !sound.paused);
  });
  expect(still).toEqual([false]);
  await page.waitForURL(/shopping-list/);

  await app.open("/plans/pictures");
  await kept.getByRole("button", { name: "Delete" }).click();
  await expect(kept).toHaveCount(0);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(kept).toHaveCount(1);
});

test("a message ends after a minute and says so, the microphone goes off with the screen, and there are three at most", async ({ app, page, context, server }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["microphone"], { origin: server.url });
  await watched(page);
  await page.clock.install();
  await app.open("/plans/pictures");
  await page.getByRole("button", { name: "Record a message" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] of 1:00$/);
  await page.clock.fastForward("01:01");
  await expect(page.getByText("a message cannot be longer than this")).toBeVisible();
  expect(await lent(page)).toEqual(["audio ended"]);
  await page.getByRole("button", { name: "Keep this message" }).click();
  const kept = page.locator("li", { has: page.getByRole("button", { name: "Play my message" }) });
  await expect(kept).toHaveCount(1);

  await page.getByRole("button", { name: "Record a message" }).click();
  await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] of 1:00$/);
  await app.goTo("Now");
  await expect(page.getByRole("timer")).toBeHidden();
  await expect.poll(() => lent(page)).toEqual(["audio ended", "audio ended"]);

  await app.open("/plans/pictures");
  for (const count of [2, 3]) {
    await record(page);
    await page.getByRole("button", { name: "Keep this message" }).click();
    await expect(kept).toHaveCount(count);
  }
  await expect(page.getByText("Ebb keeps up to 3 messages.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Record a message" })).toBeHidden();
  await app.reload();
  await expect(kept).toHaveCount(3);
});

test("where the microphone is refused or missing, or nothing can be recorded, that is told and nothing is lost", async ({ app, page, context, server }) => {
  await app.open("/plans/pictures");
  const line = page.getByLabel("A line under it, if you like");
  await line.fill("Ana at the river");
  const begin = page.getByRole("button", { name: "Record a message" });
  await begin.click();
  await expect(page.getByRole("alert").filter({ hasText: "was not allowed to use the microphone" })).toBeVisible();
  await expect(begin).toBeFocused();
  await context.grantPermissions(["microphone"], { origin: server.url });
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("none", "NotFoundError"));
  });
  await begin.click();
  await expect(page.getByRole("alert").filter({ hasText: "No microphone was found" })).toBeVisible();
  await expect(line).toHaveValue("Ana at the river");
  await page.addInitScript(() => {
    delete (window as { MediaRecorder?: unknown }).MediaRecorder;
  });
  await app.reload();
  await expect(page.getByText("This browser cannot record sound.")).toBeVisible();
  await expect(begin).toBeHidden();
  await expect(page.getByRole("heading", { name: "Add a picture" })).toBeVisible();
});

test("things to live for are in a share only where they were ticked for it, and the therapist sees and hears them", async ({ app, page, context, browser, server }) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["microphone"], { origin: server.url });
  await app.logCraving(6);
  await app.open("/plans/pictures");
  await page.locator("#keepsake-file").setInputFiles(file("ana.jpg", "image/jpeg", await photo(page, 400, 300)));
  await expect(page.getByRole("img", { name: "The picture you chose" })).toBeVisible();
  await page.getByLabel("A line under it, if you like").fill("Ana at the river");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page.locator("li .keepsake")).toHaveCount(1);
  await record(page);
  await page.getByLabel("A line to go with it, if you like").fill("for a bad evening");
  await page.getByRole("button", { name: "Keep this message" }).click();
  await expect(page.locator("li .keepsake")).toHaveCount(2);

  await app.open("/share");
  const tick = page.getByRole("checkbox", { name: "Things to live for" });
  const preview = page.getByRole("heading", { name: "This is what will be shared" });
  for (const preset of ["For my next appointment", "Just cravings and skills", "Everything"]) {
    await page.getByRole("radio", { name: preset }).check();
    await expect(tick).not.toBeChecked();
  }
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(preview).toBeVisible();
  await expect(page.getByText(/^The file will take up about \d kB\.$/)).toBeVisible();
  await expect(page.locator(".review .keepsake")).toHaveCount(0);
  await expect(page.locator(".review")).not.toContainText("Things to live for");
  await page.getByRole("button", { name: "Change what I share" }).click();

  await tick.check();
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await expect(preview).toBeVisible();
  await expect(page.getByText(/^The file will take up about \d{2,} kB\.$/)).toBeVisible();
  await expect(page.locator(".review")).toContainText("Picture: 1, Voice message: 1");
  await expect(page.locator(".review .keepsake")).toHaveCount(2);
  await page.getByRole("button", { name: "Seal it" }).click();
  await expect(page.getByRole("heading", { name: "It is sealed" })).toBeVisible();
  const phrase = (await page.locator("#phrase").innerText()).trim();
  const share = await bytesOf(await saved(page, "Save the file"));

  const therapist = await profile(browser, server.url, 1366, 768);
  await therapist.app.open("/review");
  const desk = therapist.page;
  await desk.getByLabel("Files, or a picture of a code").setInputFiles(asFile(share));
  await desk.getByRole("button", { name: "Open it" }).click();
  await expect(desk.locator("#open-problem")).toContainText("Please type the phrase");
  await desk.getByLabel("The phrase").fill(phrase);
  await desk.getByRole("button", { name: "Open it" }).click();
  const shown = desk.locator("section", { has: desk.getByRole("heading", { name: "Things to live for" }) }).last();
  await expect(shown.getByRole("figure").filter({ hasText: "Ana at the river" }).locator("img")).toBeVisible();
  await expect(shown.getByRole("figure").filter({ hasText: "for a bad evening" })).toBeVisible();
  await shown.getByRole("button", { name: "Play the message" }).click();
  await expect(shown.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await expect(shown.getByRole("button", { name: "Play the message" })).toBeVisible();
  expect((await new AxeBuilder({ page: desk }).analyze()).violations).toEqual([]);
  await therapist.close();
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

  test("a message is recorded in Spanish", async ({ app, page, context, server }) => {
    await context.grantPermissions(["microphone"], { origin: server.url });
    await app.open("/plans/pictures");
    await page.getByRole("button", { name: "Grabar un mensaje" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Grabando. Empieza cuando quieras.")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Detener" })).toBeFocused();
    await expect(page.getByRole("timer")).toHaveText(/^0:0[1-9] de 1:00$/);
    await page.keyboard.press("Enter");
    await expect(page.locator("#message-recorded")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Escuchar mi mensaje" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Detener" })).toBeFocused();
    await expect(page.getByRole("button", { name: "Escuchar mi mensaje" })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Una línea que lo acompañe, si quieres")).toBeFocused();
    await page.keyboard.type("para una mala noche");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Guardar este mensaje" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("li .keepsake")).toContainText("para una mala noche");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
