// A real Chromium on a profile that outlives it, made to be killed. Playwright's own client takes
// half a second to get ready, which is as long as a whole round here; this speaks the same protocol.

import { spawn, type ChildProcess } from "node:child_process";
import type { Readable, Writable } from "node:stream";

import { launchOptions } from "../browser.ts";

const QUIETER = ["--headless", "--disable-gpu", "--disable-extensions", "--remote-debugging-pipe"];

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/** What the browser was asked for when it was killed. */
export class Killed extends Error {}

export class Chrome {
  /** Called with what a page tells through `window.tell`. */
  heard: (told: string) => void = () => undefined;
  private readonly waiting = new Map<number, Waiting>();
  private readonly gone: Promise<void>;
  private session = "";
  private last = 0;
  private dead = false;

  private constructor(private readonly child: ChildProcess) {
    this.gone = new Promise((resolve) => child.on("exit", () => resolve()));
    // Nothing is said when a process that writes here is gone; what matters is noticed elsewhere.
    this.commands.on("error", () => undefined);
    let rest = "";
    (child.stdio[4] as Readable).setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\0");
      rest = parts.pop() ?? "";
      for (const part of parts) this.receive(JSON.parse(part) as Message);
    });
  }

  /** Starts one with a blank page. */
  static async start(profile: string): Promise<Chrome> {
    const args = [...launchOptions.args, ...QUIETER, `--user-data-dir=${profile}`, "about:blank"];
    // A process group of its own, so that all of it can be killed at once.
    const child = spawn(launchOptions.executablePath, args, {
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    const chrome = new Chrome(child);
    process.once("exit", chrome.shoot);
    await chrome.attach();
    return chrome;
  }

  private get commands(): Writable {
    return this.child.stdio[3] as Writable;
  }

  private async attach() {
    const { targetInfos } = (await this.send("Target.getTargets")) as {
      targetInfos: { type: string; targetId: string }[];
    };
    const page = targetInfos.find((target) => target.type === "page");
    if (!page) throw new Error("the browser has no page");
    const target = { targetId: page.targetId, flatten: true };
    const attached = await this.send("Target.attachToTarget", target);
    this.session = String(attached.sessionId);
    await Promise.all([
      this.send("Runtime.enable"),
      this.send("Page.enable"),
      this.send("Runtime.addBinding", { name: "tell" }),
    ]);
  }

  private receive(message: Message) {
    if (message.method === "Runtime.bindingCalled") this.heard(String(message.params?.payload));
    const waiting = this.waiting.get(message.id ?? -1);
    if (!waiting) return;
    this.waiting.delete(message.id ?? -1);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  send(method: string, params: object = {}): Promise<Record<string, unknown>> {
    if (this.dead) return Promise.reject(new Killed(method));
    const id = (this.last += 1);
    const sessionId = this.session || undefined;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.commands.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }

  /** Runs a function first in every page that is opened from now on. */
  async first<A>(what: (given: A) => void, given: A) {
    const source = `(${what.toString()})(${JSON.stringify(given)})`;
    await this.send("Page.addScriptToEvaluateOnNewDocument", { source });
  }

  /** Begins to open an address. */
  async go(url: string) {
    const answer = await this.send("Page.navigate", { url });
    if (answer.errorText) throw new Error(`${url}: ${String(answer.errorText)}`);
  }

  /** Runs a function that needs nothing from here in the page, and gives what it gives. */
  async run<A, R>(what: (given: A) => R | Promise<R>, given: A): Promise<R> {
    const expression = `(${what.toString()})(${JSON.stringify(given)})`;
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const answer = (await this.send("Runtime.evaluate", asked)) as {
      result: { value: R };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    const thrown = answer.exceptionDetails;
    if (thrown) throw new Error(thrown.exception?.description ?? thrown.text);
    return answer.result.value;
  }

  private readonly shoot = () => {
    try {
      process.kill(-(this.child.pid ?? 0), "SIGKILL");
      return true;
    } catch {
      return false;
    }
  };

  /** Kills every process of it at this moment, and returns once they are gone. */
  async kill() {
    this.shoot();
    this.dead = true;
    for (const { reject } of this.waiting.values()) reject(new Killed("killed"));
    this.waiting.clear();
    await this.gone;
    // A child that lingers could still write into the profile.
    while (this.shoot()) await new Promise((resolve) => setTimeout(resolve, 1));
    process.off("exit", this.shoot);
  }
}
