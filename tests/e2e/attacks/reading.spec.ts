// Somebody reads all that a browser keeps of a locked Ebb: every database, storage and cache, and the
// files on the disk. Nothing in it tells what was written after the lock was put on, where, how much
// of it, or when, but for the day of the last write, which the file system keeps.

import type { Page } from "@playwright/test";

import { App, expect, test } from "../ebb.ts";
import { putOn, SLOW } from "../locking.ts";
import { Profile, SITE } from "../profile.ts";

const WORDS = ["pelican under the jetty", "halfwritten heron"];
/** The forms that something was written in, as drafts are called, and what records say. */
const FORMS = ["check-in", "check_in", "craving", "intensity", "01K"];
/** The time in a ULID. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const timeOf = (ulid: string) => [...ulid.slice(0, 10)].reduce((ms, digit) => ms * 32 + ALPHABET.indexOf(digit), 0);

/** The times that stand in a text since then: as ids, as numbers, and in words. */
function times(text: string, since: number): string[] {
  const ids = (text.match(/0[0-7][0-9A-HJKMNP-TV-Z]{24}/g) ?? []).filter((id) => timeOf(id) >= since - 1);
  const numbers = (text.match(/\b1\d{12}\b/g) ?? []).filter((number) => Number(number) >= since);
  const said = (text.match(/20\d\d-\d\d-\d\dT\d\d:\d\d/g) ?? []).filter((one) => Date.parse(`${one}Z`) >= since - 60_000);
  return [...ids, ...numbers, ...said];
}

interface Everything {
  databases: string[];
  /** Table and key of every value. */
  keys: string[];
  values: string[];
  local: Record<string, string>;
  session: Record<string, string>;
  caches: string[];
}

const everything = (page: Page): Promise<Everything> =>
  page.evaluate(async () => {
    const [keys, values]: [string[], string[]] = [[], []];
    const databases = (await indexedDB.databases()).map(({ name }) => name ?? "");
    for (const name of databases) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = () => reject(open.error);
        open.onsuccess = () => resolve(open.result);
      });
      for (const table of db.objectStoreNames) {
        const store = db.transaction(table).objectStore(table);
        const all = <T>(request: IDBRequest<T>) =>
          new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
        const [names, bytes] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
        keys.push(...names.map((key) => `${table}/${String(key)}`));
        values.push(...bytes.map((one) => new TextDecoder("latin1").decode(one as Uint8Array)));
      }
      db.close();
    }
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const requests = await (await caches.open(name)).keys();
        return [name, ...requests.map(({ url }) => new URL(url).pathname)];
      }),
    );
    return { databases, keys, values, local: { ...localStorage }, session: { ...sessionStorage }, caches: cached.flat() };
  });

async function use(app: App) {
  const { page } = app;
  await app.goTo("Now");
  await page.locator("#app .craving-button").click();
  await page.getByText("Add more").click();
  await page.getByLabel("What went through your mind?").fill(WORDS[0] ?? "");
  await app.rate("How strong is it?", 6);
  await expect(page.locator(".saved")).toHaveText("Saved");
  await app.goTo("Now");
  await page.getByRole("link", { name: "Check in" }).click();
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Something good").fill(WORDS[1] ?? "");
  await app.goTo("Now");
  // What only somebody chooses who counts days, is up at night, and made a backup.
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel(/day ends/i).selectOption({ index: 4 });
  await page.getByRole("link", { name: "Lock" }).click();
  await page.getByLabel("Lock automatically after").selectOption({ label: "15 minutes" });
  await page.getByLabel("Lock when Ebb is out of sight").selectOption({ label: "Lock at once" });
  await page.goBack();
  await page.getByRole("link", { name: "Backup" }).click();
  await page.locator("#backup-passphrase").fill("wide bay, calm sea");
  await page.getByRole("button", { name: "Make a backup" }).click();
  await expect(page.getByText("Backup made and checked")).toBeVisible(SLOW);
}

test("nothing that a browser keeps of a locked Ebb tells what was written since, where, or when", async ({ server }) => {
  test.setTimeout(240_000);
  const profile = new Profile();
  let context = await profile.open();
  let app = new App(context.pages()[0] ?? (await context.newPage()), server.url);
  await app.open("/");
  await app.offlineReady();
  await putOn(app, app.page);
  const since = Date.now();
  const before = await everything(app.page);
  await use(app);
  const after = await everything(app.page);
  await context.close();

  const rows = (kept: Everything) => kept.keys.filter((key) => key.startsWith("segments/"));
  expect(rows(after).length).toBeGreaterThan(rows(before).length);
  for (const key of after.keys) expect(key).toMatch(/^(segments\/[0-9a-f]{32}|meta\/(manifest-[01]|sealing|vault))$/);
  expect(after.local).toEqual(before.local);
  expect(after.session).toEqual(before.session);
  expect([after.databases, after.caches]).toEqual([before.databases, before.caches]);
  const said = JSON.stringify([after.databases, after.keys, after.values, after.local, after.session]);
  for (const words of [...WORDS, ...FORMS.slice(0, 4)]) expect(said).not.toContain(words);
  expect(times(said, since)).toEqual([]);
  expect(times(JSON.stringify(after.caches), since)).toEqual([]);

  // Nor do the files of the browser that is closed.
  for (const words of WORDS) expect(profile.holding(words), words).toEqual([]);
  const stores = new RegExp(SITE.source.replace("|Service Worker", ""));
  expect(profile.files(stores).size).toBeGreaterThan(3);
  for (const form of FORMS.slice(0, 4)) expect(profile.holding(form, stores), form).toEqual([]);
  for (const [path, bytes] of profile.files(stores)) expect(times(bytes.toString("latin1"), since), path).toEqual([]);

  // And it all is there for who has the passphrase.
  context = await profile.open();
  app = new App(context.pages()[0] ?? (await context.newPage()), server.url);
  await app.page.goto(`${server.url}/settings/lock`);
  await app.page.locator("#secret").fill("calm sea over the wide bay");
  await app.page.getByRole("button", { name: "Unlock", exact: true }).click();
  await app.page.locator("#auto-lock").waitFor(SLOW);
  const chosen = (id: string) => app.page.locator(`${id} option:checked`);
  await expect(chosen("#auto-lock")).toHaveText("15 minutes");
  await expect(chosen("#hidden-lock")).toHaveText("Lock at once");
  await app.page.getByLabel("Lock when Ebb is out of sight").selectOption({ label: "Never" });
  await app.page.getByText("Turn off the lock").first().click();
  await app.page.locator("#off-passphrase").fill("calm sea over the wide bay");
  await app.page.getByRole("button", { name: "Turn off the lock" }).click();
  await expect(app.page.getByRole("heading", { name: "There is no lock" })).toBeVisible(SLOW);
  await app.open("/settings");
  await expect(app.page.locator("#last-backup")).toContainText("with 1 entry");
  await context.close();
  profile.remove();
});

test("whoever changes when a locked Ebb closes by itself changes nothing", async ({ app, page }) => {
  test.setTimeout(120_000);
  await putOn(app, page);
  await page.getByLabel("Lock automatically after").selectOption({ label: "1 minute" });
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await page.evaluate(() => {
    const prefs = JSON.parse(localStorage.getItem("ebb.prefs") ?? "{}") as object;
    localStorage.setItem("ebb.prefs", JSON.stringify({ ...prefs, auto_lock: 0, hidden_lock: -1 }));
  });
  await page.reload();
  await page.locator("#secret").fill("calm sea over the wide bay");
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
  await expect(page.locator("#auto-lock option:checked")).toHaveText("1 minute", SLOW);
  await expect(page.locator("#hidden-lock option:checked")).toHaveText("5 minutes");
});
