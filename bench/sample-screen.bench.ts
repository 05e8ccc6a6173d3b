import type { Page } from 'playwright';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';
import { type Row, row } from './row.ts';

/** How long the film is watched at most: while it is still drawn, and beyond. */
const watchedMs = 90_000;
/** A playhead that stays where it is for longer than this is a stop that everybody sees. */
const stopMs = 200;

/** What a person sees after one click in an empty library: when there is something, and whether it then plays on. */
export async function run(): Promise<Row[]> {
  await using studio = await openStudioPage();
  const { page } = studio;
  await page.getByRole('button', { name: 'Open the sample story' }).click();
  const clickedMs = Date.now();
  await page.locator('canvas[data-drawn]').first().waitFor({ timeout: 180_000 });
  const timelineMs = Date.now() - clickedMs;
  const seen = await watch(page);
  const figure = (name: string, value: number, unit: string, goal: number | null): Row =>
    row({
      name: `sample: ${name}`,
      value: Math.round(value * 10) / 10,
      unit,
      goal,
      better: 'lower',
      runs: 1,
    });
  return [
    figure('click to a timeline', timelineMs / 1000, 's', null),
    figure('click to a film that has played for a second', (seen.movedAtMs - clickedMs) / 1000, 's', 60),
    figure('film watched', seen.watchedMs / 1000, 's', null),
    figure('stops while watching', seen.stops.length, 'times', 0),
    figure('stood still while watching', seen.stops.reduce((sum, ms) => sum + ms, 0) / 1000, 's', 0),
    figure('frames the player left out', seen.dropped, 'frames', null),
  ];
}

interface Seen {
  /** When the film had played for a second, by the clock. */
  readonly movedAtMs: number;
  readonly watchedMs: number;
  readonly stops: readonly number[];
  readonly dropped: number;
}

/** Reads the time under the picture in every frame of the window, from the first that moves on. */
async function watch(page: Page): Promise<Seen> {
  return page.evaluate(
    ([longestMs, stop]) =>
      new Promise<Seen>((resolve) => {
        const stops: number[] = [];
        let dropped = 0;
        let shown = '';
        let startedMs = 0;
        let movedAtMs = 0;
        let changedMs = 0;
        const bar = (): HTMLElement | null => document.querySelector('section [role="toolbar"]');
        const end = (now: number): void => resolve({ movedAtMs, watchedMs: now - startedMs, stops, dropped });
        const look = (): void => {
          const now = performance.now();
          const text = bar()?.querySelector('button[aria-label="Playhead"]')?.textContent ?? null;
          const isOver = startedMs > 0 && (text === null || now - startedMs > longestMs);
          if (isOver) {
            end(now);
            return;
          }
          if (text !== null && text !== shown) {
            if (startedMs === 0) startedMs = now;
            else if (now - changedMs > stop) stops.push(Math.round(now - changedMs));
            shown = text;
            changedMs = now;
            if (movedAtMs === 0 && text.includes(':01:')) movedAtMs = Date.now();
            dropped = Math.max(dropped, Number(/(\d+) dropped/.exec(bar()?.textContent ?? '')?.[1] ?? 0));
          }
          requestAnimationFrame(look);
        };
        look();
      }),
    [watchedMs, stopMs] as const,
  );
}
