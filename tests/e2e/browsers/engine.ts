// Three engines, each driven by its own WebDriver program on a profile that outlives it.

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Builder, type WebDriver } from "selenium-webdriver";

import { launchOptions } from "../browser.ts";

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type Name = (typeof ENGINES)[number];

export interface Wishes {
  language?: "en" | "es";
  script?: boolean;
}

export function told(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} names no program: start this through \`cargo xtask test\``);
  return value;
}

/** The program that drives it, and how it is told its port. */
const DRIVERS: Record<Name, (port: number) => [string, string[]]> = {
  chromium: (port) => [told("EBB_CHROMEDRIVER"), [`--port=${port}`]],
  firefox: (port) => [told("EBB_GECKODRIVER"), ["--port", String(port)]],
  webkit: (port) => [told("EBB_WEBKITDRIVER"), [`--port=${port}`]],
};

function capabilities(name: Name, folder: string, { language = "en", script = true }: Wishes): object {
  const downloads = join(folder, "Downloads");
  if (name === "chromium") {
    return {
      browserName: "chrome",
      "goog:chromeOptions": {
        binary: launchOptions.executablePath,
        args: [...launchOptions.args, "--headless=new", `--user-data-dir=${folder}`, `--accept-lang=${language}`],
        prefs: {
          "download.default_directory": downloads,
          "profile.managed_default_content_settings.javascript": script ? 1 : 2,
        },
      },
    };
  }
  if (name === "firefox") {
    return {
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: told("EBB_FIREFOX"),
        args: ["-headless", "-profile", folder],
        prefs: {
          "browser.download.dir": downloads,
          "browser.download.folderList": 2,
          "intl.accept_languages": language,
          "javascript.enabled": script,
          // It would ask whether to start without what may have made it end.
          "toolkit.startup.max_resumed_crashes": -1,
        },
      },
    };
  }
  return {
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: told("EBB_MINIBROWSER"),
      args: ["--automation", ...(script ? [] : ["--enable-javascript=false"])],
    },
  };
}

/** A screen that nobody sees, for an engine that has no way to do without. */
export async function screen(): Promise<{ display: string; child: ChildProcess }> {
  const child = spawn(told("EBB_XVFB"), ["-displayfd", "1", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const number = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (bytes) => resolve(String(bytes).trim()));
    child.once("exit", () => reject(new Error("Xvfb has ended")));
  });
  return { display: `:${number}`, child };
}

/** Where a browser of WebKitGTK keeps everything. */
export function homeOf(folder: string): NodeJS.ProcessEnv {
  const below = { DATA: "data", CACHE: "cache", CONFIG: "config" };
  const homes = Object.entries(below).map(([what, name]) => [`XDG_${what}_HOME`, join(folder, name)]);
  return { HOME: folder, ...Object.fromEntries(homes) };
}

export class Engine {
  private driven?: WebDriver;
  private children: ChildProcess[] = [];

  private constructor(
    readonly name: Name,
    readonly folder: string,
  ) {}

  /** A browser on a new profile. */
  static async start(name: Name, wishes: Wishes = {}): Promise<Engine> {
    return Engine.on(name, mkdtempSync(join(tmpdir(), `ebb-${name}-`)), wishes);
  }

  /** A browser on a profile that may have been used. */
  static async on(name: Name, folder: string, wishes: Wishes = {}): Promise<Engine> {
    const engine = new Engine(name, folder);
    mkdirSync(join(folder, "Downloads"), { recursive: true });
    await engine.open(wishes);
    return engine;
  }

  get driver(): WebDriver {
    if (!this.driven) throw new Error("the browser is closed");
    return this.driven;
  }

  /** The browser again, on what it left on the disk. */
  async open(wishes: Wishes = {}) {
    const { folder } = this;
    const env: NodeJS.ProcessEnv = { ...process.env, TZ: "America/New_York", LANGUAGE: wishes.language ?? "en" };
    if (this.name === "webkit") {
      const { display, child } = await screen();
      this.children.push(child);
      Object.assign(env, homeOf(folder), { DISPLAY: display, MESA_SHADER_CACHE_DISABLE: "true" });
      mkdirSync(join(folder, "config"), { recursive: true });
      writeFileSync(join(folder, "config/user-dirs.dirs"), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
    }
    const port = await freePort();
    const [program, args] = DRIVERS[this.name](port);
    const child = spawn(program, args, { env, stdio: "ignore" });
    this.children.push(child);
    const url = `http://127.0.0.1:${port}`;
    await answers(url, child);
    this.driven = await new Builder().usingServer(url).withCapabilities(capabilities(this.name, folder, wishes)).build();
    await this.driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000, implicit: 0 });
  }

  /** Ends the browser as a person does. */
  async close() {
    await this.driven?.quit().catch(() => undefined);
    await this.endDriver();
  }

  /** Kills Firefox at this moment. */
  async kill() {
    process.kill(Number((await this.driver.getCapabilities()).get("moz:processID")), "SIGKILL");
    await this.endDriver();
  }

  private async endDriver() {
    this.driven = undefined;
    for (const child of this.children.splice(0)) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.signalCode === null && child.kill()) await ended;
    }
  }

  async end() {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The path of the file that was saved last, once all of it is there. */
  async download(): Promise<string | undefined> {
    const files = readdirSync(join(this.folder, "Downloads")).filter((name) => !/\.(part|crdownload|wkdownload)$/.test(name));
    return files[0] && join(this.folder, "Downloads", files[0]);
  }
}

async function answers(url: string, child: ChildProcess) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} has ended`);
    if (await fetch(`${url}/status`).then((response) => response.ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
