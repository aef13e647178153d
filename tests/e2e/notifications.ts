// A browser's notifications for the tests, made up: the shell has none, and nobody could see them.

import { type BrowserContext, expect, type Page } from "@playwright/test";

/** What was shown, by the page or by the worker, and whether it is gone again. */
export interface Shown {
  by: "page" | "worker";
  title: string;
  body: string;
  icon: string;
  tag: string;
  data: unknown;
  gone: boolean;
}

/** Where all tabs, and the pages after a reload, find what was shown; what the browser allows; what the worker was told. */
const KEPT = "made-up.shown";
const ALLOWED = "made-up.allowed";
const TOLD = "made-up.told";

/** From the next page on the browser can show notifications, and `answer` is what the person says when they are asked. */
export async function giveNotifications(context: BrowserContext, answer: NotificationPermission) {
  await context.addInitScript(
    ([answer, kept, allowed, told]) => {
      const all = () => JSON.parse(localStorage.getItem(kept) ?? "[]") as Shown[];
      const keep = (shown: Shown[]) => localStorage.setItem(kept, JSON.stringify(shown));
      const add = (by: Shown["by"], title: string, options: NotificationOptions = {}) => {
        const { body = "", icon = "", tag = "", data = null } = options;
        keep([...all(), { by, title, body, icon, tag, data: data as unknown, gone: false }]);
        return all().length - 1;
      };
      class MadeUp extends EventTarget {
        static get permission() {
          return localStorage.getItem(allowed) ?? "default";
        }
        static async requestPermission() {
          localStorage.setItem(allowed, answer);
          return answer;
        }
        onclick: ((event: Event) => void) | null = null;
        readonly place: number;
        constructor(title: string, options?: NotificationOptions) {
          super();
          this.place = add("page", title, options);
          Object.assign(window, { lastShown: this });
        }
        close() {
          keep(all().map((one, place) => (place === this.place ? { ...one, gone: true } : one)));
        }
      }
      Object.defineProperty(window, "Notification", { value: MadeUp, configurable: true });
      if (!("ServiceWorkerRegistration" in window)) return;
      ServiceWorkerRegistration.prototype.showNotification = async (title, options) => void add("worker", title, options);
      const { postMessage } = ServiceWorker.prototype;
      ServiceWorker.prototype.postMessage = function (message: unknown, ...rest: unknown[]) {
        const messages = JSON.parse(localStorage.getItem(told) ?? "[]") as unknown[];
        localStorage.setItem(told, JSON.stringify([...messages, message]));
        return postMessage.call(this, message, ...(rest as []));
      };
    },
    [answer, KEPT, ALLOWED, TOLD] as const,
  );
}

/** The person changes it in the browser's own settings. */
export const allow = (page: Page, permission: NotificationPermission) =>
  page.evaluate(([key, permission]) => localStorage.setItem(key, permission), [ALLOWED, permission] as const);

/** Everything that was shown so far, in all tabs. */
export const shown = (page: Page): Promise<Shown[]> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "[]") as Shown[], KEPT);

/** What the worker was told. */
export const told = (page: Page): Promise<{ type: string }[]> =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? "[]") as { type: string }[], TOLD);

/** Taps on what this page showed last. */
export const tap = (page: Page) =>
  page.evaluate(() => {
    const { lastShown } = window as unknown as { lastShown: { onclick: ((event: Event) => void) | null } };
    lastShown.onclick?.(new Event("click"));
  });

/** Lets the time go on, as it does in an open page, until so many were shown. */
export async function passes(page: Page, many: number) {
  await expect
    .poll(
      async () => {
        await page.clock.runFor(5_000);
        return (await shown(page)).length;
      },
      { intervals: [50] },
    )
    .toBe(many);
}
