import { defineConfig } from "@playwright/test";

import { ENGINES } from "./browsers/engine.ts";

// What a person needs most, in every engine; `tests/BROWSERS.md` is made by the run.
export default defineConfig({
  testDir: "browsers",
  testMatch: "**/*.spec.ts",
  outputDir: "../../target/e2e/browsers",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 400_000,
  reporter: [["list"], ["./browsers/table.ts"]],
  projects: ENGINES.map((name) => ({ name })),
});
