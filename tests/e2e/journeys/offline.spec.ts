// Filling the cache for working offline: what is fetched for it, and what is not.

import { App, expect, offline } from "../ebb.ts";
import { over, type Network } from "../network.ts";
import type { Page } from "@playwright/test";

const test = offline.extend<{ network: Network }>({
  network: async ({ server }, use) => {
    const network = await over(server.url);
    await use(network);
    await network.stop();
  },
  app: async ({ page, network }, use) => {
    await use(new App(page, network.url));
  },
});

const kept = (page: Page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("ebb-"));
    const keys = name ? await (await caches.open(name)).keys() : [];
    return keys.map((request) => new URL(request.url).pathname);
  });

test("what the page has fetched is not fetched again for working offline", async ({ app, network, page }) => {
  await app.open("/");
  await app.offlineReady();
  const whole = network.sent.filter(({ status }) => status === 200).map(({ path }) => path);
  const twice = whole.filter((path, at) => whole.indexOf(path) !== at);
  expect(twice).toEqual([]);
  expect(whole).toContain("/content/en/lessons.json");
  expect(await kept(page)).toContain("/index.html");
});

test("another language is kept once it is read, and then works offline too", async ({ app, context, network, page }) => {
  await app.open("/");
  await app.offlineReady();
  const spanish = (paths: string[]) => paths.filter((path) => /[/-]es[./]|spanish/.test(path));
  expect(spanish(network.sent.map(({ path }) => path))).toEqual([]);
  await app.open("/settings");
  await page.getByRole("radio", { name: "Español" }).check();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect.poll(async () => spanish(await kept(page))).toContain("/content/es/lessons.json");
  await context.setOffline(true);
  await app.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ajustes");
});

test("who saves data is not filled up before there is anything to come back to", async ({ app, network, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await app.open("/");
  await page.waitForLoadState("networkidle");
  expect(network.sent.map(({ path }) => path)).not.toContain("/sw.js");
  await app.logCraving(6);
  await app.open("/");
  await app.offlineReady();
  expect(await kept(page)).toContain("/index.html");
});
