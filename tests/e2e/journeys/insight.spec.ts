import { expect, test, type App } from "../ebb.ts";
import { plant } from "../store.ts";

const NOON = "2026-11-25T12:00:00.000-05:00";

/** A stored record, as the app itself would have written it. */
async function record(app: App, order: number, day: string, hour: string, entry: unknown, minute = 30) {
  const id = `01KAV0000000000000000000${String(order).padStart(2, "0")}`;
  const at = `${day}T${hour}:${minute}:00.000-05:00`;
  const text = { v: 1, id, device: "00000000000000aa", written_at: at, happened_at: at, local_day: day, entry };
  await plant(app.page, id, JSON.stringify(text));
}

test.beforeEach(async ({ app, page }) => {
  await page.clock.install({ time: new Date(NOON) });
  await app.open("/");
});

test("before anything is written, the page says what will be there", async ({ app, page }) => {
  await app.open("/insight");
  await expect(page.locator("section[aria-labelledby=see-empty]")).toBeVisible();
  // A sample of a wave, greyed, and no picture of anything else.
  await expect(page.locator("#app main svg")).toHaveCount(1);
  await expect(page.locator("#app main .sample svg")).toHaveCount(1);
});

test("days, triggers, hours and gaps are as they were logged, also after a reload", async ({ app, page }) => {
  await record(app, 4, "2026-11-21", "09", { check_in: { mood: 5 } });
  await record(app, 1, "2026-11-23", "21", { craving: { intensity: 8, triggers: ["#stress"] } });
  await record(app, 2, "2026-11-23", "21", { craving: { intensity: 6, triggers: ["#stress", "Payday"] } });
  await record(app, 3, "2026-11-24", "09", { check_in: { mood: 4, stress: 7 } });
  await app.open("/insight");
  const main = page.locator("#app main");
  await expect(main).toContainText("2 cravings noted");
  await expect(main).toContainText("Stress");
  await expect(main).toContainText("Payday");
  await page.getByText("Show the numbers").first().click();
  const row = (day: RegExp) => main.getByRole("table").first().getByRole("row").filter({ hasText: day });
  await expect(row(/23/)).toContainText("2");
  // A day with a check-in had no craving; a day without anything is not known, and never good.
  await expect(row(/24/)).toContainText("0");
  await expect(row(/22/)).not.toContainText("0");
  await app.reload();
  await expect(main).toContainText("2 cravings noted");
});

test("what an exercise changed is told from the fifth time on", async ({ app, page }) => {
  const practice = { exercise: "box-breathing", before: 8, after: 5, seconds: 64, finish: "completed" };
  for (const order of [1, 2, 3, 4]) await record(app, order, "2026-11-24", `1${order}`, { practice });
  await app.open("/insight");
  const helped = page.locator("section", { has: page.getByRole("heading", { name: "Before and after exercises" }) });
  await expect(helped).toContainText("Box breathing");
  await expect(helped).toContainText("Not enough yet (4 of 5)");
  await record(app, 5, "2026-11-24", "15", { practice });
  await app.reload();
  await expect(helped).not.toContainText("4 of 5");
  await expect(helped).toContainText("3");
});

test("an exercise is called lower only beside cravings that had none", async ({ app, page }) => {
  const practice = { exercise: "box-breathing", before: 8, after: 3, seconds: 64, finish: "completed" };
  for (const order of [1, 2, 3, 4, 5]) await record(app, order, `2026-11-1${order}`, "05", { practice });
  await app.open("/insight");
  const helped = page.locator("section", { has: page.getByRole("heading", { name: "Before and after exercises" }) });
  await expect(helped).toContainText("To compare, Ebb needs 5 cravings");
  await expect(helped).not.toContainText("Rated lower after");
  for (const at of [0, 1, 2, 3, 4]) {
    const [craving, later] = [20 + 2 * at, 21 + 2 * at];
    const intensity = 7 + (at % 2);
    await record(app, craving, `2026-11-1${at}`, "19", { craving: { intensity } });
    const rerating = { craving: `01KAV0000000000000000000${craving}`, intensity: intensity - (at % 3), asked_at: 10 };
    await record(app, later, `2026-11-1${at}`, "19", { rerating }, 40);
  }
  await app.reload();
  await expect(helped).toContainText("Rated lower after: without an exercise, from the same start, 5 cravings");
});

test("a chart is read point by point, by arrow keys and by a tap", async ({ app, page }) => {
  await record(app, 1, "2026-11-23", "21", { craving: { intensity: 8 } });
  await record(app, 2, "2026-11-24", "09", { check_in: { mood: 4, stress: 7 } });
  await app.open("/insight");
  const cravings = page.locator("section", { has: page.locator("#see-cravings") });
  const slider = cravings.getByRole("slider", { name: "Look at one day" });
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", /November 24: no craving/);
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "Monday, November 23: 1 craving, the strongest 8 of 10");
  await expect(cravings.locator(".picked")).toHaveText("Monday, November 23: 1 craving, the strongest 8 of 10");
  await page.keyboard.press("ArrowLeft");
  // A day nobody wrote on is not known, and a tap reaches it as well as a key.
  const chart = cravings.getByRole("img").first();
  const room = (await chart.boundingBox())!;
  await chart.click({ position: { x: (room.width * 6.5) / 7, y: room.height / 2 } });
  await expect(slider).toHaveAttribute("aria-valuetext", /November 25: not known/);
});

test("weekdays and hours are a table that says where cravings came", async ({ app, page }) => {
  await record(app, 1, "2026-11-23", "21", { craving: { intensity: 8 } });
  await record(app, 2, "2026-11-23", "22", { craving: { intensity: 6 } });
  await app.open("/insight");
  const table = page.getByRole("table", { name: "On which weekdays" });
  await expect(table.getByRole("row", { name: /Mon/ }).getByRole("cell").last()).toHaveText("2");
  await expect(table.getByRole("row", { name: /Sun/ }).getByRole("cell").last()).toHaveText("not known");
  // So few say nothing yet, and one bad evening never does.
  const hours = page.locator("section", { has: page.locator("#see-hours") });
  await expect(hours).toContainText("Not enough yet (2 of 20)");
  const craving = { craving: { intensity: 6 } };
  for (let order = 3; order <= 22; order++) await record(app, order, "2026-11-23", "22", craving);
  await app.reload();
  await expect(hours).toContainText("No hour stands out by more than chance can bring.");
  await expect(hours).toContainText("No time of the week stands out by more than chance can bring.");
});

test("a time of the week is named once it stands out over several weeks", async ({ app, page }) => {
  let order = 0;
  const craving = { craving: { intensity: 6 } };
  for (const monday of ["02", "09", "16", "23"]) {
    for (const hour of ["21", "22", "23"]) await record(app, ++order, `2026-11-${monday}`, hour, craving);
  }
  // Others, each on a day and at an hour of its own.
  const days = ["03", "04", "05", "06", "07", "08", "10", "11", "12", "13", "14", "15"];
  for (const [at, day] of days.entries()) {
    await record(app, ++order, `2026-11-${day}`, String(8 + at).padStart(2, "0"), craving);
  }
  await app.open("/insight");
  await page.getByRole("radio", { name: "Month" }).check();
  const hours = page.locator("section", { has: page.locator("#see-hours") });
  await expect(hours).toContainText(
    "More came on a Monday between 9:00 PM and 12:00 AM than at any other time of the week: 12 of 24.",
  );
});
