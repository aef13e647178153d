import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { test } from "@playwright/test";

import { data, median, quick, report } from "./figures.ts";

const MEGABYTE = 1_000_000;

test("the core in WebAssembly beside the browser's own cryptography", async ({ page }) => {
  const module = (await readFile(join(data, "in_wasm.wasm"))).toString("base64");
  await page.route("http://127.0.0.1:1/", (route) => route.fulfill({ contentType: "text/html", body: "<title>core</title>" }));
  await page.goto("http://127.0.0.1:1/");
  const times = await page.evaluate(
    async ([module, bytes, rounds]) => {
      const compiled = await WebAssembly.compile(Uint8Array.from(atob(module), (letter) => letter.charCodeAt(0)));
      const imports: Record<string, Record<string, () => never>> = {};
      // Randomness and clock are arguments of the core, so none of these is ever called.
      for (const { module, name } of WebAssembly.Module.imports(compiled)) {
        (imports[module] ??= {})[name] = () => {
          throw new Error(`${name} was called`);
        };
      }
      const core = (await WebAssembly.instantiate(compiled, imports)).exports as Record<string, (number?: number) => number>;
      const found: Record<string, number[]> = { seal: [], open: [], merge: [], encrypt: [], decrypt: [] };
      const time = async (name: string, work: () => unknown) => {
        const start = performance.now();
        await work();
        found[name]!.push(performance.now() - start);
      };
      const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      const plain = new Uint8Array(bytes);
      core.prepare_seal!(bytes);
      for (let round = 0; round < rounds; round++) {
        const how = { name: "AES-GCM", iv: crypto.getRandomValues(new Uint8Array(12)) };
        let sealed = new ArrayBuffer(0);
        await time("seal", () => core.seal!());
        await time("encrypt", async () => (sealed = await crypto.subtle.encrypt(how, key, plain)));
        await time("open", () => core.open!());
        await time("decrypt", () => crypto.subtle.decrypt(how, key, sealed));
        core.prepare_merge!(50_000);
        await time("merge", () => core.merge!());
      }
      return found;
    },
    [module, MEGABYTE, quick ? 3 : 7] as const,
  );
  const speed = (name: string) => MEGABYTE / 1e6 / (median(times[name]!) / 1000);
  await report("core", [
    { name: "seal in WebAssembly", value: speed("seal"), unit: "MB/s", limit: { name: "Web Crypto AES-GCM encrypt", value: speed("encrypt") } },
    { name: "open in WebAssembly", value: speed("open"), unit: "MB/s", limit: { name: "Web Crypto AES-GCM decrypt", value: speed("decrypt") } },
    { name: "merge 50000 and 50000 records in WebAssembly", value: median(times.merge!), unit: "ms" },
  ]);
});
