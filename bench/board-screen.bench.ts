import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStudioPage, type StudioPage } from '../e2e/studio/open-studio-page.ts';
import { callStudio } from '../e2e/studio/raw-http.ts';
import type { ProjectId } from '../src/domain/kernel/ids.ts';
import { median, percentile, type Row, row } from './row.ts';
import { clickTimes } from './screen/click-times.ts';
import { makeBoardProject } from './screen/make-board-project.ts';
import { openPage, rendererArgs } from './screen/open-page.ts';
import { boardFrame, boardScroller, scrollFrames, traceIdleScroll, traceScroll } from './screen/scroll-on.ts';

const shots = 1_500;
const opens = 7;
const clicks = 15;
/** The Board with the shots of a feature film: opening, scrolling, and answering a click while the studio works. */
export async function run(): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), 'reelwright-bench-board-'));
  try {
    const projectId = await makeBoardProject(home, shots);
    await using studio = await openStudioPage({ home, args: ['--reuse-address', ...rendererArgs()] });
    const { page } = studio;
    const board = `#/project/${projectId}/board`;
    const openMs: number[] = [];
    for (let i = 0; i < opens; i++) openMs.push(await openPage(page, board, boardFrame));
    const scroll = await traceScroll(page, boardScroller);
    const idle = await traceIdleScroll(page);
    await page.reload();
    await openPage(page, board, boardFrame);
    const quiet = await clickTimes(page, boardFrame, clicks);
    const keepBusy = await startWork(studio, projectId);
    const busy = await clickTimes(page, boardFrame, clicks);
    await keepBusy();
    const scroll95 = percentile(scroll.workMs, 0.95);
    const idle95 = percentile(idle.workMs, 0.95);
    const figure = (name: string, value: number, unit: string, goal: number | null, runs: number): Row =>
      row({ name, value, unit, goal, better: 'lower', runs });
    return [
      figure(`board: open ${shots} shots`, median(openMs), 'ms', 1_000, opens),
      figure('board: scroll, work a frame p95', scroll95, 'ms', 8, scroll.workMs.length),
      figure('board: the same on an idle page p95', idle95, 'ms', null, idle.workMs.length),
      figure(
        'board: frames missed over idle',
        (scroll.missedShare - idle.missedShare) * 100,
        '%',
        1,
        scrollFrames,
      ),
      figure('board: click to change p95', percentile(quiet, 0.95), 'ms', 100, clicks),
      figure(
        'board: click to change while generating and exporting p95',
        percentile(busy, 0.95),
        'ms',
        100,
        clicks,
      ),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Queues a film and the clips of all shots; answers with what makes sure that both still run, and lets go. */
async function startWork({ page, server }: StudioPage, projectId: ProjectId): Promise<() => Promise<void>> {
  const { client, close } = await callStudio(server);
  await client.timeline.assemble({ projectId });
  await client.exports.queue({
    projectId,
    destination: { to: 'exports-folder', fileName: 'film.mp4' },
    preset: 'standard',
    captions: 'burn',
  });
  await page.getByRole('button', { name: /^Generate \d/ }).click();
  const running = async (): Promise<string[]> =>
    (await client.activities.list({})).filter(({ state }) => state === 'running').map(({ kind }) => kind);
  while ((await running()).length < 2) await page.waitForTimeout(100);
  return async () => {
    const still = await running();
    close();
    if (still.length < 2) throw new Error(`Only this was still running: ${still.join(', ')}.`);
  };
}
