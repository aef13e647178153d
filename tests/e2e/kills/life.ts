// One profile and what it goes through: opened, written into, killed, and looked at again.

import { cpSync, mkdirSync, rmSync } from "node:fs";

import { Chance } from "./chance.ts";
import { Chrome, Killed } from "./chrome.ts";
import { Ledger, type Act } from "./ledger.ts";
import { drive, observe, plant, readTables, shown, type At, type Hold, type Told } from "./page.ts";
import { decode, type Stored } from "./stored.ts";
import { tornLog } from "./torn.ts";

/** What the browser is to be killed in. */
export type Aim = "opening" | "packing" | "saving";

/** What it was doing when it was killed, as far as it could tell. */
export const LANDINGS = ["opening", "appending", "between", "copying", "copied", "removing"] as const;
export type Landing = (typeof LANDINGS)[number];

/** The tail is packed from here on. */
const LONG_TAIL = 256;
const ACTS = 60;
const CALM_MS = 20_000;
const LONGEST_MS = 3_000;
/** Longer than it takes to hear of a moment, and to kill. */
const HOLD_MS = 40;
const ULID = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export class Life {
  readonly ledger = new Ledger();
  private readonly profile: string;
  private rounds = 0;
  private planted = 0;
  /** How long things take here, as learnt from the last ones, so that kills land in them. */
  readonly takes = { opening: 400, loading: 50, packing: 20 };
  private stored: Stored = decode({});
  private chrome!: Chrome;

  constructor(
    private readonly url: string,
    folder: string,
    private readonly name: string,
    private readonly chance: Chance,
  ) {
    this.profile = `${folder}/${name}`;
    rmSync(this.profile, { recursive: true, force: true });
    mkdirSync(this.profile, { recursive: true });
  }

  /** How many records the store holds twice, as a kill between the halves of a packing leaves them. */
  twice(): number {
    return [...this.stored.records.values()].filter((found) => found.places.length > 1).length;
  }

  /** Opens the browser, compares, lets the app work, and kills it. Gives where the kill landed. */
  async round(aim: Aim): Promise<Landing> {
    this.rounds += 1;
    const torn = await this.begin();
    const laidOut = this.stored.tail > 0 || this.stored.records.size > 0;
    // Nothing may be planted behind a torn end: the app has to open first.
    const kind = aim === "packing" && (torn || !laidOut) ? "saving" : aim;
    if (kind === "packing") await this.fillTail();
    return this.killIn(kind);
  }

  /** The last look: everything on the screen, and everything deleted erased. */
  async end() {
    await this.begin();
    await this.chrome.first(observe, { skip: 0, hold: 0 });
    await this.open();
    this.ledger.screen(await this.chrome.run(shown, true), true);
    const patience = Date.now() + CALM_MS;
    do {
      this.stored = decode(await this.chrome.run(readTables, undefined));
    } while (!this.ledger.erased(this.stored) && Date.now() < patience);
    this.ledger.compare(this.stored);
    if (!this.ledger.erased(this.stored)) this.ledger.wrongs.back.push("deleted words are still stored");
    await this.chrome.kill();
    // Where something is wrong, the profile is there to be looked at.
    if (this.ledger.clean()) rmSync(this.profile, { recursive: true, force: true });
  }

  /** Compares, and gives whether the last kill tore the browser's own log. */
  private async begin(): Promise<boolean> {
    const torn = tornLog(this.profile);
    if (torn) await this.lookAtCopy();
    this.chrome = await Chrome.start(this.profile);
    // A page of the app's origin without the app.
    await this.chrome.go(`${this.url}/icon.svg`);
    if (!torn) await this.look();
    return torn;
  }

  /** Even reading writes behind a torn end, which must be the app's to mend. */
  private async lookAtCopy() {
    this.ledger.torn += 1;
    const copy = `${this.profile}-copy`;
    cpSync(this.profile, copy, { recursive: true, verbatimSymlinks: true });
    this.chrome = await Chrome.start(copy);
    await this.chrome.go(`${this.url}/icon.svg`);
    await this.look();
    await this.chrome.kill();
    rmSync(copy, { recursive: true, force: true });
  }

  private async look() {
    this.stored = decode(await this.chrome.run(readTables, undefined));
    this.ledger.compare(this.stored);
  }

  private async open() {
    const opened = this.until("open");
    const start = Date.now();
    await this.chrome.go(`${this.url}/history`);
    await opened;
    this.learn("opening", start);
  }

  private learn(what: keyof Life["takes"], start: number) {
    this.takes[what] = (3 * this.takes[what] + Date.now() - start) / 4;
  }

  private until(at: At): Promise<void> {
    return new Promise((resolve) => {
      this.chrome.heard = (told) => {
        if ((JSON.parse(told) as { at?: At }).at === at) resolve();
      };
    });
  }

  private async fillTail() {
    const lines: [string, string][] = [];
    for (let more = LONG_TAIL - this.stored.tail + this.chance.whole(3); more > 0; more -= 1) {
      lines.push(this.record());
    }
    await this.chrome.run(plant, lines);
  }

  /** A craving of some days ago as the app would have written it. */
  private record(): [string, string] {
    this.planted += 1;
    const act = { note: `planted ${this.name} ${this.planted}`, rating: this.chance.whole(11) };
    const day = new Date(Date.now() - (9 + this.chance.whole(15)) * 24 * 3_600_000);
    const id = ulid(day.getTime(), this.chance);
    const moment = day.toISOString().replace("Z", "+00:00");
    const line = JSON.stringify({
      v: 1,
      id,
      device: "00000000000000a1",
      written_at: moment,
      happened_at: moment,
      local_day: moment.slice(0, 10),
      entry: { craving: { intensity: act.rating, thought: act.note } },
    });
    this.ledger.planted(id, line, act);
    return [id, line];
  }

  /** What the app is to do: mostly logging, and deleting some of it. */
  private plan(): Act[] {
    const living = this.ledger.living();
    return Array.from({ length: ACTS }, (_, index) => {
      if (living.length > 3 && this.chance.once(0.25)) {
        const [note] = living.splice(this.chance.whole(living.length), 1);
        return { note: note ?? "", rating: 0, delete: true };
      }
      const note = `${this.name} ${this.rounds}-${index + 1}`;
      living.push(note);
      return { note, rating: this.chance.whole(11) };
    });
  }

  /** Lets the app work until the moment comes. */
  private async killIn(aim: Aim): Promise<Landing> {
    const trigger = this.trigger(aim);
    await this.chrome.first(observe, trigger);
    if (aim === "saving") {
      await this.open();
      this.ledger.screen(await this.chrome.run(shown, false), false);
    }
    let landing: Landing = aim === "saving" ? "between" : "opening";
    let since = Date.now();
    await new Promise<void>((resolve) => {
      const soon = (ms: number) => (ms < 1 ? resolve() : setTimeout(resolve, ms));
      this.chrome.heard = (text) => {
        const told = JSON.parse(text) as Told;
        if ("problem" in told) this.ledger.wrongs.refused.push(told.problem);
        if ("done" in told) this.ledger.done(told.done || undefined);
        landing = landed(told, landing);
        if (!("at" in told)) return;
        if (told.at === "packed") this.learn("packing", since);
        if (told.at === "copying") this.learn("loading", since);
        if (told.at === "open" || told.at === "copying") since = Date.now();
        if (told.at === trigger.at && trigger.skip-- === 0) soon(trigger.ms);
        if (told.at === "open") this.work();
      };
      if (aim === "saving") this.work();
      else this.chrome.go(`${this.url}/history`).catch(this.failed);
      // Should what it waits for not come, it is killed all the same.
      soon(trigger.at ? LONGEST_MS : trigger.ms);
    });
    // From here on, whatever the page still tells was told too late.
    this.chrome.heard = () => undefined;
    await this.chrome.kill();
    return landing;
  }

  private work() {
    const acts = this.plan();
    this.ledger.given(acts);
    this.chrome.run(drive, acts).catch(this.failed);
  }

  private readonly failed = (error: unknown) => {
    if (!(error instanceof Killed)) this.ledger.wrongs.refused.push(String(error));
  };

  /** After what the kill comes, how many of that are let pass before, and how long after it. */
  private trigger(aim: Aim): Hold & { ms: number } {
    const { chance, takes } = this;
    if (aim === "opening") return { skip: 0, hold: 0, ms: chance.next() * takes.opening };
    const held = { hold: HOLD_MS, ms: chance.next() * HOLD_MS * 1.5 };
    if (aim === "packing") {
      if (chance.once(0.7)) return { at: chance.pick(["copying", "copied", "removing"]), skip: 0, ...held };
      return { at: "open", skip: 0, hold: 0, ms: takes.loading + chance.next() * takes.packing };
    }
    if (chance.once(0.6)) return { at: chance.pick(["saving", "keeping", "kept"]), skip: chance.whole(8), ...held };
    return { skip: 0, hold: 0, ms: chance.next() * 800 };
  }
}

function landed(told: Told, before: Landing): Landing {
  if (!("at" in told)) return "between";
  const { at } = told;
  if (at === "saving" || at === "keeping" || at === "kept") return "appending";
  if (at === "copying" || at === "copied" || at === "removing") return at;
  return at === "packed" && before === "appending" ? before : "between";
}

function ulid(ms: number, chance: Chance): string {
  let time = "";
  for (let left = ms, digit = 0; digit < 10; digit += 1, left = Math.floor(left / 32)) time = ULID[left % 32]! + time;
  return time + Array.from({ length: 16 }, () => chance.pick([...ULID])).join("");
}
