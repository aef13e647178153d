import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

// Hard kills of the browser, one after the other.
export default defineConfig({ ...journeys, testDir: "kills", testMatch: "**/*.spec.ts", workers: 1, fullyParallel: false });
