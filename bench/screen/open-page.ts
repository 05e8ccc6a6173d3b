import type { Page } from 'playwright';

/**
 * Goes from the library to a page of a project; milliseconds from the change of the address to the paint that shows
 * `selector`, which nothing in the library fits.
 */
export async function openPage(page: Page, hash: string, selector: string): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await page.locator(selector).first().waitFor({ state: 'detached' });
  return page.evaluate(
    ([to, wanted]) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = (): void => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        location.hash = to;
        look();
      }),
    [hash, selector] as const,
  );
}

/** A built screen that benches use instead of the one in the checkout's `out` folder. */
export function rendererArgs(): string[] {
  const renderer = process.env['REELWRIGHT_BENCH_RENDERER'];
  return renderer === undefined ? [] : ['--renderer', renderer];
}
