// Taps that the page received, counted, with a hand that shakes on a small phone: every target is 48 px high or more, nothing
// is dragged, and what is tapped is within reach of the thumb that holds the phone.

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type Locator } from "@playwright/test";

import { launchOptions } from "../browser.ts";
import { App, expect, Taps, test, Watch } from "../ebb.ts";
import { dist, serve } from "../server.ts";
import { breatheSlowly, liveFourWeeks } from "../weeks.ts";

const PHONE = { width: 320, height: 640 };
const TARGET = 48;

test.use({ viewport: PHONE, hasTouch: true });

/** The taps that the page received: as many as the thumb meant, and no more than allowed. */
async function counted(taps: Taps, thumb: number, most: number) {
  const received = await taps.count();
  expect(received).toBe(thumb);
  expect(received).toBeLessThanOrEqual(most);
}

/** A thumb that reaches so far. */
class Thumb {
  taps = 0;

  constructor(private readonly reach = PHONE.height / 3) {}

  /** Taps what is on the screen as it is: a target that has to be scrolled to first is a fault. */
  async tap(target: Locator, anywhere = false) {
    await expect(target).toBeInViewport({ ratio: 0.9 });
    // A rating and a chip are a field on top of what one sees; the field is the target.
    const box = (await target.boundingBox())!;
    expect(Math.round(box.height), `${target} is high enough`).toBeGreaterThanOrEqual(TARGET);
    const middle = box.y + box.height / 2;
    if (!anywhere) expect(middle, `${target} is in reach of the thumb`).toBeGreaterThan(this.reach);
    this.taps += 1;
    await target.tap();
  }
}

async function logs(app: App) {
  const thumb = new Thumb();
  await thumb.tap(app.page.getByRole("link", { name: /I have a craving/ }));
  await thumb.tap(app.page.locator('[data-rating="7"]'));
  await expect(app.page.locator(".saved")).toHaveText("Saved");
  return thumb;
}

test("a craving is saved in two taps, and ridden with the third", async ({ app, page, taps }) => {
  await app.open("/");
  const thumb = await logs(app);
  await counted(taps, thumb.taps, 2);
  await thumb.tap(page.getByRole("link", { name: "Ride it" }));
  await expect(page.getByRole("heading", { level: 1, name: "Urge surfing" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await counted(taps, thumb.taps, 3);
});

test("a skill is begun in two taps", async ({ app, page, taps }) => {
  await app.open("/");
  const thumb = new Thumb();
  await thumb.tap(page.getByRole("link", { name: "Breathe" }));
  await thumb.tap(page.getByRole("button", { name: "Start" }));
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await counted(taps, thumb.taps, 2);
});

test("help is one tap away from every screen", async ({ app, page, taps }) => {
  const screens = [
    "/", "/craving", "/check-in", "/slip", "/exercises", "/exercises/urge-surfing", "/questionnaires",
    "/lessons", "/history", "/insight", "/plans", "/plans/safety", "/programme", "/share", "/settings",
    "/settings/lock", "/settings/backup", "/welcome", "/welcome/2", "/welcome/3", "/nowhere",
  ];
  for (const [at, path] of screens.entries()) {
    await app.open(path);
    const thumb = new Thumb();
    // It stands at the top, where it is on every screen and nothing covers it.
    await thumb.tap(page.getByRole("link", { name: "SOS" }), true);
    await expect(page.getByRole("link", { name: "Call 988" })).toBeInViewport();
    expect(await taps.count(), path).toBe(at + 1);
  }
});

test("the safety plan is two taps away, also from help", async ({ app, page, taps }) => {
  await app.open("/plans/safety/edit");
  await page.getByLabel("Line 1").first().fill("I stop answering my phone");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator(".notice")).toContainText("Saved");
  await page.locator(".notice").getByRole("button", { name: "Close" }).click();
  for (const [first, second] of [["My plans", /^Safety plan/], ["SOS", "My safety plan"]] as const) {
    await app.open("/");
    const before = await taps.count();
    for (const name of [first, second]) {
      const link = page.locator("#app").getByRole("link", { name, exact: name === "SOS" }).first();
      expect(Math.round((await link.boundingBox())!.height)).toBeGreaterThanOrEqual(TARGET);
      await link.tap();
    }
    await expect(page.getByText("I stop answering my phone")).toBeVisible();
    expect((await taps.count()) - before).toBe(2);
  }
});

test("what this person rates lower after comes first after a craving, is explained, and can be left where it was", async ({ app, page }) => {
  await liveFourWeeks(app);
  await breatheSlowly(app);
  await app.reload();
  const thumb = await logs(app);
  const skills = page.locator(".skill");
  await expect(skills.first()).toContainText(/Weaker \d+ of \d+ times/);
  const best = await skills.first().textContent();
  await page.getByText("Rated lower after", { exact: true }).click();
  await expect(page.getByText(/By your own ratings/)).toBeVisible();
  await page.getByRole("checkbox", { name: "Show these first" }).uncheck();
  await expect(skills).toHaveText(["Slow breathing", /5/, /Not now/]);
  await page.getByRole("checkbox", { name: "Show these first" }).check();
  await skills.first().scrollIntoViewIfNeeded();
  await skills.first().tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(best!.split("Weaker")[0]!);
  // The list of all exercises follows the same choice.
  await app.open("/exercises");
  await expect(page.getByRole("checkbox", { name: "Show these first" })).toBeChecked();
});

test("from a cold start without network a craving is saved in three taps and ten seconds", async () => {
  const profile = await mkdtemp(join(tmpdir(), "ebb-"));
  const server = await serve(dist);
  const start = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      serviceWorkers: "allow",
      viewport: PHONE,
      hasTouch: true,
    });
    const watch = new Watch();
    watch.context(context, server.url);
    const page = context.pages()[0] ?? (await context.newPage());
    return { context, watch, taps: await Taps.on(page), app: new App(page, server.url) };
  };
  let { context, app } = await start();
  await app.open("/");
  await app.offlineReady();
  await context.close();
  await server.stop();

  const begun = await start();
  ({ context, app } = begun);
  const from = Date.now();
  // Opening is the first of the taps.
  await app.open("/");
  const thumb = await logs(app);
  const seconds = (Date.now() - from) / 1000;
  await counted(begun.taps, thumb.taps, 2);
  expect(seconds).toBeLessThan(10);
  await app.open("/");
  await app.page.getByRole("link", { name: "SOS" }).tap();
  await expect(app.page.getByRole("link", { name: "Call 988" })).toBeVisible();
  begun.watch.check();
  await context.close();
});
