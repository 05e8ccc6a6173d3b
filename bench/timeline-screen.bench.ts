import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';
import type { ProjectId } from '../src/domain/kernel/ids.ts';
import { memoryOf } from './process-memory.ts';
import { median, percentile, type Row, row } from './row.ts';
import { type FrameWork, traceFrames } from './screen/frame-work.ts';
import { makeTimelineProjects } from './screen/make-timeline-project.ts';

const sizes = [1_000, 10_000, 100_000] as const;
const opens = 5;
const moveFrames = 200;
/** Where the pictures of the film track are, from the top of the stage. */
const filmTrackPx = 196;
const stage = '[data-testid="timeline-stage"]';

type Moves = Readonly<Record<'scroll' | 'zoom' | 'drag' | 'trim', FrameWork>>;

/** The Cut page with long films: opening, and what the main thread does in a frame while things move. */
export async function run(): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), 'reelwright-bench-timeline-'));
  try {
    const projectIds = await makeTimelineProjects(home, sizes);
    const [small, large, huge] = projectIds;
    if (small === undefined || large === undefined || huge === undefined) throw new Error('no project');
    await using studio = await openStudioPage({ home, args: ['--reuse-address', ...more()] });
    const { page } = studio;
    const openMs: number[] = [];
    for (let i = 0; i < opens; i++) openMs.push(await open(page, large));
    const moves: Moves[] = [];
    const heaps: number[] = [];
    const processes: number[] = [];
    for (const projectId of projectIds) {
      await page.reload();
      await open(page, projectId);
      // The small pictures of the clips in view arrive before anything is measured.
      await page.waitForLoadState('networkidle');
      heaps.push(await heapBytes(page));
      processes.push(await processBytes(page));
      moves.push(await move(page));
    }
    const [of1k, of10k, of100k] = moves;
    if (of1k === undefined || of10k === undefined || of100k === undefined) throw new Error('nothing moved');
    await page.evaluate(() => {
      document.body.innerHTML = '<div data-testid="timeline-stage" style="height:100%"></div>';
    });
    const idle = await traceFrames(page, () => wheel(page, { deltaX: 24 }));
    const p95 = ({ workMs }: FrameWork): number => percentile(workMs, 0.95);
    const figure = (name: string, value: number, unit: string, goal: number | null, runs: number): Row =>
      row({ name: `timeline screen: ${name}`, value, unit, goal, better: 'lower', runs });
    const names = ['scroll', 'zoom', 'drag', 'trim'] as const;
    const missed = Math.max(...names.map((name) => of10k[name].missedShare));
    const worst = (of: Moves): number => Math.max(...names.map((name) => median(of[name].workMs)));
    return [
      figure('open 10,000 clips', median(openMs), 'ms', 1_000, opens),
      ...names.map((name) =>
        figure(
          `${name} 10,000 clips, work a frame p95`,
          p95(of10k[name]),
          'ms',
          8,
          of10k[name].workMs.length,
        ),
      ),
      figure('the same on an idle page p95', p95(idle), 'ms', null, idle.workMs.length),
      figure('frames missed over idle, worst', (missed - idle.missedShare) * 100, '%', 1, moveFrames),
      figure('work a frame, 100,000 clips beside 1,000', worst(of100k) / worst(of1k), '×', 1.25, moveFrames),
      figure('window heap for 10,000 more clips', perTenThousand(heaps), 'MB', 80, 1),
      figure("window's process for 10,000 more clips", perTenThousand(processes), 'MB', 80, 1),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function more(): string[] {
  const renderer = process.env['REELWRIGHT_BENCH_RENDERER'];
  return renderer === undefined ? [] : ['--renderer', renderer];
}

/** From the library to the first picture of the timeline. */
async function open(page: Page, projectId: ProjectId): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/library';
  });
  await page.locator(stage).waitFor({ state: 'detached' });
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const look = (): void => {
          if (document.querySelector('canvas[data-drawn]') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
        };
        location.hash = hash;
        look();
      }),
    `#/project/${projectId}/cut`,
  );
}

async function move(page: Page): Promise<Moves> {
  // To where an editor works: some thirty clips in view.
  await page.keyboard.press('Shift+Z');
  const box = await page.locator(stage).boundingBox();
  if (box === null) throw new Error('there is no stage');
  await setZoom(page, 30);
  await page.waitForLoadState('networkidle');
  const scroll = await traceFrames(page, () => wheel(page, { deltaX: 24 }));
  const film = box.y + filmTrackPx;
  const drag = await traceFrames(page, () => dragAcross(page, box.x + 300, film + 8, box.x + 900));
  await page.keyboard.press('Escape');
  const edge = await edgeNear(page, box.x + 500, film);
  const trim = await traceFrames(page, () => dragAcross(page, edge, film, edge + 80));
  await page.keyboard.press('Escape');
  const zoom = await traceFrames(page, () => wheel(page, { deltaY: 12, ctrlKey: true }));
  return { scroll, zoom, drag, trim };
}

/** Zooms with the wheel until about `clips` clips of two seconds are in view. */
async function setZoom(page: Page, clips: number): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Zoom', exact: true });
  const box = await page.locator(stage).boundingBox();
  if (box === null) return;
  await page.mouse.move(box.x + box.width / 2, box.y + 100);
  for (let i = 0; i < 200; i++) {
    const pxPerSecond = Number.parseFloat((await slider.getAttribute('aria-valuetext')) ?? '');
    if (pxPerSecond * 2 * clips >= box.width) return;
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Turns the wheel over the stage once in every frame, there and back. */
async function wheel(
  page: Page,
  turn: { deltaX?: number; deltaY?: number; ctrlKey?: boolean },
): Promise<void> {
  await page.evaluate(
    ([selector, frames, { deltaX = 0, deltaY = 0, ctrlKey = false }]) =>
      new Promise<void>((resolve) => {
        const place = document.querySelector(selector);
        let left = frames;
        const step = (): void => {
          if (left-- === 0) {
            resolve();
            return;
          }
          const way = left > frames / 2 ? 1 : -1;
          const clientX = (place?.getBoundingClientRect().left ?? 0) + 400;
          place?.dispatchEvent(
            new WheelEvent('wheel', {
              deltaX: way * deltaX,
              deltaY: way * deltaY,
              ctrlKey,
              clientX,
              cancelable: true,
            }),
          );
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [stage, moveFrames, turn] as const,
  );
}

/** Presses, goes there and back, and leaves the button down: Escape takes it back. */
async function dragAcross(page: Page, fromX: number, y: number, toX: number): Promise<void> {
  await page.mouse.move(fromX, y);
  await page.mouse.down();
  for (let i = 0; i <= moveFrames / 2; i++) {
    const there = Math.sin((i / (moveFrames / 2)) * Math.PI);
    await page.mouse.move(fromX + there * (toX - fromX), y);
  }
}

/** Where the pointer says that it would drag an edge. */
async function edgeNear(page: Page, fromX: number, y: number): Promise<number> {
  await page.mouse.up();
  for (let x = fromX; x < fromX + 300; x++) {
    await page.mouse.move(x, y);
    const cursor = await page.locator(stage).evaluate((place: HTMLElement) => place.style.cursor);
    if (cursor === 'e-resize') return x;
  }
  throw new Error('no edge was found');
}

/** Megabytes, from what was measured with 10,000 and with 100,000 clips: over 90,000 the noise of one is small. */
function perTenThousand([, of10k = 0, of100k = 0]: readonly number[]): number {
  return (of100k - of10k) / 9 / 1_000_000;
}

/** The process that draws the page, with its workers: what its pages of memory are, not only what its scripts hold. */
async function processBytes(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) return 0;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    readonly processInfo: readonly { readonly type: string; readonly id: number }[];
  };
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return Math.max(...(await Promise.all(renderers.map(({ id }) => memoryOf(id)))));
}

async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  };
  await session.detach();
  return usage.usedSize + (usage.backingStorageSize ?? 0);
}
