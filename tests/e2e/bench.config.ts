import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

// What is timed runs alone, one after the other.
export default defineConfig({
  ...journeys,
  testDir: "bench",
  testMatch: "**/*.spec.ts",
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  globalTeardown: "./bench/table.ts",
});
