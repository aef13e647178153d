// Several tabs write, one of them dies, or another build of Ebb takes the database.

import type { Page } from "@playwright/test";

import { App, expect, test } from "../ebb.ts";
import { drafts, read } from "../store.ts";

/** Takes the lock that whoever writes holds, and keeps it for as long as the page lives. */
async function holdWriting(page: Page) {
  await page.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request("ebb-writing", () => {
          held();
          return new Promise<void>(() => undefined);
        });
      }),
  );
}

/** Opens the database as a build with a later layout would, once the others have let go. */
function openNewer(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open("ebb", 3);
        open.onupgradeneeded = () => open.result.createObjectStore("later");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const { version } = open.result;
          open.result.close();
          resolve(version);
        };
      }),
  );
}

/** A page of the same origin without the app. */
async function besides(app: App): Promise<Page> {
  const page = await app.page.context().newPage();
  const address = `${app.url}/beside.html`;
  // Its icon, so that the browser does not look for one.
  const body = '<!doctype html><title>Beside</title><link rel="icon" href="data:,">';
  await page.route(address, (route) => route.fulfill({ body, contentType: "text/html" }));
  await page.goto(address);
  return page;
}

async function written(app: App, thought: string) {
  await app.open("/craving");
  await app.page.getByText("Add more, if you like").click();
  await app.page.getByLabel("What went through your mind?").fill(thought);
}

const save = (page: Page) => page.locator('[data-rating="6"]').click();

test("what waits for a tab that holds the writing is saved once that tab is closed", async ({ app, page }) => {
  await written(app, "patience");
  const holder = await besides(app);
  await holdWriting(holder);
  await save(page);
  await expect(page.getByRole("button", { name: "Saving" })).toBeVisible();
  expect(Object.keys(await read(page, "records"))).toHaveLength(0);
  await holder.close();
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.values(await read(page, "records")).join()).toContain("patience");
});

test.describe("a tab that is killed", () => {
  test("leaves the writing to the others", async ({ app, page, watch }) => {
    watch.allowed.push(/crash/i);
    await written(app, "after the crash");
    const holder = await besides(app);
    await holdWriting(holder);
    await save(page);
    await expect(page.getByRole("button", { name: "Saving" })).toBeVisible();
    await holder.goto("chrome://crash").catch(() => undefined);
    await expect(page.locator(".saved")).toHaveText("Saved");
    expect(Object.values(await read(page, "records")).join()).toContain("after the crash");
  });
});

test("two tabs that save at the same time lose nothing and show the same", async ({ app, page, context }) => {
  const other = new App(await context.newPage(), app.url);
  const rounds = 6;
  for (let round = 1; round <= rounds; round += 1) {
    await written(app, `here ${round}`);
    await written(other, `there ${round}`);
    await Promise.all([save(page), save(other.page)]);
    for (const tab of [page, other.page]) await expect(tab.locator(".saved")).toHaveText("Saved");
  }
  const records = Object.values(await read(page, "records")).join("\n");
  for (const tab of [app, other]) {
    await tab.goTo("History");
    await expect(tab.page.locator(".entry")).toHaveCount(2 * rounds);
    for (let round = 1; round <= rounds; round += 1) {
      for (const note of [`here ${round}`, `there ${round}`]) {
        await expect(tab.page.locator(".entry dd").getByText(note, { exact: true })).toHaveCount(1);
        expect(records).toContain(`"${note}"`);
      }
    }
  }
});

test("a newer build takes the database at once, and the old one keeps its draft and asks to reload", async ({
  app,
  page,
}) => {
  await app.logCraving(4);
  await written(app, "half a thought");
  await expect.poll(() => drafts(page)).toContain("half a thought");
  const newer = await besides(app);
  expect(await openNewer(newer)).toBe(3);
  const banner = page.getByRole("alert").filter({ hasText: "Ebb was changed in another tab" });
  await expect(banner).toBeVisible();
  await expect(banner.getByRole("button", { name: "Reload" })).toBeVisible();
  // Nothing is written past the newer one, and nothing is lost from the screen.
  await save(page);
  await expect(page.locator(".save-bar").getByRole("alert")).toContainText("Reload this page");
  await expect(page.locator(".saved")).toHaveCount(0);
  await expect(page.getByLabel("What went through your mind?")).toHaveValue("half a thought");
  expect(Object.keys(await read(newer, "records"))).toHaveLength(1);
  expect(await drafts(newer)).toContain("half a thought");
});

test("an old build says so when it opens a newer one's database, and touches nothing", async ({ app, page }) => {
  await app.logCraving(4);
  const newer = await besides(app);
  await page.goto("about:blank");
  await openNewer(newer);
  const before = await Promise.all([read(newer, "records"), read(newer, "meta")]);
  await page.goto(`${app.url}/craving`);
  await expect(page.getByRole("alert").filter({ hasText: "A newer version of Ebb is open in another tab" })).toBeVisible();
  await app.rate("How strong is it?", 5);
  await expect(page.locator(".save-bar").getByRole("alert")).toContainText("newer version of Ebb");
  await expect(page.locator("[aria-pressed=true]")).toHaveText("5");
  expect(await Promise.all([read(newer, "records"), read(newer, "meta")])).toEqual(before);
});

test("help is there while a newer build has the database", async ({ app, page }) => {
  const newer = await besides(app);
  await app.open("/");
  await openNewer(newer);
  await page.goto(`${app.url}/sos`);
  await expect(page.getByRole("link", { name: "Call 988" })).toBeVisible();
});
