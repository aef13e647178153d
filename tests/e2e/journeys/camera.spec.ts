// Pairing by the camera: what is held before it becomes a key, and the camera is off afterwards.

import { makeKey, profile } from "../clinic.ts";
import { seeing } from "../camera.ts";
import { expect, test } from "../ebb.ts";

test("a therapist's key is taken with the camera, and the camera goes off", async ({ browser, server }) => {
  const therapist = await profile(browser, server.url, 1366, 768);
  const { picture, words } = await makeKey(therapist);
  await therapist.close();

  const phone = await seeing(picture, "key");
  const person = await profile(phone, server.url, 390, 844);
  await person.page.context().grantPermissions(["camera"], { origin: server.url });
  await person.app.open("/share/people");
  await person.page.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      Object.assign(window, { lent: stream });
      return stream;
    };
  });
  await person.page.getByRole("button", { name: "Use the camera" }).click();
  await expect(person.page.locator("#fingerprint")).toHaveText(words);
  const states = () =>
    person.page.evaluate(() => (window as unknown as { lent: MediaStream }).lent.getTracks().map((track) => track.readyState));
  expect(await states()).toEqual(["ended"]);
  await person.close();
  await phone.close();
});

test("whoever stops the camera, or does not allow it, can go on without", async ({ browser, server }) => {
  const therapist = await profile(browser, server.url, 1366, 768);
  await therapist.app.open("/review/key");
  const blank = await therapist.page.screenshot();
  await therapist.close();

  const phone = await seeing(blank, "blank");
  const person = await profile(phone, server.url, 390, 844);
  const { page } = person;
  await page.context().grantPermissions(["camera"], { origin: server.url });
  await person.app.open("/share/people");
  await page.getByLabel("Key or link").fill("age1 half a key");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("Hold the code in front of the camera.")).toBeVisible();
  await expect(page.locator(".scan video")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.locator(".scan video")).toBeHidden();

  await page.context().clearPermissions();
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("was not allowed to use the camera")).toBeVisible();
  await expect(page.getByLabel("Key or link")).toHaveValue("age1 half a key");
  await person.close();
  await phone.close();
});
