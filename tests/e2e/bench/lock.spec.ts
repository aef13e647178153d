import { expect, test } from "@playwright/test";

import { App } from "../ebb.ts";
import { putOn } from "../locking.ts";
import { byPasskey, device, lockNow, setUp } from "../passkeys.ts";
import { serve } from "../server.ts";
import { filled, opened, PASSPHRASE, used } from "./fill.ts";
import { median, quick, report } from "./figures.ts";

const ROUNDS = quick ? 1 : 3;
const PASSKEYS = quick ? 3 : 7;
const SLOW = { timeout: 120_000 };
const NEXT = "another tide comes in at dusk";

/** Runs in the page: from the last tap until nothing is being sealed any more, and the longest task of it. */
const listen = () => {
  let tapped = 0;
  let longest = 0;
  addEventListener("click", () => ([tapped, longest] = [performance.now(), 0]), true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask" });
  const over = new Promise<{ ms: number; longest: number }>((resolve) => {
    let begun = false;
    new MutationObserver(() => {
      const going = document.querySelector("#app progress[max='100']");
      if (going) begun = true;
      else if (begun) resolve({ ms: performance.now() - tapped, longest });
    }).observe(document, { subtree: true, childList: true });
  });
  Object.assign(window, { over });
};

test("ten years of records get another key while the page is used", async ({ browser }) => {
  const server = await serve();
  const times: number[] = [];
  const longest: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await filled(browser, server.url, 50_000, true);
    await used(context, server.url, true);
    const page = await opened(context, server.url, true);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Lock" }).click();
    await page.getByText("Change the passphrase").first().click();
    await page.locator("#old-passphrase").fill(PASSPHRASE);
    await page.locator("#new-passphrase").fill(NEXT);
    await page.getByRole("button", { name: "Change the passphrase" }).click();
    const code = await page.locator("#recovery-code").innerText(SLOW);
    await page.getByLabel("The last two groups").fill(code.slice(-9));
    await page.evaluate(listen);
    await page.getByRole("button", { name: "Use the new lock" }).click();
    const told = await page.evaluate(() => (window as unknown as { over: Promise<{ ms: number; longest: number }> }).over);
    times.push(told.ms);
    longest.push(told.longest);
    await context.close();
  }
  await server.stop();
  await report("lock", [
    { name: "another key for 50000 records", value: median(times), unit: "ms", most: 3000 },
    // Shorter ones than 50 ms are not counted.
    { name: "the longest task meanwhile", value: median(longest), unit: "ms", most: 50 },
  ]);
});

test("a passkey opens the lock as fast as a screen turns on", async ({ browser }) => {
  const server = await serve();
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-US" });
  const page = await context.newPage();
  const app = new App(page, server.url.replace("127.0.0.1", "localhost"));
  await device(page);
  await app.logCraving(7);
  await putOn(app, page);
  await setUp(page);
  await expect(page.getByText("The passkey opens Ebb from now on")).toBeVisible(SLOW);
  const times: number[] = [];
  for (let round = 0; round < PASSKEYS; round++) {
    await lockNow(page);
    await page.evaluate(() => {
      const opened = new Promise<number>((resolve) => {
        let tapped = 0;
        addEventListener("click", () => (tapped = performance.now()), { capture: true, once: true });
        new MutationObserver((_, observer) => {
          if (document.documentElement.dataset.journal !== "open") return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - tapped));
        }).observe(document.documentElement, { attributeFilter: ["data-journal"] });
      });
      Object.assign(window, { opened });
    });
    await byPasskey(page).click();
    times.push(await page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened));
  }
  await context.close();
  await server.stop();
  await report("passkey", [{ name: "from the tap on the passkey to an open journal", value: median(times), unit: "ms", most: 500 }]);
});
