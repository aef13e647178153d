// Faults that a walk through every screen found, each as it was met.

import type { Page } from "@playwright/test";

import { expect, test, type App } from "../ebb.ts";
import { save } from "../saving.ts";
import { dayOf, plant } from "../store.ts";

const PHONE = { width: 360, height: 740 };

test.use({ viewport: PHONE });

/** Light from 0 to 1, of a colour as the browser computes it. */
const light = (page: Page, selector: string, property: "fill" | "backgroundColor" | "color") =>
  page.locator(selector).first().evaluate((one, property) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    canvas.fillStyle = "white";
    canvas.fillRect(0, 0, 1, 1);
    canvas.globalAlpha = Number(getComputedStyle(one).fillOpacity || 1);
    const colour = getComputedStyle(one)[property];
    if (colour !== "none") canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
    return (red! + green! + blue!) / 765;
  }, property);

async function example(app: App) {
  await app.open("/insight");
  await app.page.getByRole("button", { name: /example month|mes de ejemplo/ }).click();
  await expect(app.page.locator(".week-heat")).toBeVisible();
}

test("on paper, without backgrounds, an empty hour is the palest and every number is dark", async ({ app, page }) => {
  await example(app);
  await page.emulateMedia({ media: "print" });
  const empty = await light(page, ".chart-hours .heat-0", "fill");
  const shades = [1, 2, 3, 4].map((shade) => `.chart-hours .heat-${shade}`);
  const drawn = [];
  for (const shade of shades) if (await page.locator(shade).count()) drawn.push(await light(page, shade, "fill"));
  expect(drawn.length).toBeGreaterThan(1);
  for (const [at, shade] of drawn.entries()) expect(shade).toBeLessThan(drawn[at - 1] ?? empty);
  for (const cell of await page.locator(".week-heat td").all()) {
    if (await cell.innerText()) expect(await cell.evaluate((one) => getComputedStyle(one).color)).toBe("rgb(0, 0, 0)");
  }
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("the hours of the week are told by the same clock as everywhere else", async ({ app, page }) => {
    await example(app);
    for (const head of await page.locator(".week-heat thead th [aria-hidden]").allInnerTexts()) expect(head).toMatch(/^\d{1,2}[ap]$/);
  });
});

for (const [name, size, text] of [["larger text", 360, "150%"], ["text of 200 %", 360, "200%"], ["text of 200 % on the smallest phone", 320, "200%"]] as const) {
  test(`with ${name} the header stays one line and no tab breaks a word`, async ({ app, page }) => {
    await page.setViewportSize({ width: size, height: 740 });
    await app.open("/check-in");
    await page.evaluate((text) => (document.documentElement.style.fontSize = text), text);
    const header = page.locator("#app .top");
    const middles = await header.locator("> :not(.skip)").evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map((box) => Math.round(box.top + box.height / 2)));
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size);
    const right = await header.locator(".sos").evaluate((one) => one.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(size);
    expect(right).toBeGreaterThan(size - 40);
    // A word on two lines is higher than one line.
    const broken = await page.locator(".menu a").evaluateAll((all) =>
      all.filter((one) => {
        const words = document.createRange();
        words.selectNodeContents(one.lastChild!);
        return [...words.getClientRects()].length > one.lastChild!.textContent!.trim().split(" ").length;
      }).map((one) => one.textContent),
    );
    expect(broken).toEqual([]);
  });
}

test("a finger leaves no hover behind on what it tapped", async ({ browser, server }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${server.url}/check-in`);
  const button = page.getByRole("button", { name: "Save" });
  await button.tap();
  expect(await button.evaluate((one) => getComputedStyle(one).filter)).toBe("none");
  await context.close();
});

test("a person saved among my people is one whom the family summary names", async ({ app, page }) => {
  await app.open("/sos");
  await page.getByText("Add a person").click();
  await page.getByLabel("Name").fill("Maria");
  await page.getByLabel("Phone number").fill("555 0100");
  await save(page);
  await expect(page.getByRole("link", { name: "Call Maria" }).first()).toBeVisible();
  await app.open("/programme/family/summary");
  await page.locator('input[name="part"]').last().check();
  await expect(page.locator(".card.plan")).toContainText("Maria");
});

/** How far apart two things are, one above the other. */
async function gap(page: Page, above: string, below: string) {
  const [over, under] = [await page.locator(above).first().boundingBox(), await page.locator(below).first().boundingBox()];
  return under!.y - (over!.y + over!.height);
}

test("what is another matter stands apart", async ({ app, page }) => {
  await app.open("/programme/way");
  const button = 'section[aria-labelledby="step-down"] button';
  await expect(page.locator(button)).toBeVisible();
  expect(await gap(page, button, 'section[aria-labelledby="step-down"] ~ *')).toBeGreaterThanOrEqual(12);
});

test("on a laptop what stands above an example begins where the page does", async ({ app, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await example(app);
  const left = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
  expect(Math.abs((await left(".example")) - (await left("#app main h1")))).toBeLessThanOrEqual(1);
});

test("after a questionnaire the day is not called empty", async ({ app, page }) => {
  await app.open("/");
  const day = await dayOf(page);
  const id = "01KAV000000000000000000970";
  const at = new Date().toISOString();
  const scores = [{ score: "total", value: 1 }];
  const answers = Array.from({ length: 9 }, (_, item) => ({ item: String(item + 1), value: item === 0 ? 1 : 0 }));
  const entry = { questionnaire: { instrument: "phq-9", form: "phq-9-1999", scoring: "phq-9-2001", answers, scores } };
  await plant(page, id, JSON.stringify({ v: 1, id, device: "00000000000000aa", written_at: at, happened_at: at, local_day: day, entry }));
  await app.open("/");
  await expect(page.locator(".today .tally")).toHaveText("1 other entry");
});
