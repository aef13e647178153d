// The wave: from a craving to the water and back, counted in taps and measured in pixels.

import type { Locator, Page } from "@playwright/test";

import { expect, test, type App } from "../ebb.ts";
import { read } from "../store.ts";

const PHONE = { width: 360, height: 740 };

const numbers = (page: Page) => page.locator(".course .number");

/** Taps where something is, and so many ms later whatever is there by then, as a hand that shakes does. */
async function twice(page: Page, target: Locator, gap: number) {
  const box = (await target.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.evaluate(
    ([x, y, gap]) => {
      const second = new Promise<void>((tapped) => {
        const again = () =>
          setTimeout(() => {
            (document.elementFromPoint(x!, y!) as HTMLElement | null)?.click();
            tapped();
          }, gap);
        addEventListener("click", again, { capture: true, once: true });
      });
      Object.assign(window, { second });
    },
    [x, y, gap],
  );
  await page.mouse.click(x, y);
  await page.evaluate(() => (window as unknown as { second: Promise<void> }).second);
}

test.use({ viewport: PHONE });

test.describe("taps are safe", () => {
  for (const gap of [0, 120, 250, 400]) {
    test(`a second tap ${gap} ms after the number goes nowhere and adds nothing`, async ({ app, page }) => {
      await app.open("/craving");
      // What follows is there at once, as on a second craving.
      await app.logCraving(2);
      await app.goTo("Now");
      await page.locator("#app .craving-button").click();
      for (const rating of [3, 9]) {
        await twice(page, page.locator(`[data-rating="${rating}"]`), gap);
        await expect(page).toHaveURL(/\/craving\/\w{26}$/);
        await expect(page.locator(".saved")).toHaveText("Saved");
        await app.goTo("Now");
        await page.locator("#app .craving-button").click();
      }
      const kept = Object.values(await read(page, "records")).map((text) => JSON.parse(text).entry);
      expect(kept.map((entry) => Object.keys(entry)[0])).toEqual(["craving", "craving", "craving"]);
    });
  }

  test("a saved form lets the next tap through once 600 ms have passed", async ({ app, page }) => {
    await app.open("/check-in");
    await app.rate("Mood", 5);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-saved-now", "");
    await expect(page.locator("html")).not.toHaveAttribute("data-saved-now", "");
    await page.getByRole("link", { name: "Breathe" }).click();
    await expect(page).toHaveURL(/paced-breathing$/);
  });

  test("a craving that was not meant is taken back with one tap", async ({ app, page }) => {
    await app.logCraving(7);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page).toHaveURL(/\/craving$/);
    await expect(page.getByRole("group", { name: "How strong is it?" })).toBeVisible();
    await app.goTo("History");
    await expect(page.locator(".entry")).toHaveCount(0);
  });

  test("a later number replaces one that is younger than a minute, and can be taken back", async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
    await app.logCraving(8);
    await page.clock.setSystemTime(new Date("2026-11-25T15:03:30-05:00"));
    await app.rate("How strong is it now?", 3);
    await expect(numbers(page)).toHaveText(["8", "3"]);
    await app.rate("How strong is it now?", 4);
    await expect(numbers(page)).toHaveText(["8", "4"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".course")).toHaveCount(0);
    await expect(page.locator('[aria-pressed="true"]')).toHaveText("8");
  });
});

test.describe("one craving has one course", () => {
  /** Rides the wave and says how strong it is then. */
  async function ride(app: App, after: number) {
    const { page } = app;
    await page.getByRole("link", { name: "Ride it" }).click();
    await page.getByRole("button", { name: "Finish" }).click();
    await page.locator(`input[name="after"][value="${after}"]`).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("#end-title")).toHaveText("Saved");
  }

  test("what was rated after surfing is the latest number everywhere", async ({ app, page }) => {
    await app.logCraving(8);
    await ride(app, 4);
    await page.getByRole("link", { name: "Back to your craving" }).click();
    await expect(numbers(page)).toHaveText(["8", "4"]);
    await expect(page.locator(".page-followup svg[role=img]")).toBeVisible();
    await app.goTo("Now");
    await expect(page.locator(".card", { hasText: "How is it now?" })).toContainText("your craving was 4 of 10");
    await app.goTo("History");
    await expect(page.locator(".entry", { hasText: "Craving" }).first()).toContainText("8 → 4");
  });

  for (const [outcome, asked] of [["It passed", false], ["I used", false], ["It got weaker", true]] as const) {
    test(`after "${outcome}" the first screen ${asked ? "still asks" : "asks no more"}`, async ({ app, page }) => {
      await app.logCraving(8);
      await page.getByRole("radio", { name: outcome }).check();
      await expect(page.getByRole("link", { name: "Ride it" })).toHaveCount(asked ? 1 : 0);
      await app.goTo("Now");
      await expect(page.locator(".today .tally")).toContainText("1 craving");
      await expect(page.locator(".card", { hasText: "How is it now?" })).toHaveCount(asked ? 1 : 0);
    });
  }

  test("it tells from what to what and how long it took", async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
    await app.logCraving(8);
    await page.clock.setSystemTime(new Date("2026-11-25T15:24:30-05:00"));
    await app.rate("How strong is it now?", 2);
    await expect(numbers(page)).toHaveText(["8", "2"]);
    await page.getByRole("radio", { name: "It passed" }).check();
    await expect(page.locator(".went")).toHaveText("It went from 8 to 2 in 24 minutes.");
  });

  test("with the page open Ebb asks at 3, 10 and 20 minutes, and not twice", async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
    await app.logCraving(8);
    for (const [minutes, strength] of [[3, 7], [10, 5], [20, 3]] as const) {
      const question = page.getByRole("group", { name: `${minutes} minutes have passed` });
      await expect(question).toHaveCount(0);
      await page.clock.setSystemTime(new Date(Date.UTC(2026, 10, 25, 20, minutes, 1)));
      await page.clock.runFor(5_000);
      await expect(question).toBeVisible();
      await expect(page.locator("#announcement")).toContainText(`${minutes} minutes have passed`);
      await app.rate("How strong is it now?", strength);
      await expect(question).toHaveCount(0);
    }
    await expect(numbers(page)).toHaveText(["8", "7", "5", "3"]);
  });

  test("behind a course stands how cravings usually go, once there are enough", async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-11-25T08:00:00-05:00") });
    for (let hour = 8; hour < 14; hour += 1) {
      const at = (minute: number) => page.clock.setSystemTime(new Date(Date.UTC(2026, 10, 25, hour + 5, minute)));
      await at(0);
      await app.logCraving(8);
      await at(10);
      await app.rate("How strong is it now?", 4);
      await expect(numbers(page)).toHaveText(["8", "4"]);
    }
    await expect(page.locator(".chart-usual")).toBeVisible();
    await expect(page.getByText("The pale line is how your cravings usually go.")).toBeVisible();
  });
});

test("a day on which only a slip was written is not called empty", async ({ app, page }) => {
  await app.open("/slip");
  await page.getByLabel("What happened?").fill("A hard night");
  await page.getByRole("button", { name: "Save" }).click();
  await app.open("/");
  await expect(page.locator(".today .tally")).toHaveText("1 other entry");
  await expect(page.getByText("Nothing written yet today")).toHaveCount(0);
});

test.describe("the wave is the rating", () => {
  const height = (page: Page) => page.locator(".rate-water").evaluate((one) => one.getBoundingClientRect().height);

  for (const path of ["/craving", "after it"]) {
    test(`each of the eleven numbers moves the water at once, by tap and by key: ${path}`, async ({ app, page }) => {
      if (path === "/craving") await app.open(path);
      else await app.logCraving(5);
      await page.locator(".rate-water").evaluate((one) => (one.style.transition = "none"));
      // What is tapped is seen before it is saved.
      await page.evaluate(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      const seen: number[] = [];
      for (let rating = 0; rating <= 10; rating += 1) {
        await page.locator(`[data-rating="${rating}"]`).click();
        await expect(page.locator(".rate-number")).toHaveText(String(rating));
        seen.push(await height(page));
      }
      for (let rating = 1; rating <= 10; rating += 1) expect(seen[rating]).toBeGreaterThan(seen[rating - 1]!);
      for (const [keys, rating] of [["3", 3], ["10", 10], ["0", 0], ["1", 1], ["7", 7]] as const) {
        for (const key of keys) await page.keyboard.press(key);
        await expect(page.locator(".rate-number")).toHaveText(String(rating));
        expect(await height(page)).toBe(seen[rating]);
      }
    });
  }

  test("every number is 44 px each way on the smallest phone", async ({ app, page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await app.open("/craving");
    const cells = page.locator(".rate-cell");
    await expect(cells).toHaveCount(11);
    for (const cell of await cells.all()) {
      const box = (await cell.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
    }
  });

  test("it moves within half a second, and not at all where no motion is wanted", async ({ app, page }) => {
    await app.open("/craving");
    const seconds = () => page.locator(".rate-water").evaluate((one) => getComputedStyle(one).transitionDuration);
    expect(await seconds()).toBe("0.5s");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await seconds()).toBe("0s");
  });
});

test.describe("surfing surfs", () => {
  const level = (page: Page) => page.locator(".sea").evaluate((one) => Number(getComputedStyle(one).getPropertyValue("--level")));

  async function surf(app: App) {
    await app.logCraving(8);
    await app.page.getByRole("link", { name: "Ride it" }).click();
    await expect(app.page.getByRole("button", { name: "Pause" })).toBeVisible();
  }

  test("the water rises to a peak and ebbs, the rider on its crest, and nothing counts down", async ({ app, page }) => {
    await page.clock.install();
    await surf(app);
    const levels: number[] = [];
    const end = page.locator("#end-title");
    while (!(await end.isVisible())) {
      expect(await page.locator(".circle-number").count()).toBe(0);
      expect(await page.locator(".run").innerText()).not.toMatch(/left|\b\d+ ?s\b/);
      levels.push(await level(page));
      const [rider, sea] = [await page.locator(".surfer span").boundingBox(), await page.locator(".sea").boundingBox()];
      expect(rider!.y + rider!.height).toBeGreaterThan(sea!.y);
      expect(rider!.y).toBeLessThan(sea!.y + sea!.height);
      await page.clock.fastForward(20_000);
      await page.clock.runFor(50);
    }
    const peak = levels.indexOf(Math.max(...levels));
    expect(peak).toBeGreaterThan(levels.length / 4);
    expect(peak).toBeLessThan((levels.length * 3) / 4);
    expect(levels.at(-1)!).toBeLessThan(levels[0]!);
  });

  test("the sea drifts, stands still when paused, and does not move where no motion is wanted", async ({ app, page }) => {
    await surf(app);
    const playing = () =>
      page.evaluate(() => document.getAnimations().filter((one) => /^(drift|ride)$/.test((one as CSSAnimation).animationName) && one.playState === "running").length);
    await expect.poll(playing).toBe(3);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(playing).toBe(0);
    await page.getByRole("button", { name: "Resume" }).click();
    await expect.poll(playing).toBe(3);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect.poll(playing).toBe(0);
  });

  for (const [where, path] of [["urge surfing", "/exercises/urge-surfing?start=1"], ["the body scan", "/exercises/body-scan?start=1"], ["box breathing", "/exercises/box-breathing?start=1"]] as const) {
    test(`every step of ${where} stands on a phone whole, without scrolling and without the menu`, async ({ app, page }) => {
      await app.open(path);
      const label = page.locator(".how-far label");
      const steps = Number(/\d+$/.exec(await label.innerText())![0]);
      for (let step = 1; step <= steps; step += 1) {
        await expect(label).toHaveText(`Step ${step} of ${steps}`);
        await expect(page.getByRole("navigation", { name: "Main menu" })).toBeHidden();
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(PHONE.height);
        const buttons = (await page.locator(".run-buttons").boundingBox())!;
        const words = (await page.locator(".prompt").boundingBox())!;
        expect(words.y + words.height).toBeLessThanOrEqual(buttons.y);
        expect(buttons.y + buttons.height).toBeLessThanOrEqual(PHONE.height);
        await expect(page.locator(".strip")).toBeInViewport({ ratio: 1 });
        await page.getByRole("button", { name: "Skip this step" }).click();
      }
    });
  }

  test("a breath in a box draws its four sides", async ({ app, page }) => {
    await page.clock.install();
    await app.open("/exercises/box-breathing?start=1");
    await page.getByRole("button", { name: "Skip this step" }).click();
    const sides: Record<string, number> = {};
    while (Object.keys(sides).length < 4) {
      await page.clock.runFor(700);
      const [word, side] = await page.evaluate(() => {
        const drawn = getComputedStyle(document.querySelector(".box-done")!).strokeDasharray;
        return [document.querySelector(".circle-word")!.textContent!, Math.floor(parseFloat(drawn))] as const;
      });
      expect(sides[word] ?? side, word).toBe(side);
      sides[word] = side;
    }
    expect(sides).toEqual({ "Breathe in": 0, Hold: 1, "Breathe out": 2, Rest: 3 });
  });

  test("attention walks through a body", async ({ app, page }) => {
    await app.open("/exercises/body-scan?start=1");
    const lit = page.locator(".body-map .lit");
    await expect(lit).toHaveCount(0);
    for (let part = 1; part <= 7; part += 1) {
      await page.getByRole("button", { name: "Skip this step" }).click();
      await expect(lit).toHaveCount(1);
    }
    await page.getByRole("button", { name: "Skip this step" }).click();
    await expect(lit).toHaveCount(7);
  });
});
