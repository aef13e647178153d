import { expect, test } from "../ebb.ts";

test("box breathing leads through its phases and keeps the ratings before and after", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
  await app.open("/exercises");
  await page.getByRole("link", { name: "Box breathing" }).click();
  await app.rate(/How strong is the craving now/, 8);
  await page.getByRole("button", { name: "Start" }).click();
  const word = page.locator(".circle-word");
  await expect(word).toHaveText("Breathe in");
  await page.clock.runFor(4_100);
  await expect(word).toHaveText("Hold");
  await page.clock.runFor(4_000);
  await expect(word).toHaveText("Breathe out");
  await page.getByRole("button", { name: "Pause" }).click();
  // Paused, time does not pass.
  await page.clock.runFor(60_000);
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(word).toHaveText("Breathe out");
  await page.getByRole("button", { name: "Finish" }).click();
  await page.locator('input[name="after"][value="5"]').check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator("#end-title")).toHaveText("Saved");
  await app.open("/history");
  await expect(page.locator(".entry")).toContainText("Box breathing");
  await expect(page.locator(".entry")).toContainText("8 → 5");
  await app.reload();
  await expect(page.locator(".entry")).toHaveCount(1);
});

test("a phone that slept through the exercise wakes at its end", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T15:00:00-05:00") });
  await app.open("/exercises/paced-breathing");
  await page.getByRole("button", { name: "Start" }).click();
  await page.clock.fastForward("01:00:00");
  await page.clock.runFor(100);
  await expect(page.locator("#end-title")).toBeVisible();
});

test("an exercise in the middle survives a reload and goes on where it was", async ({ app, page }) => {
  await app.open("/exercises/grounding-54321");
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByRole("button", { name: "Skip this step" }).click();
  const step = page.locator("#run-progress");
  await expect(step).toHaveAttribute("value", "1");
  await app.reload();
  await page.getByRole("button", { name: "Pick up where you left off" }).click();
  await expect(step).toHaveAttribute("value", "1");
});

test("what studies found is shown before the start, also where they found nothing", async ({ app, page }) => {
  await app.open("/exercises/urge-surfing");
  await page.getByText("What is known about this").click();
  const known = page.locator("details.evidence");
  await expect(known).toContainText("Their urges were as strong");
  await expect(known).toContainText("It made no difference to quitting.");
  await expect(known).toContainText("123 people took part.");
  await app.open("/exercises/halt");
  await page.getByText("What is known about this").click();
  await expect(known).toContainText("No study of this as an app is known.");
});

test("from a craving to a skill and back again", async ({ app, page }) => {
  await app.logCraving(8);
  await page.getByRole("link", { name: "Ride it" }).click();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.locator('input[name="after"][value="4"]').check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Back to your craving" }).click();
  await expect(page).toHaveURL(/\/craving\/[0-9A-Z]{26}/);
  // What was rated there is a part of this craving.
  await expect(page.locator(".course li")).toHaveText([/^8/, /^4/]);
});

test("an exercise that is not there says so, and the others still load", async ({ app, page }) => {
  await app.open("/exercises/no-such-thing");
  await expect(page.locator("#app main")).not.toBeEmpty();
  await app.open("/exercises");
  for (const title of [
    "Urge surfing",
    "Box breathing",
    "Breathing space",
    "Body scan",
    "HALT check",
    "Play the tape through",
    "Practice saying no",
    "Naloxone drill",
  ]) {
    await expect(page.getByRole("link", { name: new RegExp(title, "i") }).first()).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Plan and practice" })).toBeVisible();
});

test.describe("when the exercises cannot be loaded", () => {
  test("it is said and a second try loads them", async ({ app, page, watch }) => {
    watch.allowed.push(/ERR_FAILED/);
    await page.route("**/exercises.json", (route) => route.abort());
    await app.open("/exercises");
    await expect(page.getByText("The exercises could not be loaded.")).toBeVisible();
    await page.unroute("**/exercises.json");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("link", { name: "Box breathing" })).toBeVisible();
  });
});
