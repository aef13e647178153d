// Somebody with the phone in hand and the browser's developer tools edits what a locked Ebb keeps.
// After each edit its owner unlocks as always: no plain word is on the disk, nothing that was
// planted shows or is obeyed, nothing that can be kept is lost, and a sentence tells of it.

import type { Page } from "@playwright/test";

import { expect, test, type App } from "../ebb.ts";
import { PASSPHRASE, putOn, SLOW, unlock } from "../locking.ts";

const OWN = ["pelican under the jetty", "heron at the weir", "kestrel on the wire"];
const PLANTED = "planted by somebody else";

type Table = "records" | "segments" | "drafts" | "meta";
/** Everything in the database, as bytes by table and key. */
type Snapshot = Record<string, Record<string, number[]>>;

/** What an attacker's script does to a copy of everything. */
interface Attack {
  name: string;
  edit(store: Snapshot, older: Snapshot): void;
  /** How many of the owner's entries may be gone: their only copy was taken away. */
  lost?: number;
  /** Whether the owner is told on unlocking. */
  told?: boolean;
}

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const text = (value: number[] | undefined) => new TextDecoder().decode(new Uint8Array(value ?? []));
const rows = (store: Snapshot) => Object.keys(store.segments ?? {}).sort();
const put = (store: Snapshot, table: Table, key: string, value: number[]) => {
  (store[table] ??= {})[key] = value;
};
const drop = (store: Snapshot, table: Table, key: string) => {
  delete store[table]?.[key];
};

/** A record as format 1 stores it without a lock. */
function record(id: string, entry: unknown, replaces?: string): number[] {
  const [written, day] = ["2026-11-25T09:00:00.000-05:00", "2026-11-25"];
  const head = { v: 1, id, device: "00000000000000ff", written_at: written, happened_at: written, local_day: day };
  return bytes(JSON.stringify({ ...head, ...(replaces ? { replaces } : {}), entry }));
}

const ID = "01KAX0DM000000000000000AAA";
const KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

/** The vault file as format 1 wrote it, with a word in it that turns the lock off. */
function unsealing(store: Snapshot): number[] {
  const { store: name, slots } = JSON.parse(text(store.meta?.vault)) as { store: string; slots: { kind: string }[] };
  // Format 1 knows these two kinds of keyslots.
  const known = slots.filter(({ kind }) => kind === "passphrase" || kind === "recovery");
  return bytes(JSON.stringify({ v: 1, store: name, state: "unsealing", slots: known }));
}

const ATTACKS: Attack[] = [
  { name: "the mark of sealing is removed", edit: (store) => drop(store, "meta", "sealing") },
  { name: "the mark of sealing is the old one", edit: (store) => put(store, "meta", "sealing", bytes("1")) },
  {
    name: "the vault file says that the lock is being turned off",
    edit: (store) => put(store, "meta", "vault", unsealing(store)),
    told: true,
  },
  {
    name: "the whole store is made to look like an older format that is being unlocked",
    edit: (store) => {
      put(store, "meta", "vault", unsealing(store));
      put(store, "meta", "sealing", bytes("1"));
      drop(store, "meta", "manifest-0");
      drop(store, "meta", "manifest-1");
    },
  },
  { name: "a conversion is said to be under way", edit: (store) => put(store, "meta", "converting", bytes("1")) },
  { name: "another layout is said to be there", edit: (store) => put(store, "meta", "format", bytes("9")) },
  { name: "another generation is said to be there", edit: (store) => put(store, "meta", "turn", bytes(ID)) },
  { name: "another device is said to write", edit: (store) => put(store, "meta", "device", bytes("00000000000000ff")) },
  {
    name: "a check-in is planted in plain words",
    edit: (store) => put(store, "records", ID, record(ID, { kind: "check_in", note: PLANTED })),
    told: true,
  },
  {
    name: "a therapist is planted in plain words",
    edit: (store) => put(store, "records", ID, record(ID, { kind: "recipient", name: PLANTED, key: KEY })),
    told: true,
  },
  {
    name: "a key for assignments is planted in plain words",
    edit: (store) => put(store, "records", ID, record(ID, { kind: "share_key", secret: "AGE-SECRET-KEY-1" })),
    told: true,
  },
  {
    name: "a tombstone is planted in plain words",
    edit: (store) => put(store, "records", ID, record(ID, { kind: "deleted" }, ID)),
    told: true,
  },
  {
    name: "a first screen is planted in plain words",
    edit: (store) => put(store, "drafts", "front", bytes(PLANTED)),
    told: true,
  },
  {
    name: "a half-written form is planted in plain words",
    edit: (store) => put(store, "drafts", "slip", bytes(JSON.stringify({ note: PLANTED }))),
    told: true,
  },
  {
    name: "sealed bytes of another key are planted",
    edit: (store) => put(store, "segments", "0".repeat(32), [0xeb, 2, ...Array<number>(400).fill(7)]),
    told: true,
  },
  {
    name: "a row is removed",
    edit: (store) => drop(store, "segments", rows(store)[0] ?? ""),
    lost: 1,
    told: true,
  },
  {
    name: "two rows are swapped",
    edit: (store) => {
      const [one = "", other = ""] = rows(store);
      const first = store.segments?.[one] ?? [];
      put(store, "segments", one, store.segments?.[other] ?? []);
      put(store, "segments", other, first);
    },
    lost: 2,
    told: true,
  },
  {
    name: "all rows are put back as they were before the last entry",
    edit: (store, older) => {
      store.segments = { ...older.segments };
    },
    lost: 3,
    told: true,
  },
  { name: "the first manifest is removed", edit: (store) => drop(store, "meta", "manifest-0"), told: true },
  { name: "the second manifest is removed", edit: (store) => drop(store, "meta", "manifest-1"), told: true },
  {
    name: "both manifests are removed",
    edit: (store) => {
      drop(store, "meta", "manifest-0");
      drop(store, "meta", "manifest-1");
    },
    told: true,
  },
  {
    name: "a manifest is cut short",
    edit: (store) => put(store, "meta", "manifest-1", (store.meta?.["manifest-1"] ?? []).slice(0, 90)),
    told: true,
  },
  {
    name: "a manifest is the one from before the last entry",
    edit: (store, older) => put(store, "meta", "manifest-0", older.meta?.["manifest-0"] ?? []),
    told: true,
  },
];

const read = (page: Page): Promise<Snapshot> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("ebb");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => resolve(open.result);
    });
    const found: Record<string, Record<string, number[]>> = {};
    for (const name of db.objectStoreNames) {
      const store = db.transaction(name).objectStore(name);
      const all = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
      const [keys, values] = await Promise.all([all(store.getAllKeys()), all(store.getAll())]);
      found[name] = Object.fromEntries(keys.map((key, at) => [String(key), [...(values[at] as Uint8Array)]]));
    }
    db.close();
    return found;
  });

const write = (page: Page, snapshot: Snapshot) =>
  page.evaluate(
    (snapshot) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open("ebb");
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const db = open.result;
          const transaction = db.transaction([...db.objectStoreNames], "readwrite");
          for (const name of db.objectStoreNames) {
            transaction.objectStore(name).clear();
            for (const [key, value] of Object.entries(snapshot[name] ?? {})) {
              transaction.objectStore(name).put(new Uint8Array(value), key);
            }
          }
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    snapshot,
  );

async function note(app: App, words: string) {
  await app.page.goto(app.url + "/craving");
  await app.page.getByText("Add more").click();
  await app.page.getByLabel("What went through your mind?").fill(words);
  await app.rate("How strong is it?", 6);
  await expect(app.page.locator(".saved")).toHaveText("Saved");
}

/** A page of this site on which Ebb does not run. */
const aside = (app: App) => app.page.goto(app.url + "/shopping-list.html");

/** A locked journal, and what it held before its last entry. */
async function locked(app: App): Promise<{ store: Snapshot; older: Snapshot }> {
  const { page } = app;
  for (const words of OWN.slice(0, 2)) await note(app, words);
  await putOn(app, page);
  await expect.poll(async () => Object.keys((await read(page)).records ?? {}), SLOW).toEqual([]);
  const older = await read(page);
  await page.getByRole("link", { name: "Ebb", exact: true }).click();
  await page.locator("#app .craving-button").click();
  await page.getByText("Add more").click();
  await page.getByLabel("What went through your mind?").fill(OWN[2] ?? "");
  await app.rate("How strong is it?", 6);
  await expect(page.locator(".saved")).toHaveText("Saved");
  await aside(app);
  return { store: await read(page), older };
}

/** Unlocks as its owner does, and gives what History shows. */
async function owner(app: App): Promise<string> {
  const { page } = app;
  await page.goto(app.url + "/history");
  await unlock(page, PASSPHRASE);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page.locator("#app main").innerText();
}

// Halves of the list, so that they run beside each other; each locks a journal of its own once.
for (const half of [0, 1]) {
  test(`whoever edits the storage gains nothing and takes nothing unnoticed, part ${half + 1}`, async ({ app, page }) => {
    test.setTimeout(300_000);
    const { store, older } = await locked(app);
    for (const [at, attack] of ATTACKS.entries()) {
      if (at % 2 !== half) continue;
      await test.step(attack.name, async () => {
        const edited = structuredClone(store);
        attack.edit(edited, structuredClone(older));
        await aside(app);
        await write(page, edited);
        const shown = await owner(app);
        const there = OWN.filter((words) => shown.includes(words));
        expect(there.length, shown).toBeGreaterThanOrEqual(OWN.length - (attack.lost ?? 0));
        expect(shown).not.toContain(PLANTED);
        if (attack.told) await expect(page.getByText("Something in Ebb is not as you left it")).toBeVisible();
        const after = JSON.stringify(Object.values(await read(page)).flatMap((table) => Object.values(table).map(text)));
        for (const words of OWN) expect(after).not.toContain(words);
      });
    }
  });
}

test("without the vault file Ebb says that the lock is damaged, and starts over only when asked twice", async ({ app, page }) => {
  test.setTimeout(120_000);
  const { store } = await locked(app);
  drop(store, "meta", "vault");
  await write(page, store);
  await page.goto(app.url + "/");
  await expect(page.getByRole("heading", { name: "The lock is damaged" })).toBeVisible();
  await page.goto(app.url + "/history");
  await expect(page.getByText(OWN[0] ?? "")).toHaveCount(0);
  expect((await read(page)).segments).toEqual(store.segments);

  await page.getByText("Lost both the passphrase and the code?").click();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await page.getByRole("button", { name: "Yes, I am sure" }).click();
  await page.getByRole("button", { name: "Delete it all" }).click();
  await expect(page.getByRole("heading", { name: "What do you need right now?" })).toBeVisible();
  await aside(app);
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage).filter((key) => key !== "ebb.prefs"),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
  }));
  expect(left).toEqual({ local: [], session: [], caches: [] });
  expect((await read(page)).segments ?? {}).toEqual({});
});
