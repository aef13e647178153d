// Looking into and tampering with the app's IndexedDB, as damage or a newer version would.

import type { Page } from "@playwright/test";

type StoreName = "records" | "segments" | "drafts" | "meta";

/** Everything in one object store, decoded as text, by key. */
export function read(page: Page, store: StoreName): Promise<Record<string, string>> {
  return page.evaluate(
    (name) =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const open = indexedDB.open("ebb");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const found: Record<string, string> = {};
          const cursor = open.result.transaction(name).objectStore(name).openCursor();
          cursor.onerror = () => reject(cursor.error);
          cursor.onsuccess = () => {
            const at = cursor.result;
            if (!at) {
              open.result.close();
              resolve(found);
              return;
            }
            const value: unknown = at.value;
            found[String(at.key)] = value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value);
            at.continue();
          };
        };
      }),
    store,
  );
}

/** What is being written in all forms, as text. */
export async function drafts(page: Page): Promise<string> {
  return Object.values(await read(page, "drafts")).join("\n");
}

/** Writes raw bytes under keys. */
export function plantAll(page: Page, values: Record<string, string>, store: StoreName = "records"): Promise<void> {
  return page.evaluate(
    ([values, store]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("ebb");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const transaction = open.result.transaction(store, "readwrite");
          for (const [key, text] of Object.entries(values)) {
            transaction.objectStore(store).put(new TextEncoder().encode(text), key);
          }
          transaction.oncomplete = () => {
            open.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [values, store] as const,
  );
}

/** Bytes in hexadecimal digits, by table and key. */
export type Tables = Record<string, Record<string, string>>;

/** Puts a whole store in the place of what is there. */
export const plantBytes = (page: Page, store: Tables): Promise<void> => page.evaluate(replaceAll, store);

/** The same, to be run in the page. */
export function replaceAll(store: Tables): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("ebb");
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const tables = [...open.result.objectStoreNames];
      const transaction = open.result.transaction(tables, "readwrite", { durability: "strict" });
      for (const table of tables) {
        transaction.objectStore(table).clear();
        for (const [key, hex] of Object.entries(store[table] ?? {})) {
          const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
          transaction.objectStore(table).put(bytes, key);
        }
      }
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

/** Writes raw bytes under a key. */
export function plant(page: Page, key: string, text: string, store: StoreName = "records"): Promise<void> {
  return plantAll(page, { [key]: text }, store);
}

/** Everything the browser keeps for this site, as raw text, by where it is kept. */
export function readRaw(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    const text = (value: unknown): string => (value instanceof Uint8Array ? latin(value) : JSON.stringify(value));
    const found: Record<string, string> = { address: location.href };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("ebb");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => resolve(open.result);
    });
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const all = await new Promise<unknown[]>((resolve, reject) => {
        const values = store.getAll();
        values.onerror = () => reject(values.error);
        values.onsuccess = () => resolve(values.result);
      });
      found[name] = all.map(text).join("\n");
    }
    db.close();
    found.localStorage = JSON.stringify({ ...localStorage });
    found.sessionStorage = JSON.stringify({ ...sessionStorage });
    let cached = "";
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        if (response && /json|html|javascript/.test(response.headers.get("content-type") ?? "")) {
          cached += request.url + (await response.text());
        }
      }
    }
    // The app's own words are in there too; only a person's must not be.
    found.caches = cached;
    return found;
  });
}

/** The record that was written as number `at`, as the store keeps it: its key, and its text. */
export function recordAt(at: number, moment: string, entry: unknown): [string, string] {
  const id = `01KB0000${String(at).padStart(18, "0")}`;
  const times = { written_at: moment, happened_at: moment, local_day: moment.slice(0, 10) };
  return [id, JSON.stringify({ v: 1, id, device: "00000000000000a1", ...times, entry })];
}

/** Many records as the store keeps them, each with `words` to look for. */
export function manyRecords(count: number, words: string): Record<string, string> {
  const entry = (at: number) => ({ craving: { intensity: at % 11, thought: `${words} ${at}` } });
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => recordAt(at, "2026-11-20T10:00:00.000+00:00", entry(at))),
  );
}

/** The day it is in the page, or was so many days ago: one ends at four in the morning. */
export const dayOf = (page: Page, ago = 0): Promise<string> =>
  page.evaluate((ago) => {
    const day = new Date();
    day.setHours(day.getHours() - 4);
    day.setDate(day.getDate() - ago);
    return day.toLocaleDateString("sv");
  }, ago);
