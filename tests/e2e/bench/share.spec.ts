// What a therapist waits for: from the tap that opens a share to the page that can be read.

import { expect, test } from "@playwright/test";

import { asFile, makeKey, pair, PASSPHRASE, profile, share } from "../clinic.ts";
import { serve } from "../server.ts";
import { liveFourWeeks } from "../weeks.ts";
import { slow } from "./fill.ts";
import { median, quick, report } from "./figures.ts";

const ROUNDS = quick ? 1 : 5;
const SLOWDOWN = 4;

test("four weeks open in review before a therapist has sat down", async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await serve();
  const person = await profile(browser, server.url, 390, 844);
  const therapist = await profile(browser, server.url, 1366, 768);
  await liveFourWeeks(person.app);
  const { picture, words } = await makeKey(therapist);
  await pair(person, picture, words, "Dr. Okafor");
  const { file: first } = await share(person);
  await person.app.logCraving(4);
  const { file } = await share(person, { preset: "Everything" });
  await person.close();

  const { page } = therapist;
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await therapist.app.open("/review");
    await page.getByLabel("Passphrase of your key").fill(PASSPHRASE);
    // The key is opened by a share that is not counted.
    await page.getByLabel("Files, or a picture of a code").setInputFiles(asFile(first));
    await page.getByRole("button", { name: "Open it" }).click();
    await expect(page.getByRole("heading", { name: "What to look at first" })).toBeVisible();
    await page.getByText("Open another one").click();
    await page.getByLabel("Files, or a picture of a code").setInputFiles(asFile(file));
    await slow(page, SLOWDOWN);
    await page.evaluate(() => {
      const seen = () => document.querySelectorAll("[name=which-share]").length === 2;
      document.addEventListener(
        "click",
        () => {
          const start = performance.now();
          const look = () => requestAnimationFrame(() => (seen() ? Object.assign(window, { waited: performance.now() - start }) : look()));
          look();
        },
        { capture: true, once: true },
      );
    });
    await page.getByRole("button", { name: "Open it" }).click();
    await page.waitForFunction(() => "waited" in window);
    took.push(await page.evaluate(() => (window as unknown as { waited: number }).waited));
    await slow(page, 1);
  }
  await therapist.close();
  await server.stop();
  const size = file.length / 1024;
  await report("share", [
    { name: `a share of four weeks (${size.toFixed(0)} KiB) opens in review at ${SLOWDOWN}x`, value: median(took), unit: "ms", most: 1500 },
  ]);
});
