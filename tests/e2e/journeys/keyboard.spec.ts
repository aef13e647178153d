// Every journey once with the keyboard alone: nothing here touches a pointer.

import { expect, test } from "../ebb.ts";
import { press, rate, tabTo } from "../keyboard.ts";

test("log a craving, rate it again, edit it, delete it, bring it back", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: /I have a craving/ }));
  await expect(page.locator("#app h1")).toBeFocused();
  await press(page, page.getByText("Add more, if you like"));
  await press(page, page.getByRole("checkbox", { name: "Stress" }), "Space");
  // Its key, which is no shortcut elsewhere.
  await page.keyboard.press("7");
  await expect(page.locator(".saved")).toHaveText("Saved");
  await press(page, page.locator('[data-rating="4"]'));
  await expect(page.locator(".course li").last()).toContainText("4");
  await press(page, page.getByRole("link", { name: "My waves" }));
  await press(page, page.getByRole("link", { name: "Days" }));
  await press(page, page.locator(".entry-link"));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press(page, page.getByLabel("What did you do?"), "W");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.locator(".entry")).toContainText("W");
  // Whoever comes back is where they were.
  await expect(page.locator(".entry-link")).toBeFocused();
  await page.keyboard.press("Enter");
  await press(page, page.getByRole("button", { name: "Delete this entry" }));
  await expect(page.locator(".entry")).toHaveCount(0);
  // The list has the focus, and the way back comes after it.
  await press(page, page.getByRole("button", { name: "Undo" }));
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("check in", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "Check in" }));
  await rate(page, "Mood", 6);
  await press(page, page.getByText("More", { exact: true }));
  await press(page, page.getByRole("checkbox", { name: "Tired" }), "Space");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.locator(".notice")).toContainText("saved");
});

test("write a line of the safety plan and read it", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "My plans" }));
  await press(page, page.getByRole("link", { name: /^Safety plan/ }));
  await press(page, page.getByRole("link", { name: "Start", exact: true }));
  await tabTo(page, page.getByRole("textbox", { name: "Line 1" }));
  await page.keyboard.type("Pacing at night");
  await press(page, page.getByRole("button", { name: "Next step" }));
  await expect(page.getByText("Step 2 of 6")).toBeVisible();
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Pacing at night")).toBeVisible();
});

test("note a slip", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "I had a slip" }));
  await press(page, page.getByRole("checkbox", { name: "Alcohol" }), "Space");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.locator("main").getByText("Everything you have built is still there.")).toBeVisible();
});

test("breathe, and stop when it is enough", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "Breathe" }));
  await press(page, page.getByRole("button", { name: "Start" }));
  await press(page, page.getByRole("button", { name: "Pause" }));
  await press(page, page.getByRole("button", { name: /Resume|Continue/ }));
  await press(page, page.getByRole("button", { name: /Finish/ }));
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("reach help, change the region, add a person", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "SOS" }));
  await tabTo(page, page.getByRole("link", { name: "Call 988" }));
  await tabTo(page, page.getByLabel("Helplines for"));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Helplines for")).toHaveValue("1");
  await press(page, page.getByText("Add a person"));
  await press(page, page.getByLabel("Name"), "S");
  await press(page, page.getByRole("button", { name: "Save" }));
  await expect(page.locator(".help-line h3")).toHaveText("S");
});

test("change the theme and think again about deleting everything", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "Settings" }));
  await tabTo(page, page.getByRole("group", { name: "Light or dark" }).getByRole("radio", { name: "Same as the device" }));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await press(page, page.getByRole("button", { name: "Delete everything" }));
  await expect(page.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the skip link leads past the header", async ({ app, page }) => {
  await app.open("/");
  await press(page, page.getByRole("link", { name: "Skip to content" }));
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /I have a craving/ })).toBeFocused();
});
