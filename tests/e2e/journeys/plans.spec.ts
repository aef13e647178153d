import { expect, offline, test } from "../ebb.ts";
import { drafts } from "../store.ts";

test("a safety plan is built step by step, read in two taps, changed, deleted and brought back", async ({ app, page }) => {
  await app.open("/");
  await page.getByRole("link", { name: "My plans" }).click();
  await page.getByRole("link", { name: /^Safety plan/ }).click();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await expect(page.getByText("Step 1 of 6")).toBeVisible();
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("I stop answering my phone");
  await page.getByRole("button", { name: /^Add another/ }).click();
  await expect(page.getByRole("textbox", { name: "Line 2", exact: true })).toBeFocused();
  await page.getByRole("textbox", { name: "Line 2", exact: true }).fill("I do not sleep");
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("A hot shower");
  for (let step = 0; step < 2; step++) await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Sam");
  await page.getByRole("textbox", { name: "Phone number", exact: true }).fill("nope");
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  // It goes back to the step where something is wrong.
  await expect(page.getByRole("alert").filter({ hasText: "does not look like a phone number" })).toBeVisible();
  await page.getByRole("textbox", { name: "Phone number", exact: true }).fill("+1 555 010-0199");
  await page.getByRole("button", { name: "Save" }).click();
  // The editor has the same heading: only the plan as one reads it has the words without a field.
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
  await app.open("/sos");
  await page.getByRole("link", { name: "My safety plan" }).click();
  await expect(page.getByText("I do not sleep")).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Sam" })).toHaveAttribute("href", "tel:+15550100199");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("Put the pills with my sister");
  await expect(page.getByText("Step 3 of 6")).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Put the pills with my sister")).toBeVisible();
  await app.reload();
  await expect(page.getByText("Put the pills with my sister")).toBeVisible();
  await expect(page.getByText("A hot shower")).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My plans");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("link", { name: /^Safety plan/ }).click();
  await expect(page.getByText("A hot shower")).toBeVisible();
});

offline("the safety plan is read without network", async ({ app, page, context }) => {
  await app.open("/plans/safety/edit");
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("Pacing at night");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Pacing at night")).toBeVisible();
  await app.offlineReady();
  await context.setOffline(true);
  await app.open("/");
  await page.getByRole("link", { name: "My plans" }).click();
  await page.getByRole("link", { name: /^Safety plan/ }).click();
  await expect(page.getByText("Pacing at night")).toBeVisible();
});

test("a plan that is being written survives a killed tab", async ({ app, page }) => {
  await app.open("/plans/relapse/edit");
  await page.getByRole("group", { name: /^My early signs/ }).getByRole("textbox", { name: "Line 1", exact: true }).fill("One would be fine");
  await page.getByRole("textbox", { name: "When", exact: true }).fill("Payday");
  await page.getByRole("textbox", { name: "Then I will", exact: true }).fill("Call Sam from the bank");
  await expect.poll(() => drafts(page)).toContain("Call Sam from the bank");
  await app.reload();
  await expect(page.getByRole("textbox", { name: "Then I will", exact: true })).toHaveValue("Call Sam from the bank");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Payday → Call Sam from the bank")).toBeVisible();
  await app.reload();
  await expect(page.getByText("One would be fine")).toBeVisible();
});

test("half a row is not dropped: its field says what is missing", async ({ app, page }) => {
  await app.open("/plans/relapse/edit");
  await page.getByRole("textbox", { name: "When", exact: true }).fill("Payday");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please write something here" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "When", exact: true })).toHaveValue("Payday");
});

test("reasons and risky situations are kept, each situation with its plan", async ({ app, page }) => {
  await app.open("/plans/reasons/edit");
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("My daughter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("My daughter")).toBeVisible();
  await app.open("/plans");
  await page.getByRole("link", { name: "Add a situation" }).click();
  await page.getByLabel(/^The situation/).fill("Friday night");
  await page.getByRole("checkbox", { name: "Old friends" }).check();
  await page.getByLabel(/^When I am in it/).fill("Leave at nine");
  await app.rate("How confident am I that I can get through it?", 6);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My plans");
  await app.reload();
  await expect(page.getByText("Leave at nine")).toBeVisible();
  await page.getByRole("link", { name: "Friday night" }).click();
  await expect(page.getByRole("checkbox", { name: "Old friends" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "6", exact: true })).toBeChecked();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Friday night")).toHaveCount(0);
});

test("a printed plan is plain and shows the numbers, without buttons", async ({ app, page }) => {
  await app.open("/plans/safety/edit");
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("Pacing at night");
  for (let step = 0; step < 3; step++) await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Sam");
  await page.getByRole("textbox", { name: "Phone number", exact: true }).fill("555 010 0199");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Pacing at night")).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByText("555 010 0199", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Call Sam" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const ink = await page.locator("html").evaluate((html) => getComputedStyle(html).color);
  expect(ink).toBe("rgb(0, 0, 0)");
});

test("while Ebb is locked the plan is locked too, and its page says so before", async ({ app, page }) => {
  test.setTimeout(180_000);
  await app.open("/plans/safety/edit");
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("Pacing at night");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("While the lock is on, this plan is sealed")).toBeVisible();
  await app.open("/settings/lock");
  await page.getByLabel("Passphrase", { exact: false }).first().fill("calm sea over the wide bay");
  await expect(page.locator("#strength")).toContainText("Strong");
  await page.getByRole("button", { name: "Set up the lock" }).click();
  // Making the key takes seconds on purpose.
  const code = await page.locator("#recovery-code").innerText({ timeout: 60_000 });
  await page.getByLabel("The last two groups").fill(code.slice(-9).toLowerCase());
  await page.getByRole("button", { name: "Turn on the lock" }).click();
  await expect(page.getByRole("heading", { name: "The lock is on" })).toBeVisible();
  await page.getByRole("button", { name: "Lock now" }).click();
  // Locking loads the page afresh; a tap before that would land in the old one.
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await page.getByRole("link", { name: "SOS" }).click();
  await expect(page.getByRole("link", { name: "Call 988" })).toBeVisible();
  await page.getByRole("link", { name: "My safety plan" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
  await expect(page.getByText("Pacing at night")).toHaveCount(0);
});
