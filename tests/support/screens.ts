import type { Page } from "playwright";

/** What is seen of a lesson or quiz when its screens are turned over one by one. */
export interface Turned {
  screens: number;
  pictures: number;
  /** Screens wider than the window, and pictures that do not load. */
  faults: string[];
}

/** Turns over every screen of the page by its own links. */
export async function turnScreens(page: Page): Promise<Turned> {
  return page.evaluate(async () => {
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const patience = () => new Promise((resolve) => setTimeout(resolve, 5000));
    const seen: Turned = { screens: 0, pictures: 0, faults: [] };
    for (;;) {
      const screen = [...document.querySelectorAll(".screen")].filter((candidate) => candidate.checkVisibility());
      if (screen.length !== 1) seen.faults.push(`${screen.length} screens are shown after ${seen.screens}`);
      if (!screen[0] || seen.screens > 50) return seen;
      seen.screens += 1;
      const pictures = [...document.images].filter((picture) => picture.checkVisibility());
      await Promise.all(pictures.map((picture) => Promise.race([picture.decode().catch(() => undefined), patience()])));
      seen.pictures += pictures.length;
      for (const picture of pictures) if (picture.naturalWidth === 0) seen.faults.push(`#${screen[0].id}: does not load: ${picture.src}`);
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) seen.faults.push(`#${screen[0].id}: ${scrollWidth} px on a window of ${clientWidth} px`);
      const onward = [...screen[0].querySelectorAll<HTMLAnchorElement>(".turn a")].find((link) => link.textContent === "Lanjut");
      if (!onward) return seen;
      onward.click();
      await drawn();
    }
  });
}

/** All screens of a lesson or quiz beneath each other, as browsers without `:has` show them. */
export async function showEverything(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector(".lesson")?.classList.remove("lesson"));
}

/** The HTML of the page that was navigated to last. */
export function lastDocument(page: Page): () => Promise<string> {
  let html = Promise.resolve("");
  page.on("response", (response) => {
    const isPage = response.request().isNavigationRequest() && response.headers()["content-type"]?.startsWith("text/html");
    if (isPage) html = response.text();
    html.catch(() => undefined);
  });
  return () => html;
}
