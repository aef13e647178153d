import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

// Hard kills of the browser: one after the other, for as long as it takes.
export default defineConfig({ ...journeys, testDir: "kills", testMatch: "**/*.spec.ts", workers: 1, fullyParallel: false, timeout: 0 });
