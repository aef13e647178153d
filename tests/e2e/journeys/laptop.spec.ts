// A laptop is not a stretched phone: two panes, and keys.

import { expect, test } from "../ebb.ts";
import { fill } from "../screens.ts";
import { liveFourWeeks } from "../weeks.ts";

test.use({ viewport: { width: 1280, height: 800 } });

test("the chosen entry stands beside the list, by mouse", async ({ app, page }) => {
  await fill(app);
  await app.goTo("History");
  await expect(page.getByText("Choose an entry")).toBeVisible();
  await page.locator(".entry-link").filter({ hasText: "Craving" }).click();
  await expect(page).toHaveURL(/\/history\/\w+$/);
  const pane = page.locator(".pane-entry");
  await expect(pane.getByRole("heading", { level: 2 })).toHaveText("Craving");
  await expect(page.locator(".entry")).toHaveCount(2);
  const [list, beside] = [(await page.locator(".pane-list").boundingBox())!, (await pane.boundingBox())!];
  expect(beside.x).toBeGreaterThan(list.x + list.width - 1);
  await pane.getByLabel("What did you do?").fill("Went for a walk");
  await pane.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".notice")).toContainText("Saved");
  await expect(page).toHaveURL(/\/history$/);
  await expect(page.getByText("Choose an entry")).toBeVisible();
  // Gone from the list once it is deleted in the pane, and back with one press.
  await page.locator(".entry-link").filter({ hasText: "Craving" }).click();
  await pane.getByRole("button", { name: "Delete this entry" }).click();
  await expect(page.locator(".entry")).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".entry")).toHaveCount(2);
});

test("the list is walked with arrows, an entry is opened with Enter, and the focus comes back", async ({ app, page }) => {
  await fill(app);
  await app.goTo("History");
  const links = page.locator(".entry-link");
  await links.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(links.first()).toBeFocused();
  const kind = (await links.first().locator(".entry-kind").textContent())!;
  await page.keyboard.press("Enter");
  const heading = page.locator(".pane-entry").getByRole("heading", { level: 2, name: kind });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".pane-entry").getByRole("link", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(links.first()).toBeFocused();
});

test("an address leads to an old entry in its days, and a narrow window shows it alone", async ({ app, page }) => {
  await liveFourWeeks(app);
  await app.reload();
  await app.goTo("History");
  await page.getByRole("radio", { name: "Month" }).check();
  await page.locator(".entry-link").last().click();
  await expect(page.locator(".pane-entry h2")).toBeVisible();
  await app.reload();
  await expect(page.locator(".pane-entry h2")).toBeVisible();
  await expect(page.locator(".entry:has([aria-current])")).toHaveCount(1);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.locator(".panes")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete this entry" })).toBeVisible();
});

test.describe("shortcuts", () => {
  test("one key leads to each section, and ? lists them", async ({ app, page }) => {
    await app.open("/");
    const heading = page.getByRole("heading", { level: 1 });
    // The part that listens has come once the sheet is there.
    await expect(page.locator("dialog.keys")).toBeAttached();
    for (const [key, title] of [
      ["c", "A craving"],
      ["k", "Check in"],
      ["e", "Skills"],
      ["h", "Days"],
      ["i", /./],
      ["p", "My plans"],
      ["n", "What do you need right now?"],
      ["s", "Help now"],
    ] as const) {
      await page.keyboard.press(key);
      await expect(heading).toHaveText(title);
    }
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText("I have a craving");
    // Keys do nothing below it.
    await page.keyboard.press("c");
    await expect(heading.first()).toHaveText("Help now");
    await page.keyboard.press("Enter");
    await expect(sheet).toHaveCount(0);
    await page.keyboard.press("Control+c");
    await expect(heading).toHaveText("Help now");
  });

  test("in a field a letter is a letter", async ({ app, page }) => {
    await app.open("/craving");
    await expect(page.locator("dialog.keys")).toBeAttached();
    await page.getByText("Add more, if you like").click();
    const thought = page.getByLabel("What went through your mind?");
    await thought.focus();
    await page.keyboard.type("such a pickle?");
    await expect(thought).toHaveValue("such a pickle?");
    await expect(page).toHaveURL(/\/craving$/);
  });

  test("they can be switched off, and stay off", async ({ app, page }) => {
    await app.open("/settings");
    await page.getByRole("checkbox", { name: "Use shortcuts" }).uncheck();
    await app.reload();
    await expect(page.locator("dialog.keys")).toBeAttached();
    await expect(page.getByRole("checkbox", { name: "Use shortcuts" })).not.toBeChecked();
    await page.keyboard.press("c");
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page).toHaveURL(/\/settings$/);
  });
});

for (const [locale, first] of [
  ["en-US", "Sunday"],
  ["en-GB", "Monday"],
  ["es-US", "domingo"],
  ["es-ES", "lunes"],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test(`the week begins with ${first}`, async ({ app, page }) => {
      await app.open("/programme/group/new");
      const days = page.locator('input[name="weekdays"] + span');
      await expect(days).toHaveCount(7);
      await expect(days.first()).toHaveText(new RegExp(`^${first}$`, "i"));
    });
  });
}
