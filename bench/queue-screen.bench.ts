import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { callStudio } from '../e2e/studio/raw-http.ts';
import { servingPid } from '../e2e/studio/serving-pid.ts';
import { type StudioServer, startStudioServer } from '../e2e/studio/start-studio-server.ts';
import { launchChromium } from '../src/testing/chromium.ts';
import { startFalSim } from '../tools/fal-sim/start-fal-sim.ts';
import { memoryOf } from './process-memory.ts';
import { median, percentile, type Row, row } from './row.ts';
import { clickTimes } from './screen/click-times.ts';
import { fillQueue } from './screen/fill-queue.ts';
import { makeBoardProject } from './screen/make-board-project.ts';
import { openPage, rendererArgs } from './screen/open-page.ts';
import { boardFrame, boardScroller, traceScroll } from './screen/scroll-on.ts';
import { shareOfCore } from './screen/studio-cpu.ts';

const shots = 400;
const [queued, running] = [10_000, 40];
const turns = 5;
const restMs = 30_000;

interface Side {
  readonly server: StudioServer;
  readonly page: Page;
  readonly workMs: number[];
  readonly intervalMs: number[];
  readonly clickMs: number[];
}

/**
 * Two studios with the same film side by side: one rests, the other has ten thousand jobs that wait and forty at a provider
 * that it asks every two seconds. The same is done in both, in turns.
 */
export async function run(): Promise<Row[]> {
  const homes = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'reelwright-bench-queue-'))));
  const [resting = '', busy = ''] = homes;
  await using sim = { ...(await startFalSim({ runReads: 1e9, names: 'own' })), [Symbol.asyncDispose]: close };
  async function close(): Promise<void> {
    await sim.close();
  }
  const env = { FAL_KEY: 'bench:key', REELWRIGHT_FAL_URL: sim.origin.origin };
  let browser: Browser | null = null;
  const servers: StudioServer[] = [];
  try {
    const projectId = await makeBoardProject(resting, shots);
    await cp(resting, busy, { recursive: true });
    await fillQueue(busy, projectId, sim, { queued, running });
    browser = await launchChromium();
    const sides: Side[] = [];
    for (const home of [resting, busy]) {
      const server = await startStudioServer({ home, env, args: ['--reuse-address', ...rendererArgs()] });
      servers.push(server);
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(server.address);
      await page.waitForURL((url) => url.pathname === '/');
      await openPage(page, `#/project/${projectId}/board`, boardFrame);
      sides.push({ server, page, workMs: [], intervalMs: [], clickMs: [] });
    }
    // The first turn warms up.
    for (let turn = 0; turn <= turns; turn++) for (const side of sides) await workTheBoard(side, turn > 0);
    const pids = homes.map((home) => servingPid(home));
    const [restingShare = 0, busyShare = 0] = await shareOfCore(
      pids,
      () => new Promise((resolve) => setTimeout(resolve, restMs)),
    );
    const [restingBytes = 0, busyBytes = 0] = await Promise.all(pids.map(memoryOf));
    await requireRunning(sides[1]);
    return figures(sides, { restingShare, busyShare, bytes: busyBytes - restingBytes });
  } finally {
    await browser?.close();
    for (const server of servers) await server.stop();
    for (const home of homes) await rm(home, { recursive: true, force: true });
  }
}

async function workTheBoard({ page, workMs, intervalMs, clickMs }: Side, counts: boolean): Promise<void> {
  await page.bringToFront();
  await page.evaluate((where) => {
    const scroller = document.querySelector(where);
    if (scroller !== null) scroller.scrollTop = 0;
  }, boardScroller);
  const scroll = await traceScroll(page, boardScroller);
  const clicks = await clickTimes(page, boardFrame, 8);
  if (!counts) return;
  workMs.push(...scroll.workMs);
  intervalMs.push(...scroll.intervalMs);
  clickMs.push(...clicks);
}

/** What is measured is what was meant: the forty were being asked after all the time. */
async function requireRunning(side: Side | undefined): Promise<void> {
  if (side === undefined) throw new Error('There are two studios.');
  const { client, close } = await callStudio(side.server);
  const jobs = await client.jobs.list({ projectId: null });
  close();
  const at = (state: string): number => jobs.filter((job) => job.state === state).length;
  if (at('running') !== running || at('queued') !== queued) {
    throw new Error(`${at('running')} jobs were running and ${at('queued')} queued.`);
  }
}

function figures(
  sides: readonly Side[],
  process: { readonly restingShare: number; readonly busyShare: number; readonly bytes: number },
): Row[] {
  const [resting, busy] = sides;
  if (resting === undefined || busy === undefined) throw new Error('There are two studios.');
  const figure = (name: string, value: number, unit: string, goal: number | null, runs: number): Row =>
    row({ name: `queue of ${queued} and ${running}: ${name}`, value, unit, goal, better: 'lower', runs });
  const ratio = (of: (side: Side) => readonly number[]): number =>
    percentile(of(busy), 0.95) / percentile(of(resting), 0.95);
  return [
    figure(
      'board, scroll, work a frame p95 beside idle',
      ratio(({ workMs }) => workMs),
      '×',
      1.1,
      turns,
    ),
    figure('the same in milliseconds', percentile(busy.workMs, 0.95), 'ms', null, turns),
    figure(
      'board, scroll, time from frame to frame p95 beside idle',
      ratio(({ intervalMs }) => intervalMs),
      '×',
      1.1,
      turns,
    ),
    figure(
      'board, click to change, median beside idle',
      median(busy.clickMs) / median(resting.clickMs),
      '×',
      null,
      busy.clickMs.length,
    ),
    figure('the studio at rest for 30 s, of a core', process.busyShare * 100, '%', 2, 1),
    figure('the same studio without jobs', process.restingShare * 100, '%', null, 1),
    figure("more memory of the studio's process", process.bytes / 1e6, 'MB', null, 1),
  ];
}
