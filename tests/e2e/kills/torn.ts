// Whether a kill tore the browser's own log. Chromium keeps IndexedDB in LevelDB, which goes on
// writing behind a torn end, takes the file for damaged at the opening after that, and then throws
// the whole database away: https://github.com/google/leveldb/issues/1287.

import { existsSync, readdirSync, readFileSync } from "node:fs";

const BLOCK = 32_768;
const HEADER = 7;
const [FULL, FIRST, LAST] = [1, 2, 4];

/** Whether some log of the profile's databases ends within a record. */
export function tornLog(profile: string): boolean {
  const folder = `${profile}/Default/IndexedDB`;
  if (!existsSync(folder)) return false;
  const files = readdirSync(folder, { recursive: true }).map(String);
  return files.filter((file) => file.endsWith(".log")).some((file) => torn(readFileSync(`${folder}/${file}`)));
}

/** Whether a log ends within a record: within one of its parts, or between two. */
export function torn(log: Buffer): boolean {
  let inside = false;
  for (let at = 0; at < log.length; ) {
    const left = BLOCK - (at % BLOCK);
    if (left < HEADER) {
      at += left;
      continue;
    }
    if (at + HEADER > log.length) return true;
    const length = log.readUInt16LE(at + 4);
    const type = log[at + 6] ?? 0;
    at += HEADER + length;
    if (at > log.length) return true;
    if (type === FIRST) inside = true;
    else if (type === FULL || type === LAST) inside = false;
  }
  return inside;
}
