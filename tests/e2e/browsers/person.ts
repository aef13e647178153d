// What a person does in a browser, whichever it is: everything is found by its role and its name.

import { expect } from "@playwright/test";
import { Key, type WebElement } from "selenium-webdriver";

import type { Engine } from "./engine.ts";

/** What has each role in Ebb. */
const ROLES = {
  alert: "[role=alert]",
  button: "button, [role=button]",
  checkbox: "input[type=checkbox]",
  file: "input[type=file]",
  group: "fieldset, [role=group]",
  heading: "h1, h2, h3, h4",
  img: "svg[role=img], img, [role=img]",
  link: "a[href]",
  list: "ul, ol",
  option: "option",
  radio: "input[type=radio]",
  summary: "summary",
  table: "table",
  textbox: "textarea, input:not([type]), input[type=text], input[type=password], input[type=tel]",
} as const;
export type Role = keyof typeof ROLES;

/** In the page: what has a role and a name, and is seen. Part of the name is enough where `part` says so. */
function search(selector: string, name: string, part: boolean, within: Element | null): Element | null {
  const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  const named = (element: Element): string => {
    const own = element.getAttribute("aria-label");
    if (own) return own;
    const by = element.getAttribute("aria-labelledby");
    if (by) return plain(by.split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    if (labels.length > 0) return plain(labels.map((label) => label.textContent).join(" "));
    return plain(element.querySelector(":scope > legend, :scope > title")?.textContent ?? element.textContent);
  };
  // A field for files stands behind its label.
  const folded = (element: Element) => element.parentElement?.closest("details:not([open])") && !element.closest("summary");
  const seen = (element: Element) =>
    element.matches("[type=file]") || (!folded(element) && element.checkVisibility({ visibilityProperty: true }));
  for (const element of (within ?? document).querySelectorAll(selector)) {
    const its = named(element);
    if ((part ? its.toLowerCase().includes(name.toLowerCase()) : its === name) && seen(element)) {
      // What is tapped of a choice is its label.
      const label = element.matches("[type=radio], [type=checkbox]") && (element as HTMLInputElement).labels?.[0];
      return label || element;
    }
  }
  return null;
}

/** A key derivation takes seconds on purpose, and the tests share two cores. */
const PATIENCE = 90_000;

export class Person {
  constructor(
    readonly engine: Engine,
    readonly url: string,
  ) {}

  get driver() {
    return this.engine.driver;
  }

  run<R>(what: (...given: never[]) => R, ...given: unknown[]): Promise<Awaited<R>> {
    return this.driver.executeScript(`return (${what.toString()}).apply(null, arguments)`, ...given);
  }

  /** As `run`, for what takes its time. */
  async wait<R>(what: (...given: never[]) => Promise<R>, ...given: unknown[]): Promise<R> {
    const script = `const told = arguments[arguments.length - 1];
      (${what.toString()}).apply(null, Array.from(arguments).slice(0, -1))
        .then((value) => told({ value }), (error) => told({ error: String(error) }))`;
    const answer = await this.driver.executeAsyncScript<{ value: R; error?: string }>(script, ...given);
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  async open(path = "/") {
    await this.driver.get(this.url + path);
    await this.ready();
  }

  /** The app is there and the journal behind it is open. */
  async ready() {
    await this.poll(() => this.run(() => document.querySelector("#app main h1") && document.documentElement.dataset.journal), "open");
  }

  /** As by the browser's button. Firefox's WebDriver would go past the service worker. */
  async refresh() {
    await this.run(() => {
      Object.assign(window, { before: true });
      location.reload();
    });
    await this.poll(() => this.run(() => "before" in window || document.readyState !== "complete"), false);
  }

  async reload() {
    await this.refresh();
    await this.ready();
  }

  async poll<T>(what: () => Promise<T>, is: T) {
    await expect.poll(() => what().catch((error: unknown) => String(error)), { timeout: PATIENCE }).toEqual(is);
  }

  find(role: Role, name: string, { part = false, within }: { part?: boolean; within?: WebElement } = {}) {
    const script = `return (${search.toString()}).apply(null, arguments)`;
    return this.driver.executeScript<WebElement | null>(script, ROLES[role], name, part, within ?? null);
  }

  /** Waits until it is there. */
  async see(role: Role, name: string, more?: { part?: boolean; within?: WebElement }): Promise<WebElement> {
    let found: WebElement | null = null;
    const look = async () => (found = await this.find(role, name, more).catch(() => null)) !== null;
    await expect.poll(look, { timeout: PATIENCE, message: `${role} "${name}"` }).toBe(true);
    return found!;
  }

  async gone(role: Role, name: string) {
    await this.poll(async () => (await this.find(role, name)) === null, true);
  }

  async tap(role: Role, name: string, more?: { part?: boolean; within?: WebElement }) {
    // What is drawn anew in between is looked for again.
    await expect(async () => {
      const target = await this.see(role, name, more);
      await this.bring(target);
      await target.click();
    }).toPass({ timeout: PATIENCE });
  }

  /** Scrolls to it: not every driver does. */
  private bring(target: WebElement) {
    return this.run((element: Element) => element.scrollIntoView({ block: "center", behavior: "instant" }), target);
  }

  async type(name: string, text: string, part = false) {
    const field = await this.see("textbox", name, { part });
    await this.bring(field);
    await field.clear();
    await field.sendKeys(text);
  }

  async choose(name: string, path: string) {
    await (await this.see("file", name, { part: true })).sendKeys(path);
  }

  async rate(question: string, rating: number) {
    const group = await this.see("group", question, { part: true });
    for (const role of ["button", "radio"] as const) {
      if (await this.find(role, String(rating), { within: group })) return this.tap(role, String(rating), { within: group });
    }
    throw new Error(`${question} cannot be rated ${rating}`);
  }

  /** What is to be read of the page. */
  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  async reads(words: string | RegExp, not = false) {
    const poll = expect.poll(() => this.text().catch(() => ""), { timeout: PATIENCE });
    await (not ? poll.not.toMatch(words) : poll.toMatch(words));
  }

  async escape() {
    await this.driver.actions().sendKeys(Key.ESCAPE).perform();
  }

  async logCraving(rating: number) {
    await this.open("/craving");
    await this.rate("How strong is it?", rating);
    await this.reads("Saved");
  }
}
