// Filling a browser with years of heavy use, and listening to what the app then does.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

import { isLocked } from "../locks.ts";
import { data } from "./figures.ts";

export const PASSPHRASE = "calm sea over the wide bay";
const VIEW = { viewport: { width: 360, height: 740 }, locale: "en-US", timezoneId: "UTC" };

/** A page of the app's own origin with nothing on it, and no policy in the way. */
export async function blank(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.route("**/bench-blank", (route) => route.fulfill({ contentType: "text/html", body: "<title>bench</title>" }));
  await page.goto(url + "/bench-blank");
  return page;
}

/** Some records of one table: its name, and keys with bytes as hexadecimal digits. */
interface Piece {
  table: string;
  pairs: [string, string][];
}

/** A browser does not take forty years in one answer. */
function piecesOf(text: string): Piece[] {
  const PIECE = 4_000_000;
  const pieces: Piece[] = [];
  for (const [table, pairs] of Object.entries(JSON.parse(text) as Record<string, Piece["pairs"]>)) {
    let size = PIECE;
    for (const pair of pairs) {
      if (size >= PIECE) {
        pieces.push({ table, pairs: [] });
        size = 0;
      }
      pieces.at(-1)!.pairs.push(pair);
      size += pair[1].length;
    }
  }
  return pieces;
}

/** A browser profile of its own, which kept `records` records before. */
export async function filled(browser: Browser, url: string, records: number, sealed: boolean) {
  const context = await browser.newContext({ ...VIEW, serviceWorkers: "block" });
  await context.addInitScript(listen);
  const page = await blank(context, url);
  const pieces = piecesOf(await readFile(join(data, `${records}${sealed ? "-sealed" : ""}.json`), "utf8"));
  await page.route("**/bench-store/*", (route) => {
    const piece = pieces[Number(route.request().url().split("/").pop())] ?? null;
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(piece) });
  });
  await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("ebb", 2);
      open.onupgradeneeded = () => {
        for (const table of ["records", "segments", "drafts", "meta"]) open.result.createObjectStore(table);
      };
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    for (let at = 0; ; at++) {
      const piece = (await (await fetch(`/bench-store/${at}`)).json()) as Piece | null;
      if (!piece) break;
      const { table, pairs } = piece;
      const transaction = db.transaction(table, "readwrite");
      for (const [key, hex] of pairs) {
        const bytes = new Uint8Array(hex.length / 2);
        for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(hex.substr(at * 2, 2), 16);
        transaction.objectStore(table).put(bytes, key);
      }
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    }
    db.close();
    localStorage.setItem("bench", "filled");
  });
  await page.close();
  return context;
}

/** What the app did, and when, in milliseconds of the page. */
export interface Heard {
  /** The database was asked for. */
  asked: number;
  /** The worker handed the key over. */
  key: number;
  /** The worker was asked to derive it. */
  derive: number;
  /** The first screen showed what is in the journal. */
  shown: number;
  /** All of the journal was read. */
  open: number;
  /**
   * Every write and its bytes: how long from the last tap until it was acknowledged, and how long
   * of it since its turn to write was asked for.
   */
  writes: { ms: number; append: number; begun: number; bytes: number }[];
  memory?: WebAssembly.Memory;
}

declare global {
  interface Window {
    heard: Heard;
  }
}

/** Runs in the page before everything else. */
function listen() {
  const heard: Heard = { asked: 0, key: 0, derive: 0, shown: 0, open: 0, writes: [] };
  window.heard = heard;
  const now = () => performance.now();
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    if (args[0] === "ebb") heard.asked ||= now();
    return open.apply(this, args);
  };
  let tapped = 0;
  addEventListener("click", () => (tapped = now()), true);
  let asked = 0;
  const request = LockManager.prototype.request as (...args: unknown[]) => Promise<unknown>;
  LockManager.prototype.request = function (...args: unknown[]) {
    if (args[0] === "ebb-writing") asked = now();
    return request.apply(this, args);
  } as typeof LockManager.prototype.request;
  const begin = IDBDatabase.prototype.transaction;
  let begun = 0;
  IDBDatabase.prototype.transaction = function (...args: Parameters<typeof begin>) {
    if (args[1] === "readwrite" && /records|segments/.test(String(args[0]))) begun = now();
    return begin.apply(this, args);
  };
  // A record is added; in a sealed store every value is put into a row.
  for (const [how, table] of [["add", "records"], ["put", "segments"]] as const) {
    const real = IDBObjectStore.prototype[how];
    IDBObjectStore.prototype[how] = function (value: unknown, key?: IDBValidKey) {
      if (this.name === table && this.transaction.db.name === "ebb") {
        const bytes = (value as Uint8Array).byteLength;
        this.transaction.addEventListener("complete", () => heard.writes.push({ ms: now() - tapped, append: now() - asked, begun: now() - begun, bytes }));
      }
      return real.call(this, value, key);
    };
  }
  const post = Worker.prototype.postMessage as (...args: unknown[]) => void;
  Worker.prototype.postMessage = function (...args: unknown[]) {
    heard.derive = now();
    this.addEventListener("message", () => (heard.key = now()));
    post.apply(this, args);
  };
  for (const how of ["instantiate", "instantiateStreaming"] as const) {
    const real = WebAssembly[how] as (...args: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
    (WebAssembly as unknown as Record<string, unknown>)[how] = async (...args: unknown[]) => {
      const made = await real.apply(WebAssembly, args);
      const memory = (made.instance ?? made).exports?.memory;
      if (memory) heard.memory ??= memory as WebAssembly.Memory;
      return made;
    };
  }
  new MutationObserver(() => {
    const journal = document.documentElement.dataset.journal;
    const at = now();
    if (journal === "home-cache" || journal === "open") heard.shown ||= at;
    if (journal === "open") heard.open ||= at;
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-journal"] });
}

/** Opens the app until the journal is open, on a device that is so many times slower. */
export async function opened(context: BrowserContext, url: string, sealed: boolean, slowdown = 1): Promise<Page> {
  const page = await context.newPage();
  if (slowdown > 1) await slow(page, slowdown);
  await page.goto(url + "/");
  if (sealed) {
    await page.locator("#secret").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
  }
  await page.locator("html[data-journal=open]").waitFor({ state: "attached", timeout: 120_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page;
}

/**
 * Opens the app until everything is compacted and what the first screen shows is kept, as it is after
 * every day's use: until two openings in a row show it.
 */
export async function used(context: BrowserContext, url: string, sealed: boolean) {
  for (let shown = 0; shown < 2; ) {
    const page = await opened(context, url, sealed);
    shown = (await page.evaluate(() => window.heard.shown < window.heard.open)) ? shown + 1 : 0;
    await expect.poll(() => isAtRest(page, sealed), { timeout: 60_000 }).toBe(true);
    await page.close();
  }
}

/** Until the browser has nothing to do. */
export const idle = (page: Page): Promise<void> => page.evaluate(() => new Promise((idle) => requestIdleCallback(() => idle())));

/** Nobody writes, and the first screen is kept. Sealed, it has no name to ask for. */
async function isAtRest(page: Page, sealed: boolean): Promise<boolean> {
  await idle(page);
  if (await isLocked(page, "ebb-writing", "ebb-renewing")) return false;
  return sealed || (await page.evaluate(isHomeKept));
}

/** Runs in the page. */
const isHomeKept = () =>
  new Promise<boolean>((resolve, reject) => {
    const open = indexedDB.open("ebb");
    open.onsuccess = () => {
      const kept = open.result.transaction("drafts").objectStore("drafts").getKey("front");
      kept.onsuccess = () => (open.result.close(), resolve(kept.result !== undefined));
    };
    open.onerror = () => reject(open.error);
  });

export async function slow(page: Page, times: number) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
  return session;
}
