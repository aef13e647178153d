// What runs inside the page. Each function stands alone: its text is sent into the browser.

import type { Act } from "./ledger.ts";
import type { Tables } from "./stored.ts";

/** What a page tells: where the app is, or how far it came with the acts it was given: the
 * id of what it logged, nothing for what it deleted. */
export type Told = { at: At } | { done: string } | { problem: string };

/** Where the app is in its dealings with the store. */
export type At = "open" | "saving" | "keeping" | "kept" | "copying" | "copied" | "removing" | "packed";

/** At the how-manieth of which moment the page stands still, and for how long. */
export interface Hold {
  at?: At;
  skip: number;
  hold: number;
}

/**
 * Looks on, from before the app, and tells when it opens, keeps, copies and removes. Such moments
 * pass too quickly to be hit from outside, so the page can be made to stand still in one of them,
 * as on a very slow device. What the browser has been asked for by then goes on.
 */
export function observe(hold: Hold) {
  const say = (at: At) => {
    (window as unknown as { tell(told: string): void }).tell(JSON.stringify({ at }));
    if (at !== hold.at || hold.skip-- > 0) return;
    hold.at = undefined;
    const end = performance.now() + hold.hold;
    while (performance.now() < end);
  };
  const store = IDBObjectStore.prototype;
  const { add, delete: remove } = store;
  const removing = new WeakSet<IDBTransaction>();
  store.add = function (...given: Parameters<typeof add>) {
    const request = add.apply(this, given);
    const moments: Record<string, [At, At]> = { records: ["keeping", "kept"], segments: ["copying", "copied"] };
    const [begins, ends] = moments[this.name] ?? [];
    if (begins && ends) {
      say(begins);
      this.transaction.addEventListener("complete", () => say(ends));
    }
    return request;
  };
  store.delete = function (...given: Parameters<typeof remove>) {
    const request = remove.apply(this, given);
    if ((this.name === "records" || this.name === "segments") && !removing.has(this.transaction)) {
      removing.add(this.transaction);
      say("removing");
      this.transaction.addEventListener("complete", () => say("packed"));
    }
    return request;
  };
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.journal !== "open") return;
    observer.disconnect();
    say("open");
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-journal"] });
}

/** Everything in the database, or nothing when there is none yet. */
export async function readTables(): Promise<Tables> {
  const db = await new Promise<IDBDatabase | undefined>((resolve, reject) => {
    const open = indexedDB.open("ebb");
    // There is none: it is the app's to make.
    open.onupgradeneeded = () => open.transaction?.abort();
    open.onerror = () => (open.error?.name === "AbortError" ? resolve(undefined) : reject(open.error));
    open.onsuccess = () => resolve(open.result);
  });
  const tables: Record<string, Record<string, string>> = {};
  const reading = Array.from(db?.objectStoreNames ?? []).map(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const store = db!.transaction(name).objectStore(name);
        const keys = store.getAllKeys();
        const values = store.getAll();
        values.onerror = () => reject(values.error);
        values.onsuccess = () => {
          const texts = values.result.map((value: unknown) =>
            ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : String(value),
          );
          tables[name] = Object.fromEntries(keys.result.map((key, index) => [String(key), texts[index] ?? ""]));
          resolve();
        };
      }),
  );
  await Promise.all(reading);
  db?.close();
  return tables;
}

/** Puts records into the tail, as many saves would have, and returns once they are on the disk. */
export function plant(lines: [string, string][]): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open("ebb");
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const transaction = open.result.transaction("records", "readwrite", { durability: "strict" });
      const store = transaction.objectStore("records");
      for (const [id, line] of lines) store.add(new TextEncoder().encode(line), id);
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        open.result.close();
        resolve();
      };
    };
  });
}

/** Every entry in the list of the last week, or of the last month. */
export async function shown(month: boolean): Promise<{ rating: string; note: string }[]> {
  const until = async (there: () => boolean) => {
    while (!there()) await new Promise((resolve) => setTimeout(resolve, 4));
  };
  await until(() => !!document.querySelector('#app input[name="span"]'));
  if (month) document.querySelectorAll<HTMLInputElement>('#app input[name="span"]')[1]?.click();
  await until(() => document.documentElement.dataset.journal === "open");
  // Two frames later the list is the one of the open journal and of the span that was chosen.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  // It is drawn piece by piece.
  await until(() => !document.querySelector('#app [aria-busy="true"]'));
  return Array.from(document.querySelectorAll("#app .entry"), (entry) => {
    const said = Array.from(entry.querySelectorAll("dd"), (words) => words.textContent ?? "");
    return { rating: said[0] ?? "", note: said.slice(1).join(" | ") };
  });
}

/** Carries acts out by the app's own buttons, one after the other, and tells after each. */
export async function drive(acts: Act[]): Promise<void> {
  const tell = (told: Told) => (window as unknown as { tell(told: string): void }).tell(JSON.stringify(told));
  const find = (selector: string) => document.querySelector<HTMLElement>(`#app ${selector}`);
  /** Nothing takes this long: without an end, one that never comes would hold up the whole run. */
  const PATIENCE_MS = 30_000;
  const until = async <T>(there: () => T | null | undefined | false, what: string): Promise<T> => {
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      const found = there();
      if (found) return found;
      const late = Date.now() > end && `waited for ${what} on ${location.pathname} in vain`;
      const trouble = late || find(".problem, .banner[role=alert]")?.textContent;
      if (trouble) {
        tell({ problem: trouble });
        throw new Error(trouble);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  const tap = async (selector: string) => (await until(() => find(selector), selector)).click();
  const log = async (act: Act): Promise<string> => {
    await tap('nav a[href="/"]');
    await tap('a[href="/craving"]');
    await tap("details.more:not([open]) > summary");
    const thought = (await until(() => find("#thought"), "#thought")) as HTMLTextAreaElement;
    thought.value = act.note;
    thought.dispatchEvent(new Event("input", { bubbles: true }));
    tell({ at: "saving" });
    await tap(`[data-rating="${act.rating}"]`);
    const saved = () => find(".saved")?.textContent?.trim() === "Saved";
    return until(() => saved() && /^\/craving\/(\w{26})$/.exec(location.pathname)?.[1], "Saved");
  };
  const remove = async (act: Act): Promise<string> => {
    const entry = () =>
      Array.from(document.querySelectorAll("#app .entry")).find((entry) =>
        Array.from(entry.querySelectorAll("dd")).some((words) => words.textContent === act.note),
      );
    await tap('nav a[href="/insight"]');
    await tap('nav a[href="/history"]');
    (await until(entry, act.note)).querySelector<HTMLElement>(".entry-link")!.click();
    const button = await until(() => find(":is(.page-entry, .pane-entry) button.grave"), "Delete");
    tell({ at: "saving" });
    button.click();
    await until(() => !find(":is(.page-entry, .pane-entry) button.grave") && !entry() && find("#undo"), "Undo");
    return "";
  };
  for (const act of acts) tell({ done: await (act.delete ? remove(act) : log(act)) });
}
