// A browser whose camera sees one picture.

import { mkdir, writeFile } from "node:fs/promises";

import { type Browser, chromium, type Page } from "@playwright/test";

import { launchOptions } from "./browser.ts";

const FOLDER = new URL("../../target/e2e/camera/", import.meta.url).pathname;

/** How wide the picture is in one frame after the other, in pixels: no hand is ever still. */
const HAND = [420, 408, 431, 396, 415, 388];

/** The picture as a camera would see it: in the middle of each frame, with something around it. */
async function asFrames(page: Page, picture: Buffer): Promise<Buffer> {
  const frames = await page.evaluate(
    async ([code, widths]) => {
      const bitmap = await createImageBitmap(await (await fetch(code)).blob());
      const canvas = new OffscreenCanvas(640, 480);
      // In memory, not on the graphics processor, which on a busy machine may lose what was drawn.
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("no canvas");
      const frames: string[] = [];
      for (const width of widths) {
        context.fillStyle = "#8a8378";
        context.fillRect(0, 0, 640, 480);
        context.drawImage(bitmap, (640 - width) / 2, (480 - width) / 2, width, width);
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })).arrayBuffer());
        frames.push(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")));
      }
      return frames;
    },
    [`data:image/png;base64,${picture.toString("base64")}`, HAND] as const,
  );
  return Buffer.concat(frames.map((frame) => Buffer.from(frame, "base64")));
}

/** Starts a browser that takes the picture for what is before its camera. */
export async function seeing(picture: Buffer, name: string): Promise<Browser> {
  const drawing = await chromium.launch(launchOptions);
  const frames = await asFrames(await drawing.newPage(), picture);
  await drawing.close();
  await mkdir(FOLDER, { recursive: true });
  const file = `${FOLDER}${name}.mjpeg`;
  await writeFile(file, frames);
  return await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`],
  });
}
