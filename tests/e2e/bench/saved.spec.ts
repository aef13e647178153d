// How long, and how many bytes, until a first visit's craving is saved.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { test, type BrowserContext } from "@playwright/test";

import { serve } from "../server.ts";
import { data, median, quick, report, type Figure } from "./figures.ts";
import { SLOW_4G, pack, served } from "./served.ts";

const ROUNDS = quick ? 3 : 7;

/** The limit: a plain form that saves one record to IndexedDB. */
const FORM = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Form</title>
<link rel="icon" href="data:,"><a href="#form">I have a craving</a>
<form id="form"><fieldset><legend>How strong is it?</legend>${Array.from({ length: 11 }, (_, n) => `<label><input type="radio" name="rating" value="${n}">${n}</label>`).join("")}</fieldset>
<button>Save</button></form><p id="told"></p><script>
const form = document.getElementById("form");
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const open = indexedDB.open("form", 1);
  open.onupgradeneeded = () => open.result.createObjectStore("records", { autoIncrement: true });
  open.onsuccess = () => {
    const change = open.result.transaction("records", "readwrite", { durability: "strict" });
    change.objectStore("records").add({ rating: new FormData(form).get("rating"), at: Date.now() });
    change.oncomplete = () => document.getElementById("told").classList.add("saved");
  };
});
</script>`;

async function formPage(): Promise<string> {
  const folder = join(data, "form");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), FORM);
  await writeFile(join(folder, "_headers"), "/*\n  Cache-Control: no-cache\n");
  await pack(folder, ["index.html"]);
  await writeFile(join(folder, "from.html"), "<!doctype html><title>Elsewhere</title>");
  return folder;
}

interface Saved {
  /** From the navigation, ms. */
  saved: number;
  /** From the tap on Save, ms. */
  waited: number;
  /** Over the network until then. */
  bytes: number;
}

/** A page that was somewhere else on the site, on a slow phone and network from now on. */
async function slowPage(context: BrowserContext, from: string) {
  const page = await context.newPage();
  await page.goto(from);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  return { page, session };
}

/** Saves as fast as each control can be tapped. */
async function firstSaved(context: BrowserContext, from: string, url: string): Promise<Saved> {
  const { page, session } = await slowPage(context, from);
  let bytes = 0;
  session.on("Network.dataReceived", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const heard = { tapped: 0, saved: 0 };
    Object.assign(window, { heard });
    addEventListener("submit", () => (heard.tapped = performance.now()), { capture: true });
    new MutationObserver(() => {
      if (document.querySelector(".saved")) heard.saved ||= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("link", { name: "I have a craving" }).click();
  await page.getByRole("radio", { name: "6", exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".saved").first().waitFor();
  const received = bytes;
  const { tapped, saved } = await page.evaluate(() => (window as unknown as { heard: { tapped: number; saved: number } }).heard);
  await page.close();
  return { saved, waited: saved - tapped, bytes: received };
}

interface Painted {
  first: number;
  largest: number;
  shift: number;
}

/** Paints of a first visit that nobody touches, until the network is idle. */
async function painted(context: BrowserContext, from: string, url: string): Promise<Painted> {
  const { page } = await slowPage(context, from);
  await page.addInitScript(() => {
    const seen = { first: 0, largest: 0, shift: 0 };
    Object.assign(window, { seen });
    const on = (type: string, see: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
    on("paint", (entry) => (seen.first = entry.startTime));
    on("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
    on("layout-shift", (entry) => (seen.shift += (entry as unknown as { value: number }).value));
  });
  await page.goto(url);
  await page.locator("html[data-journal=open]").waitFor();
  await page.waitForLoadState("networkidle");
  const seen = await page.evaluate(() => (window as unknown as { seen: Painted }).seen);
  await page.close();
  return seen;
}

test("what a first visit paints stays", async ({ browser }) => {
  const [app, form] = [await serve(await served()), await serve(await formPage())];
  const from = `${form.url.replace("127.0.0.1", "localhost")}/from.html`;
  const found: Painted[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    found.push(await painted(context, from, `${app.url}/`));
    await context.close();
  }
  await Promise.all([app.stop(), form.stop()]);
  const of = (part: keyof Painted) => median(found.map((one) => one[part]));
  await report("painted", [
    {
      name: "first visit: largest paint, 4x and slow 4G",
      value: of("largest"),
      unit: "ms",
      limit: { name: "first paint", value: of("first") },
      budget: 1.15,
    },
    { name: "first visit: layout shift", value: of("shift"), unit: "", most: 0.02 },
  ]);
});

test("a first visit's craving is saved", async ({ browser }) => {
  const [app, form] = [await serve(await served()), await serve(await formPage())];
  const from = `${form.url.replace("127.0.0.1", "localhost")}/from.html`;
  const phone = { viewport: { width: 390, height: 844 } };
  const ways = {
    ebb: [app.url, "allow"],
    "without the worker": [app.url, "block"],
    form: [form.url, "block"],
  } as const;
  const found: Record<string, Saved[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, [url, serviceWorkers]] of Object.entries(ways)) {
      const context = await browser.newContext({ ...phone, serviceWorkers });
      (found[name] ??= []).push(await firstSaved(context, from, `${url}/`));
      await context.close();
    }
  }
  await Promise.all([app.stop(), form.stop()]);
  const of = (name: keyof typeof ways, part: keyof Saved) => median(found[name]!.map((one) => one[part]));
  const limit = (part: keyof Saved) => ({ name: "plain form", value: of("form", part) });
  const figures: Figure[] = [
    { name: "first visit: craving saved, 4x and slow 4G", value: of("ebb", "saved"), unit: "ms", limit: limit("saved") },
    { name: "first visit: received until saved", value: of("ebb", "bytes") / 1000, unit: "kB", most: 300 },
    { name: "first visit: wait after Save, 4x", value: of("ebb", "waited"), unit: "ms", limit: limit("waited"), most: 150 },
    {
      name: "first visit: saved beside the worker's filling",
      value: of("ebb", "saved"),
      unit: "ms",
      limit: { name: "without a worker", value: of("without the worker", "saved") },
      budget: 1.05,
    },
  ];
  await report("saved", figures);
});
