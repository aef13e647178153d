import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { lookInside, makeBackup, otherDevice, PASSPHRASE, SLOW } from "../backup.ts";
import { expect, test } from "../ebb.ts";

let folder: string;
test.beforeEach(async () => {
  test.setTimeout(120_000);
  folder = await mkdtemp(join(tmpdir(), "ebb-backup-"));
});
test.afterEach(() => rm(folder, { recursive: true }));

/** Runs the real `age` on a terminal of its own, where it asks for the passphrase. */
function age(args: string, answers: string[]): Promise<void> {
  const program = process.env.EBB_AGE;
  if (!program) throw new Error("start this through `cargo xtask test`, which installs `age`");
  return new Promise((resolve, reject) => {
    const child = spawn("script", ["-q", "-e", "-c", `'${program}' ${args}`, "/dev/null"]);
    child.stdin.write(answers.map((answer) => answer + "\n").join(""));
    let said = "";
    child.stdout.on("data", (bytes) => (said += String(bytes)));
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}

/** A file sealed for a key that nobody has. */
async function forAKey(): Promise<Buffer> {
  const plain = join(folder, "for-a-key.txt");
  const sealed = join(folder, "for-a-key.age");
  await writeFile(plain, "words");
  await age(`-r age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p -o '${sealed}' '${plain}'`, []);
  return readFile(sealed);
}

test("a backup is proven when it is made, and a second device takes it in without doubles", async ({ app, page, browser }) => {
  await app.logCraving(8);
  await app.logCraving(3);
  const file = await makeBackup(app, folder);
  await expect(page.getByText("it was opened again and holds 2 entries")).toBeVisible();
  await expect(page.locator("#last-backup")).toContainText("with 2 entries");
  await app.logCraving(5);
  await app.open("/settings");
  await expect(page.locator("#last-backup")).toContainText("1 new entry since then");

  const other = await otherDevice(browser, app.url);
  await other.app.logCraving(1);
  await other.app.open("/settings/backup");
  await lookInside(other.page, file);
  const preview = other.page.locator(".preview");
  await expect(preview).toContainText("It holds 2 entries.", SLOW);
  await expect(preview).toContainText("2 entries: new here.");
  await other.page.getByRole("button", { name: "Restore it" }).click();
  await expect(other.page.getByText("Done.")).toBeVisible();
  await other.app.open("/history");
  await expect(other.page.locator(".entry")).toHaveCount(3);

  await other.app.open("/settings/backup");
  await lookInside(other.page, file);
  await expect(preview).toContainText("Everything in it is here already.", SLOW);
  await other.close();
});

test("what was deleted here is not brought back", async ({ app, page }) => {
  await app.logCraving(8);
  await app.logCraving(3);
  const file = await makeBackup(app, folder);
  await app.open("/history");
  await app.deleteEntry();
  await expect(page.locator(".entry")).toHaveCount(1);
  await app.open("/settings/backup");
  await lookInside(page, file);
  await expect(page.locator(".preview")).toContainText("1 entry: deleted here, and stay deleted.", SLOW);
  await expect(page.locator(".preview")).toContainText("Everything in it is here already.");
});

test("the real age program opens the backup, and Ebb takes in what it has sealed", async ({ app, page, browser }) => {
  await app.logCraving(7);
  const file = await makeBackup(app, folder);
  const plain = join(folder, "bundle.json");
  await age(`-d -o '${plain}' '${file}'`, [PASSPHRASE]);
  const bundle = JSON.parse(await readFile(plain, "utf8"));
  expect(bundle).toMatchObject({ ebb: "backup", v: 1, count: 1 });
  expect(bundle.records[0].entry.craving.intensity).toBe(7);

  const sealed = join(folder, "by-age.age");
  await age(`-p -o '${sealed}' '${plain}'`, ["another phrase", "another phrase"]);
  const other = await otherDevice(browser, app.url);
  await other.app.open("/settings/backup");
  await lookInside(other.page, sealed, "another phrase");
  await expect(other.page.locator(".preview")).toContainText("1 entry: new here.", SLOW);
  await other.page.getByRole("button", { name: "Restore it" }).click();
  await expect(other.page.getByText("Done.")).toBeVisible();
  await other.app.open("/history");
  await expect(other.page.locator(".entry")).toHaveCount(1);
  await other.close();
});

test("a file that is no backup is told apart, and nothing changes", async ({ app, page }) => {
  await app.logCraving(7);
  const good = await readFile(await makeBackup(app, folder));
  await page.getByRole("button", { name: "Look inside" }).click();
  await expect(page.locator("#backup-file-problem")).toContainText("choose a file");
  const problem = page.locator("#file-passphrase-problem");
  const buffer = (bytes: Uint8Array) => ({ name: "x.age", mimeType: "", buffer: Buffer.from(bytes) });
  const cases: [string, Buffer, string][] = [
    ["text", Buffer.from("Dear diary"), "because it is not sealed"],
    ["nothing", Buffer.alloc(0), "because it is not sealed"],
    ["cut", good.subarray(0, good.length - 700), "The end of this file is missing"],
    ["flipped", Buffer.from(good.map((byte, at) => (at === good.length - 900 ? byte ^ 1 : byte))), "damaged"],
    [
      "greedy",
      Buffer.from(good.toString("latin1").replace(/(-> scrypt \S+) \d+/, "$1 25"), "latin1"),
      "asks for more memory",
    ],
    ["key", await forAKey(), "sealed for someone’s key"],
  ];
  for (const [name, bytes, words] of cases) {
    await lookInside(page, buffer(bytes));
    await expect(problem, name).toContainText(new RegExp(words), SLOW);
    await expect(page.locator(".preview"), name).toHaveCount(0);
  }
  await lookInside(page, buffer(good), "not it");
  await expect(problem).toContainText("does not open the file", SLOW);
  const huge = join(folder, "huge.age");
  await writeFile(huge, Buffer.alloc(200 * 1024 * 1024));
  await lookInside(page, huge);
  await expect(problem).toContainText("larger than any backup", SLOW);

  const inside = async (text: string) => {
    const plain = join(folder, "plain.json");
    const file = join(folder, "made.age");
    await writeFile(plain, text);
    await rm(file, { force: true });
    await age(`-p -o '${file}' '${plain}'`, ["p", "p"]);
    await lookInside(page, file, "p");
  };
  await inside('{"hello":"world"}');
  await expect(problem).toContainText("no backup from Ebb in it", SLOW);
  await inside('{"ebb":"backup","v":99}');
  await expect(problem).toContainText("A newer version of Ebb made this file", SLOW);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(1);
});
