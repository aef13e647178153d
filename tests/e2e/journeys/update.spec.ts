import { nextBuild } from "../builds.ts";
import { App, expect, offline } from "../ebb.ts";
import { dist, serve } from "../server.ts";

offline("an update in the middle of an entry is offered, loses nothing and mixes nothing", async ({ page, watch }) => {
  watch.allowed.push(/request to http:\/\/127\.0\.0\.1/, /ERR_CONNECTION_REFUSED/);
  const first = await serve(dist);
  const app = new App(page, first.url);
  await app.open("/craving");
  await app.offlineReady();
  // From here on the service worker serves.
  await app.reload();
  const build = () => page.locator('meta[name="ebb-build"]').getAttribute("content").catch(() => null);
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What did you do?").fill("half an ans");

  await first.stop();
  const second = await serve(nextBuild(), Number(new URL(first.url).port));
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())!.update();
  });
  const offer = page.getByText("A newer version of Ebb is ready.");
  await expect(offer).toBeVisible();
  // Offered, not forced: the entry is still there and the old build still answers.
  await expect(page.getByLabel("What did you do?")).toHaveValue("half an ans");
  await app.reload();
  expect(await page.locator('meta[name="ebb-build"][content="build-2"]').count()).toBe(0);

  await page.getByRole("button", { name: "Update now" }).click();
  await expect(page.locator('meta[name="ebb-build"][content="build-2"]')).toHaveCount(1);
  await app.ready();
  await page.getByText("Add more, if you like").click();
  await expect(page.getByLabel("What did you do?")).toHaveValue("half an ans");
  const caches = await page.evaluate(async () => (await self.caches.keys()).filter((name) => name.startsWith("ebb-")));
  expect(caches).toHaveLength(1);
  await app.rate("How strong is it?", 8);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(await build()).toBe("build-2");
  await second.stop();
});
