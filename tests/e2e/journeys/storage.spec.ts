import { readFile } from "node:fs/promises";

import { expect, test } from "../ebb.ts";
import { plant, read } from "../store.ts";

const NEWER = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const DAMAGED = "01ARZ3NDEKTSV4RRFFQ69G5FAW";

test("a full disk keeps the entry on the screen, says so, and a second try saves it", async ({ app, page }) => {
  await app.open("/craving");
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.add = add) });
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await app.rate("How strong is it?", 7);
  await expect(page.getByRole("alert").filter({ hasText: "no space left" })).toBeVisible();
  await expect(page.locator(".saved")).toHaveCount(0);
  await expect(page.locator("[aria-pressed=true]")).toHaveText("7");
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.keys(await read(page, "records"))).toHaveLength(1);
});

test("a transaction that aborts late is not called saved", async ({ app, page }) => {
  await app.open("/craving");
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    // As a disk would that fails at the very end: a page cannot abort what it has committed.
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () {
      if (!this.objectStoreNames.contains("records")) return commit.call(this);
      IDBTransaction.prototype.commit = commit;
    };
    IDBObjectStore.prototype.add = function (...given: Parameters<typeof add>) {
      IDBObjectStore.prototype.add = add;
      const request = add.apply(this, given);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  });
  await app.rate("How strong is it?", 7);
  await expect(page.getByRole("alert").filter({ hasText: "could not be saved" })).toBeVisible();
  expect(Object.keys(await read(page, "records"))).toHaveLength(0);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.keys(await read(page, "records"))).toHaveLength(1);
});

test("blocked storage is told before anything is written, and a save tries again", async ({ app, page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    Object.assign(window, { mend: () => (IDBFactory.prototype.open = open) });
    IDBFactory.prototype.open = () => {
      throw new DOMException("blocked", "SecurityError");
    };
  });
  await page.goto(app.url + "/craving");
  await expect(page.getByRole("alert").filter({ hasText: "does not let Ebb store anything" })).toBeVisible();
  await app.rate("How strong is it?", 4);
  await expect(page.locator(".save-bar").getByRole("alert")).toContainText("does not let Ebb store anything");
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.keys(await read(page, "records"))).toHaveLength(1);
});

test("a damaged and a newer record are set aside, counted and left untouched", async ({ app, page }) => {
  await app.logCraving(7);
  const newer = JSON.stringify({ v: 99, id: NEWER, anything: "else" });
  await plant(page, NEWER, newer);
  await plant(page, DAMAGED, '{"v":1,"id":"01ARZ3');
  await app.open("/settings");
  await expect(page.locator("#quarantine")).toContainText("1 entry was written by a newer version of Ebb");
  await expect(page.locator("#quarantine")).toContainText("1 entry could not be read");
  await app.goTo("History");
  await expect(page.locator(".entry")).toHaveCount(1);
  const kept = await read(page, "records");
  expect(kept[NEWER]).toBe(newer);
  expect(kept[DAMAGED]).toBe('{"v":1,"id":"01ARZ3');
});

test("nothing a person wrote is in localStorage, in the address or in the console", async ({ app, page }) => {
  const logged: string[] = [];
  page.on("console", (message) => logged.push(message.text()));
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What went through your mind?").fill("find-me-nowhere");
  await app.rate("How strong is it?", 7);
  await expect(page.locator(".saved")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain("find-me-nowhere");
  expect(page.url()).not.toContain("find-me-nowhere");
  expect(logged.join()).not.toContain("find-me-nowhere");
});

test("what cannot be read can be saved as it is", async ({ app, page }) => {
  await app.open("/");
  await plant(page, DAMAGED, '{"v":1,"id":"01ARZ3');
  await app.open("/settings");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what cannot be read" }).click();
  const path = await (await downloading).path();
  const saved = JSON.parse(await readFile(path, "utf8"));
  expect(saved).toHaveLength(1);
  expect(saved[0]).toMatchObject({ table: "records", key: DAMAGED });
  expect(Buffer.from(saved[0].bytes, "hex").toString()).toBe('{"v":1,"id":"01ARZ3');
});

test("where words are kept is told once, before the first entry", async ({ app, page }) => {
  await app.open("/");
  const told = page.getByRole("heading", { name: "Where your words are kept" });
  await expect(told).toBeVisible();
  await page.getByRole("button", { name: "Got it" }).click();
  await expect(told).toHaveCount(0);
  await app.reload();
  await expect(told).toHaveCount(0);
});

test("a store of the first layout opens, and is brought up to date", async ({ app, page, watch }) => {
  // A picture has no icon of its own.
  watch.allowed.push(/404/);
  await page.goto(app.url + "/icon.svg");
  await page.evaluate(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("ebb", 1);
        open.onupgradeneeded = () => ["records", "drafts", "meta"].forEach((name) => open.result.createObjectStore(name));
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const transaction = open.result.transaction(["records", "meta"], "readwrite");
          transaction.objectStore("records").add(new TextEncoder().encode(JSON.stringify(record)), record.id);
          transaction.objectStore("meta").add("00000000000000a1", "device");
          transaction.oncomplete = () => {
            open.result.close();
            resolve();
          };
        };
      }),
    {
      v: 1,
      id: "01KB000000000000000000000A",
      device: "00000000000000a1",
      written_at: "2026-11-20T10:00:00.000+00:00",
      happened_at: "2026-11-20T10:00:00.000+00:00",
      local_day: "2026-11-20",
      entry: { craving: { intensity: 9 } },
    },
  );
  await app.open("/settings");
  await expect(page.getByText("1 entry", { exact: false }).first()).toBeVisible();
  await expect(page.locator("#quarantine")).toHaveCount(0);
  const meta = await read(page, "meta");
  expect(meta.format).toBe("2");
  expect(meta.device).toBe("00000000000000a1");
});

test("a database that the browser has thrown away is told of, with the way back", async ({ app, page, watch }) => {
  // A picture has no icon of its own.
  watch.allowed.push(/404/);
  await app.logCraving(7);
  await page.goto(app.url + "/icon.svg");
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase("ebb");
        gone.onsuccess = () => resolve();
        gone.onerror = () => reject(gone.error);
      }),
  );
  await app.open("/");
  await expect(page.locator(".notice")).toContainText("deleted what Ebb kept here");
});

test("deleting everything oneself is not told as a loss", async ({ app, page }) => {
  await app.logCraving(7);
  await app.open("/settings");
  await page.getByRole("button", { name: "Delete everything" }).first().click();
  // The page begins anew: what is there before says nothing.
  const anew = page.waitForEvent("load");
  await page.getByRole("dialog").getByRole("button", { name: /delete/i }).click();
  await anew;
  await app.ready();
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".notice")).not.toContainText("deleted what");
});
