import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { test, type BrowserContext, type Page } from "@playwright/test";

import { dist, serve } from "../server.ts";
import { type Figure, median, peer, quick, report } from "./figures.ts";
import { SLOW_4G, onePage, served } from "./served.ts";

const ROUNDS = quick ? 5 : 9;
/** First paints come at one frame or at the next, so it takes many more to tell two pages apart. */
const PAINTS = quick ? 6 : 30;

/** The page of the app as one file of the same size with no script in it. */
async function plainPage(): Promise<string> {
  const page = await readFile(join(dist, "index.html"), "utf8");
  const sheets = await Promise.all(
    (await readdir(dist)).filter((name) => name.endsWith(".css") && page.includes(name)).map((name) => readFile(join(dist, name), "utf8")),
  );
  const bare = page.replace(/<(script|template)[\s\S]*?<\/\1>/g, "").replace(/<link[^>]*>/g, "").replace(/<meta http-equiv[^>]*>/g, "");
  // In the head: before the doctype it would be a page as browsers drew them long ago.
  const head = /<meta charset=[^>]*>/;
  if (!head.test(bare)) throw new Error("the page has another head than was expected");
  return onePage("plain", bare.replace(head, (charset) => `${charset}<style>${sheets.join("")}</style>`));
}

interface Start {
  paint: number;
  ready: number;
  blocked: number;
}

interface Way {
  url: string;
  /** A page of another site that one comes from, as from the home screen or a link. A page that comes
   * from an empty tab may be spared a process of its own, by which headers it has. */
  from: string;
  network: boolean;
  /** What is there once it is ready; without it, once it is loaded and at rest. */
  ready: string;
}

/** A page that was begun with a slow processor, over a slow network unless it is kept. */
async function begun(context: BrowserContext, { url, from, network, ready }: Way): Promise<Page> {
  const page = await context.newPage();
  await page.goto(from);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW_4G);
  }
  await page.addInitScript((ready) => {
    const heard = { blocked: 0, last: 0, ready: 0 };
    Object.assign(window, { start: heard });
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) {
        heard.blocked += Math.max(0, task.duration - 50);
        heard.last = task.startTime + task.duration;
      }
    }).observe({ type: "longtask", buffered: true });
    new MutationObserver(() => {
      // Every page pays for being looked at.
      if (document.querySelector(ready || "#none") && ready) heard.ready ||= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, ready);
  await page.goto(url, { waitUntil: "load" });
  return page;
}

async function firstPaint(context: BrowserContext, way: Way): Promise<number> {
  const page = await begun(context, way);
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName("first-contentful-paint");
          if (first) resolve(first.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.close();
  return paint;
}

async function start(context: BrowserContext, way: Way): Promise<Start> {
  const page = await begun(context, way);
  const { ready } = way;
  if (ready) await page.locator(ready).first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const found = await page.evaluate(() => {
    const heard = (window as unknown as { start: { blocked: number; last: number; ready: number } }).start;
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const load = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming;
    return { paint, ready: heard.ready || Math.max(paint, heard.last, load.loadEventEnd), blocked: heard.blocked };
  });
  await page.close();
  return found;
}

async function install(context: BrowserContext, url: string) {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.close();
}

/** The app is in the place of the first screen: the craving button answers. */
const ANSWERS = "#first[hidden]";
const OPEN = "html[data-journal=open]";

test("the first paint waits for nothing but the page", async ({ browser }) => {
  const [app, plain] = [await serve(await served()), await serve(await plainPage())];
  const other = peer ? await serve(await served(peer)) : undefined;
  const from = `${plain.url.replace("127.0.0.1", "localhost")}/from.html`;
  const pages: Record<string, [string, string, string]> = {
    ebb: [app.url + "/", ANSWERS, OPEN],
    plain: [plain.url + "/", "", ""],
    ...(other ? { peer: [other.url, "", ""] as [string, string, string] } : {}),
  };
  const phone = { viewport: { width: 360, height: 740 }, serviceWorkers: "allow" } as const;
  const paints: Record<string, number[]> = {};
  const cold: Record<string, Start[]> = {};
  const warm: Record<string, Start[]> = {};
  for (let round = 0; round < PAINTS; round++) {
    for (const name of ["ebb", "plain"]) {
      const context = await browser.newContext(phone);
      const [url, answers] = pages[name]!;
      (paints[name] ??= []).push(await firstPaint(context, { url, from, network: true, ready: answers }));
      await context.close();
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [url, answers, open]] of Object.entries(pages)) {
      const context = await browser.newContext(phone);
      const first = await start(context, { url, from, network: true, ready: answers });
      (cold[name] ??= []).push(first);
      (paints[name] ??= []).push(first.paint);
      if (name === "ebb") await install(context, url);
      (warm[name] ??= []).push(await start(context, { url, from, network: false, ready: open }));
      await context.close();
    }
  }
  await Promise.all([app.stop(), plain.stop(), other?.stop()]);
  const of = (starts: Start[], part: keyof Start) => median(starts.map((one) => one[part]));
  const figures: Figure[] = [
    {
      name: "cold: first paint, 4x and slow 4G",
      value: median(paints.ebb!),
      unit: "ms",
      limit: { name: "plain page of equal size", value: median(paints.plain!) },
      budget: 1.1,
    },
    {
      name: "warm: ready, installed, 4x",
      value: of(warm.ebb!, "ready"),
      unit: "ms",
      limit: { name: "plain page of equal size", value: of(warm.plain!, "ready") },
      most: 1000,
    },
  ];
  for (const [name, part, budget] of [["the craving button answers", "ready", 0.8], ["main thread blocked", "blocked", 0.4]] as const) {
    const figure: Figure = { name: `cold: ${name}, 4x and slow 4G`, value: of(cold.ebb!, part), unit: "ms" };
    if (cold.peer) Object.assign(figure, { limit: { name: "the peer", value: of(cold.peer, part) }, budget });
    else figure.limit = part === "ready" ? { name: "plain page of equal size", value: of(cold.plain!, part) } : undefined;
    figures.push(figure);
  }
  await report("start", figures);
});
