import type { Locator, Page } from "playwright";
import type { Hands } from "./play-exercise.ts";

/** Works a page with Tab, Shift and Tab, Enter, Space and letters; never with a pointer. */
export function keyboardOf(page: Page): Hands {
  let pressed = 0;
  return {
    press: async (button) => {
      await reach(page, button);
      // A button is pressed with either; they take turns.
      await page.keyboard.press((pressed += 1) % 2 === 0 ? "Enter" : "Space");
    },
    write: async (field, text) => {
      await reach(page, field);
      await page.keyboard.press("ControlOrMeta+A");
      await (text === "" ? page.keyboard.press("Delete") : page.keyboard.type(text));
    },
  };
}

/** Presses Tab until the control has the focus, backwards where it stands before what has it now. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  const key = (await control.evaluate(isBeforeFocus)) ? "Shift+Tab" : "Tab";
  for (let presses = 0; presses < 250; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not come to ${await control.evaluate((element) => element.outerHTML.slice(0, 120))}`);
}

function isBeforeFocus(element: Element): boolean {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return false;
  return Boolean(element.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
}
