// What the app has promised, against what is there after a kill.

import type { Found, Stored } from "./stored.ts";

/** One thing a person does: logging a craving under this note, or deleting it. */
export interface Act {
  note: string;
  rating: number;
  delete?: boolean;
}

/** What can be wrong. */
export const WRONGS = ["emptied", "lost", "doubled", "half", "back", "aside", "refused"] as const;
export type Wrong = (typeof WRONGS)[number];

interface Kept {
  rating: number;
  deleted: boolean;
  /** The record, once it was seen. It must never change. */
  id?: string;
  line?: string;
}

interface Payload {
  id: string;
  rating: unknown;
  found: Found;
}

/** A store as the ledger looks at it. */
interface Sorted {
  payloads: Map<string, Payload[]>;
  /** The tombstones' ids by the id of what they delete. */
  stones: Map<string, string[]>;
}

export class Ledger {
  readonly wrongs: Record<Wrong, string[]> = {
    emptied: [],
    lost: [],
    doubled: [],
    half: [],
    back: [],
    aside: [],
    refused: [],
  };
  /** How many acts were acknowledged, and records planted. */
  acknowledged = 0;
  /** How many kills so far tore the browser's own log. */
  torn = 0;
  private readonly kept = new Map<string, Kept>();
  /** What was told already, so that it is not told after every later kill again. */
  private readonly told = new Set<string>();
  /** What the app was given to do and has not acknowledged. It does one after the other. */
  private open: Act[] = [];

  /** A record that is on the disk already. */
  planted(id: string, line: string, act: Act) {
    this.acknowledged += 1;
    this.kept.set(act.note, { rating: act.rating, deleted: false, id, line });
  }

  /** What the app is given to do next. */
  given(acts: Act[]) {
    this.open = [...acts];
  }

  /** The app said that the next one of them is done, and under which id it logged it. */
  done(id?: string) {
    const act = this.open.shift();
    if (!act) throw new Error("the app did more than it was given");
    this.acknowledged += 1;
    this.settle(act, id);
  }

  private settle(act: Act, id?: string) {
    const kept = this.kept.get(act.note);
    if (act.delete && kept) kept.deleted = true;
    else if (!act.delete) this.kept.set(act.note, { rating: act.rating, deleted: false, id });
  }

  /** Whether nothing was wrong so far. */
  clean(): boolean {
    return WRONGS.every((wrong) => this.wrongs[wrong].length === 0);
  }

  /** The notes that were logged by the app and are there. */
  living(planted = false): string[] {
    const living = [...this.kept].filter(([, kept]) => !kept.deleted);
    return living.filter(([note]) => planted || !note.startsWith("planted")).map(([note]) => note);
  }

  /** Compares with what the store holds, and takes what was under way at the kill as it stands. */
  compare(stored: Stored) {
    if (stored.nothing && this.kept.size > 0) return this.emptied();
    this.wrongs.aside.push(...stored.broken);
    const sorted = this.sort(stored);
    this.takeOver(sorted);
    for (const [note, kept] of this.kept) this.check(note, kept, sorted, stored);
    const known = new Set([...this.kept.values()].map((kept) => kept.id));
    for (const note of sorted.payloads.keys()) {
      if (!this.kept.has(note) && !this.told.has(note)) this.wrongs.half.push(`${note}: nobody saved it`);
    }
    for (const root of sorted.stones.keys()) {
      if (!known.has(root) && !this.told.has(root)) this.wrongs.half.push(`${root}: deleted, and never there`);
    }
  }

  /**
   * Nothing at all is there, not even what says which layout it is. Ebb never does that in one
   * step; a browser does when it takes its own files for damaged.
   */
  private emptied() {
    this.wrongs.emptied.push(`the whole database, with ${this.kept.size} entries; its log had been torn ${this.torn} times`);
    for (const [note, kept] of this.kept) this.told.add(note).add(kept.id ?? "");
    this.kept.clear();
    this.open = [];
  }

  private sort(stored: Stored): Sorted {
    const sorted: Sorted = { payloads: new Map(), stones: new Map() };
    for (const [id, found] of stored.records) {
      const line = found.lines[0] ?? "";
      if (found.lines.length > 1) this.wrongs.half.push(`${id}: differs between ${found.places.join(" and ")}`);
      const { replaces, entry } = JSON.parse(line) as {
        replaces?: string;
        entry: "deleted" | { craving?: { intensity: number; thought?: string } };
      };
      if (entry === "deleted" && replaces) {
        sorted.stones.set(replaces, [...(sorted.stones.get(replaces) ?? []), id]);
      } else if (entry !== "deleted" && entry.craving?.thought && !replaces) {
        const { intensity, thought } = entry.craving;
        const same = sorted.payloads.get(thought) ?? [];
        sorted.payloads.set(thought, [...same, { id, rating: intensity, found }]);
      } else {
        this.wrongs.half.push(`${id}: ${line}`);
      }
    }
    return sorted;
  }

  /** What was not acknowledged is there whole or not at all, and nothing after the first gap. */
  private takeOver(sorted: Sorted) {
    const there = (act: Act) => {
      const id = this.kept.get(act.note)?.id ?? sorted.payloads.get(act.note)?.[0]?.id;
      return act.delete ? id !== undefined && sorted.stones.has(id) : sorted.payloads.has(act.note);
    };
    for (let act = this.open[0]; act && there(act); act = this.open[0]) {
      this.settle(act);
      this.open.shift();
    }
    this.open = [];
  }

  private check(note: string, kept: Kept, sorted: Sorted, stored: Stored) {
    const found = sorted.payloads.get(note) ?? [];
    const first = found[0];
    kept.id ??= first?.id;
    kept.line ??= first?.found.lines[0];
    if (found.length > 1) this.wrongs.doubled.push(`${note}: as ${found.map(({ id }) => id).join(" and ")}`);
    if (first && (first.id !== kept.id || first.rating !== kept.rating || first.found.lines[0] !== kept.line)) {
      this.wrongs.half.push(`${note}: is not what was saved`);
    }
    if (stored.drafts.includes(`"${note}"`)) this.wrongs.doubled.push(`${note}: also as a draft`);
    const stones = sorted.stones.get(kept.id ?? "") ?? [];
    if (stones.length > 1) this.wrongs.doubled.push(`${note}: deleted twice`);
    if (kept.deleted && stones.length === 0) this.gone("back", note);
    if (!kept.deleted && (!first || stones.length > 0)) this.gone("lost", note);
  }

  private gone(wrong: Wrong, note: string, where = "in the store") {
    this.wrongs[wrong].push(`${note}: ${where}`);
    this.told.add(note).add(this.kept.get(note)?.id ?? "");
    this.kept.delete(note);
  }

  /** Compares with the list on the screen. */
  screen(shown: { rating: string; note: string }[], planted: boolean) {
    const counts = new Map<string, number>();
    for (const { note, rating } of shown) {
      counts.set(note, (counts.get(note) ?? 0) + 1);
      const kept = this.kept.get(note);
      if (!kept && this.told.has(note)) continue;
      if (!kept) this.wrongs.half.push(`${note}: on the screen, and nobody saved it`);
      else if (kept.deleted) this.gone("back", note, "on the screen");
      else if (String(kept.rating) !== rating) this.wrongs.half.push(`${note}: ${rating} on the screen`);
    }
    for (const note of this.living(planted)) {
      const count = counts.get(note) ?? 0;
      if (count === 0) this.gone("lost", note, "not on the screen");
      if (count > 1) this.wrongs.doubled.push(`${note}: on the screen ${count} times`);
    }
  }

  /** After a calm opening, what was deleted is nowhere any more. */
  erased(stored: Stored): boolean {
    const texts = [...stored.records.values()].flatMap((found) => found.lines);
    const notes = new Set(texts.map((line) => /"thought":"([^"]*)"/.exec(line)?.[1]));
    return [...this.kept].every(([note, kept]) => !kept.deleted || !notes.has(note));
  }
}
