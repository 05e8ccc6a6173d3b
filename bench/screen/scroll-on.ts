import type { Page } from 'playwright';
import { type FrameWork, traceFrames } from './frame-work.ts';

/** The storyboard; the library's posters are a grid too. */
const grid = '[role="grid"][aria-multiselectable]';
export const boardFrame = `${grid} [role="gridcell"]`;
export const boardScroller = `:has(> ${grid})`;

export const scrollFrames = 240;
/** Pixels a frame: a fast wheel. */
const scrollStepPx = 90;

/** What the main thread does while the element moves on by the same step in every frame. */
export function traceScroll(page: Page, selector: string): Promise<FrameWork> {
  return traceFrames(page, () =>
    page.evaluate(
      ([where, frames, step]) =>
        new Promise<void>((resolve, reject) => {
          const scroller = document.querySelector(where);
          if (scroller === null) {
            reject(new Error(`Nothing fits ${where}.`));
            return;
          }
          let left = frames;
          const turn = (): void => {
            if (left-- === 0) {
              resolve();
              return;
            }
            scroller.scrollTop += step;
            requestAnimationFrame(turn);
          };
          requestAnimationFrame(turn);
        }),
      [selector, scrollFrames, scrollStepPx] as const,
    ),
  );
}

/** The same on a page that holds nothing else: what this machine misses anyway. Replaces what the page shows. */
export async function traceIdleScroll(page: Page): Promise<FrameWork> {
  await page.evaluate(() => {
    document.body.innerHTML =
      '<div id="idle" style="height:100vh;overflow:auto"><div style="height:400000px"></div></div>';
  });
  return traceScroll(page, '#idle');
}
