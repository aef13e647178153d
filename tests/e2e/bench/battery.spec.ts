// What an exercise takes from the battery, told by what all of the browser takes from the processor.

import { type Browser, type Page, test } from "@playwright/test";

import { serve } from "../server.ts";
import { quick, report } from "./figures.ts";

const SECONDS = quick ? 10 : 60;
const FIVE_MINUTES = 300;

/** Seconds of the processor in five minutes of what goes on in the page. */
async function taken(browser: Browser, page: Page): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const before = await spent();
  await page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), SECONDS * 1000);
  return ((await spent()) - before) * (FIVE_MINUTES / SECONDS);
}

test("an exercise hardly drains the battery", async ({ browser }) => {
  const server = await serve();
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(`${server.url}/exercises/box-breathing`);
  await page.getByRole("button", { name: "Start" }).click();
  const exercise = await taken(browser, page);
  await page.goto("about:blank");
  const blank = await taken(browser, page);
  await page.close();
  await server.stop();
  await report("battery", [
    { name: "processor in five minutes of box breathing", value: exercise, unit: "s", limit: { name: "an empty page", value: blank } },
  ]);
});
