// The first minute, and the example month.

import { expect, test } from "../ebb.ts";
import { drawn } from "../looks.ts";
import { readRaw } from "../store.ts";

test.describe("on the first visit", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("Now is there at once, and a look around is offered under the craving button", async ({ app, page }) => {
    await app.open("/");
    const craving = page.getByRole("link", { name: /I have a craving/ });
    await expect(craving).toBeInViewport({ ratio: 1 });
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    const offer = page.getByRole("link", { name: "New here? Take a minute to look around" });
    await expect(offer).toBeVisible();
    expect((await offer.boundingBox())!.y).toBeGreaterThan((await craving.boundingBox())!.y);
  });

  test("three short screens tell what it is for, what it promises, where words are kept", async ({ app, page }) => {
    await app.open("/");
    await page.getByRole("link", { name: "New here?" }).click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("An urge is a wave");
    await expect(page.locator(".welcome-wave")).toBeVisible();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(heading).toHaveText("What you write stays yours");
    await expect(heading).toBeFocused();
    await page.getByRole("link", { name: "Next" }).click();
    await expect(heading).toHaveText("Where it is kept");
    await expect(page.getByText(/The browser has/)).toBeVisible();
    await expect(page.getByText(/Ebb is (not )?installed/)).toBeVisible();
    await expect(page.getByText(/private window/)).toBeVisible();
    await page.getByRole("button", { name: "Go to Ebb" }).click();
    await expect(heading).toHaveText("What do you need right now?");
    // Once, and not again.
    await expect(page.getByRole("link", { name: "New here?" })).toHaveCount(0);
    await app.reload();
    await expect(page.getByRole("link", { name: "New here?" })).toHaveCount(0);
    await app.open("/settings");
    await page.getByRole("link", { name: "Look around again" }).click();
    await expect(heading).toHaveText("An urge is a wave");
  });

  for (const step of [1, 2, 3]) {
    test(`screen ${step} is skipped, a craving is logged and help is called in one tap`, async ({ app, page }) => {
      const path = `/welcome/${step}`;
      await app.open(path);
      const craving = page.getByRole("link", { name: /I have a craving/ });
      await expect(craving).toBeInViewport({ ratio: 1 });
      await craving.click();
      await expect(page.getByRole("group", { name: "How strong is it?" })).toBeVisible();
      await app.open(path);
      await page.getByRole("link", { name: "SOS" }).click();
      await expect(page.getByRole("link", { name: "Call 988" })).toBeVisible();
      await app.open(path);
      await page.getByRole("button", { name: step < 3 ? "Skip this" : "Go to Ebb" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("What do you need right now?");
      await expect(page.getByRole("link", { name: "New here?" })).toHaveCount(0);
    });
  }
});

test.describe("an example month", () => {
  const bar = "This is a made-up month. None of it is saved.";

  test("is looked at from every side, and nothing of it is stored", async ({ app, page }) => {
    await app.open("/insight");
    const before = await readRaw(page);
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await expect(page.getByText(bar)).toBeVisible();
    const main = page.locator("#app main");
    await expect(page.getByRole("radio", { name: "Month" })).toBeChecked();
    await expect(main).toContainText("cravings noted");
    await expect(main).toContainText("Urge surfing");
    await expect(main.locator("svg").first()).toBeVisible();
    await app.goTo("History");
    await expect(page.getByText(bar)).toBeVisible();
    await expect.poll(() => page.locator(".entry").count()).toBeGreaterThan(60);
    await app.goTo("Now");
    await page.getByRole("link", { name: "My program" }).click();
    await expect(main).toContainText("Sleep before midnight");
    expect(await readRaw(page)).toEqual({ ...before, address: page.url(), localStorage: expect.anything() });
    await page.getByRole("button", { name: "Back to my own" }).click();
    await expect(page.getByText(bar)).toHaveCount(0);
    await app.goTo("Insight");
    await expect(page.locator("section[aria-labelledby=see-empty]")).toBeVisible();
  });

  test("cannot be written in, and says so kindly", async ({ app, page }) => {
    await app.open("/history");
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await app.goTo("History");
    const entries = page.locator(".entry");
    await expect(entries.first()).toBeVisible();
    await drawn(page);
    const before = await entries.count();
    await app.deleteEntry("Craving");
    await expect(page.getByRole("alert").filter({ hasText: "This is an example" })).toBeVisible();
    await page.getByLabel("What did you do?").fill("tried it out");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This is an example" })).toHaveCount(2);
    await app.goTo("History");
    await drawn(page);
    expect(await entries.count()).toBe(before);
    const raw = await readRaw(page);
    expect(raw.records + raw.drafts!).toBe("");
  });

  test("leaves the person's own entries alone, and is gone after a reload", async ({ app, page }) => {
    await app.logCraving(7);
    const records = (await readRaw(page)).records;
    await app.open("/settings");
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await expect(page.getByText(bar)).toBeVisible();
    await app.goTo("History");
    await expect.poll(() => page.locator(".entry").count()).toBeGreaterThan(1);
    await app.reload();
    await expect(page.getByText(bar)).toHaveCount(0);
    await expect(page.locator(".entry")).toHaveCount(1);
    expect((await readRaw(page)).records).toBe(records);
  });

  test("gives way to a craving, which is saved as one's own", async ({ app, page }) => {
    await app.open("/insight");
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await app.goTo("Now");
    await page.getByRole("link", { name: /I have a craving/ }).click();
    await expect(page.getByText(bar)).toHaveCount(0);
    await app.rate("How strong is it?", 6);
    await expect(page.locator(".saved")).toHaveText("Saved");
    await app.goTo("History");
    await expect(page.locator(".entry")).toHaveCount(1);
  });

  test("gives way to help, which is the person's own", async ({ app, page }) => {
    await app.open("/sos");
    await page.getByText("Add a person").click();
    await page.getByLabel("Name").fill("Sam");
    await page.getByLabel("Phone number").fill("+1 (555) 010-0199");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name: "Call Sam" }).first()).toBeVisible();
    await app.open("/settings");
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await expect(page.getByText(bar)).toBeVisible();
    await page.getByRole("link", { name: "SOS" }).click();
    await expect(page.getByRole("link", { name: "Call Sam" }).first()).toBeVisible();
    await expect(page.getByText(bar)).toHaveCount(0);
  });

  test("what another tab saves meanwhile is there afterwards", async ({ app, page, context }) => {
    await app.open("/insight");
    await page.getByRole("button", { name: "Look at an example month" }).click();
    await expect(page.getByText(bar)).toBeVisible();
    const other = await context.newPage();
    await other.goto(app.url + "/craving");
    await other.locator('[data-rating="4"]').click();
    await expect(other.locator(".saved")).toHaveText("Saved");
    await other.close();
    await page.getByRole("button", { name: "Back to my own" }).click();
    await app.goTo("History");
    await expect(page.locator(".entry")).toHaveCount(1);
  });
});
