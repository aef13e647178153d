import { readFile } from "node:fs/promises";

import AxeBuilder from "@axe-core/playwright";

import { expect, test } from "../ebb.ts";

const file = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a list of meetings is made, handed on as a file, and taken in by somebody else, who may take it back", async ({
  app,
  page,
  browser,
}) => {
  await app.open("/programme");
  await page.getByRole("link", { name: "My meetings" }).click();
  await expect(page.getByText("No meetings yet.")).toBeVisible();
  await page.getByRole("link", { name: "Add a meeting" }).click();
  await page.getByLabel("Name").fill("Home group");
  await expect(page.getByRole("radio", { name: "Mutual-help meeting" })).toBeChecked();
  for (const day of ["Tuesday", "Sunday"]) await page.getByRole("checkbox", { name: day }).check();
  await page.getByLabel("It starts at").fill("19:30");
  await page.getByRole("textbox", { name: "Where" }).fill("12 Oak St, red door");
  await page.getByLabel("How to get there").fill("bus 4, last stop");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("bus 4, last stop")).toBeVisible();
  await app.reload();
  await expect(page.getByText("bus 4, last stop")).toBeVisible();
  await expect(page.getByText(/^Next: /)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // A group of the program is the person's own affair and in no list.
  await app.open("/programme/group/new");
  await page.getByLabel("Name").fill("IOP evening");
  await page.getByRole("checkbox", { name: "Monday" }).check();
  await page.getByLabel("It starts at").fill("18:00");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("IOP evening").first()).toBeVisible();
  await app.open("/programme/meetings");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the list as a file" }).click();
  const path = await (await download).path();
  const list = await readFile(path, "utf8");
  expect(list).toContain('"Home group","TU SU","19:30"');
  expect(list).not.toContain("IOP");
  await expect(page.getByText("The file was saved.")).toBeVisible();
  // Its own list brings nothing new.
  await page.locator("#meetings-file").setInputFiles(path);
  await expect(page.getByText("There is nothing new in this list.")).toBeVisible();

  const context = await browser.newContext({ timezoneId: "America/New_York", serviceWorkers: "block" });
  const other = await context.newPage();
  await other.goto(`${app.url}/programme/meetings`);
  await other.locator("#meetings-file").setInputFiles(path);
  await expect(other.getByRole("checkbox", { name: /^Home group: / })).toBeChecked();
  await other.getByRole("button", { name: "Add these meetings" }).click();
  await expect(other.getByText("bus 4, last stop")).toBeVisible();
  await other.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await expect(other.getByText("No meetings yet.")).toBeVisible();
  await context.close();
});

test("a clinic's table is looked into line by line, and what is no list changes nothing", async ({ app, page }) => {
  await app.open("/programme/meetings");
  const pick = page.locator("#meetings-file");
  await pick.setInputFiles(file("hello.csv", "hello"));
  await expect(page.getByRole("alert").filter({ hasText: "not a list of meetings" })).toBeVisible();
  await pick.setInputFiles(
    file("clinic.csv", 'Name,Days,Time,Way\n"<b>Noon</b>",Mon,12 pm,\nNight,sometimes,late,\n=cmd(),"Fri, Sat",8:00 pm,ring twice\n'),
  );
  await expect(page.getByText("1 line is left out")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "not a list of meetings" })).toBeHidden();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("checkbox", { name: /^<b>Noon/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Add these meetings" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".notice")).toContainText("1 meeting was added.");
  await expect(page.locator(".entry")).toHaveCount(1);
  await expect(page.locator(".entry")).toContainText("=cmd()");
  await expect(page.locator(".entry")).toContainText("ring twice");
});

test.describe("in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("a list is taken in in Spanish", async ({ app, page }) => {
    await app.open("/programme/meetings");
    const table = "nombre;días;hora;cómo llegar\nGrupo de la tarde;mié, vie;19:00;metro Centro\n";
    await page.locator("#meetings-file").setInputFiles(file("lista.csv", table));
    await page.getByRole("button", { name: "Agregar estas reuniones" }).click();
    await expect(page.locator(".entry")).toContainText("metro Centro");
    await expect(page.locator(".entry")).toContainText("Cómo llegar:");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});
