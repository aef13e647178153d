// One text for each emergency: the same words on SOS, behind the slip page, in the lessons, for the
// family, and without JavaScript.

import { readdirSync, readFileSync } from "node:fs";

import type { Locator, Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";

interface Emergency {
  id: string;
  title: string;
  lead?: string;
  signs_lead: string;
  signs: string[];
  steps_lead: string;
  steps: string[];
}

interface Lesson {
  id: string;
  sections: { title: string; emergency?: string }[];
}

const content = (language: string) => new URL(`../../../core/content/${language}/`, import.meta.url);

const json = (language: string, name: string): unknown => JSON.parse(readFileSync(new URL(name, content(language)), "utf8"));

const emergencies = (language: string) => json(language, "emergency.json") as Emergency[];

/** Each lesson with the emergencies it tells of. */
function lessons(language: string): [string, string[]][] {
  const files = readdirSync(new URL("lessons/", content(language)));
  const all = files.map((file) => json(language, `lessons/${file}`) as Lesson);
  const told = all.map((lesson): [string, string[]] => [lesson.id, lesson.sections.flatMap((section) => section.emergency ?? [])]);
  return told.filter(([, ids]) => ids.length > 0);
}

/** The card says this emergency and nothing else. */
async function says(card: Locator, text: Emergency) {
  await expect(card.getByRole("heading")).toHaveText([text.title]);
  await expect(card.locator("p")).toHaveText([...(text.lead ? [text.lead] : []), text.signs_lead, text.steps_lead]);
  await expect(card.locator("ul > li")).toHaveText(text.signs);
  await expect(card.locator("ol > li")).toHaveText(text.steps);
}

const card = (page: Page, text: Emergency) => page.locator("#app main").getByRole("region", { name: text.title, exact: true });

for (const [language, locale, slip, more] of [
  ["en", "en-US", "Signs of an overdose? Get help now", "Stopping safely, and when it is an emergency"],
  ["es", "es-US", "¿Señales de sobredosis? Busca ayuda ahora", "Cómo dejarlo sin peligro, y cuándo es una emergencia"],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    for (const text of emergencies(language)) {
      test(`${text.id} reads on SOS as it was written, and has an address`, async ({ app, page }) => {
        await app.open(`/sos#${text.id}`);
        await says(card(page, text), text);
        await expect(page.locator(`#${text.id}`)).toBeFocused();
        await expect(page.locator(`#${text.id}`)).toBeInViewport();
      });
    }

    test("the slip page leads to the overdose and to withdrawal, and the focus with it", async ({ app, page }) => {
      const texts = emergencies(language);
      for (const [link, id] of [
        [slip, "overdose"],
        [more, "withdrawal"],
      ] as const) {
        await app.open("/slip");
        await page.getByRole("link", { name: link }).click();
        await expect(page).toHaveURL(new RegExp(`/sos#${id}$`));
        await expect(page.locator(`#${id}`)).toBeFocused();
        await expect(page.locator(`#${id}`)).toBeInViewport();
        const text = texts.find((text) => text.id === id);
        if (text) await says(card(page, text), text);
      }
    });

    test("the lessons and the family read the same words", async ({ app, page }) => {
      const texts = emergencies(language);
      const pages: [string, string[]][] = lessons(language).map(([id, told]) => [`/lessons/${id}`, told]);
      pages.push(["/programme/family", ["overdose"]]);
      for (const [path, ids] of pages) {
        await app.open(path);
        for (const text of texts.filter((text) => ids.includes(text.id))) await says(card(page, text), text);
      }
    });

    test.describe("without JavaScript", () => {
      test.use({ javaScriptEnabled: false });

      test("every emergency stands on the page", async ({ page, server }) => {
        await page.goto(server.url + (language === "en" ? "/" : `/${language}.html`));
        const cards = page.locator("#first .card.care:visible");
        const texts = emergencies(language);
        await expect(cards).toHaveCount(texts.length);
        for (const [place, text] of texts.entries()) await says(cards.nth(place), text);
      });
    });
  });
}

test("the emergency number and someone to talk to come before everything on SOS, and the overdose next", async ({ app, page }) => {
  await app.open("/sos");
  const numbers = page.locator("#app main .help-line a");
  await expect(numbers.nth(0)).toHaveText("Call 911");
  await expect(numbers.nth(1)).toHaveText("Call 988");
  const places = await page.locator("#app main .help-line, #app main #overdose").evaluateAll((all) => all.map((one) => one.id));
  expect(places.indexOf("overdose")).toBe(2);
});

test("counting days says first that stopping can be dangerous", async ({ app, page }) => {
  await app.open("/programme/way");
  await page.getByRole("link", { name: "Stopping safely, and when it is an emergency" }).click();
  await expect(page.locator("#withdrawal")).toBeFocused();
  await app.open("/programme/start/new");
  await expect(page.locator("#app main .lead")).toContainText("do not stop all at once and alone");
});
