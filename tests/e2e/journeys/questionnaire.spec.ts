import { expect, test, type App } from "../ebb.ts";
import { answerAll, begin, choose, next } from "../filling.ts";
import { drafts, plant, read } from "../store.ts";

const CRISIS = "You matter. Please talk to someone now";

/** A stored result, as the app itself would have written it. */
async function result(app: App, order: number, day: string, scoring: string, values: number[]) {
  const id = `01KAV0000000000000000000${String(order).padStart(2, "0")}`;
  const at = `${day}T12:30:00.000-05:00`;
  const answers = values.map((value, index) => ({ item: String(index + 1), value }));
  const scores = [{ score: "total", value: values.reduce((sum, value) => sum + value, 0) }];
  const entry = { questionnaire: { instrument: "gad-7", form: "gad-7-2006", scoring, answers, scores } };
  const text = { v: 1, id, device: "00000000000000aa", written_at: at, happened_at: at, local_day: day, entry };
  await plant(app.page, id, JSON.stringify(text));
}

test("a PHQ-9 is filled in whole, has its published range, and is in the history", async ({ app, page }) => {
  await app.open("/");
  await app.goTo("Exercises");
  await page.getByRole("link", { name: "Questionnaires" }).click();
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "PHQ-9" }) });
  await expect(card).toContainText("Now is a good time for it.");
  await card.getByRole("link", { name: "Fill it in" }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("Question 1 of 10")).toBeVisible();
  await answerAll(page, ["Nearly every day", "More than half the days"]);
  await expect(page.getByText("Question 3 of 10")).toBeVisible();
  await answerAll(page, [
    "Several days",
    "Several days",
    "Several days",
    "Several days",
    "Several days",
    "Not at all",
    "Not at all",
    "Somewhat difficult",
  ]);
  await expect(page.getByRole("heading", { name: "That was the last question" })).toBeFocused();
  await page.getByRole("button", { name: "See the result" }).click();
  const main = page.locator("#app main");
  await expect(main).toContainText("10 of 27");
  await expect(main).toContainText("“moderate”, 10 to 14");
  await expect(main).toContainText("Worth a look with your counselor or doctor");
  await expect(main).toContainText("isn’t a verdict");
  await expect(main).not.toContainText(CRISIS);
  await page.getByText("Where it comes from").click();
  await expect(main).toContainText("scored by phq-9-2001");
  await app.reload();
  await expect(main).toContainText("10 of 27");
  await app.goTo("History");
  await expect(page.locator(".entry")).toContainText("10 of 27, moderate");
  await app.deleteEntry("Questionnaire");
  await expect(page.locator(".entry")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".entry")).toContainText("10 of 27, moderate");
  await app.open("/questionnaires");
  await expect(card).toContainText("Last done on");
  await expect(card).toContainText("Next time from");
});

test("two low answers hide no question, least of all the ninth", async ({ app, page }) => {
  await begin(app, "phq-9");
  await answerAll(page, ["Not at all", "Not at all"]);
  await expect(page.getByText("Question 3 of 10")).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByRole("radio", { name: "Not at all" })).toBeChecked();
  await next(page);
  await answerAll(page, Array<string>(6).fill("Not at all"));
  await expect(page.getByText("Question 9 of 10")).toBeVisible();
  await expect(page.locator("#step")).toContainText("better off dead");
});

/** A PHQ-9, as the app itself would have written it. */
async function phq(app: App, order: number, day: string, values: number[], scores: { score: string; value: number }[]) {
  const id = `01KAV0000000000000000009${String(order).padStart(2, "0")}`;
  const at = `${day}T12:30:00.000-05:00`;
  const answers = values.map((value, index) => ({ item: String(index + 1), value }));
  const entry = { questionnaire: { instrument: "phq-9", form: "phq-9-1999", scoring: "phq-9-2001", answers, scores } };
  const text = { v: 1, id, device: "00000000000000aa", written_at: at, happened_at: at, local_day: day, entry };
  await plant(app.page, id, JSON.stringify(text));
  return id;
}

test("a short form that was kept long ago opens, and says what it did not ask", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T12:00:00-05:00") });
  await app.open("/");
  const id = await phq(app, 1, "2026-09-01", [1, 0], [{ score: "phq-2", value: 1 }]);
  await app.open(`/history/${id}`);
  const main = page.locator("#app main");
  await expect(main).toContainText("1 of 6");
  await expect(main).toContainText("Thoughts of not wanting to live were not asked about.");
  await expect(main).not.toContainText("of 27");
});

test("without a plan or people that is said plainly, and with them they are there to call", async ({ app, page }) => {
  await begin(app, "phq-9");
  await answerAll(page, Array<string>(8).fill("Not at all"));
  await choose(page, "Several days");
  const help = page.getByRole("region", { name: CRISIS });
  await expect(help).toContainText("You have not written a safety plan or added people yet.");
  await expect(help.getByRole("link", { name: "Write a safety plan" })).toHaveAttribute("href", "/plans/safety/edit");

  await app.open("/plans/safety/edit");
  await page.getByRole("textbox", { name: "Line 1", exact: true }).fill("I do not sleep");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
  await app.open("/questionnaires/phq-9");
  await expect(help).toContainText("There is nobody to call in your plan yet.");
  await expect(help.getByRole("link", { name: "My safety plan" })).toHaveAttribute("href", "/plans/safety");

  await app.open("/sos");
  await page.getByText("Add a person").click();
  await page.getByLabel("Name").fill("Sam");
  await page.getByLabel("Phone number").fill("+1 (555) 010-0199");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Call Sam" }).first()).toBeVisible();
  await app.open("/questionnaires/phq-9");
  await expect(help.getByRole("link", { name: "Call Sam" })).toHaveAttribute("href", "tel:+15550100199");
  await expect(help).not.toContainText("nobody to call");
});

test("the answer goes on the list of what to bring up, once", async ({ app, page }) => {
  await begin(app, "phq-9");
  await answerAll(page, Array<string>(8).fill("Not at all"));
  await choose(page, "Several days");
  await page.getByRole("button", { name: "Add to what I’ll bring up" }).click();
  await expect(page.getByRole("button", { name: "It is on your list to bring up" })).toBeFocused();
  await app.reload();
  await expect(page.getByRole("button", { name: "It is on your list to bring up" })).toBeVisible();
  await app.open("/programme");
  await expect(page.getByText("thoughts of not wanting to live or of hurting myself: I answered “Several days”")).toHaveCount(1);
});

test("on the next day the first screen asks how it is, until it is answered", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T12:00:00-05:00") });
  await app.open("/");
  await phq(app, 2, "2026-11-24", [0, 0, 0, 0, 0, 0, 0, 0, 1], [
    { score: "phq-2", value: 0 },
    { score: "total", value: 1 },
  ]);
  const question = page.getByRole("region", { name: "How are you today?" });
  await app.open("/");
  await expect(question).toContainText("Yesterday you noted heavy thoughts");
  await app.reload();
  await question.getByRole("button", { name: "Harder" }).click();
  await expect(question.getByText("you do not have to do it alone")).toBeFocused();
  await expect(question.getByRole("link", { name: "Call 988" })).toBeVisible();
  // Not answered yet: who comes back is asked again.
  await app.reload();
  await question.getByRole("button", { name: "Easier" }).click();
  await expect(question).toHaveCount(0);
  await expect(page.locator(".notice")).toContainText("SOS stays one tap away");
  await app.reload();
  await expect(page.locator(".today")).toBeVisible();
  await expect(question).toHaveCount(0);
});

test("the question of the next day can be turned off, and on again", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T12:00:00-05:00") });
  await begin(app, "phq-9");
  await answerAll(page, Array<string>(8).fill("Not at all"));
  await choose(page, "Several days");
  await next(page);
  await next(page);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.getByRole("checkbox", { name: "Ask me tomorrow how it is" })).toBeChecked();
  await page.clock.setSystemTime(new Date("2026-11-26T12:00:00-05:00"));
  const question = page.getByRole("region", { name: "How are you today?" });
  await app.open("/");
  await question.getByRole("button", { name: "Do not ask me this" }).click();
  await expect(question).toHaveCount(0);
  await app.reload();
  await expect(page.locator(".today")).toBeVisible();
  await expect(question).toHaveCount(0);
  await begin(app, "phq-9");
  await answerAll(page, Array<string>(8).fill("Not at all"));
  await choose(page, "Several days");
  const ask = page.getByRole("checkbox", { name: "Ask me tomorrow how it is" });
  await expect(ask).not.toBeChecked();
  await ask.check();
  await app.open("/");
  await expect(question).toBeVisible();
});

test("a half-filled questionnaire goes on where it was left, also after a reload", async ({ app, page }) => {
  await begin(app, "gad-7");
  await answerAll(page, ["Several days", "Nearly every day"]);
  await choose(page, "More than half the days");
  // It is kept at once, but a page that goes in the same moment takes the last answer with it.
  await expect.poll(() => drafts(page)).toContain('"value":2');
  await app.reload();
  await expect(page.getByText("Question 3 of 7")).toBeVisible();
  await expect(page.getByRole("radio", { name: "More than half the days" })).toBeChecked();
  await next(page);
  await answerAll(page, ["Not at all", "Not at all", "Not at all", "Not at all"]);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.locator("#app main")).toContainText("6 of 21");
  // The draft went with its entry.
  expect(Object.keys(await read(page, "drafts"))).toEqual([]);
});

test("what was begun more than a day ago begins again", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-01T15:00:00-05:00") });
  await begin(app, "gad-7");
  await answerAll(page, ["Several days"]);
  await page.clock.setSystemTime(new Date("2026-11-02T15:02:00-05:00"));
  await app.reload();
  await expect(page.getByText("more than a day ago")).toBeVisible();
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByText("Question 1 of 7")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Several days" })).not.toBeChecked();
});

test("a thought of death is met with help at once, also after a reload, and again at the end", async ({ app, page }) => {
  await begin(app, "phq-9");
  await answerAll(page, ["Nearly every day", "Not at all", ...Array<string>(6).fill("Not at all")]);
  await expect(page.getByText("Question 9 of 10")).toBeVisible();
  await choose(page, "Not at all");
  await expect(page.getByText(CRISIS)).toHaveCount(0);
  await choose(page, "Several days");
  const help = page.getByRole("region", { name: CRISIS });
  await expect(help.getByRole("heading", { name: CRISIS })).toBeInViewport();
  await expect(help.getByRole("link", { name: "Call 988" })).toHaveAttribute("href", "tel:988");
  await app.reload();
  await expect(help).toBeVisible();
  await help.getByRole("link", { name: "More help now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Help now" })).toBeVisible();
  await page.goBack();
  await expect(help).toBeVisible();
  await next(page);
  await next(page);
  await expect(help).toBeVisible();
  await page.getByRole("button", { name: "See the result" }).click();
  // A total of 4 is minimal; help comes first all the same.
  await expect(page.locator("#app main")).toContainText("4 of 27");
  await expect(help.getByRole("link", { name: "Call 988" })).toBeVisible();
  await app.reload();
  await expect(help).toBeVisible();
});

test("an incomplete one gets no score, and says what is missing with the way there", async ({ app, page }) => {
  await begin(app, "gad-7");
  await next(page);
  await answerAll(page, Array<string>(6).fill("Several days"));
  await expect(page.getByRole("heading", { name: "Almost there" })).toBeFocused();
  await expect(page.getByText("1 question is open")).toBeVisible();
  await expect(page.getByRole("button", { name: "See the result" })).toHaveCount(0);
  await app.open("/history");
  await expect(page.locator(".entry")).toHaveCount(0);
  await app.open("/questionnaires/gad-7");
  await page.getByRole("button", { name: "Feeling nervous" }).click();
  await choose(page, "Several days");
  for (let question = 0; question < 7; question += 1) await next(page);
  await page.getByRole("button", { name: "See the result" }).click();
  await expect(page.locator("#app main")).toContainText("7 of 21");
});

test("a BAM passes over what falls away, and shows three sums and no total", async ({ app, page }) => {
  await begin(app, "bam");
  await expect(page.getByText("Question 1 of 23")).toBeVisible();
  await answerAll(page, ["Fair", "4-8", "16-30", "0"]);
  await expect(page.getByRole("heading", { level: 2 })).toContainText("illegal/street drugs");
  await answerAll(page, ["0"]);
  await expect(page.getByText("Question 6 of 15")).toBeVisible();
  await answerAll(page, [
    "Considerably",
    "Slightly",
    "1-3",
    "1-3",
    "Not at all",
    "9-15",
    "Yes",
    "Moderately",
    "4-8",
    "Slightly",
  ]);
  await page.getByRole("button", { name: "See the result" }).click();
  const main = page.locator("#app main");
  // Risk 3+2+4+3+1+2, protective 1+1+0+3+4+2.
  await expect(main.locator("section", { hasText: "Use" }).first()).toContainText("0 of 12");
  await expect(main.locator("section", { hasText: "Risk" }).first()).toContainText("15 of 24");
  await expect(main.locator("section", { hasText: "Protective" }).first()).toContainText("11 of 24");
  await expect(main.locator(".outcome")).toHaveCount(3);
  // The answers come first, and what is known of the sums stands above them.
  await expect(main.locator("summary", { hasText: "Your answers" })).toHaveCount(1);
  await expect(main.getByRole("heading", { name: "What is known of these sums" })).toBeVisible();
  await expect(main.locator("details[open]").first()).toContainText("Considerably");
  await expect(main.getByRole("heading", { level: 3 })).toHaveText(["What is known of these sums", "Use", "Risk", "Protective"]);
  await expect(main).toContainText("what else could support you");
});

test("two results make a trend with its words and numbers, and other scorings stay apart", async ({ app, page }) => {
  await page.clock.install({ time: new Date("2026-11-25T12:00:00-05:00") });
  await app.open("/");
  await result(app, 1, "2026-09-01", "gad-7-2006", [2, 2, 2, 2, 2, 2, 2]);
  await result(app, 2, "2026-09-15", "another-scoring", [3, 3, 3, 3, 3, 3, 3]);
  await result(app, 3, "2026-10-01", "gad-7-2006", [1, 1, 1, 1, 1, 1, 0]);
  await app.open("/questionnaires");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "GAD-7" }) });
  await card.locator("summary").first().click();
  await expect(card.locator("svg")).toHaveCount(1);
  await expect(card).toContainText("2 times. From 14 on");
  await expect(card).toContainText("Lowest 6, highest 14.");
  await expect(card).toContainText("mild from 5, moderate from 10, severe from 15");
  await card.getByText("Show the numbers").click();
  await expect(card.getByRole("row").filter({ hasText: "14" })).toContainText("moderate");
  await card.getByRole("link", { name: "Last result" }).click();
  await expect(page.locator("#app main")).toContainText("it was 14, now it is 6. That is lower by 4 points or more");
  await expect(page.locator("#app main")).not.toContainText("Good to see");
});

test("wording that is not certain says so, and an unknown address says so", async ({ app, page }) => {
  await app.open("/questionnaires/bam");
  await expect(page.getByText("Published copies differ slightly in wording")).toBeVisible();
  await app.open("/questionnaires/phq-9");
  await expect(page.getByRole("button", { name: "Start" })).toBeVisible();
  await expect(page.getByText("Published copies differ slightly in wording")).toHaveCount(0);
  await app.open("/questionnaires/nothing");
  await expect(page.getByText("There is no questionnaire at this address.")).toBeVisible();
});

test("a questionnaire can be filled in with keys alone", async ({ app, page }) => {
  await app.open("/questionnaires/gad-7");
  await page.getByRole("button", { name: "Start" }).press("Enter");
  for (let question = 1; question <= 7; question += 1) {
    await expect(page.getByText(`Question ${question} of 7`)).toBeVisible();
    await expect(page.locator("#step")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  }
  await page.getByRole("button", { name: "See the result" }).press("Enter");
  await expect(page.locator("#app main")).toContainText("7 of 21");
});
