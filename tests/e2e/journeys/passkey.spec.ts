import { App, expect, test as base } from "../ebb.ts";
import { PASSPHRASE, proveCode, putOn, SLOW, unlock } from "../locking.ts";
import { read } from "../store.ts";

import type { Page } from "@playwright/test";

// A passkey belongs to a name, and a number is none.
const test = base.extend<{ app: App }>({
  app: async ({ page, server, watch }, use) => {
    watch.allowed.push(/^request to http:\/\/localhost:/);
    await use(new App(page, server.url.replace("127.0.0.1", "localhost")));
  },
});

/** A device that makes passkeys, as the browser pretends to have one. */
async function device(page: Page, hasPrf = true) {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return {
    verified: (isUserVerified: boolean) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    forget: () => client.send("WebAuthn.clearCredentials", { authenticatorId }),
    passkeys: async () => (await client.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

async function setUp(page: Page) {
  await page.getByText("Unlock with a passkey", { exact: true }).first().click();
  await expect(page.getByText("A finger can be forced")).toBeVisible();
  await page.locator("#passkey-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Set up a passkey" }).click();
}

const lockNow = async (page: Page) => {
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
};
const byPasskey = (page: Page) => page.getByRole("button", { name: "Unlock with the passkey" });

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
  const started = Date.now();
  await byPasskey(page).click();
  await expect(page.locator("html")).toHaveAttribute("data-journal", "open", SLOW);
  console.log(`passkey to an open journal: ${Date.now() - started} ms`);
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
