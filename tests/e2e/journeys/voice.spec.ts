import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";
import { change, end, giveVoices, heard, LOCAL, LOCAL_SPANISH, REMOTE, speaking, times } from "../voices.ts";

test("the steps of an exercise are heard, by a voice of the device and no other", async ({ app, page }) => {
  await giveVoices(page, [REMOTE, LOCAL, LOCAL_SPANISH]);
  await app.open("/exercises/delay-and-distract");
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).press("Space");
  await page.getByRole("radio", { name: "Slower" }).press("Space");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // It was chosen for the next exercises, too.
  await app.reload();
  await expect(page.getByRole("checkbox", { name: "Read the steps aloud" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Slower" })).toBeChecked();
  expect(await times(page)).toBe(0);
  await page.getByRole("button", { name: "Start" }).click();
  const deal = await heard(page, /^Make a deal\. /);
  expect(deal).toMatchObject({ voice: LOCAL.name, rate: 0.75 });

  // Whoever has closed their eyes goes on by a tap beside everything.
  await page.locator(".run .prompt").click();
  await heard(page, /^Make some distance\. /);
  await page.locator(".run .prompt").click();
  // What asks for words is not left by a stray tap.
  const field = page.locator(".run textarea, .run input[type=text]").first();
  await expect(field).toBeVisible();
  const said = await times(page);
  await page.locator(".run .step").click({ position: { x: 2, y: 2 } });
  await expect(field).toBeVisible();
  expect(await times(page)).toBe(said);
  await page.getByRole("button", { name: "Next" }).click();
  await heard(page, /^Go\. /);
  await page.getByRole("button", { name: "Pause" }).click();
  expect(await speaking(page)).toBe(false);
  await page.getByRole("button", { name: "Resume" }).click();
  await heard(page, /^Go\. /);
  expect(await speaking(page)).toBe(true);
  await page.getByRole("link", { name: "SOS" }).first().click();
  await expect.poll(() => speaking(page)).toBe(false);
});

test("whoever leaves at once is not heard any longer", async ({ app, page }) => {
  await giveVoices(page, [LOCAL]);
  await app.open("/exercises/delay-and-distract");
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await heard(page, /^Make a deal\. /);
  await page.evaluate(() => sessionStorage.removeItem("silenced"));
  await page.getByRole("link", { name: "Leave" }).click();
  await page.waitForURL(/shopping-list/);
  expect(await page.evaluate(() => sessionStorage.getItem("silenced"))).toBe("yes");
});

test("the screen stays lit for whoever listens, also at a step that waits, and no longer", async ({ app, page }) => {
  await giveVoices(page, [LOCAL]);
  await page.addInitScript(() => {
    const counts = { lit: 0 };
    Object.assign(window, { counts });
    const request = async () => {
      counts.lit += 1;
      return { release: async () => void (counts.lit -= 1) };
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
  });
  const lit = () => page.evaluate(() => (window as unknown as { counts: { lit: number } }).counts.lit);
  await app.open("/exercises/delay-and-distract");
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await heard(page, /^Make a deal\. /);
  await expect.poll(lit).toBe(1);
  await page.getByRole("button", { name: "Finish" }).click();
  await expect.poll(lit).toBe(0);
});

test("what leads into a breath is heard to its end before the breath is called", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
  await giveVoices(page, [LOCAL]);
  await app.open("/exercises/box-breathing");
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).check();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Skip this step" }).click();
  await heard(page, /Breathe in, 4\.$/);
  const said = await times(page);
  await page.clock.runFor(4_100);
  await expect(page.locator(".circle-word")).toHaveText("Hold");
  expect(await times(page)).toBe(said);
  await end(page, "end");
  await page.clock.runFor(4_000);
  await heard(page, /^Breathe out, 4\.$/);
});

test("without a voice of the device nothing is read, and Ebb says so", async ({ app, page }) => {
  await giveVoices(page, [REMOTE]);
  await app.open("/exercises/stop");
  await expect(page.getByText("Voices that send the text over the internet are never used")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Read the steps aloud" })).toHaveCount(0);
  // Most browsers have their voices a while later.
  await change(page, [REMOTE, LOCAL]);
  await page.getByRole("checkbox", { name: "Read the steps aloud" }).check();
  // And a voice can be taken from the device.
  await change(page, [REMOTE]);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("The voice stopped.")).toBeVisible();
  expect(await times(page)).toBe(0);
});

test("a lesson is read piece by piece, and goes on where a voice broke off", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
  await giveVoices(page, [REMOTE, LOCAL]);
  await app.open("/lessons/slips");
  const summary = (await page.locator("#app .lead").textContent())!;
  await page.getByText("Listen instead of reading").click();
  await page.getByRole("radio", { name: "Faster" }).check();
  await page.getByRole("button", { name: "Read this lesson aloud" }).click();
  expect(await heard(page, summary)).toMatchObject({ voice: LOCAL.name, rate: 1.25 });
  await end(page, "end");
  const heading = (await page.locator(".lesson h2").first().textContent())!;
  await heard(page, heading);
  await end(page, "error");
  await expect(page.getByText("The voice stopped.")).toBeVisible();
  const said = await times(page);
  await page.getByRole("button", { name: "Continue reading" }).click();
  await expect.poll(() => times(page)).toBe(said + 1);
  await heard(page, heading);
  await page.getByRole("button", { name: "Stop reading" }).click();
  expect(await speaking(page)).toBe(false);
  // A voice that falls silent and does not say so is not waited for without an end.
  await page.getByRole("button", { name: "Continue reading" }).click();
  await page.clock.runFor(60_000);
  await expect(page.getByRole("button", { name: "Continue reading" })).toBeVisible();
  await page.getByRole("button", { name: "Continue reading" }).click();
  // To the end, and it could be read once more.
  const pieces = await page.locator(".lesson h2, .lesson > p").count();
  for (let piece = 0; piece < pieces; piece += 1) {
    const before = await times(page);
    await end(page, "end");
    if (piece < pieces - 1) await expect.poll(() => times(page)).toBe(before + 1);
  }
  await expect(page.getByRole("button", { name: "Read this lesson aloud" })).toBeVisible();
  // The pace of a lesson turns nothing on elsewhere.
  await app.open("/exercises/stop");
  await expect(page.getByRole("checkbox", { name: "Read the steps aloud" })).not.toBeChecked();
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a Spanish voice reads, and an English one does not", async ({ app, page }) => {
    await giveVoices(page, [LOCAL, LOCAL_SPANISH]);
    await app.open("/exercises/stop");
    await page.getByRole("checkbox", { name: "Leer los pasos en voz alta" }).check();
    await page.getByRole("button", { name: "Empezar" }).click();
    expect(await heard(page, /^Para\. |^Alto\. |^Detente\. /)).toMatchObject({ voice: LOCAL_SPANISH.name });
    await change(page, [LOCAL]);
    await app.open("/lessons/slips");
    await change(page, [LOCAL]);
    await page.getByText("Escuchar en vez de leer").click();
    await expect(page.getByText("no tiene una voz propia en español")).toBeVisible();
  });
});
