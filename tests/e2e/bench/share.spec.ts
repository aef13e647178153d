// What a therapist waits for: from the tap that opens a share to the page that can be read.

import { expect, test } from "@playwright/test";

import { asFile, bytesOf, type Desk, makeKey, pair, PASSPHRASE, profile, saved, share } from "../clinic.ts";
import { App } from "../ebb.ts";
import { serve } from "../server.ts";
import { liveFourWeeks } from "../weeks.ts";
import { filled, slow } from "./fill.ts";
import { type Figure, median, quick, report } from "./figures.ts";

const ROUNDS = quick ? 1 : 5;
const SLOWDOWN = 4;

/** Milliseconds from the tap that opens a share until it stands beside the person's first one. */
async function reading({ app, page }: Desk, first: Buffer, file: Buffer): Promise<number> {
  await app.open("/review");
  await page.getByLabel("Your key’s passphrase").fill(PASSPHRASE);
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
  const waited = await page.evaluate(() => (window as unknown as { waited: number }).waited);
  await slow(page, 1);
  return waited;
}

/** All that a person kept, as a sealed file, without a look at each entry of the preview. */
async function everything({ app, page }: Pick<Desk, "app" | "page">): Promise<Buffer> {
  await app.open("/share");
  await page.getByRole("radio", { name: "Everything" }).check();
  await page.getByRole("button", { name: "See what will be shared" }).click();
  await page.getByRole("button", { name: "Seal it" }).click();
  await expect(page.getByRole("heading", { name: "It is sealed" })).toBeVisible();
  return bytesOf(await saved(page, "Save the file"));
}

test("shares open in review before a therapist has sat down", async ({ browser }) => {
  test.setTimeout(600_000);
  const server = await serve();
  const person = await profile(browser, server.url, 390, 844);
  const therapist = await profile(browser, server.url, 1366, 768);
  await liveFourWeeks(person.app);
  const { picture, words } = await makeKey(therapist);
  await pair(person, picture, words, "Dr. Okafor");
  const { file: first } = await share(person);
  await person.app.logCraving(4);
  const shares = [{ what: "four weeks", first, file: await everything(person), most: 1500 as number | undefined }];
  await person.close();
  if (!quick) {
    // Fourteen entries a day, all of them shown.
    const context = await filled(browser, server.url, 25_000, false);
    const page = await context.newPage();
    const long = { app: new App(page, server.url), page };
    await pair({ ...long, close: () => context.close() }, picture, words, "Dr. Okafor");
    const { file: first } = await share(long, { questionnaires: false });
    shares.push({ what: "five years", first, file: await everything(long), most: undefined });
    await context.close();
  }
  const figures: Figure[] = [];
  for (const { what, first, file, most } of shares) {
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round++) took.push(await reading(therapist, first, file));
    const size = (file.length / 1024).toFixed(0);
    figures.push({ name: `a share of ${what} (${size} KiB) opens in review at ${SLOWDOWN}x`, value: median(took), unit: "ms", most });
  }
  await therapist.close();
  await server.stop();
  await report("share", figures);
});
