import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { root } from '../run-cli.ts';

/** Where photographs of the screen are kept: to be looked at, never compared bit by bit, since no two machines draw alike. */
const folder = join(root, 'out/photographs');

export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/**
 * What axe finds that is more than a note, each with the element that it is about; only `within` a selector, and only by
 * `rules`, if given.
 */
export async function accessibilityFaults(
  page: Page,
  within?: string,
  rules?: readonly string[],
): Promise<readonly string[]> {
  // What is still fading in is fainter than it will be.
  await page.evaluate(async () => {
    // Another theme is put on by a listener that is called with the next frame, and begins to fade in with the one after.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const ending = document
      .getAnimations()
      .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
  // In the page itself, and without the particulars of what passed: a fifth of the time of axe's other mode, which
  // opens a page for every run to put together what frames of other origins said. The studio has no frames.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  // What floats stands outside of every landmark by design: it is drawn last, and the focus is led into it.
  const builder = rules === undefined ? axe.disableRules(['region']) : axe.withRules([...rules]);
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical' || impact === 'moderate')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

/**
 * Elements whose words or parts stand out of their own box or out of the window, where nothing lets them scroll. Words
 * that are cut on purpose say so with an ellipsis.
 */
export function overflowing(page: Page, within: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const found: string[] = [];
    for (const place of document.querySelectorAll(selector)) {
      const bounds = place.getBoundingClientRect();
      for (const element of place.querySelectorAll('*')) {
        if (!(element instanceof HTMLElement) || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const name = `${element.tagName.toLowerCase()} “${element.textContent.slice(0, 40)}”`;
        const hidden = style.clipPath !== 'none' || style.position === 'absolute';
        const clips = ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX);
        if (!hidden && !clips && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1)
          found.push(`${name} is ${element.scrollWidth} px in ${element.clientWidth}`);
        const inScroller = element.parentElement?.closest('[class*="overflow"]');
        if (!hidden && inScroller === null && element.getBoundingClientRect().right > bounds.right + 1)
          found.push(`${name} leaves its place`);
      }
    }
    return found;
  }, within);
}
