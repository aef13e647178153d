// Every screen, filled as it is after some days of use.

import { readFile } from "node:fs/promises";

import type { Page } from "@playwright/test";

import { expect, type App } from "./ebb.ts";
import { answerAll, begin, choose } from "./filling.ts";
import { dayOf, plant } from "./store.ts";

const ASSIGNMENT = new URL("../fixtures/v1/assignment.json", import.meta.url).pathname;
const DESK = "harbor pencil violet mountain";
const SHARE = new URL("../fixtures/v1/share.json", import.meta.url).pathname;
/** Its passphrase stands below: it is no secret. */
const IDENTITY = new URL("../fixtures/v1/identity.age", import.meta.url).pathname;
/** Begins an exercise, or goes on with it. */
const STARTS = /^(Start|Empezar|Pick up where you left off|Seguir donde ibas)$/;
const OPENS = /^(Open it|Abrirlo)$/;
/** A lock that stands in no relation to what is stored. */
const VAULT = new URL("../fixtures/v1/vault.json", import.meta.url);

export interface Screen {
  name: string;
  open(app: App): Promise<void>;
  /** What is done in the screen once it is open, in any language, as after a reload. */
  goOn?(page: Page): Promise<void>;
  /** Something of it never comes. */
  unfinished?: true;
}

/** A button by its name in English or Spanish. */
const button = (page: Page, name: RegExp) => page.getByRole("button", { name });

/** Logs enough to look at. */
export async function fill(app: App) {
  await app.logCraving(8);
  await app.rate("How strong is it now?", 5);
  await expect(app.page.locator(".course li")).toHaveCount(2);
  await app.open("/check-in");
  await app.rate("Mood", 6);
  await app.rate("Stress", 4);
  await app.page.getByText("More", { exact: true }).click();
  await app.page.getByRole("checkbox", { name: "Tired" }).check();
  await app.page.getByRole("button", { name: "Save" }).click();
  await expect(app.page.locator(".notice")).toContainText("saved");
  await app.page.locator(".notice").getByRole("button", { name: "Close" }).click();
}

/** Fills in a field of a sheet and saves it. */
async function sheet(app: App, path: string, fields: Record<string, string>, ticks: string[] = []) {
  await app.open(path);
  for (const [label, text] of Object.entries(fields)) await app.page.getByLabel(label).first().fill(text);
  for (const tick of ticks) await app.page.getByRole("checkbox", { name: tick }).check();
  await app.page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(app.page.locator(".notice")).toContainText("Saved");
}

/** Sheets as they are after some days in a programme: where, what is written, what is ticked. */
const SHEETS: Record<string, [string, Record<string, string>, string[]?]> = {
  group: [
    "/programme/group/new",
    { Name: "Evening group", "It starts at": "18:00", "First date": "2026-01-05" },
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  ],
  bring: ["/programme/bring/new", { "What I want to bring up": "Sleep has been bad since Sunday" }],
  goal: ["/programme/goal/new", { "What I want": "Every Tuesday group this month", Step: "Ask for a lift" }],
  medicine: ["/programme/medicine/new", { Name: "Buprenorphine", "How I take it": "One film, mornings" }],
  assignment: ["/programme/assignment/new", { "What I need to do": "A thought record", "Given by": "Dr. Okafor" }],
  start: ["/programme/start/new", { "First day": "2026-01-05" }],
  meeting: [
    "/programme/meeting/new",
    { Name: "Home group", "It starts at": "19:30", "How to get there": "Bus 4, last stop" },
    ["Tuesday", "Sunday"],
  ],
  morning: ["/day/morning", { "In a sentence": "One thing, then the next" }, ["Rest"]],
  reduction: [
    "/plans/reduction/edit",
    { "What I count": "drinks", From: "2026-01-05", "At most so many": "10", "Agreed with": "Dr. Okafor" },
    ["Alcohol"],
  ],
  used: ["/day/evening", { "How much I used today": "2" }, ["Partly"]],
  phase: ["/programme/phase/new", { From: "2026-01-05", "Hours a week": "9" }],
  situation: ["/plans/situation/new", { "The situation": "Friday night", "When I am in it": "Leave at nine" }],
  safety: ["/plans/safety/edit", { "Line 1": "I stop answering my phone" }],
};

/** A screen that shows these sheets. */
function written(
  sheets: string[],
  path: string,
  name: string,
  { then, goOn }: { then?: (app: App) => Promise<void>; goOn?: Screen["goOn"] } = {},
): Screen {
  return {
    name,
    async open(app) {
      for (const one of sheets) {
        const [where, fields, ticks] = SHEETS[one]!;
        await sheet(app, where, fields, ticks);
      }
      await app.open(path);
      await then?.(app);
    },
    goOn,
  };
}

function at(path: string, name: string): Screen {
  return {
    name,
    async open(app) {
      await fill(app);
      await app.open(path);
    },
  };
}

/** Two results of one questionnaire. */
async function filledTwice(app: App) {
  await app.page.clock.install({ time: new Date("2026-10-20T15:00:00-04:00") });
  for (const answer of ["More than half the days", "Several days"]) {
    await begin(app, "gad-7");
    await answerAll(app.page, Array<string>(7).fill(answer));
    await app.page.getByRole("button", { name: "See the result" }).click();
    await expect(app.page.locator(".outcome")).toBeVisible();
    await app.page.clock.setSystemTime(new Date("2026-11-21T15:00:00-05:00"));
  }
}

/** A screen as it is before anything was written. */
function unwritten(path: string, name: string): Screen {
  return { name, open: (app) => app.open(path) };
}

export const screens: Screen[] = [
  unwritten("/", "now-on-the-first-visit"),
  unwritten("/welcome", "welcome-purpose"),
  unwritten("/welcome/2", "welcome-promise"),
  unwritten("/welcome/3", "welcome-kept"),
  unwritten("/insight", "insight-empty"),
  {
    name: "example",
    async open(app) {
      await app.open("/insight");
    },
    async goOn(page) {
      await button(page, /^(Look at an example month|Ver un mes de ejemplo)$/).click();
      await expect(page.locator(".example")).toBeVisible();
      await expect(page.locator("#app main svg").first()).toBeVisible();
    },
  },
  {
    name: "shortcuts",
    async open(app) {
      await app.open("/");
    },
    async goOn(page) {
      await expect(page.locator("dialog.keys")).toBeAttached();
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  at("/", "now"),
  {
    name: "craving",
    async open(app) {
      await app.open("/craving");
      await app.rate("How strong is it?", 7);
    },
    async goOn(page) {
      await page.getByText(/^(Add more, if you like|Agrega más, si quieres)$/).click();
    },
  },
  {
    name: "after-a-craving",
    async open(app) {
      await app.logCraving(7);
    },
  },
  at("/check-in", "check-in"),
  at("/slip", "slip"),
  at("/exercises", "exercises"),
  at("/exercises/urge-surfing", "exercise-ready"),
  {
    name: "exercise-running",
    async open(app) {
      await app.open("/exercises/box-breathing");
    },
    async goOn(page) {
      await button(page, STARTS).click();
      await button(page, /^(Pause|Pausa)$/).click();
      await expect(page.locator(".run.paused")).toBeVisible();
    },
  },
  {
    name: "exercise-over",
    async open(app) {
      await app.open("/exercises/box-breathing");
    },
    async goOn(page) {
      const end = page.locator("#end-title");
      const finish = button(page, /^(Finish|Terminar)$/);
      await button(page, STARTS).click();
      // Going on where one was, one is at the end.
      await expect(end.or(finish)).toBeVisible();
      if (await finish.isVisible()) await finish.click();
      await expect(end).toBeVisible();
    },
  },
  at("/history", "history"),
  {
    name: "entry",
    async open(app) {
      await fill(app);
      await app.open("/history");
      await app.page.locator(".entry-link").first().click();
      await expect(app.page.getByRole("button", { name: "Save" })).toBeVisible();
    },
  },
  at("/insight", "insight"),
  {
    name: "sos",
    async open(app) {
      await app.open("/sos");
    },
    async goOn(page) {
      await page.getByText(/^(Add a person|Agregar a una persona)$/).click();
    },
  },
  {
    name: "questionnaires",
    async open(app) {
      await filledTwice(app);
      await app.open("/questionnaires");
    },
    async goOn(page) {
      const card = page.getByRole("listitem").filter({ hasText: "GAD-7" });
      await card.locator("summary").first().click();
      await expect(card.locator("svg")).toBeVisible();
    },
  },
  {
    name: "questionnaire-start",
    async open(app) {
      await app.open("/questionnaires/bam");
      await expect(app.page.getByRole("button", { name: "Start" })).toBeVisible();
    },
  },
  {
    name: "questionnaire-asked",
    async open(app) {
      await begin(app, "pacs");
      await choose(app.page, "Never, that is, 0 times during this period of time");
    },
  },
  {
    name: "questionnaire-crisis",
    async open(app) {
      await begin(app, "phq-9");
      await answerAll(app.page, ["Nearly every day", ...Array<string>(7).fill("Not at all")]);
      await choose(app.page, "Several days");
      await expect(app.page.locator("#crisis")).toBeVisible();
    },
  },
  {
    name: "next-day",
    async open(app) {
      await app.open();
      const day = await dayOf(app.page, 1);
      const id = "01KAV000000000000000000970";
      const at = `${day}T12:30:00.000-05:00`;
      const answers = Array.from({ length: 9 }, (_, item) => ({ item: String(item + 1), value: item === 8 ? 1 : 0 }));
      const scores = [{ score: "total", value: 1 }];
      const entry = { questionnaire: { instrument: "phq-9", form: "phq-9-1999", scoring: "phq-9-2001", answers, scores } };
      await plant(app.page, id, JSON.stringify({ v: 1, id, device: "00000000000000aa", written_at: at, happened_at: at, local_day: day, entry }));
      // Who has written something has been told where it is kept.
      await app.page.getByRole("button", { name: "Got it" }).click();
      await app.open();
      await expect(app.page.locator("#next-day")).toBeVisible();
    },
  },
  {
    name: "questionnaire-gaps",
    async open(app) {
      await begin(app, "gad-7");
      await app.page.getByRole("button", { name: "Next" }).click();
      await expect(app.page.getByText("Question 2 of 7")).toBeVisible();
      await answerAll(app.page, Array<string>(6).fill("Several days"));
    },
  },
  {
    name: "questionnaire-result",
    async open(app) {
      await filledTwice(app);
      await expect(app.page.locator("svg[role=img]")).toBeVisible();
    },
  },
  at("/lessons", "lessons"),
  {
    name: "lesson",
    async open(app) {
      await app.open("/lessons/slips");
      await app.page.getByRole("radio", { name: "They no longer count." }).check();
      await expect(app.page.locator(".saved")).toBeVisible();
    },
  },
  at("/settings", "settings"),
  written(["group", "medicine", "assignment"], "/", "now-in-a-programme"),
  written(["situation", "safety"], "/plans", "plans"),
  written(["safety"], "/plans/safety", "safety-plan"),
  written(["safety"], "/plans/safety/edit", "safety-plan-writing", {
    async goOn(page) {
      await button(page, /^(Next step|Siguiente paso)$/).click();
      await button(page, /^(Next step|Siguiente paso)$/).click();
    },
  }),
  written([], "/plans/relapse/edit", "relapse-plan-writing"),
  written(["reduction", "used"], "/plans/reduction", "reduction-plan"),
  written([], "/plans/reduction/edit", "reduction-plan-writing"),
  written(["morning"], "/day", "day"),
  written(["reduction"], "/day/evening", "evening-writing"),
  written(["meeting"], "/programme/meetings", "meetings"),
  written([], "/plans/situation/new", "situation-writing"),
  written(["group", "bring", "goal", "medicine", "assignment"], "/programme", "programme"),
  written([], "/programme/group/new", "group-writing"),
  written(["group"], "/programme", "group", {
    async then(app) {
      await app.page.getByRole("link", { name: /^Evening group Every day/ }).click();
      await expect(app.page.getByRole("heading", { name: "Upcoming dates" })).toBeVisible();
    },
  }),
  written(["goal"], "/programme", "goal", {
    async then(app) {
      await app.page.getByRole("link", { name: /^Every Tuesday/ }).click();
      await expect(app.page.getByRole("radio", { name: "Reached" })).toBeVisible();
    },
  }),
  written([], "/programme/appointment/new", "appointment-writing"),
  written(["start", "phase"], "/programme/way", "way", {
    async then(app) {
      await app.page.getByRole("button", { name: "Start the list" }).click();
      await expect(app.page.getByRole("checkbox", { name: /safety plan/ })).toBeVisible();
    },
  }),
  at("/programme/family", "family"),
  written(["start", "goal"], "/programme/family/summary", "family-summary", {
    async goOn(page) {
      await page.getByRole("checkbox", { name: /^(My days|Mis días)$/ }).check();
      await page.getByRole("checkbox", { name: /^(My goals|Mis metas)$/ }).check();
    },
  }),
  {
    name: "share",
    async open(app) {
      await fill(app);
      await app.open("/share");
    },
  },
  {
    name: "share-preview",
    async open(app) {
      await fill(app);
      await app.open("/share");
    },
    async goOn(page) {
      await button(page, /^(See what will be shared|Ver lo que se va a compartir)$/).click();
      await page.locator("details.timeline summary").click();
    },
  },
  at("/share/people", "share-people"),
  {
    name: "share-assignments",
    async open(app) {
      await app.open("/share/assignments");
      await button(app.page, /^Make my key$/).click();
    },
    async goOn(page) {
      await page.locator("#offer-file").setInputFiles(ASSIGNMENT);
      await button(page, OPENS).click();
      await expect(button(page, /^(Add this|Agregar esto)$/)).toHaveCount(2);
      await expect(page.locator(".qr")).toBeVisible();
    },
  },
  at("/share/mine", "share-mine"),
  at("/desk", "desk-make"),
  {
    name: "desk",
    async open(app) {
      await app.open("/desk");
    },
    async goOn(page) {
      const agree = page.locator("input[name=desk-agree]");
      const closed = button(page, /^(Open the desk|Abrir el escritorio)$/);
      await expect(agree.or(closed)).toBeVisible();
      // In another language it is there already.
      if (await closed.isVisible()) {
        await page.getByLabel(/^(Passphrase or recovery code|Frase secreta o código de recuperación)$/).fill(DESK);
        await closed.click();
      } else {
        await agree.check();
        await page.locator("#desk-new-passphrase").fill(DESK);
        await button(page, /^(Set it up|Prepararlo)$/).click();
        await button(page, /^(I wrote it down|Ya lo anoté)$/).click();
        await page.locator("#desk-files").setInputFiles(SHARE);
        await button(page, /^(Add to the desk|Agregar al escritorio)$/).click();
      }
      await expect(page.locator(".desk-list li")).toHaveCount(1);
    },
  },
  at("/review", "review-open"),
  {
    name: "review",
    async open(app) {
      await app.open("/review");
    },
    async goOn(page) {
      await page.locator("#share-files").setInputFiles(SHARE);
      await button(page, OPENS).click();
      await expect(page.locator(".review")).toBeVisible();
    },
  },
  {
    name: "review-key",
    async open(app) {
      await app.open("/review/key");
    },
    async goOn(page) {
      await page.locator("#key-file").setInputFiles(IDENTITY);
      await page.locator("#key-file-passphrase").fill("clinic words");
      await button(page, /^(Import it|Importarla)$/).click();
      await expect(page.locator(".qr")).toBeVisible();
    },
  },
  {
    name: "review-set",
    async open(app) {
      await app.open("/review/set");
    },
    async goOn(page) {
      await button(page, /^(Add it to the list|Agregarlo a la lista)$/).click();
      await page.getByRole("radio", { name: /^(Anyone, because it is not sealed|Cualquiera, porque no va sellado)$/ }).check();
    },
  },
  at("/settings/backup", "backup"),
  at("/settings/import", "import"),
  at("/reminders", "reminders"),
  at("/reminders/new/check-in", "reminder"),
  at("/plans/if-then", "if-then"),
  at("/plans/if-then/new", "if-then-new"),
  at("/plans/trial", "trial"),
  unwritten("/plans/pictures", "keepsakes"),
  at("/history/find", "find"),
  at("/settings/lock", "lock"),
  {
    name: "locked",
    async open(app) {
      await fill(app);
      await plant(app.page, "vault", await readFile(VAULT, "utf8"), "meta");
      await app.page.goto(app.url);
      await expect(app.page.getByRole("heading", { name: "Ebb is locked" })).toBeVisible();
    },
  },
  at("/nowhere", "not-found"),
  {
    name: "before-the-app",
    unfinished: true,
    async open(app) {
      await app.page.route("**/*.wasm", () => undefined);
      await app.page.goto(app.url, { waitUntil: "commit" });
      await expect(app.page.locator("#first h1")).toBeVisible();
      await app.page.waitForFunction(() => document.styleSheets.length > 1);
    },
  },
];
