// What is saved when something comes in between: a stop, a lost connection, a lost answer, two at once.

import type { Page } from "@playwright/test";

import { lookInside } from "../backup.ts";
import { App, expect, test } from "../ebb.ts";
import { PASSPHRASE, putOn, SLOW, unlock } from "../locking.ts";
import { save } from "../saving.ts";
import { read } from "../store.ts";

const WRITING = "ebb-writing";

/** Holds the lock of whoever writes, as a tab does in the middle of it, until what comes back is called. */
async function hold(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(
    (name) =>
      new Promise<void>((held) => {
        void navigator.locks.request(name, () => {
          held();
          return new Promise<void>((release) => Object.assign(window, { release }));
        });
      }),
    WRITING,
  );
  return () => page.evaluate(() => (window as unknown as { release(): void }).release());
}

/** How many wait for it. */
function waiting(page: Page): Promise<number> {
  return page.evaluate(async (name) => {
    const { pending } = await navigator.locks.query();
    return (pending ?? []).filter((one) => one.name === name).length;
  }, WRITING);
}

/** Commits are done, and the page hears of it only when what comes back is called. */
async function holdAcknowledgements(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const of = IDBTransaction.prototype;
    const own = Object.getOwnPropertyDescriptor(of, "oncomplete");
    if (!own) throw new Error("no oncomplete");
    const held: (() => void)[] = [];
    Object.defineProperty(of, "oncomplete", {
      configurable: true,
      set(this: IDBTransaction, hear: (event: Event) => void) {
        this.addEventListener("complete", (event) => held.push(() => hear(event)));
      },
    });
    Object.assign(window, {
      tell() {
        Object.defineProperty(of, "oncomplete", own);
        for (const one of held) one();
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { tell(): void }).tell());
}

/** The next commit is done, and the page hears that it failed. */
async function loseAcknowledgement(page: Page, { unseen = false } = {}) {
  await page.evaluate((unseen) => {
    const of = IDBTransaction.prototype;
    const own = Object.getOwnPropertyDescriptor(of, "oncomplete");
    if (!own) throw new Error("no oncomplete");
    Object.defineProperty(of, "oncomplete", {
      configurable: true,
      set(this: IDBTransaction, hear: (event: Event) => void) {
        if (!this.objectStoreNames.contains("records")) {
          own.set?.call(this, hear);
          return;
        }
        Object.defineProperty(of, "oncomplete", own);
        this.addEventListener("complete", () => this.onabort?.(new Event("abort")));
        if (!unseen) return;
        // Nor can it look what is there.
        const { get } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.get = function (...given: Parameters<typeof get>) {
          if (this.transaction.mode !== "readonly" || this.name !== "records") return get.apply(this, given);
          IDBObjectStore.prototype.get = get;
          throw new DOMException("", "UnknownError");
        };
      },
    });
  }, unseen);
}

const rate = (app: App, rating: number) => app.rate("How strong is it?", rating);

const records = async (page: Page) => Object.keys(await read(page, "records")).length;

/** Has a backup ready to be restored. */
async function ready(app: App) {
  await app.open("/settings/backup");
  await lookInside(app.page, new URL("../../fixtures/v1/backup.age", import.meta.url).pathname, "cobre ventana mármol río");
  await expect(app.page.locator(".preview")).toContainText("It holds", SLOW);
}

test("what was stopped while another tab was writing keeps nobody from saving", async ({ app, page, context }) => {
  await app.logCraving(5);
  const other = new App(await context.newPage(), app.url);
  await other.open("/craving");
  await ready(app);
  const release = await hold(other.page);
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect.poll(() => waiting(page), SLOW).toBe(1);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Restore it" })).toBeVisible();
  await release();
  await rate(other, 3);
  await expect(other.page.locator(".saved")).toHaveText("Saved");
  await app.logCraving(7);
  await app.goTo("History");
  await expect(page.locator(".entry")).toHaveCount(3);
});

test("leaving a screen that waits for another tab keeps nobody from saving", async ({ app, page, context }) => {
  await app.logCraving(5);
  const other = new App(await context.newPage(), app.url);
  await other.open("/craving");
  await ready(app);
  const release = await hold(other.page);
  await page.getByRole("button", { name: "Restore it" }).click();
  await expect.poll(() => waiting(page), SLOW).toBe(1);
  await app.goTo("History");
  await release();
  await rate(other, 3);
  await expect(other.page.locator(".saved")).toHaveText("Saved");
  await app.logCraving(7);
});

test("a lock that has begun to be put on cannot be stopped, and is on also when the screen was left", async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.logCraving(5);
  await app.open("/settings/lock");
  await page.locator("#new-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Set up the lock" }).click();
  const code = await page.locator("#recovery-code").innerText(SLOW);
  await page.getByLabel("The last two groups").fill(code.slice(-9));
  const tell = await holdAcknowledgements(page);
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(page.getByText("Finishing…")).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop" })).toHaveCount(0);
  await app.goTo("History");
  await tell();
  // On another screen of the same page: what begins after the page is gone is no commit.
  await expect.poll(async () => Object.keys(await read(page, "meta")), SLOW).toContain("vault");
  // With the keys that belong to it.
  await app.goTo("Now");
  await page.goto(app.url + "/history");
  await unlock(page);
  await expect(page.locator(".entry")).toHaveCount(1, SLOW);
  await expect.poll(async () => Object.keys(await read(page, "meta")), SLOW).not.toContain("converting");
});

test("a connection that was lost is opened again, and what is saved then is saved", async ({ app, page }) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    const connections: IDBDatabase[] = [];
    IDBFactory.prototype.open = function (...given: Parameters<typeof open>) {
      const request = open.apply(this, given);
      request.addEventListener("success", () => connections.push(request.result));
      return request;
    };
    Object.assign(window, {
      lose(told: boolean) {
        for (const connection of connections) {
          connection.close();
          if (told) connection.dispatchEvent(new Event("close"));
        }
      },
    });
  });
  const lose = (told: boolean) =>
    page.evaluate((told) => (window as unknown as { lose(told: boolean): void }).lose(told), told);
  for (const told of [false, true]) {
    await app.open("/craving");
    await lose(told);
    await rate(app, 6);
    await expect(page.locator(".saved")).toHaveText("Saved");
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  }
  expect(await records(page)).toBe(2);
});

test("an entry is there once when the answer that it was saved is lost", async ({ app, page }) => {
  await app.open("/craving");
  await loseAcknowledgement(page);
  await rate(app, 6);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(await records(page)).toBe(1);
  await app.goTo("History");
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("an entry is there once when nobody could say that it was saved, and it is saved again", async ({ app, page }) => {
  await app.open("/craving");
  await loseAcknowledgement(page, { unseen: true });
  await rate(app, 6);
  await expect(page.getByRole("alert").filter({ hasText: "could not be saved" })).toBeVisible();
  await save(page);
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(await records(page)).toBe(1);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("of two changes of the passphrase at once the second is told, and the first one holds", async ({ app, page, context }) => {
  test.setTimeout(180_000);
  await putOn(app, page);
  const other = await context.newPage();
  await other.goto(app.url + "/settings/lock");
  await unlock(other);
  await expect(other.getByRole("heading", { name: "The lock is on" })).toBeVisible(SLOW);
  const third = await context.newPage();
  await third.goto(app.url + "/sos");
  const release = await hold(third);
  const tides = ["another tide comes in at dusk", "the third tide comes in at dawn"];
  for (const [at, tab] of [page, other].entries()) {
    await tab.getByText("Change the passphrase").first().click();
    await tab.locator("#old-passphrase").fill(PASSPHRASE);
    await tab.locator("#new-passphrase").fill(tides[at] ?? "");
    await tab.getByRole("checkbox", { name: "Also make a new key" }).first().uncheck();
    await tab.getByRole("button", { name: "Change the passphrase" }).click();
    await expect.poll(() => waiting(third), SLOW).toBe(at + 1);
  }
  await release();
  await expect(page.getByText("The passphrase was changed")).toBeVisible(SLOW);
  await expect(other.getByRole("alert").filter({ hasText: "changed in another tab in the meantime" })).toBeVisible(SLOW);
  await page.getByRole("button", { name: "Lock now" }).click();
  await unlock(page, tides[0]);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
});

test("what watches for nobody being there ends with the lock", async ({ app, page }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const ticking = new Set<number>();
    const { setInterval, clearInterval } = window;
    Object.assign(window, {
      ticking,
      setInterval(...given: Parameters<typeof setInterval>) {
        const id = setInterval(...given);
        ticking.add(id);
        return id;
      },
      clearInterval(id: number) {
        ticking.delete(id);
        clearInterval(id);
      },
    });
  });
  const ticking = () => page.evaluate(() => (window as unknown as { ticking: Set<number> }).ticking.size);
  await app.open("/settings/lock");
  const before = await ticking();
  await putOn(app, page);
  await expect.poll(ticking).toBe(before + 1);
  await page.getByText("Turn off the lock").first().click();
  await page.locator("#off-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Turn off the lock" }).click();
  await expect(page.getByRole("heading", { name: "There is no lock" })).toBeVisible(SLOW);
  await expect.poll(ticking).toBe(before);
});
