// What the screen showed when a journey failed, among what the run prints: where a machine is gone
// afterwards, nothing else of it is left.

import { readFileSync } from "node:fs";

import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

/** A screen that is longer says no more. */
const LINES = 120;

export default class LastScreen implements Reporter {
  onTestEnd(test: TestCase, result: TestResult) {
    if (test.ok()) return;
    const context = result.attachments.find(({ name }) => name === "error-context");
    const text = context?.body?.toString() ?? (context?.path ? readFileSync(context.path, "utf8") : "");
    const screen = /```yaml\n([^]*?)```/.exec(text)?.[1];
    if (!screen) return;
    const lines = screen.trimEnd().split("\n");
    console.log(`\n  The screen when "${test.title}" failed:`);
    // Marked, since it could read like the summary of a run.
    for (const line of lines.slice(0, LINES)) console.log(`  | ${line}`);
  }

  printsToStdio() {
    return false;
  }
}
