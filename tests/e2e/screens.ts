// Every screen, filled as it is after some days of use.

import { expect, type App } from "./ebb.ts";

export interface Screen {
  name: string;
  open(app: App): Promise<void>;
}

/** Logs enough to look at. */
export async function fill(app: App) {
  await app.logCraving(8);
  await app.rate("How strong is it now?", 5);
  await expect(app.page.locator(".course li")).toHaveCount(2);
  await app.open("/check-in");
  await app.rate("Mood", 6);
  await app.rate("Stress", 4);
  await app.page.getByRole("checkbox", { name: "Tired" }).check();
  await app.page.getByRole("button", { name: "Save" }).click();
  await expect(app.page.locator(".notice")).toContainText("saved");
  await app.page.locator(".notice").getByRole("button", { name: "Close" }).click();
}

function at(path: string, name: string): Screen {
  return {
    name,
    async open(app) {
      await fill(app);
      await app.open(path);
    },
  };
}

export const screens: Screen[] = [
  at("/", "now"),
  {
    name: "craving",
    async open(app) {
      await app.open("/craving");
      await app.rate("How strong is it?", 7);
      await app.page.getByText("Add more, if you like").click();
    },
  },
  {
    name: "after-a-craving",
    async open(app) {
      await app.logCraving(7);
    },
  },
  at("/check-in", "check-in"),
  at("/slip", "slip"),
  at("/exercises", "exercises"),
  at("/exercises/urge-surfing", "exercise-ready"),
  {
    name: "exercise-running",
    async open(app) {
      await app.open("/exercises/box-breathing");
      await app.page.getByRole("button", { name: "Start" }).click();
      await app.page.getByRole("button", { name: "Pause" }).click();
      await expect(app.page.locator(".run.paused")).toBeVisible();
    },
  },
  {
    name: "exercise-over",
    async open(app) {
      await app.open("/exercises/box-breathing");
      await app.page.getByRole("button", { name: "Start" }).click();
      await app.page.getByRole("button", { name: "Finish" }).click();
      await expect(app.page.locator("#end-title")).toBeVisible();
    },
  },
  at("/history", "history"),
  {
    name: "entry",
    async open(app) {
      await fill(app);
      await app.open("/history");
      await app.page.locator(".entry-link").first().click();
      await expect(app.page.getByRole("button", { name: "Save" })).toBeVisible();
    },
  },
  at("/insight", "insight"),
  {
    name: "sos",
    async open(app) {
      await app.open("/sos");
      await app.page.getByText("Add a person").click();
    },
  },
  at("/settings", "settings"),
  at("/nowhere", "not-found"),
  {
    name: "before-the-app",
    async open(app) {
      await app.page.route("**/*.wasm", () => undefined);
      await app.page.goto(app.url, { waitUntil: "commit" });
      await expect(app.page.locator("#first h1")).toBeVisible();
      await app.page.waitForFunction(() => document.styleSheets.length > 3);
    },
  },
];
