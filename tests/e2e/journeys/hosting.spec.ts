// A build on a host of somebody's own: a real nginx with the project's sample.

import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

import { makeBackup } from "../backup.ts";
import { launchOptions } from "../browser.ts";
import { App, expect, offline } from "../ebb.ts";
import { serveByNginx } from "../nginx.ts";
import { dist, type Server } from "../server.ts";

const hosted = offline.extend<{ leaving: Server }, { server: Server }>({
  // One of its own for a test that stops it.
  leaving: async ({}, use) => {
    const server = await serveByNginx();
    await use(server);
    await server.stop();
  },
  server: [
    async ({}, use) => {
      const server = await serveByNginx();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
});

// The certificate was made a moment ago; without the switch no service worker would come by it.
hosted.use({
  ignoreHTTPSErrors: true,
  launchOptions: { ...launchOptions, args: [...launchOptions.args, "--ignore-certificate-errors"] },
});

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** What `_headers` of the build asks of every host, as a client gets it. */
const asked: Record<string, string> = Object.fromEntries(
  readFileSync(join(dist, "_headers"), "utf8")
    .split("\n")
    .filter((line) => /^\s+\S/.test(line))
    .map((line) => line.trim().split(/: (.*)/s, 2))
    .map(([name, value]) => [name!.toLowerCase(), value!]),
);

/** Every file of the build that is for a browser. */
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length))
  .filter((path) => path !== "/_headers" && !path.startsWith("/hosting/") && !path.includes("/."));

hosted("every file comes as what it is, with all headers, and packed when that helps", async ({ request, server }) => {
  expect(Object.keys(asked)).toContain("content-security-policy");
  expect(files).toContain("/sw.js");
  for (const path of files) {
    const response = await request.get(server.url + path, { headers: { "Accept-Encoding": "gzip" } });
    const headers = response.headers();
    expect(response.status(), path).toBe(200);
    expect(headers, path).toMatchObject(asked);
    expect(headers["content-type"], path).toBe(TYPES[extname(path)]);
    expect(headers["content-encoding"], path).toBe(extname(path) === ".png" ? undefined : "gzip");
    expect((await response.body()).equals(readFileSync(dist + path)), path).toBe(true);
  }
});

hosted("what is not there is not found, and is sent with the same headers", async ({ request, server }) => {
  for (const path of ["/no.js", "/no_bg.wasm", "/deep/no.html", "/_headers", "/hosting/nginx.conf"]) {
    const response = await request.get(server.url + path);
    expect(response.status(), path).toBe(404);
    expect(response.headers(), path).toMatchObject(asked);
  }
});

hosted("the worker and the page are asked for each time, and not sent again unchanged", async ({ request, server }) => {
  for (const path of ["/sw.js", "/", "/craving"]) {
    const first = await request.get(server.url + path);
    expect(first.headers()["cache-control"], path).toBe("no-cache");
    expect(first.headers()["expires"], path).toBeUndefined();
    const again = await request.get(server.url + path, { headers: { "If-None-Match": first.headers()["etag"]! } });
    expect(again.status(), path).toBe(304);
    expect(again.headers(), path).toMatchObject(asked);
  }
});

hosted("all of the app comes by HTTP/2", async ({ app, page }) => {
  await app.open("/");
  const protocols = await page.evaluate(() =>
    performance.getEntriesByType("resource").map((entry) => (entry as PerformanceResourceTiming).nextHopProtocol),
  );
  expect(new Set(protocols)).toEqual(new Set(["h2"]));
});

hosted("a screen's own address opens that screen", async ({ app, page }) => {
  for (const path of ["/craving", "/settings/backup", "/exercises/box-breathing", "/review"]) {
    await app.open(path);
    await expect(page.locator(".page-not-found")).toHaveCount(0);
    expect(new URL(page.url()).pathname).toBe(path);
  }
});

hosted("nothing the app does breaks the policy, from the first paint to a sealed backup", async ({ app, page }) => {
  const broken: string[] = [];
  await page.exposeFunction("broken", (what: string) => broken.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      (window as unknown as { broken(what: string): void }).broken(`${violatedDirective} ${blockedURI} ${sourceFile}`),
    );
  });
  await app.logCraving(6);
  await app.goTo("Insight");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await app.offlineReady();
  // From here on the worker's copies of the headers hold.
  await app.reload();
  await makeBackup(app, mkdtempSync(join(tmpdir(), "ebb-hosting-")));
  expect(broken).toEqual([]);
});

hosted("when the host is gone the app starts all the same and keeps a craving", async ({ leaving, page, watch }) => {
  watch.allowed.push(/request to https:\/\/127\.0\.0\.1/, /ERR_CONNECTION_REFUSED/);
  const app = new App(page, leaving.url);
  await app.open("/");
  await app.offlineReady();
  await leaving.stop();
  await app.reload();
  await app.logCraving(8);
  await app.reload();
  await app.goTo("History");
  await expect(page.locator("#main")).toContainText("Craving");
});
