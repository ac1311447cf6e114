import { type RefObject, useEffect, useRef } from "react";

/** Left between what is brought into sight and the edge it would touch, in CSS pixels. */
const gap = 8;

/**
 * Brings what a step has changed into sight: the first element whose `data-sight` was not on the page before. The status
 * sentence lies over the top of a small phone, so that a new screen would begin behind it. Whatever is below the new
 * thing comes up as far as there is room. The page that came from the server is left where it is.
 */
export function useSight(form: RefObject<HTMLFormElement>, touched: boolean) {
  const before = useRef<readonly string[]>([]);

  useEffect(() => {
    const marked = [...(form.current?.querySelectorAll<HTMLElement>("[data-sight]") ?? [])];
    const isNew = marked.find(({ dataset }) => !before.current.includes(dataset["sight"] ?? ""));
    before.current = marked.map(({ dataset }) => dataset["sight"] ?? "");
    if (!touched || isNew === undefined || form.current === null) return;
    const by = scrollFor(isNew.getBoundingClientRect().top, coveredAbove(form.current), form.current);
    if (by !== 0) window.scrollBy(0, by);
  });
}

/** How far to scroll so that `top` is just below `edge`, or less when that shows the whole exercise. Negative is up. */
function scrollFor(top: number, edge: number, form: HTMLFormElement): number {
  const above = top - edge - gap;
  const end = form.querySelector(".practice-stage")?.getBoundingClientRect().bottom ?? 0;
  return above < 0 ? above : Math.max(0, Math.min(above, end + gap - window.innerHeight));
}

/** How much of the window's top the status sentence takes from the exercise below it: nothing when it stands beside it. */
function coveredAbove(form: HTMLFormElement): number {
  const status = form.querySelector(".practice-status");
  const stage = form.querySelector(".practice-stage");
  if (status === null || stage === null || getComputedStyle(status).position !== "sticky") return 0;
  const { right, height } = status.getBoundingClientRect();
  return right > stage.getBoundingClientRect().left ? height : 0;
}
