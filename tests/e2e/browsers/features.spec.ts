// What a person needs most, in each engine.

import { readFile } from "node:fs/promises";

import { expect, test as base } from "@playwright/test";

import { nextBuild } from "../builds.ts";
import { serve, type Server } from "../server.ts";
import { Engine, type Name, type Wishes } from "./engine.ts";
import { Person } from "./person.ts";

const FIXTURES = new URL("../../fixtures/v1/", import.meta.url).pathname;
const PASSPHRASE = "calm sea over the wide bay";

interface Given {
  engine: Name;
  server: Server;
  /** Opens a browser on a profile of its own. */
  come(wishes?: Wishes): Promise<Person>;
}

const test = base.extend<Given>({
  engine: async ({}, use, info) => use(info.project.name as Name),
  server: async ({}, use) => {
    const server = await serve();
    await use(server);
    await server.stop();
  },
  come: async ({ engine, server }, use, info) => {
    const engines: Engine[] = [];
    await use(async (wishes) => {
      const started = await Engine.start(engine, wishes);
      engines.push(started);
      const about = await started.driver.getCapabilities();
      const version = `${about.get("browserName")} ${about.get("browserVersion")}`;
      info.annotations.push({ type: "version", description: `${engine} (${version})` });
      return new Person(started, server.url);
    });
    await Promise.all(engines.map((engine) => engine.end()));
  },
});

/** The service worker is there, and serves. */
async function served(me: Person) {
  await me.wait(async () => {
    await navigator.serviceWorker.ready;
  });
  await me.reload();
  await me.poll(() => me.run(() => navigator.serviceWorker.controller !== null), true);
}

test("cold start", async ({ come }) => {
  const me = await come();
  await me.open("/");
  await me.see("link", "I have a craving", { part: true });
  await me.poll(() => me.run(() => navigator.serviceWorker.controller !== null), true);
  // Nothing is newer than a first visit.
  expect(await me.text()).not.toContain("newer version of Ebb");
});

test("a craving is saved, and found after the browser was closed", async ({ come, engine }) => {
  test.skip(engine === "webkit", "Driven by WebKitWebDriver, MiniBrowser forgets its profile when it is closed");
  const me = await come();
  await me.logCraving(7);
  await me.engine.close();
  await me.engine.open();
  await me.open("/history");
  await me.reads(/Craving/);
  await me.reads(/7/);
});

test("a check-in", async ({ come }) => {
  const me = await come();
  await me.open("/check-in");
  await me.rate("Mood", 4);
  await me.tap("summary", "More");
  await me.tap("checkbox", "Tired");
  await me.type("Something good", "Sun on my face ☀️", true);
  await me.tap("button", "Save");
  await me.reads("Your check-in is saved");
  await me.open("/history");
  await me.reads(/Tired[^]*Sun on my face ☀️/);
});

test("an exercise", async ({ come }) => {
  const me = await come();
  await me.open("/exercises/grounding-54321");
  await me.rate("How strong is the craving now", 8);
  await me.tap("button", "Start");
  await me.tap("button", "Skip this step");
  await me.reload();
  await me.tap("button", "Pick up where you left off");
  await me.tap("button", "Finish");
  await me.rate("now", 5);
  await me.tap("button", "Save");
  await me.see("heading", "Saved");
  await me.open("/history");
  await me.reads("8 → 5");
});

test("the lock: on, a wrong passphrase, open, off", async ({ come }) => {
  const me = await come();
  await me.logCraving(6);
  await me.open("/settings/lock");
  await me.type("Passphrase", PASSPHRASE, true);
  await me.tap("button", "Set up the lock");
  await me.see("textbox", "The last two groups", { part: true });
  const code = await me.run(() => document.getElementById("recovery-code")!.textContent);
  await me.type("The last two groups", code.trim().slice(-9), true);
  await me.tap("button", "Turn on the lock");
  await me.see("heading", "The lock is on");
  await me.refresh();
  await me.see("heading", "Ebb is locked");
  await me.type("passphrase", "not the passphrase", true);
  await me.tap("button", "Unlock");
  await me.reads("did not open it");
  await me.type("passphrase", PASSPHRASE, true);
  await me.tap("button", "Unlock");
  await me.ready();
  await me.tap("summary", "Turn off the lock");
  await me.type("passphrase", PASSPHRASE, true);
  await me.tap("button", "Turn off the lock");
  await me.see("heading", "There is no lock");
  await me.open("/history");
  await me.reads(/Craving/);
});

test("a backup, and restoring it in another browser", async ({ come }) => {
  const me = await come();
  await me.logCraving(8);
  await me.open("/settings/backup");
  await me.type("passphrase", PASSPHRASE, true);
  await me.tap("button", "Make a backup");
  await me.reads("it was opened again and holds 1 entry");
  await expect.poll(() => me.engine.download()).toMatch(/ebb-backup-.*\.age$/);
  const file = (await me.engine.download())!;
  expect(await readFile(file, "latin1")).toMatch(/^age-encryption.org\/v1\n/);
  const other = await come();
  await other.open("/settings/backup");
  await other.choose("Backup file", file);
  await other.type("Its passphrase", PASSPHRASE, true);
  await other.tap("button", "Look inside");
  await other.reads("It holds 1 entry");
  await other.tap("button", "Restore it");
  await other.reads("Done.");
  await other.open("/history");
  await other.reads(/Craving/);
});

test("sharing, and a therapist’s review", async ({ come }) => {
  const me = await come();
  await me.logCraving(8);
  await me.open("/share");
  await me.tap("button", "See what will be shared");
  await me.see("heading", "This is what will be shared");
  await me.tap("button", "Seal it");
  await me.see("heading", "It is sealed");
  const phrase = await me.run(() => document.getElementById("phrase")!.textContent.trim());
  await me.tap("button", "Save the file");
  await expect.poll(() => me.engine.download()).toMatch(/ebb-share-.*\.age$/);
  await me.open("/review");
  await me.type("The phrase", phrase, true);
  await me.choose("Files, or a picture of a code", (await me.engine.download())!);
  await me.tap("button", "Open it");
  await me.see("heading", "What to look at first");
  await me.reads("42 CFR");
});

test("an assignment", async ({ come }) => {
  const me = await come();
  await me.open("/share/assignments");
  await me.choose("The file", `${FIXTURES}assignment.json`);
  await me.tap("button", "Open it");
  await me.reads("Dr. Okafor");
  await me.tap("button", "Add this");
  await me.open("/programme");
  await me.reads("Fill in the BAM");
});

/** Puts cravings of the last days into the store, as many saves would have. */
async function plant(me: Person, count: number, days: number) {
  await me.open("/");
  await me.wait(async (count: number, days: number) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open("ebb");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => resolve(open.result);
    });
    const transaction = db.transaction("records", "readwrite");
    for (let at = 0; at < count; at += 1) {
      const moment = new Date(Date.now() - ((count - at) / count) * days * 24 * 3_600_000).toISOString().replace("Z", "+00:00");
      const id = `01KB0000${String(at).padStart(18, "0")}`;
      const entry = { craving: { intensity: at % 11, triggers: ["#stress"] } };
      const record = { v: 1, id, device: "00000000000000a1", written_at: moment, happened_at: moment, local_day: moment.slice(0, 10), entry };
      transaction.objectStore("records").put(new TextEncoder().encode(JSON.stringify(record)), id);
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    db.close();
  }, count, days);
}

test("charts of insight", async ({ come }) => {
  const me = await come();
  await plant(me, 60, 27);
  await me.open("/insight");
  await me.reads(/cravings noted/);
  const drawn = () => me.run(() => [...document.querySelectorAll("#app main svg")].some((chart) => chart.getBoundingClientRect().width > 200));
  await me.poll(drawn, true);
});

test("history with 5,000 entries", async ({ come }) => {
  const me = await come();
  await plant(me, 5_000, 730);
  await me.open("/history");
  await me.tap("radio", "month", { part: true });
  await me.poll(() => me.run(() => document.querySelector('#app [aria-busy="true"]') === null), true);
  expect(await me.run(() => document.querySelectorAll("#app .entry-link").length)).toBeGreaterThan(100);
  await me.reload();
  await me.reads(/Craving/);
});

test("offline, after one visit", async ({ come, server }) => {
  const me = await come();
  await me.open("/");
  await served(me);
  await server.stop();
  await me.reload();
  await me.logCraving(9);
  await me.open("/history");
  await me.reads(/Craving/);
});

test("an update is offered, and taken when it is asked for", async ({ come, server }) => {
  const me = await come();
  await me.open("/craving");
  await served(me);
  await server.stop();
  const next = await serve(nextBuild(), Number(new URL(server.url).port));
  await me.wait(async () => {
    await (await navigator.serviceWorker.getRegistration())!.update();
  });
  const build = () => me.run(() => document.querySelector('meta[name="ebb-build"]')?.getAttribute("content") ?? "");
  await me.see("button", "Update now");
  await me.reload();
  expect(await build()).toBe("");
  await me.tap("button", "Update now");
  await me.poll(build, "build-2");
  await me.ready();
  await next.stop();
});

test("two tabs", async ({ come }) => {
  const me = await come();
  await me.open("/history");
  const first = await me.driver.getWindowHandle();
  await me.driver.switchTo().newWindow("tab");
  await me.logCraving(6);
  await me.driver.switchTo().window(first);
  await me.reads(/Craving/);
});

test("printing", async ({ come, engine }) => {
  test.skip(engine === "webkit", "WebKitWebDriver has no command to print");
  const me = await come();
  await plant(me, 60, 27);
  await me.open("/insight");
  await me.reads(/cravings noted/);
  const pdf = Buffer.from(await me.driver.printPage({}), "base64").toString("latin1");
  expect(pdf).toMatch(/^%PDF/);
  expect(pdf.length).toBeGreaterThan(5_000);
});

test("Spanish", async ({ come, engine }) => {
  const me = await come({ language: "es" });
  if (engine === "webkit") {
    // It asks the system for its language, which has no other here.
    await me.open("/settings");
    await me.tap("radio", "Español");
    await me.poll(() => me.run(() => document.documentElement.lang), "es");
  }
  await me.open("/craving");
  expect(await me.run(() => document.documentElement.lang)).toBe("es");
  await me.rate("¿Qué tan fuertes son?", 7);
  await me.reads("Guardado");
});

test("leaving in a hurry", async ({ come }) => {
  const me = await come();
  await me.open("/history");
  await me.tap("link", "Leave");
  await me.poll(() => me.driver.getTitle(), "Shopping list");
  await me.driver.navigate().back();
  await me.poll(async () => /Ebb|History/.test((await me.driver.getTitle()) + (await me.text())), false);
});

test("help without JavaScript", async ({ come, server }) => {
  const me = await come({ script: false });
  await me.driver.get(`${server.url}/sos`);
  for (const words of ["Call 988", "Call 911"]) {
    const links = await me.driver.findElements({ partialLinkText: words });
    expect(await links[0]!.isDisplayed()).toBe(true);
  }
  expect(await me.driver.getPageSource()).not.toContain('data-js=""');
});

test("an altered file in the browser’s cache is not run", async ({ come, server }) => {
  const me = await come();
  await me.open("/");
  await served(me);
  await me.wait(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("ebb-"))!);
    const { headers } = (await cache.match("/index.html"))!;
    await cache.put("/index.html", new Response("<!doctype html><title>altered</title>", { headers }));
  });
  await me.reload();
  expect(await me.driver.getTitle()).not.toBe("altered");
  await me.poll(() => me.wait(async () => (await (await caches.match("/index.html"))!.text()).includes("altered")), false);
  await server.stop();
  await me.reload();
});
