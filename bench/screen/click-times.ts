import type { Page } from 'playwright';

/** From a press on a frame to the paint in which it is selected. */
export async function clickTimes(page: Page, frame: string, clicks: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < clicks; i++) {
    const card = page.locator(frame).nth(i % 8);
    const waiting = card.evaluate(
      (node) =>
        new Promise<number>((resolve) => {
          let pressed = 0;
          node.addEventListener(
            'pointerdown',
            (event) => {
              pressed = event.timeStamp;
            },
            { once: true, capture: true },
          );
          const look = (): void => {
            if (pressed > 0 && node.getAttribute('aria-selected') === 'true') {
              requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
            } else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await card.click({ position: { x: 20, y: 20 } });
    times.push(await waiting);
    await page.keyboard.press('Escape');
  }
  return times;
}
