// The table of what each engine can do, as the run has found it, and how long each engine took.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

import { ENGINES, type Name } from "./engine.ts";

const HEAD = `# What works in which browser

Made by \`cargo xtask test --only browsers\`, on the release build, through each engine's own WebDriver program.
`;

export default class Table implements Reporter {
  private readonly cells = new Map<string, Partial<Record<Name, string>>>();
  private readonly reasons: string[] = [];
  private readonly versions = new Map<Name, string>();
  private readonly took = new Map<Name, number>();
  private all = true;

  onTestEnd(test: TestCase, result: TestResult) {
    const name = test.parent.project()!.name as Name;
    const row = this.cells.get(test.title) ?? {};
    const { description } = test.annotations.find(({ type }) => type === "skip") ?? {};
    if (result.status === "skipped" && description) {
      row[name] = `cannot [${this.reasons.push(description)}]`;
    } else {
      const figures = test.annotations.find(({ type }) => type === "figures")?.description;
      row[name] = result.status === "passed" ? (figures ?? "passed") : "**failed**";
      this.all &&= result.status === "passed";
    }
    this.cells.set(test.title, row);
    this.took.set(name, (this.took.get(name) ?? 0) + result.duration);
    const version = test.annotations.find(({ type }) => type === "version");
    if (version?.description) this.versions.set(name, version.description);
  }

  onEnd() {
    for (const [name, took] of this.took) console.log(`${name}: ${(took / 1000).toFixed(0)} s`);
    const rows = [...this.cells].map(([title, row]) => `| ${title} | ${ENGINES.map((name) => row[name] ?? "").join(" | ")} |`);
    // One engine alone, or one feature, would take the others out of the table.
    const whole = [...this.cells.values()].every((row) => ENGINES.every((name) => row[name]));
    if (!this.all || !whole || this.cells.size < 10) return;
    const engines = ENGINES.map((name) => this.versions.get(name) ?? name);
    const reasons = this.reasons.map((reason, index) => `${index + 1}. ${reason}`);
    const text = [HEAD, `| feature | ${engines.join(" | ")} |`, "|---|---|---|---|", ...rows, "", ...reasons];
    writeFileSync(join(process.env.EBB_ROOT!, "tests/BROWSERS.md"), `${text.join("\n").trimEnd()}\n`);
  }
}
