// WebKit's browser as a person has it, not driven by WebKitWebDriver: driven, it forgets its profile.
// What is done in its page goes over the remote inspector.

import { spawn, type ChildProcess } from "node:child_process";

import WebSocket from "ws";

import { freePort, homeOf, screen, told } from "./engine.ts";

interface Answer {
  result?: { result: { value?: unknown; description?: string; objectId?: string }; wasThrown?: boolean };
  error?: { message: string };
}

export class MiniBrowser {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private target = "";
  private last = 0;

  private constructor(
    private readonly socket: WebSocket,
    private readonly children: ChildProcess[],
  ) {
    socket.on("message", (bytes: Buffer) => this.receive(JSON.parse(String(bytes))));
  }

  /** Opens an address on the profile in `folder`. */
  static async open(folder: string, url: string): Promise<MiniBrowser> {
    const [{ display, child: xvfb }, port] = await Promise.all([screen(), freePort()]);
    const inspector = `127.0.0.1:${port}`;
    const child = spawn(told("EBB_MINIBROWSER"), ["--enable-developer-extras=true", url], {
      env: { ...process.env, ...homeOf(folder), DISPLAY: display, WEBKIT_INSPECTOR_HTTP_SERVER: inspector },
      stdio: "ignore",
      // A process group of its own, so that all of it can be killed at once.
      detached: true,
    });
    let path: string | undefined;
    while (!path) {
      if (child.exitCode !== null) throw new Error("MiniBrowser has ended");
      const list = await fetch(`http://${inspector}/`).then((answer) => answer.text(), () => "");
      path = list.includes(url) ? /\/socket\/[\w/]+/.exec(list)?.[0] : undefined;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const browser = new MiniBrowser(new WebSocket(`ws://${inspector}${path}`), [child, xvfb]);
    while (!browser.target) await new Promise((resolve) => setTimeout(resolve, 10));
    return browser;
  }

  private receive({ method, params }: { method?: string; params?: Record<string, never> }) {
    if (method === "Target.targetCreated") this.target ||= (params!.targetInfo as { targetId: string }).targetId;
    if (method === "Target.didCommitProvisionalTarget") this.target = params!.newTargetId!;
    if (method !== "Target.dispatchMessageFromTarget") return;
    const answer = JSON.parse(params!.message!) as Answer & { id: number };
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }

  private send(method: string, params: object): Promise<Answer> {
    const id = (this.last += 1);
    const message = JSON.stringify({ id, method, params });
    const whole = { id, method: "Target.sendMessageToTarget", params: { targetId: this.target, message } };
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.socket.send(JSON.stringify(whole));
    });
  }

  /** Runs a script in the page and gives what it comes to, also when that takes time. */
  async run<R>(script: string): Promise<R> {
    const { result, error } = await this.send("Runtime.evaluate", { expression: script });
    let value = result?.result;
    if (value?.objectId) {
      const awaited = { promiseObjectId: value.objectId, returnByValue: true };
      value = (await this.send("Runtime.awaitPromise", awaited)).result?.result;
    }
    if (error || result?.wasThrown) throw new Error(error?.message ?? value?.description);
    return value?.value as R;
  }

  /** Kills every process of it at this moment, and returns once they are gone. */
  async kill() {
    const [browser, xvfb] = this.children as [ChildProcess, ChildProcess];
    const gone = new Promise((resolve) => browser.once("exit", resolve));
    process.kill(-browser.pid!, "SIGKILL");
    await gone;
    xvfb.kill();
    this.socket.terminate();
  }
}
