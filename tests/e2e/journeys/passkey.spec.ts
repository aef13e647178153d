import { App, expect, test as base } from "../ebb.ts";
import { PASSPHRASE, proveCode, putOn, SLOW, unlock } from "../locking.ts";
import { byPasskey, device, lockNow, setUp } from "../passkeys.ts";
import { read } from "../store.ts";

// A passkey belongs to a name, and a number is none.
const test = base.extend<{ app: App }>({
  app: async ({ page, server, watch }, use) => {
    watch.allowed.push(/^request to http:\/\/localhost:/);
    await use(new App(page, server.url.replace("127.0.0.1", "localhost")));
  },
});

test("a passkey opens the lock beside the passphrase, not for somebody else, and not once it is deleted", async ({ app, page }) => {
  test.setTimeout(240_000);
  const own = await device(page);
  await app.logCraving(7);
  await putOn(app, page);
  await setUp(page);
  await expect(page.getByText("The passkey opens Ebb from now on")).toBeVisible(SLOW);
  expect(await own.passkeys()).toHaveLength(1);
  const { vault = "" } = await read(page, "meta");
  expect(vault).toContain('"kind":"passkey"');

  await lockNow(page);
  await byPasskey(page).click();
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await lockNow(page);
  await own.verified(false);
  await byPasskey(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "The passkey was not used" })).toBeVisible(SLOW);
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);

  // Deleted on the device, the passphrase is left.
  await own.verified(true);
  await own.forget();
  await lockNow(page);
  await byPasskey(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "The passkey was not used" })).toBeVisible(SLOW);
  await unlock(page);
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  await page.getByText("Unlock with a passkey", { exact: true }).first().click();
  await page.getByRole("button", { name: "Remove the passkey" }).click();
  await expect(page.getByText("The passkey no longer opens Ebb")).toBeVisible(SLOW);
  await lockNow(page);
  await expect(byPasskey(page)).toHaveCount(0);
});

test("a passkey that gives no secret is not used, and one is gone once the key is another", async ({ app, page }) => {
  test.setTimeout(240_000);
  const without = await device(page, false);
  await putOn(app, page);
  await setUp(page);
  await expect(page.getByRole("alert").filter({ hasText: "cannot open Ebb" })).toBeVisible(SLOW);
  expect((await read(page, "meta")).vault).not.toContain("passkey");
  await without.forget();

  await page.getByText("Change the passphrase").first().click();
  await page.locator("#old-passphrase").fill(PASSPHRASE);
  await page.locator("#new-passphrase").fill("another tide comes in at dusk");
  await page.getByRole("button", { name: "Change the passphrase" }).click();
  await proveCode(page);
  await expect(page.getByText("Only the new passphrase and the new recovery code open Ebb now")).toBeVisible(SLOW);
  expect((await read(page, "meta")).vault).not.toContain("passkey");
});
