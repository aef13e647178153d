// A device's voices for the tests: the browsers here have none.

import { expect, type Page } from "@playwright/test";

export interface Voice {
  name: string;
  lang: string;
  /** Whether it speaks without sending the text anywhere. */
  localService: boolean;
}

export const REMOTE: Voice = { name: "From afar", lang: "en-US", localService: false };
export const LOCAL: Voice = { name: "Of the device", lang: "en-GB", localService: true };
export const LOCAL_SPANISH: Voice = { name: "Del equipo", lang: "es_US", localService: true };

interface Said {
  text: string;
  voice: string | null;
  rate: number;
}

interface Device {
  said: Said[];
  speaking: boolean;
  end(how: "end" | "error"): void;
  change(voices: Voice[]): void;
}

declare global {
  var device: Device;
}

/** Gives the page these voices. What is said goes on until the test ends it. */
export async function giveVoices(page: Page, voices: Voice[]) {
  await page.addInitScript((voices) => {
    class Utterance {
      voice: Voice | null = null;
      lang = "";
      rate = 1;
      onend: ((event: Event) => void) | null = null;
      onerror: ((event: Event) => void) | null = null;
      constructor(readonly text: string) {}
    }
    class Synthesis extends EventTarget {
      said: Said[] = [];
      voices = voices;
      current: Utterance | null = null;
      pending = false;
      get speaking() {
        return this.current !== null;
      }
      getVoices() {
        return this.voices;
      }
      speak(utterance: Utterance) {
        this.current = utterance;
        this.said.push({ text: utterance.text, voice: utterance.voice?.name ?? null, rate: utterance.rate });
      }
      cancel() {
        this.current = null;
        sessionStorage.setItem("silenced", "yes");
      }
      end(how: "end" | "error") {
        const ended = this.current;
        this.current = null;
        (how === "end" ? ended?.onend : ended?.onerror)?.call(ended, new Event(how));
      }
      change(voices: Voice[]) {
        this.voices = voices;
        this.dispatchEvent(new Event("voiceschanged"));
      }
    }
    const device = new Synthesis();
    Object.defineProperty(window, "speechSynthesis", { value: device });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, device });
  }, voices);
}

/** What was said last, by which voice and how fast. */
export async function heard(page: Page, words: string | RegExp): Promise<Said> {
  const last = () => page.evaluate(() => device.said.at(-1));
  await expect.poll(async () => (await last())?.text ?? "").toMatch(words);
  return (await last())!;
}

/** How much was said. */
export const times = (page: Page) => page.evaluate(() => device.said.length);

export const speaking = (page: Page) => page.evaluate(() => device.speaking);

/** The voice comes to the end of what it says, or breaks off. */
export const end = (page: Page, how: "end" | "error") =>
  page.evaluate((how) => device.end(how), how);

/** The device's list of voices changes. */
export const change = (page: Page, voices: Voice[]) =>
  page.evaluate((voices) => device.change(voices), voices);
