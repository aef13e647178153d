// Where things are: four tabs, help with one's own people, what follows a slip, days in lines.

import { expect, test, type App } from "../ebb.ts";
import { drawn } from "../looks.ts";
import { save } from "../saving.ts";

const PHONE = { width: 360, height: 740 };

test.use({ viewport: PHONE });

async function maria(app: App) {
  await app.open("/sos");
  await app.page.getByText("Add a person").click();
  await app.page.getByLabel("Name").fill("Maria");
  await app.page.getByLabel("Phone number").fill("555 0100");
  await save(app.page);
  await expect(app.page.getByRole("link", { name: "Call Maria" }).first()).toBeVisible();
}

test("every screen lights one tab, or the gear", async ({ app, page }) => {
  for (const [path, tab] of [
    ["/", "Now"], ["/craving", "Now"], ["/check-in", "Now"], ["/slip", "Now"], ["/sos", "Now"], ["/welcome", "Now"],
    ["/exercises", "Skills"], ["/exercises/halt", "Skills"], ["/lessons", "Skills"], ["/lessons/sleep", "Skills"],
    ["/programme", "Program"], ["/programme/way", "Program"], ["/plans", "Program"], ["/day", "Program"], ["/programme/meetings", "Program"], ["/plans/safety", "Program"],
    ["/questionnaires", "Program"], ["/questionnaires/phq-9", "Program"], ["/share", "Program"],
    ["/insight", "My waves"], ["/history", "My waves"],
    ["/settings", "Settings"], ["/settings/lock", "Settings"], ["/settings/backup", "Settings"],
  ] as const) {
    await app.open(path);
    const lit = page.locator('#app :is(.menu, .top) [aria-current="page"]:not(.brand, .sos)');
    await expect(lit, path).toHaveCount(1);
    await expect(lit, path).toHaveText(tab);
  }
  await page.goto(`${app.url}/review`);
  await expect(page.locator("#app main h1")).toBeVisible();
  await expect(page.locator(".menu")).toHaveCount(0);
});

test("sharing is two taps from the first screen", async ({ app, page, taps }) => {
  await app.open("/");
  await page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Program" }).click();
  await page.getByRole("link", { name: /^Share with my therapist|^Share/ }).first().click();
  await expect(page).toHaveURL(/\/share$/);
  expect(await taps.count()).toBe(2);
});

test("on the help screen the emergency number and one's own people stand within the first 740 pixels", async ({ app, page }) => {
  await maria(app);
  await app.open("/sos");
  for (const name of ["Call 911", "Call Maria"]) {
    const box = (await page.getByRole("link", { name }).first().boundingBox())!;
    expect(box.y + box.height, name).toBeLessThanOrEqual(PHONE.height);
  }
});

test("after a slip one screen keeps safe, calls, plans the next day and tells the therapist", async ({ app, page }) => {
  await maria(app);
  for (const [substance, danger] of [["Alcohol", /seizures/], ["Opioids", /naloxone/]] as const) {
    await app.open("/slip");
    await page.getByRole("checkbox", { name: substance }).or(page.getByRole("radio", { name: substance })).check();
    await save(page);
    await expect(page.locator("main").getByText("Everything you have built is still there.")).toBeVisible();
    await expect(page.locator("#app .care")).toContainText(danger);
    for (const one of [page.locator("#app .care"), page.getByRole("link", { name: "Call Maria" }), page.getByLabel(/next 24 hours/), page.getByRole("link", { name: "Tell my therapist" })]) {
      await expect(one).toBeInViewport({ ratio: 1 });
    }
  }
  await page.getByLabel(/next 24 hours/).fill("Group at six");
  await save(page);
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
  await app.goTo("History");
  await expect(page.locator(".entry").first()).toContainText("Group at six");
});

test.describe("days in lines", () => {
  async function month(app: App) {
    await app.open("/insight");
    await app.page.getByRole("button", { name: "Look at an example month" }).click();
    await expect(app.page.locator(".example")).toBeVisible();
    await app.goTo("History");
    await expect(app.page.locator(".entry").first()).toBeVisible();
    await drawn(app.page);
  }

  test("a month is ten screens of a phone at most, an entry one line, and nothing in it deletes", async ({ app, page }) => {
    await month(app);
    expect(await page.locator(".entry").count()).toBeGreaterThan(60);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(10 * PHONE.height);
    for (const entry of (await page.locator(".entry").all()).slice(0, 20)) {
      const box = (await entry.boundingBox())!;
      expect(Math.round(box.height)).toBeGreaterThanOrEqual(44);
      expect(box.height).toBeLessThan(56);
    }
    await expect(page.locator(".pane-list").getByRole("button", { name: /Delete/ })).toHaveCount(0);
  });

  test("the day stays in sight while its entries are scrolled", async ({ app, page }) => {
    await month(app);
    const day = page.locator(".day").nth(5);
    await day.locator(".entry").last().evaluate((one) => scrollTo(0, one.getBoundingClientRect().top + scrollY - 130));
    const [heading, header] = [(await day.locator("h2").boundingBox())!, (await page.locator("#app .top").boundingBox())!];
    expect(heading.y).toBeGreaterThanOrEqual(header.y + header.height - 4);
    expect(heading.y).toBeLessThan(140);
  });

  test("one kind alone, and a month that was long ago, are two taps away", async ({ app, page }) => {
    await page.clock.install({ time: new Date("2026-03-10T15:00:00-04:00") });
    await app.logCraving(9);
    await page.clock.setSystemTime(new Date("2026-11-10T15:00:00-05:00"));
    await app.open("/check-in");
    await app.rate("Mood", 4);
    await save(page);
    await app.logCraving(3);
    await app.goTo("History");
    await expect(page.locator(".entry")).toHaveCount(2);
    await page.getByRole("radio", { name: "Check-in" }).check();
    await expect(page.locator(".entry")).toHaveText([/Mood/]);
    await page.getByRole("radio", { name: "Everything" }).check();
    await expect(page.locator(".entry")).toHaveCount(2);
    await page.getByLabel("Go to a month").selectOption({ label: "March 2026" });
    await expect(page.locator(".entry")).toHaveCount(1);
    await expect(page.locator(".entry")).toContainText("9");
  });
});

test("the first picture of the summary is how cravings usually go, and stands above the fold", async ({ app, page }) => {
  await app.logCraving(6);
  await app.open("/insight");
  const picture = page.locator("section[aria-labelledby=see-usual] svg");
  await expect(picture).toBeInViewport({ ratio: 0.9 });
  await expect(page.locator(".chart-sample")).toBeVisible();
  expect((await page.locator("#app main svg").first().boundingBox())!.y).toBe((await picture.boundingBox())!.y);
  const menu = (await page.locator(".menu").boundingBox())!;
  const box = (await picture.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(menu.y);
});

test("Settings tell how Ebb comes onto the home screen, with the signs to look for", async ({ app, page }) => {
  await app.open("/settings");
  await page.getByText("How to put Ebb on your home screen").click();
  await expect(page.locator(".how-to li:visible svg")).toHaveCount(6);
  await expect(page.locator("#home-screen")).toContainText("Safari clears the data of a site you have not opened in seven days");
});
