// Unlocking by a passkey of a device that the browser pretends to have.

import type { Page } from "@playwright/test";

import { expect } from "./ebb.ts";
import { PASSPHRASE } from "./locking.ts";

/** A device that makes passkeys, as the browser pretends to have one. */
export async function device(page: Page, hasPrf = true) {
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

export async function setUp(page: Page) {
  await page.getByText("Unlock with a passkey", { exact: true }).first().click();
  await expect(page.getByText("A finger can be forced")).toBeVisible();
  await page.locator("#passkey-passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Set up a passkey" }).click();
}

export const lockNow = async (page: Page) => {
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
};

export const byPasskey = (page: Page) => page.getByRole("button", { name: "Unlock with the passkey" });
