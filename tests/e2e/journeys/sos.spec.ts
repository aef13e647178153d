import type { Page } from "@playwright/test";

import { expect, test } from "../ebb.ts";
import { drafts } from "../store.ts";

test("help is one tap away from every screen", async ({ app, page }) => {
  for (const path of ["/", "/craving", "/check-in", "/exercises", "/history", "/insight", "/settings"]) {
    await app.open(path);
    await page.getByRole("link", { name: "SOS" }).click();
    await expect(page.getByRole("link", { name: "Call 988" })).toHaveAttribute("href", "tel:988");
  }
});

test("the region can be changed and stays changed", async ({ app, page }) => {
  await app.open("/sos");
  await page.getByLabel("Helplines for").selectOption({ label: "United Kingdom" });
  await expect(page.getByRole("link", { name: "Call 999" })).toHaveAttribute("href", "tel:999");
  await app.reload();
  await expect(page.getByRole("link", { name: "Call 116 123" })).toBeVisible();
});

test("a person is added, can be called, and survives a reload", async ({ app, page }) => {
  await app.open("/sos");
  await page.getByText("Add a person").click();
  await page.getByLabel("Name").fill("Sam");
  await page.getByLabel("Phone number").fill("nope");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "does not look like a phone number" })).toBeVisible();
  await page.getByLabel("Phone number").fill("+1 (555) 010-0199");
  await page.getByLabel("What they can help with").fill("Will come and fetch me");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Call Sam" }).first()).toHaveAttribute("href", "tel:+15550100199");
  await app.reload();
  await expect(page.getByRole("link", { name: "Text Sam" })).toBeVisible();
  await page.getByRole("button", { name: "Delete Sam" }).click();
  await expect(page.getByRole("link", { name: "Call Sam" })).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lines can be read and tapped on any address", async ({ page, server }) => {
    for (const path of ["/", "/sos"]) {
      await page.goto(server.url + path);
      await expect(page.getByRole("link", { name: "Call 988" }).first()).toHaveAttribute("href", "tel:988");
      await expect(page.getByRole("link", { name: "Call 911" }).first()).toBeVisible();
      await expect(page.getByText("Give naloxone if there is any. If you do not know")).toBeVisible();
      await expect(page.getByText("The journal needs JavaScript")).toBeVisible();
    }
  });
});

test("the lines can be tapped while the app has not loaded", async ({ page, server }) => {
  // The module never comes, as on a train between two cells.
  await page.route("**/*.wasm", () => undefined);
  await page.goto(server.url, { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Call 988" }).first()).toBeVisible();
  await page.getByRole("link", { name: "SOS" }).click();
  await expect(page.locator("#first-help")).toBeInViewport();
});

/** The module waits until what comes back is called. */
async function holdModule(page: Page): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

test("help that was asked for before the app is there stays when it comes", async ({ app, page }) => {
  const release = await holdModule(page);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.locator("#first").getByRole("link", { name: "SOS" }).click();
  await expect(page.locator("#first-help")).toBeInViewport();
  release();
  await app.ready();
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Call 988" }).first()).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "What do you need right now?" })).toBeVisible();
});

test("a tap made before the app is there is not lost", async ({ app, page }) => {
  const release = await holdModule(page);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.locator("#first").getByRole("link", { name: /I have a craving/ }).click();
  await expect(page).toHaveURL(/\/craving$/);
  release();
  await app.ready();
  await expect(page.getByRole("group", { name: "How strong is it?" })).toBeVisible();
});

test("a finger that is down while the app arrives still taps", async ({ app, page }) => {
  const release = await holdModule(page);
  await page.goto(app.url, { waitUntil: "commit" });
  await page.locator("#first").getByRole("link", { name: /I have a craving/ }).hover();
  await page.mouse.down();
  release();
  await app.ready();
  await page.mouse.up();
  await expect(page.getByRole("group", { name: "How strong is it?" })).toBeVisible();
});

test("when the app breaks, the lines and a way back are on the screen and the draft is kept", async ({ app, page, watch }) => {
  watch.allowed.push(/./);
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await page.getByLabel("What did you do?").fill("half an answer");
  await expect.poll(() => drafts(page)).toContain("half an answer");
  await page.evaluate(() => {
    Node.prototype.cloneNode = () => {
      throw new Error("as no browser should");
    };
  });
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Something in Ebb stopped" })).toBeVisible();
  // Whoever mends it finds the place: the file and the line of the panic.
  expect(told.join("\n")).toMatch(/panicked at \S+\.rs:\d+/);
  await expect(page.getByRole("link", { name: "Call 988" }).first()).toBeVisible();
  await page.getByRole("link", { name: "Reload" }).click();
  await app.ready();
  await app.open("/craving");
  await page.getByText("Add more, if you like").click();
  await expect(page.getByLabel("What did you do?")).toHaveValue("half an answer");
});
