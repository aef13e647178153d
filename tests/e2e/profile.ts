// A browser on a profile that outlives it, and what is found of it on the disk.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium, type BrowserContext } from "@playwright/test";

import { launchOptions } from "./browser.ts";

/** Where Chromium keeps what a site stores, in the profile. */
export const SITE = /^Default\/(IndexedDB|Local Storage|Session Storage|WebStorage|Service Worker)\//;

export class Profile {
  private readonly folder = mkdtempSync(join(tmpdir(), "ebb-profile-"));

  open(): Promise<BrowserContext> {
    return chromium.launchPersistentContext(this.folder, {
      ...launchOptions,
      serviceWorkers: "allow",
      viewport: { width: 360, height: 740 },
      locale: "en-US",
    });
  }

  /** Every file as it lies on the disk of a browser that is closed, by its path. */
  files(which: RegExp): Map<string, Buffer> {
    const names = readdirSync(this.folder, { recursive: true, withFileTypes: true });
    const paths = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
    const found = paths.map((path) => [path.slice(this.folder.length + 1), readFileSync(path)] as const);
    return new Map(found.filter(([path]) => which.test(path)));
  }

  /** In which of them a text stands, in one byte a character or in two. */
  holding(text: string, which = /./): string[] {
    const spellings = (["utf8", "utf16le"] as const).map((encoding) => Buffer.from(text, encoding));
    const files = [...this.files(which)];
    return files.filter(([, bytes]) => spellings.some((one) => bytes.includes(one))).map(([path]) => path);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
