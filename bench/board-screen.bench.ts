import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';
import { median, percentile, type Row, row } from './row.ts';
import { traceFrames } from './screen/frame-work.ts';
import { makeBoardProject } from './screen/make-board-project.ts';

const shots = 1_500;
const opens = 7;
const clicks = 15;
const scrollFrames = 240;
/** The storyboard; the library's posters are a grid too. */
const grid = '[role="grid"][aria-multiselectable]';
const frame = `${grid} [role="gridcell"]`;
/** Pixels a frame: a fast wheel. */
const scrollStepPx = 90;

/** The Board with the shots of a feature film: opening, scrolling, and answering a click while the studio works. */
export async function run(): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), 'reelwright-bench-board-'));
  try {
    const projectId = await makeBoardProject(home, shots);
    await using studio = await openStudioPage({ home, args: ['--reuse-address', ...more()] });
    const { page } = studio;
    const openMs: number[] = [];
    for (let i = 0; i < opens; i++) openMs.push(await open(page, projectId));
    const board = await traceFrames(page, () => scroll(page, grid));
    await page.evaluate(() => {
      document.body.innerHTML =
        '<div id="idle" style="height:100%;overflow:auto"><div style="height:400000px"></div></div>';
    });
    const idle = await traceFrames(page, () => scroll(page, '#idle > div'));
    await page.reload();
    await open(page, projectId);
    const quiet = await clickTimes(page);
    await page.getByRole('button', { name: /^Generate \d/ }).click();
    await page.getByRole('progressbar').first().waitFor();
    const busy = await clickTimes(page);
    const board95 = percentile(board.workMs, 0.95);
    const idle95 = percentile(idle.workMs, 0.95);
    const figure = (name: string, value: number, unit: string, goal: number | null, runs: number): Row =>
      row({ name, value, unit, goal, better: 'lower', runs });
    return [
      figure(`board: open ${shots} shots`, median(openMs), 'ms', 1_000, opens),
      figure('board: scroll, work a frame p95', board95, 'ms', 8, board.workMs.length),
      figure('board: the same on an idle page p95', idle95, 'ms', null, idle.workMs.length),
      figure(
        'board: frames missed over idle',
        (board.missedShare - idle.missedShare) * 100,
        '%',
        1,
        scrollFrames,
      ),
      figure('board: click to change p95', percentile(quiet, 0.95), 'ms', 100, clicks),
      figure('board: click to change while generating p95', percentile(busy, 0.95), 'ms', 100, clicks),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function more(): string[] {
  const renderer = process.env['REELWRIGHT_BENCH_RENDERER'];
  return renderer === undefined ? [] : ['--renderer', renderer];
}

/** From the address to the first frame of the storyboard that is painted. */
async function open(page: Page, projectId: string): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await page.locator(grid).waitFor({ state: 'detached' });
  return page.evaluate(
    ([hash, selector]) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = (): void => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        location.hash = hash;
        look();
      }),
    [`#/project/${projectId}/board`, frame] as const,
  );
}

async function scroll(page: Page, inside: string): Promise<void> {
  await page.evaluate(
    ([selector, frames, step]) =>
      new Promise<void>((resolve) => {
        const scroller = document.querySelector(selector)?.parentElement;
        let left = frames;
        let top = scroller?.scrollTop ?? 0;
        const turn = (): void => {
          if (left-- === 0) {
            resolve();
            return;
          }
          top += step;
          if (scroller) scroller.scrollTop = top;
          requestAnimationFrame(turn);
        };
        requestAnimationFrame(turn);
      }),
    [inside, scrollFrames, scrollStepPx] as const,
  );
}

/** From a press on a frame to the paint in which it is selected. */
async function clickTimes(page: Page): Promise<number[]> {
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
