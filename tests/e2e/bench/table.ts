// The end of a bench: every figure in one table and one file, and a picture of how opening grows.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { type Figure, out, quick, ratio } from "./figures.ts";

/** What is drawn of how waiting grows (`growth.spec.ts`), and its color. */
const CURVES = [
  ["a usable Now", "#1b6b78"],
  ["a craving saved", "#a4501a"],
  ["History", "#5b7f3a"],
  ["Insight", "#7a4d8f"],
  ["a share to choose", "#c08a1e"],
] as const;

export default async function table() {
  const folder = join(out, "figures");
  const figures: Figure[] = [];
  for (const name of (await readdir(folder)).sort()) {
    figures.push(...(JSON.parse(await readFile(join(folder, name), "utf8")) as Figure[]));
  }
  await writeFile(join(out, "bench.json"), JSON.stringify(figures, null, 1));
  for (const figure of figures) console.log(row(figure));
  const picture = curves(figures);
  if (picture) await writeFile(join(out, "bench-growth.svg"), picture);
}

function row(figure: Figure): string {
  const { name, value, unit, limit, budget, most, spread } = figure;
  const times = ratio(figure);
  const over = (budget !== undefined && !(times! <= budget)) || (most !== undefined && value > most);
  const bound = budget !== undefined ? `${budget} times` : most !== undefined ? `${most} ${unit}` : "";
  return [
    name.padEnd(62),
    `${value.toFixed(1)} ${unit}`.padStart(14),
    (times?.toFixed(2) ?? "").padStart(8),
    spread ? `  (${spread.map((value) => value.toFixed()).join("-")})` : "",
    limit ? `  ${limit.name}: ${limit.value.toFixed(1)} ${unit}` : "  ",
    bound && ` [${over ? "OVER" : "within"} ${bound}${quick ? ", not held to it" : ""}]`,
  ].join("");
}

/** Records and milliseconds, both logarithmic; nothing when growth was not measured. */
function curves(figures: Figure[]): string | undefined {
  const [width, height, margin, names] = [720, 400, 60, 150];
  const all = CURVES.map(([what, color]) => {
    const points = figures.flatMap(({ name, value }) => {
      const records = new RegExp(`^growth: ${what} with (\\d+) records`).exec(name);
      return records ? [{ records: Number(records[1]), ms: value }] : [];
    });
    return { what, color, points };
  });
  const points = all.flatMap((curve) => curve.points);
  if (!points.length) return undefined;
  const place = (value: number, values: number[]) => {
    const [least, most] = [Math.log(Math.min(...values)), Math.log(Math.max(...values))];
    return (Math.log(value) - least) / Math.max(most - least, Number.EPSILON);
  };
  const x = (records: number) => margin + place(records, points.map((p) => p.records)) * (width - 2 * margin - names);
  const y = (ms: number) => height - margin - place(ms, points.map((p) => p.ms)) * (height - 2 * margin);
  const parts = all.flatMap(({ what, color, points }) => {
    const line = points.map((p) => `${x(p.records).toFixed()},${y(p.ms).toFixed()}`).join(" ");
    const dots = points.map((p) => {
      const [at, up] = [x(p.records).toFixed(), y(p.ms)];
      return (
        `<circle cx="${at}" cy="${up.toFixed()}" r="4" fill="${color}"/>` +
        `<text x="${at}" y="${(up - 8).toFixed()}" text-anchor="end" fill="${color}">${p.ms.toFixed()}</text>` +
        `<text x="${at}" y="${height - margin / 2}" text-anchor="middle">${p.records}</text>`
      );
    });
    const last = points.at(-1);
    const name = last && `<text x="${x(last.records) + 10}" y="${y(last.ms) + 4}" fill="${color}">${what}</text>`;
    return [`<polyline points="${line}" fill="none" stroke="${color}" stroke-width="2"/>`, ...dots, name ?? ""];
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">` +
    `<rect width="100%" height="100%" fill="white"/>` +
    `<text x="${margin}" y="24">Milliseconds from the tap at 4x, by records, both logarithmic</text>${parts.join("")}</svg>\n`
  );
}
