import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';
import { median, percentile, type Row, row } from './row.ts';
import { makeScriptProject } from './screen/make-script-project.ts';
import { openPage, rendererArgs } from './screen/open-page.ts';
import { scrollFrames, traceIdleScroll, traceScroll } from './screen/scroll-on.ts';

const pages = 120;
const opens = 7;
const typed =
  'She waits by the window and counts the boats. Nobody comes. The lamp goes out, and she lights it again.';
/** Between two keys: a fast typist. */
const typingMs = 80;
const block = '.script-root [data-block-id]';

/** The Write page with a feature film's script: opening, typing in its middle, scrolling through it. */
export async function run(): Promise<Row[]> {
  const home = await mkdtemp(join(tmpdir(), 'reelwright-bench-write-'));
  try {
    const projectId = await makeScriptProject(home, pages);
    await using studio = await openStudioPage({ home, args: ['--reuse-address', ...rendererArgs()] });
    const { page } = studio;
    const openMs: number[] = [];
    for (let i = 0; i < opens; i++) openMs.push(await openPage(page, `#/project/${projectId}/write`, block));
    const scroll = await traceScroll(page, '.script-scroller');
    const keys = await typeInTheMiddle(page);
    const idle = await traceIdleScroll(page);
    const figure = (name: string, value: number, unit: string, goal: number | null, runs: number): Row =>
      row({ name: `write: ${name}`, value, unit, goal, better: 'lower', runs });
    const missed = (scroll.missedShare - idle.missedShare) * 100;
    return [
      figure(`open a script of ${pages} pages`, median(openMs), 'ms', 1_000, opens),
      figure('keystroke to frame p95', percentile(keys, 0.95), 'ms', 50, keys.length),
      figure('keystroke to frame, median', median(keys), 'ms', null, keys.length),
      figure('scroll, work a frame p95', percentile(scroll.workMs, 0.95), 'ms', 8, scroll.workMs.length),
      figure('the same on an idle page p95', percentile(idle.workMs, 0.95), 'ms', null, idle.workMs.length),
      figure('frames missed over idle', missed, '%', 1, scrollFrames),
    ];
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Types at the end of a paragraph in the middle of the script; for each key the time from its press to the paint after it. */
async function typeInTheMiddle(page: Page): Promise<number[]> {
  const paragraphs = page.locator(`${block}[data-kind="action"]`);
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)));
      },
      { capture: true },
    );
  });
  const before = (await middle.textContent()) ?? '';
  for (const letter of typed) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(typingMs);
  }
  const after = (await middle.textContent()) ?? '';
  if (after.length - before.length !== typed.length)
    throw new Error(`Typed into ${before}, which became ${after}`);
  return page.evaluate(() => (window as unknown as { readonly keyTimes: number[] }).keyTimes);
}
