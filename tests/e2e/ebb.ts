// What every journey shares: a server, a page that is watched, and the app's common moves.

import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";

import { isLocked } from "./locks.ts";
import { serve, type Server } from "./server.ts";

export { expect };

/** Fails a test on any request elsewhere, any CSP violation, any error nobody caught. */
export class Watch {
  readonly faults: string[] = [];
  /** Faults a test means to cause. */
  readonly allowed: RegExp[] = [];

  context(context: BrowserContext, origin: string) {
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) this.faults.push(`request to ${url}`);
    });
    context.on("weberror", (error) => this.faults.push(`error: ${error.error()}`));
    context.on("console", (message) => {
      const text = message.text();
      if (/Content Security Policy|Refused to/i.test(text)) this.faults.push(`CSP: ${text}`);
      else if (message.type() === "error") this.faults.push(`console: ${text}`);
    });
  }

  check() {
    const unexpected = this.faults.filter((fault) => !this.allowed.some((allowed) => allowed.test(fault)));
    expect(unexpected).toEqual([]);
  }
}

/** Counts the presses of a finger or a mouse that the page received, whatever a test meant to do. */
export class Taps {
  private received = 0;

  private constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  static async on(page: Page): Promise<Taps> {
    const taps = new Taps(page);
    await page.exposeFunction("tapReceived", () => {
      taps.received += 1;
    });
    await page.addInitScript(() => {
      const told = (event: Event) => {
        if (event.isTrusted) (window as unknown as { tapReceived(): void }).tapReceived();
      };
      addEventListener("pointerdown", told, { capture: true });
    });
    return taps;
  }

  async count(): Promise<number> {
    // What the page told before this is heard before the answer.
    await this.page.evaluate(() => document.readyState);
    return this.received;
  }
}

interface Fixtures {
  taps: Taps;
  watch: Watch;
  app: App;
}

/** A person's moves in the app. */
export class App {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens an address and waits until the journal is open. */
  async open(path = "/") {
    await this.ticked();
    await this.page.goto(this.url + path);
    await this.ready();
  }

  /** The app is there and the journal behind it is open. */
  async ready() {
    await expect(this.page.locator("#app main h1")).toBeVisible();
    await expect(this.page.locator("html")).toHaveAttribute("data-journal", "open");
  }

  async reload() {
    await this.ticked();
    await this.page.reload();
    await this.ready();
  }

  /** A tick is written by itself: it holds this lock until it is on the disk, and no person leaves within that time. */
  private async ticked() {
    await expect.poll(() => isLocked(this.page, "ebb-changing")).toBe(false);
  }

  /** Once the worker is active, the app starts without network. */
  async offlineReady() {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  async goTo(name: "Now" | "Exercises" | "History" | "Insight") {
    const menu = this.page.getByRole("navigation", { name: "Main menu" });
    const tab = { Now: "Now", Exercises: "Skills", History: "My waves", Insight: "My waves" }[name];
    await menu.getByRole("link", { name: tab }).click();
    if (name === "History") await this.page.locator("main").getByRole("link", { name: "Days" }).click();
  }

  /** Rates from 0 to 10 in the group whose question is given. */
  async rate(question: string | RegExp, rating: number) {
    // An answer in a form, or a number that saves by itself.
    await this.page
      .getByRole("group", { name: question })
      .locator(`[data-rating="${rating}"], input[value="${rating}"]`)
      .click();
  }

  /** Deletes the first entry of the list, on its own page. */
  async deleteEntry(kind: string | RegExp = /./) {
    await this.page.locator(".entry-link", { hasText: kind }).first().click();
    await this.page.getByRole("button", { name: "Delete this entry" }).click();
  }

  async logCraving(rating: number) {
    await this.open("/craving");
    await this.rate("How strong is it?", rating);
    await expect(this.page.locator(".saved")).toHaveText("Saved");
  }
}

export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    async ({}, use) => {
      const server = await serve();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  watch: async ({ context, server }, use) => {
    const watch = new Watch();
    watch.context(context, server.url);
    await use(watch);
    watch.check();
  },
  taps: async ({ page }, use) => {
    await use(await Taps.on(page));
  },
  // `watch` first: it must listen before the page asks for anything.
  app: async ({ page, server, watch: _watch }, use) => {
    await use(new App(page, server.url));
  },
});

/** For what goes on without network or through an update: only here there is a service worker. */
export const offline = test.extend({ serviceWorkers: "allow" });
