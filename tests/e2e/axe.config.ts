import { defineConfig } from "@playwright/test";

import journeys from "./playwright.config.ts";

// Every screen in every look: too long for every `cargo xtask test`, so a command of its own.
export default defineConfig({ ...journeys, testDir: "axe", testMatch: "**/*.spec.ts", timeout: 600_000 });
