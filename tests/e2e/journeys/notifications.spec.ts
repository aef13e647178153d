import { runInNewContext } from "node:vm";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { App, expect, offline, test } from "../ebb.ts";
import { putOn, SLOW } from "../locking.ts";
import { allow, giveNotifications, passes, shown, tap, told } from "../notifications.ts";

/** Minutes before a reminder that is given its usual time, eight in the evening. */
const NOW = new Date("2026-11-28T19:56:00-05:00");
const TICK = "Also show my reminders as notifications on this device";

test.use({ timezoneId: "America/New_York" });

/** What the clock of the page shows. */
const clock = (page: Page) => page.evaluate(() => new Date().toTimeString().slice(0, 5));
const tick = (page: Page) => page.getByRole("checkbox", { name: TICK });

/** A reminder at eight, every day. */
async function remindAtEight(app: App, says = "") {
  const { page } = app;
  await app.open("/reminders/new/check-in");
  if (says) await page.getByLabel("What your calendar will show").fill(says);
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save and add to my calendar" }).click();
  await file;
  await expect(page.getByText("Every day · 8:00 PM")).toBeVisible();
}

/** Eight o'clock comes and goes, and with it every time at which something could be shown late. */
async function eightPasses(page: Page) {
  await page.clock.runFor(8 * 60_000);
  await page.clock.runFor(30 * 60_000);
}

test("off by default; turned on by keyboard it shows a reminder at its time, once, in neutral words", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await remindAtEight(app);
  await expect(tick(page)).not.toBeChecked();
  await expect(page.getByText("it is your calendar that reminds you")).toBeVisible();
  await eightPasses(page);
  expect(await shown(page)).toEqual([]);

  await page.clock.setSystemTime(new Date("2026-11-29T19:56:00-05:00"));
  await page.getByText("Changing it or taking it out").focus();
  await page.keyboard.press("Tab");
  await expect(tick(page)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(tick(page)).toBeChecked();
  await expect(tick(page)).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await passes(page, 1);
  expect(await clock(page)).toBe("20:00");
  const neutral = { by: "page", title: "Time for me", body: "", icon: "", tag: "Time for me", data: null };
  expect(await shown(page)).toEqual([{ ...neutral, gone: false }]);
  await tap(page);
  expect(await shown(page)).toEqual([{ ...neutral, gone: true }]);
  await eightPasses(page);
  expect(await shown(page)).toHaveLength(1);
});

test("it survives a reload, on every screen; a changed reminder is followed, and switched off nothing is shown", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await remindAtEight(app, "Tea, with Sam");
  await tick(page).check();
  await app.reload();
  await expect(tick(page)).toBeChecked();
  await app.open("/history");
  await passes(page, 1);
  expect((await shown(page))[0]).toMatchObject({ title: "Tea, with Sam", body: "", icon: "", data: null });

  // A tab that is closed, or loaded anew, takes with it what it shows.
  await app.open("/reminders");
  expect((await shown(page))[0]?.gone).toBe(true);
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("At what time").fill("20:10");
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save and add to my calendar" }).click();
  await file;
  await expect(page.getByText("Every day · 8:10 PM")).toBeVisible();
  await page.clock.setSystemTime(new Date("2026-11-28T20:08:00-05:00"));
  await passes(page, 2);
  expect(await clock(page)).toBe("20:10");

  await page.clock.setSystemTime(new Date("2026-11-29T20:08:00-05:00"));
  await tick(page).uncheck();
  await expect.poll(async () => (await shown(page))[1]?.gone).toBe(true);
  await eightPasses(page);
  await app.reload();
  await expect(tick(page)).not.toBeChecked();
  expect(await shown(page)).toHaveLength(2);
});

test("of two tabs one shows it, and a phone that slept past the time shows nothing late", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await remindAtEight(app);
  await tick(page).check();
  const other = new App(await context.newPage(), app.url);
  await other.open("/");
  for (const [many, evening] of ["2026-11-28", "2026-11-29"].entries()) {
    await page.clock.setSystemTime(new Date(`${evening}T19:58:00-05:00`));
    await passes(page, many + 1);
    await eightPasses(page);
    expect(await shown(page)).toHaveLength(many + 1);
  }
  // Timers stood still, and the clock went on.
  await page.clock.fastForward("23:46:00");
  await page.clock.runFor(60_000);
  expect(await clock(page)).toMatch(/^20:(1[6-9]|[2-5])/);
  expect(await shown(page)).toHaveLength(2);
  // The other one shows it alone.
  await page.close();
  await other.page.clock.setSystemTime(new Date("2026-12-01T19:58:00-05:00"));
  await passes(other.page, 3);
});

test("with another name the notification has that name and icon, and says nothing of Ebb", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await app.open("/settings");
  await page.getByRole("radio", { name: "Notes" }).check();
  await remindAtEight(app);
  await tick(page).check();
  await passes(page, 1);
  const [notes] = await shown(page);
  expect(notes).toMatchObject({ title: "Notes", body: "Time for me", tag: "Time for me", data: null });
  expect((await page.request.get(app.url + notes!.icon)).ok()).toBe(true);
  expect(JSON.stringify(notes).toLowerCase()).not.toContain("ebb");
  // Whoever leaves at once takes it along.
  await page.getByRole("link", { name: "Leave" }).click();
  await page.waitForURL(/shopping-list/);
  expect((await shown(page))[0]?.gone).toBe(true);
});

test("with a lock it has only neutral words, goes when Ebb is locked, and none comes while it is", async ({ app, page, context }) => {
  test.setTimeout(120_000);
  await giveNotifications(context, "granted");
  await page.clock.install({ time: new Date("2026-11-28T19:30:00-05:00") });
  await remindAtEight(app, "Call Sam about Tuesday");
  await tick(page).check();
  await putOn(app, page);
  await page.getByLabel("Lock automatically after").selectOption({ label: "Never" });
  await page.clock.setSystemTime(NOW);
  await passes(page, 1);
  expect((await shown(page))[0]).toMatchObject({ title: "Time for me", body: "", tag: "Time for me", gone: false });
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible(SLOW);
  expect((await shown(page))[0]?.gone).toBe(true);
  await page.clock.setSystemTime(new Date("2026-11-29T19:56:00-05:00"));
  await eightPasses(page);
  expect(await shown(page)).toHaveLength(1);
});

for (const answer of ["denied", "default"] as const) {
  test(`a person who answers "${answer}" is told so, and the tick stays off`, async ({ app, page, context }) => {
    await giveNotifications(context, answer);
    await app.open("/reminders");
    await tick(page).click();
    const refused = "did not get your permission";
    await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
    await expect(tick(page)).not.toBeChecked();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await tick(page).click();
    const again = answer === "denied" ? "blocks notifications from this site" : refused;
    await expect(page.getByRole("alert").filter({ hasText: again })).toBeVisible();
    await expect(tick(page)).not.toBeChecked();
  });
}

test("a browser that has no notifications says so, and the tick stays off", async ({ app, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "Notification"));
  await app.open("/reminders");
  await tick(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "cannot show notifications here" })).toBeVisible();
  await expect(tick(page)).not.toBeChecked();
});

test("a permission that was taken back in the browser's settings is told, and then it is off", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await remindAtEight(app);
  await tick(page).check();
  await expect(tick(page)).toBeChecked();
  await allow(page, "denied");
  await page.clock.runFor(8 * 60_000);
  expect(await shown(page)).toEqual([]);
  await app.reload();
  await expect(page.getByRole("alert").filter({ hasText: "no longer lets this site" })).toBeVisible();
  await expect(tick(page)).not.toBeChecked();
  // It is told once.
  await app.reload();
  await expect(tick(page)).not.toBeChecked();
  await expect(page.getByText("no longer lets this site")).toHaveCount(0);
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("it is turned on by keyboard and shows its words in Spanish", async ({ app, page, context }) => {
    await giveNotifications(context, "granted");
    await page.clock.install({ time: NOW });
    await app.open("/reminders/new/check-in");
    const file = page.waitForEvent("download");
    await page.getByRole("button", { name: "Guardar y poner en mi calendario" }).click();
    await file;
    const box = page.getByRole("checkbox", { name: "Mostrar también mis recordatorios como notificaciones en este dispositivo" });
    await expect(box).not.toBeChecked();
    await box.focus();
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await passes(page, 1);
    expect((await shown(page))[0]).toMatchObject({ title: "Un rato para mí", body: "" });
  });
});

offline("where a worker serves the page, it shows the reminder, and is told when Ebb is left at once", async ({ app, page, context }) => {
  await giveNotifications(context, "granted");
  await page.clock.install({ time: NOW });
  await remindAtEight(app);
  await tick(page).check();
  await app.offlineReady();
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await passes(page, 1);
  expect((await shown(page))[0]).toMatchObject({ by: "worker", title: "Time for me", tag: "Time for me", data: null });
  expect(await told(page)).toEqual([]);
  await page.getByRole("link", { name: "Leave" }).click();
  await page.waitForURL(/shopping-list/);
  expect(await told(page)).toContainEqual({ type: "close-notifications" });
});

/** A tab as the worker sees it. */
interface Tab {
  url: string;
  focus(): Promise<void>;
}

/** The worker as it is served, with these tabs open; what it hears can be told it. */
async function worker(url: string, tabs: string[]) {
  const did: string[] = [];
  const heard = new Map<string, (event: unknown) => void>();
  const one = (tag: string) => ({ tag, close: () => did.push(`closed ${tag}`) });
  const self = {
    addEventListener: (name: string, hear: (event: unknown) => void) => heard.set(name, hear),
    clients: {
      matchAll: async (): Promise<Tab[]> => tabs.map((url) => ({ url, focus: async () => void did.push(`to the front ${url}`) })),
      openWindow: async (url: string) => void did.push(`opened ${url}`),
    },
    registration: { getNotifications: async () => [one("first"), one("second")] },
  };
  runInNewContext(await (await fetch(`${url}/sw.js`)).text(), { self, navigator: { languages: [] }, URL });
  const tell = async (name: string, event: object) => {
    const waits: Promise<unknown>[] = [];
    heard.get(name)!({ ...event, waitUntil: (work: Promise<unknown>) => waits.push(work) });
    await Promise.all(waits);
    return did;
  };
  return { tell, one };
}

test("a tap on a notification brings Ebb to the front, or opens it, and the notification goes", async ({ server }) => {
  const screen = await worker(server.url, [`${server.url}/shopping-list.html`, `${server.url}/history`]);
  expect(await screen.tell("notificationclick", { notification: screen.one("it") })).toEqual([
    "closed it",
    `to the front ${server.url}/history`,
  ]);
  const left = await worker(server.url, [`${server.url}/shopping-list.html`]);
  expect(await left.tell("notificationclick", { notification: left.one("it") })).toEqual(["closed it", "opened /"]);
  const close = await worker(server.url, []);
  expect(await close.tell("message", { data: { type: "close-notifications" }, ports: [] })).toEqual(["closed first", "closed second"]);
});
