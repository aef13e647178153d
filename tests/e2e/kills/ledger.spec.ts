// The judge is judged: each way to break a promise is noticed, and nothing else is.

import { expect, test } from "@playwright/test";

import { crc32 } from "./crc32.ts";
import { Ledger, WRONGS, type Act, type Wrong } from "./ledger.ts";
import { decode, segment } from "./stored.ts";
import { torn } from "./torn.ts";

const id = (n: number) => `01KATB1Q0000000000000000${String(n).padStart(2, "0")}`;

const line = (n: number, thought: string, rating = 7, more: object = {}) =>
  JSON.stringify({ v: 1, id: id(n), entry: { craving: { intensity: rating, thought } }, ...more });

const stone = (n: number, root: number) => JSON.stringify({ v: 1, id: id(n), replaces: id(root), entry: "deleted" });

const act = (note: string, rating = 7): Act => ({ note, rating });

function packed(key: string, ...lines: string[]): string {
  const body = lines.map((line) => line + "\n").join("");
  return JSON.stringify({ v: 1, segment: key, count: lines.length, crc32: crc32(body) }) + "\n" + body;
}

const meta = { format: "2" };

/** One entry `first` under id 1 that was acknowledged. */
function ledger(): Ledger {
  const ledger = new Ledger();
  ledger.given([act("first"), act("second"), { ...act("first"), delete: true }]);
  ledger.done(id(1));
  return ledger;
}

function told(ledger: Ledger): Wrong[] {
  return WRONGS.filter((wrong) => ledger.wrongs[wrong].length > 0);
}

function after(records: Record<string, string>, segments: Record<string, string> = {}, drafts = {}): Wrong[] {
  const judged = ledger();
  judged.compare(decode({ records, segments, drafts, meta }));
  return told(judged);
}

test("the checksum is the one everybody uses", () => {
  expect(crc32("123456789")).toBe(0xcbf43926);
});

test("a whole segment is read, and a cut, changed or renamed one is not", () => {
  const text = packed("A", "{}", '{"é":1}');
  expect(segment("A", text)).toEqual(["{}", '{"é":1}']);
  expect(segment("B", text)).toBeUndefined();
  for (let end = 0; end < text.length; end += 1) expect(segment("A", text.slice(0, end)), `${end}`).toBeUndefined();
  expect(segment("A", text.replace("é", "e"))).toBeUndefined();
});

test("what was acknowledged may be in the tail, in a segment, or the same in both", () => {
  const first = line(1, "first");
  expect(after({ [id(1)]: first })).toEqual([]);
  expect(after({}, { A: packed("A", first) })).toEqual([]);
  expect(after({ [id(1)]: first }, { A: packed("A", first) })).toEqual([]);
});

test("what was under way is there whole or not at all", () => {
  const first = { [id(1)]: line(1, "first") };
  expect(after({ ...first, [id(2)]: line(2, "second") })).toEqual([]);
  expect(after({ ...first, [id(2)]: line(2, "second"), [id(3)]: stone(3, 1) })).toEqual([]);
  expect(after({ ...first, [id(2)]: line(2, "second", 3) })).toEqual(["half"]);
  expect(after({ ...first, [id(2)]: line(2, "second").slice(0, 60) })).toEqual(["aside"]);
  // The delete comes after the second entry.
  expect(after({ ...first, [id(3)]: stone(3, 1) })).toEqual(["lost"]);
});

test("a lost, a doubled and a changed entry are told, once each", () => {
  expect(after({})).toEqual(["lost"]);
  expect(after({ [id(1)]: line(1, "first"), [id(4)]: line(4, "first") })).toEqual(["doubled"]);
  expect(after({ [id(1)]: line(1, "first") }, {}, { craving: '{"thought":"first"}' })).toEqual(["doubled"]);
  expect(after({ [id(1)]: line(1, "first", 6) })).toEqual(["half"]);
  expect(after({ [id(1)]: line(1, "first"), [id(5)]: line(5, "never") })).toEqual(["half"]);
  expect(after({ [id(1)]: line(1, "first") }, { A: packed("A", line(1, "first", 7, { device: "x" })) })).toEqual(["half"]);
  const judged = ledger();
  judged.compare(decode({ meta }));
  judged.compare(decode({ meta }));
  expect(judged.wrongs.lost).toHaveLength(1);
});

test("a database that is gone as a whole is told as that, once", () => {
  const judged = ledger();
  judged.compare(decode({}));
  judged.compare(decode({}));
  expect(told(judged)).toEqual(["emptied"]);
  expect(judged.wrongs.emptied).toHaveLength(1);
});

test("an entry that changes or goes between two kills is noticed", () => {
  const judged = ledger();
  judged.compare(decode({ records: { [id(1)]: line(1, "first") } }));
  expect(told(judged)).toEqual([]);
  judged.compare(decode({ records: { [id(1)]: line(1, "first", 7, { device: "x" }) } }));
  expect(told(judged)).toEqual(["half"]);
});

test("an unacknowledged entry that was not there must not come later", () => {
  const judged = ledger();
  const records = { [id(1)]: line(1, "first") };
  judged.compare(decode({ records }));
  judged.compare(decode({ records: { ...records, [id(2)]: line(2, "second") } }));
  expect(told(judged)).toEqual(["half"]);
});

test("a deleted entry stays deleted, and its words go", () => {
  const judged = ledger();
  judged.done(id(2));
  judged.done();
  const second = { [id(2)]: line(2, "second") };
  const buried = decode({ records: { ...second, [id(1)]: line(1, "first"), [id(3)]: stone(3, 1) } });
  judged.compare(buried);
  expect(judged.erased(buried)).toBe(false);
  const erased = decode({ records: { ...second, [id(3)]: stone(3, 1) } });
  judged.compare(erased);
  expect(judged.erased(erased)).toBe(true);
  judged.screen([{ rating: "7", note: "second" }], true);
  expect(told(judged)).toEqual([]);
  judged.compare(decode({ records: { ...second, [id(1)]: line(1, "first") } }));
  expect(told(judged)).toEqual(["back"]);
});

test("the screen shows each entry once and as it was saved", () => {
  const screen = (...shown: [string, string][]) => {
    const judged = ledger();
    judged.screen(shown.map(([rating, note]) => ({ rating, note })), true);
    return told(judged);
  };
  expect(screen(["7", "first"])).toEqual([]);
  expect(screen()).toEqual(["lost"]);
  expect(screen(["7", "first"], ["7", "first"])).toEqual(["doubled"]);
  expect(screen(["6", "first"])).toEqual(["half"]);
  expect(screen(["7", "first"], ["7", "never"])).toEqual(["half"]);
});

test("a log that ends within a record is told from a whole one", () => {
  const part = (type: number, length: number) => {
    const bytes = Buffer.alloc(7 + length);
    bytes.writeUInt16LE(length, 4);
    bytes[6] = type;
    return bytes;
  };
  const whole = Buffer.concat([part(1, 30), part(2, 32_768 - 37 - 7), part(4, 9)]);
  expect(torn(whole)).toBe(false);
  expect(torn(Buffer.alloc(0))).toBe(false);
  for (const end of [3, 20, 40, 32_768, 32_770, whole.length - 1]) expect(torn(whole.subarray(0, end)), `${end}`).toBe(true);
});
