// Looking into and tampering with the app's IndexedDB, as damage or a newer version would.

import type { Page } from "@playwright/test";

type StoreName = "records" | "drafts" | "meta";

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

/** Writes raw bytes under a key. */
export function plant(page: Page, key: string, text: string): Promise<void> {
  return page.evaluate(
    ([key, text]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("ebb");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const transaction = open.result.transaction("records", "readwrite");
          transaction.objectStore("records").put(new TextEncoder().encode(text), key);
          transaction.oncomplete = () => {
            open.result.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [key, text] as const,
  );
}
