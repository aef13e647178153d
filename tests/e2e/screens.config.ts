import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

// Pictures of every screen, for people to look at: target/report/screens/.
export default defineConfig({ ...journeys, testDir: "screens", testMatch: "**/*.spec.ts" });
