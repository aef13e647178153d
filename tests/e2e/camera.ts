// A browser whose camera sees one picture.

import { mkdir, writeFile } from "node:fs/promises";

import { type Browser, chromium, type Page } from "@playwright/test";

import { launchOptions } from "./browser.ts";

const FOLDER = new URL("../../target/e2e/camera/", import.meta.url).pathname;

/** The picture as a camera would see it: in the middle of a frame, with something around it. */
async function asFrame(page: Page, picture: Buffer): Promise<Buffer> {
  const address = await page.evaluate(async (code) => {
    const bitmap = await createImageBitmap(await (await fetch(code)).blob());
    const canvas = new OffscreenCanvas(640, 480);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.fillStyle = "#8a8378";
    context.fillRect(0, 0, 640, 480);
    context.drawImage(bitmap, 110, 30, 420, 420);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }, `data:image/png;base64,${picture.toString("base64")}`);
  return Buffer.from(address, "base64");
}

/** Starts a browser that takes the picture for what is before its camera. */
export async function seeing(picture: Buffer, name: string): Promise<Browser> {
  const drawing = await chromium.launch(launchOptions);
  const frame = await asFrame(await drawing.newPage(), picture);
  await drawing.close();
  await mkdir(FOLDER, { recursive: true });
  const file = `${FOLDER}${name}.mjpeg`;
  await writeFile(file, frame);
  return await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`],
  });
}
