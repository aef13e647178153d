import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";

import { expect, test } from "../ebb.ts";

const NOW = new Date("2026-11-28T18:10:00-05:00");

test.use({ timezoneId: "America/New_York" });

/** What a tap hands over, read by another program. */
async function handed(page: Page, tap: () => Promise<void>) {
  const file = page.waitForEvent("download");
  await tap();
  const text = await readFile(await (await file).path(), "utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { text, calendar, events: calendar.getAllSubcomponents("vevent") };
}

const value = (event: ICAL.Component, name: string) => String(event.getFirstPropertyValue(name));

test("from the check-in two taps put a reminder into the calendar; it is changed, stopped and taken out", async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.open("/check-in");
  await page.getByRole("link", { name: "Remind me" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Checking in");
  const save = () => page.getByRole("button", { name: "Save and add to my calendar" }).click();
  const first = await handed(page, save);
  const [event] = first.events;
  expect(value(event, "rrule")).toBe("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU");
  expect(value(event, "dtstart")).toBe("2026-11-28T20:00:00");
  expect(value(event, "summary")).toBe("Time for me");
  expect(event.getAllSubcomponents("valarm")).toHaveLength(1);
  expect(first.text.toLowerCase()).not.toContain("ebb");

  await expect(page.getByText("Every day · 8:00 PM")).toBeVisible();
  await page.clock.runFor(2000);
  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByLabel("At what time").fill("");
  await save();
  await expect(page.getByRole("alert").filter({ hasText: "choose a time" })).toBeVisible();
  await page.getByLabel("At what time").fill("07:15");
  await page.getByRole("checkbox", { name: "Sun" }).uncheck();
  await page.getByLabel("What your calendar will show").fill("Tea, with Sam; then call");
  const changed = await handed(page, save);
  expect(value(changed.events[0], "uid")).toBe(value(event, "uid"));
  expect(Number(value(changed.events[0], "sequence"))).toBeGreaterThan(Number(value(event, "sequence")));
  expect(value(changed.events[0], "summary")).toBe("Tea, with Sam; then call");

  await app.reload();
  await page.clock.runFor(2000);
  const gone = await handed(page, () => page.getByRole("button", { name: "Stop", exact: true }).click());
  expect(value(gone.calendar, "method")).toBe("CANCEL");
  expect(value(gone.events[0], "status")).toBe("CANCELLED");
  expect(value(gone.events[0], "uid")).toBe(value(event, "uid"));
  expect(Number(value(gone.events[0], "sequence"))).toBeGreaterThan(Number(value(changed.events[0], "sequence")));
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("There are no reminders yet.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("one's own hard hours are offered, half an hour before they begin", async ({ app, page }) => {
  await page.clock.install({ time: NOW });
  await app.logCraving(7);
  await app.logCraving(8);
  await app.open("/reminders");
  await page.getByRole("link", { name: /A hard hour: 6:00 PM/ }).click();
  await expect(page.getByLabel("At what time")).toHaveValue("17:30");
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a reminder is made in Spanish", async ({ app, page }) => {
    await page.clock.install({ time: NOW });
    await app.open("/reminders");
    await expect(page.getByText("Todavía no hay recordatorios.")).toBeVisible();
    await page.getByRole("link", { name: "Anotar cómo estoy" }).click();
    const made = await handed(page, () =>
      page.getByRole("button", { name: "Guardar y poner en mi calendario" }).click(),
    );
    expect(value(made.events[0], "summary")).toBe("Un rato para mí");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
