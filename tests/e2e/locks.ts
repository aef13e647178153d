// What the page is busy with, by the browser's locks.

import type { Page } from "@playwright/test";

/** Whether any tab holds one of these locks or waits for it. */
export const isLocked = (page: Page, ...names: string[]): Promise<boolean> =>
  page.evaluate(async (names) => {
    const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
    return [...held, ...pending].some(({ name }) => name !== undefined && names.includes(name));
  }, names);
