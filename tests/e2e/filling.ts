// A person's moves in a questionnaire.

import { expect, type Page } from "@playwright/test";

import type { App } from "./ebb.ts";

export async function begin(app: App, id: string, button = "Start") {
  await app.open(`/questionnaires/${id}`);
  const start = app.page.getByRole("button", { name: button });
  const back = app.page.getByRole("button", { name: "Back" });
  // One that was left half-way opens at its question; back leads to its start.
  await expect(start.or(back)).toBeVisible();
  while (!(await start.isVisible())) await back.click();
  await start.click();
}

export async function choose(page: Page, answer: string) {
  await page.getByRole("radio", { name: answer, exact: true }).check();
}

export async function next(page: Page) {
  const question = await page.locator("#step").textContent();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.locator("#step")).not.toHaveText(question ?? "");
}

/** Answers the questions from here on, one after the other. */
export async function answerAll(page: Page, answers: string[]) {
  for (const answer of answers) {
    await choose(page, answer);
    await next(page);
  }
}
