// The pictures of the README, and the frames of its animation: `target/report/screens/readme/`.

import { join } from "node:path";

import type { Page } from "@playwright/test";

import { type App, expect, test } from "../ebb.ts";
import { drawn } from "../looks.ts";
import { screens } from "../screens.ts";

const folder = join(process.env.EBB_ROOT!, "target/report/screens/readme");
const laptop = { width: 1440, height: 900 };

const still = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });

async function open(app: App, name: string) {
  const screen = screens.find((screen) => screen.name === name)!;
  await screen.open(app);
  await screen.goOn?.(app.page);
  await drawn(app.page);
}

test.describe("pictures", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("of phones and a laptop", async ({ app, page }) => {
    await open(app, "now");
    await still(page, "now-phone-light");
    await page.setViewportSize(laptop);
    await still(page, "now-laptop-light");
  });

  test("of an example month", async ({ app, page }) => {
    await page.setViewportSize(laptop);
    await open(app, "example");
    await still(page, "insight-laptop-light");
  });

  test("in the dark", async ({ app, page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await open(app, "exercise-running");
    await still(page, "exercise-phone-dark");
  });

  test("of a therapist's page", async ({ app, page }) => {
    await page.setViewportSize(laptop);
    await open(app, "review");
    await still(page, "review-laptop-light");
  });
});

test("a craving, surfed, ebbs", async ({ app, page }) => {
  let taken = 0;
  const frame = async (times = 1) => {
    for (let at = 0; at < times; at += 1) {
      await page.screenshot({ path: join(folder, `frame-${String(taken).padStart(3, "0")}.png`) });
      taken += 1;
    }
  };
  await page.clock.install();
  await app.open("/");
  await frame(4);
  await page.getByRole("link", { name: "I have a craving" }).click();
  await expect(page.locator('[data-rating="8"]')).toBeVisible();
  await frame(4);
  await page.locator('[data-rating="8"]').click();
  await page.clock.runFor(2_000);
  await expect(page.getByRole("link", { name: "Ride it" })).toBeVisible();
  await frame(6);
  await page.getByRole("link", { name: "Ride it" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  const end = page.locator("#end-title");
  while (!(await end.isVisible())) {
    await frame();
    await page.clock.fastForward(8_000);
    await page.clock.runFor(200);
  }
  await app.rate(/now/, 3);
  await frame(6);
});
