// A picture of what arrived when, and of what a person noticed of it.

/** A file that came: asked for, its first byte and its last, in milliseconds of the page. */
export interface Arrived {
  name: string;
  from: number;
  first: number;
  until: number;
  bytes: number;
}

export function loading({ arrived, marks, saved }: { arrived: Arrived[]; marks: Record<string, number>; saved: number }): string {
  const [names, width, row] = [230, 640, 18];
  const rows = arrived.filter((one) => one.from < saved).sort((a, b) => a.from - b.from);
  const x = (ms: number) => (names + (Math.min(ms, saved) / saved) * width).toFixed(1);
  const bars = rows.map(({ name, from, first, until, bytes }, at) => {
    const y = 30 + at * row;
    const file = new URL(name).pathname.replace(/-[0-9a-f]{16}/, "");
    const bar = (a: number, b: number, color: string) =>
      `<rect x="${x(a)}" y="${y + 3}" width="${Math.max(1, Number(x(b)) - Number(x(a))).toFixed(1)}" height="${row - 6}" fill="${color}"/>`;
    return `<text x="8" y="${y + 13}">${file}, ${(bytes / 1000).toFixed()} kB</text>${bar(from, first || until, "#cfe0e4")}${bar(first || until, until, "#1b6b78")}`;
  });
  const height = 50 + rows.length * row + Object.keys(marks).length * row;
  const lines = Object.entries(marks).map(([name, ms], at) => {
    const y = 30 + (rows.length + at) * row;
    return `<path d="M${x(ms)} 20V${y}" stroke="#a4501a"/><text x="${Number(x(ms)) - 4}" y="${y + 12}" text-anchor="end" fill="#a4501a">${name}, ${ms.toFixed()} ms</text>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${names + width + 20} ${height}" font-family="sans-serif" font-size="11">` +
    `<rect width="100%" height="100%" fill="white"/>${bars.join("")}${lines.join("")}</svg>\n`
  );
}
