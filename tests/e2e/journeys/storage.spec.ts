import { expect, test } from "../ebb.ts";
import { plant, read } from "../store.ts";

const NEWER = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const DAMAGED = "01ARZ3NDEKTSV4RRFFQ69G5FAW";

test("a full disk keeps the entry on the screen, says so, and a second try saves it", async ({ app, page }) => {
  await app.open("/craving");
  await app.rate("How strong is it?", 7);
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(window, { mend: () => (IDBObjectStore.prototype.add = add) });
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "no space left" })).toBeVisible();
  await expect(page.locator(".saved")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: "7", exact: true })).toBeChecked();
  await page.evaluate(() => (window as unknown as { mend(): void }).mend());
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toHaveText("Saved");
  expect(Object.keys(await read(page, "records"))).toHaveLength(1);
});

test("a transaction that aborts late is not called saved", async ({ app, page }) => {
  await app.open("/craving");
  await app.rate("How strong is it?", 7);
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...given: Parameters<typeof add>) {
      IDBObjectStore.prototype.add = add;
      const request = add.apply(this, given);
      request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
  });
  await page.getByRole("button", { name: "Save" }).click();
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
  await expect(page.getByRole("alert").filter({ hasText: "does not let Ebb keep anything" })).toBeVisible();
  await app.rate("How strong is it?", 4);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".save-bar").getByRole("alert")).toContainText("does not let Ebb keep anything");
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
  await expect(page.locator("#set-aside")).toContainText("1 entry was written by a newer Ebb");
  await expect(page.locator("#set-aside")).toContainText("1 entry could not be read");
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
  await app.rate("How strong is it?", 7);
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What went through your mind?").fill("find-me-nowhere");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".saved")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain("find-me-nowhere");
  expect(page.url()).not.toContain("find-me-nowhere");
  expect(logged.join()).not.toContain("find-me-nowhere");
});
