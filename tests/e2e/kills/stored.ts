// Reading what a store holds, byte for byte, without the app: see core/FORMAT.md.

import { crc32 } from "./crc32.ts";

/** The app's tables as text by key, as they are in the database. */
export type Tables = Record<string, Record<string, string>>;

/** One record, in one or several places. */
export interface Found {
  /** How it reads, in every different way that was found. One way is right. */
  lines: string[];
  places: string[];
}

export interface Stored {
  /** Whether there is nothing at all in the database, or no database. */
  nothing: boolean;
  records: Map<string, Found>;
  /** The text in the drafts. */
  drafts: string;
  /** How many single records there are. */
  tail: number;
  /** What is not whole, and so would be set aside. */
  broken: string[];
}

const FIELDS = new Set(["v", "id", "device", "written_at", "happened_at", "local_day", "replaces", "entry"]);

/** Reads it all. */
export function decode(tables: Tables): Stored {
  const stored: Stored = { nothing: true, records: new Map(), drafts: "", tail: 0, broken: [] };
  for (const [key, text] of Object.entries(tables.records ?? {})) {
    stored.tail += 1;
    const id = take(stored, text, "records");
    if (id !== key) stored.broken.push(`records/${key}`);
  }
  for (const [key, text] of Object.entries(tables.segments ?? {})) {
    const lines = segment(key, text);
    if (!lines) stored.broken.push(`segments/${key}`);
    for (const line of lines ?? []) {
      if (!take(stored, line, `segments/${key}`)) stored.broken.push(`segments/${key}: a line`);
    }
  }
  stored.nothing = Object.values(tables).every((table) => Object.keys(table).length === 0);
  stored.drafts = Object.values(tables.drafts ?? {}).join("\n");
  return stored;
}

/** The lines of a whole segment. */
export function segment(key: string, text: string): string[] | undefined {
  const end = text.indexOf("\n") + 1;
  const body = text.slice(end);
  const lines = body.split("\n");
  const whole = lines.pop() === "";
  const header = object(text.slice(0, end));
  const { v, segment, count, crc32: sum } = header ?? {};
  const right = v === 1 && segment === key && count === lines.length && sum === crc32(body);
  return whole && right ? lines : undefined;
}

/** Takes a record in and gives its id, if it is whole. */
function take(stored: Stored, line: string, place: string): string | undefined {
  const record = object(line);
  const { v, id, entry } = record ?? {};
  const known = record && Object.keys(record).every((field) => FIELDS.has(field));
  if (!known || v !== 1 || typeof id !== "string" || !entry) return undefined;
  const found = stored.records.get(id) ?? { lines: [], places: [] };
  if (!found.lines.includes(line)) found.lines.push(line);
  found.places.push(place);
  stored.records.set(id, found);
  return id;
}

function object(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
