import { defineConfig } from "@playwright/test";

import { browser } from "./browser.ts";

// The release build in a real Chromium. No retries: a test that fails sometimes is a fault.
export default defineConfig({
  testDir: ".",
  testMatch: ["journeys/**/*.spec.ts", "attacks/**/*.spec.ts"],
  outputDir: "../../target/e2e/results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["./last-screen.ts"]],
  use: {
    ...browser,
    viewport: { width: 360, height: 740 },
    locale: "en-US",
    timezoneId: "America/New_York",
    trace: "off",
    // Filling its cache takes longer than most journeys; those that need it use `offline`.
    serviceWorkers: "block",
  },
});
