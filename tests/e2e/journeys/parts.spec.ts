import { expect, test } from "../ebb.ts";
import { putOn, SLOW, unlock } from "../locking.ts";
import { read } from "../store.ts";

const PART = "**/split_*.wasm";

test("a screen that did not arrive says so, and a second try brings it", async ({ app, page, watch }) => {
  watch.allowed.push(/ERR_FAILED|Failed to fetch/);
  await page.route(PART, (route) => route.abort());
  await page.goto(app.url + "/");
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "This page did not load" })).toBeVisible();
  await page.unroute(PART);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeVisible();
});

test("a part that did not arrive at once is asked for again before anything is said", async ({ app, page, watch }) => {
  watch.allowed.push(/ERR_FAILED|Failed to fetch/);
  const refused = new Set<string>();
  await page.route(PART, (route) => {
    const url = route.request().url();
    if (refused.has(url)) return route.continue();
    refused.add(url);
    return route.abort();
  });
  let missing = false;
  await page.exposeFunction("toldMissing", () => {
    missing = true;
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body?.innerText.includes("did not load")) (window as unknown as { toldMissing(): void }).toldMissing();
    }).observe(document, { childList: true, subtree: true });
  });
  await app.open("/insight");
  await expect(page.getByRole("heading", { level: 1, name: "Summary" })).toBeVisible();
  expect([...refused].some((url) => url.includes("split_insight"))).toBe(true);
  expect(missing).toBe(false);
});

test("slow work whose program did not arrive is told, and a second try does it", async ({ app, page, watch }) => {
  watch.allowed.push(/ERR_FAILED|Failed to fetch/);
  test.setTimeout(120_000);
  await putOn(app, page);
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  const program = "**/*_bg.wasm";
  await page.route(program, (route) => route.abort());
  await unlock(page);
  await expect(page.getByRole("alert").filter({ hasText: "Please try again" })).toBeVisible();
  await page.unroute(program);
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
});

test("while the rest has not loaded a craving can be written, SOS answers, and saving is made up for", async ({ app, page, watch }) => {
  watch.allowed.push(/ERR_FAILED|Failed to fetch/);
  await page.route(PART, (route) => route.abort());
  await page.goto(app.url + "/craving");
  await expect(page.getByRole("alert").filter({ hasText: "has not loaded" })).toBeVisible();
  await app.rate("How strong is it?", 6);
  await expect(page.locator("form").getByRole("alert").filter({ hasText: "What you write stays on the screen" })).toBeVisible();
  await expect(page.getByRole("group", { name: "How strong is it?" }).getByRole("button", { pressed: true })).toHaveText("6");
  await page.unroute(PART);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toHaveText("Saved");
  await expect(page.getByRole("alert").filter({ hasText: "has not loaded" })).toHaveCount(0);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("a craving is saved over a slow network while every part but the one that writes is held back", async ({ app, page }) => {
  const held: (() => Promise<void>)[] = [];
  let holding = true;
  await page.route(PART, async (route) => {
    if (!holding || /split_(core|words)/.test(route.request().url())) return route.continue();
    held.push(() => route.continue());
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
  await page.goto(app.url + "/");
  await page.getByRole("link", { name: "I have a craving" }).click();
  await app.rate("How strong is it?", 7);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.values(await read(page, "records")).join()).toContain('"intensity":7');
  holding = false;
  for (const release of held) await release();
  await expect(page.getByRole("heading", { name: "Or try one of these" })).toBeVisible();
});

test("help answers although the rest never arrives", async ({ app, page, watch }) => {
  watch.allowed.push(/ERR_FAILED|Failed to fetch/);
  await page.route(PART, (route) => route.abort());
  await page.goto(app.url + "/");
  await page.locator("#app").getByRole("link", { name: "SOS" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Call 988" }).first()).toBeVisible();
});

test("the other screens are fetched before anybody asks for them", async ({ app, page }) => {
  const part = page.waitForResponse((response) => /split_.*wasm/.test(response.url()));
  await app.open("/");
  expect((await part).ok()).toBe(true);
});
