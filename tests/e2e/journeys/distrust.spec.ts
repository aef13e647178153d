// The service worker trusts neither what lies in the browser's cache nor what the host says of a file.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { App, expect, offline as test } from "../ebb.ts";
import { dist } from "../server.ts";

/** Writes into the browser's cache as somebody at the device would, and gives how many files that were. */
function alter(page: Page, what: "bytes" | "headers"): Promise<number> {
  return page.evaluate(async (what) => {
    const name = (await caches.keys()).find((name) => name.startsWith("ebb-"));
    if (!name) return 0;
    const cache = await caches.open(name);
    const requests = await cache.keys();
    for (const request of requests) {
      const stored = (await cache.match(request))!;
      const headers = new Headers(stored.headers);
      const bytes = await stored.arrayBuffer();
      let body: BodyInit = bytes;
      if (what === "headers") {
        headers.delete("Content-Security-Policy");
        headers.set("Refresh", "0;url=/altered");
      } else if (/javascript/.test(headers.get("Content-Type")!)) body = `window.altered = true; ${new TextDecoder().decode(bytes)}`;
      else if (/html/.test(headers.get("Content-Type")!)) body = "<!doctype html><title>altered</title>";
      // A module with one more section, which would run as before.
      else if (/wasm/.test(headers.get("Content-Type")!)) body = new Blob([bytes, new Uint8Array([0, 2, 1, 0x61])]);
      else body = "altered";
      await cache.put(request, new Response(body, { headers }));
    }
    return requests.length;
  }, what);
}

/** Whether every file in the cache is the one of the build. */
function isWhole(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const list = /FILES = (\[\[.*?\]\]);/s.exec(await (await fetch("/sw.js")).text())![1]!;
    const hashes = new Map((JSON.parse(list) as string[][]).map(([path, hash]) => [path, hash]));
    const name = (await caches.keys()).find((name) => name.startsWith("ebb-"))!;
    const cache = await caches.open(name);
    const same = (await cache.keys()).map(async (request) => {
      const bytes = await (await cache.match(request))!.arrayBuffer();
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("") === hashes.get(new URL(request.url).pathname);
    });
    return (await Promise.all(same)).every(Boolean);
  });
}

for (const what of ["bytes", "headers"] as const) {
  test(`altered ${what} in the cache are given to no page, and are put right`, async ({ app, context, page }) => {
    await app.open("/");
    await app.offlineReady();
    await app.reload();
    expect(await alter(page, what)).toBeGreaterThan(30);
    const answer = (await page.reload())!;
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(answer.headers()["refresh"]).toBeUndefined();
    await app.ready();
    await app.goTo("Insight");
    await app.open("/settings");
    expect(await page.evaluate(() => "altered" in window)).toBe(false);
    await expect.poll(() => isWhole(page)).toBe(true);
    await context.setOffline(true);
    const offline = (await page.reload())!;
    expect(offline.fromServiceWorker()).toBe(true);
    await app.ready();
  });
}

const TYPES: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" };

test("from the second visit on a host that sends no headers is made up for", async ({ page }) => {
  const host = createServer((asked, to) => {
    const path = new URL(asked.url!, "http://host").pathname;
    const name = path.includes(".") ? path : "/index.html";
    to.setHeader("Content-Type", TYPES[name.split(".").pop()!] ?? "application/octet-stream");
    to.end(readFileSync(join(dist, name)));
  });
  await new Promise<void>((ready) => host.listen(0, "127.0.0.1", ready));
  const app = new App(page, `http://127.0.0.1:${(host.address() as AddressInfo).port}`);
  await app.open("/");
  await app.offlineReady();
  const headers = (await page.reload())!.headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    "cross-origin-opener-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
  });
  await app.ready();
  host.closeAllConnections();
  await new Promise((closed) => host.close(closed));
});
