import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TimelineRows } from '../../src/domain/timeline/timeline-index.ts';
import { assetId, frames, makeClip, makeRows } from '../../src/testing/builders/timeline-rows.ts';
import { writeTestFilm } from '../../src/testing/media/write-test-film.ts';
import { paintFrameCode } from './frame-code.ts';
import { openPlayback, type PlaybackBench } from './open-playback.ts';

const size = { widthPx: 320, heightPx: 180 };
const length = 96;
const film = makeRows([
  makeClip('a', 96, { assetId: assetId(1), sourceInFlicks: 0, sourceLengthFlicks: frames(length) }),
]);

let bench: PlaybackBench;
const pages: Page[] = [];

async function openViewer(rows: TimelineRows, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const context = await bench.browser.newContext({ viewport: { width: 800, height: 500 } });
  const page = await context.newPage();
  pages.push(page);
  await prepare?.(page);
  await page.goto(`${bench.server.origin}/viewer.html`);
  await page.waitForFunction(() => window.viewers !== undefined);
  await page.evaluate((json) => window.viewers.open(json, null, 'en'), JSON.stringify(rows));
  await page.getByRole('region', { name: 'Program viewer' }).waitFor();
  return page;
}
const playheadOf = (page: Page) => page.evaluate(() => window.viewers.view().getState().playheadFlicks);

beforeAll(async () => {
  bench = await openPlayback();
  const path = join(bench.folder, 'film.mp4');
  await writeTestFilm(path, {
    ...size,
    frames: length,
    paint: (rgba, frame) => paintFrameCode(rgba, size, frame),
  });
  bench.media.set(assetId(1), path);
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});
afterAll(async () => {
  await bench?.close();
});

describe('the program viewer', () => {
  test('plays and stops by its button, and the playhead goes along', async () => {
    const page = await openViewer(film);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(
      (flicks) => window.viewers.view().getState().playheadFlicks > flicks,
      frames(12),
    );
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    const stopped = await playheadOf(page);
    expect(stopped % frames(1)).toBe(0);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  test('draws nothing of React while it plays but the time', async () => {
    const page = await openViewer(film);
    await page.evaluate(() => window.viewers.commands.run('play.forward'));
    await page.waitForFunction(
      (flicks) => window.viewers.view().getState().playheadFlicks > flicks,
      frames(24),
    );
    const changed = await page.evaluate(async (frame) => {
      const places = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          // A loaded machine drops frames, and the viewer says so.
          if (/dropped/.test(element?.textContent ?? '') && element?.childElementCount === 0) continue;
          places.add(element?.getAttribute('aria-label') ?? element?.tagName ?? '');
        }
      });
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      const from = window.viewers.view().getState().playheadFlicks;
      while (window.viewers.view().getState().playheadFlicks < from + 24 * frame)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      observer.disconnect();
      return [...places];
    }, frames(1));
    expect(changed).toEqual(['Playhead']);
  });

  test('goes where the time is typed, and where the playhead is put from elsewhere', async () => {
    const page = await openViewer(film);
    const field = page.getByRole('textbox', { name: 'Playhead' });
    await field.fill('2:00');
    await field.press('Enter');
    expect(await playheadOf(page)).toBe(frames(48));
    await page.evaluate((at) => window.viewers.view().setState({ playheadFlicks: at }), frames(30));
    await expect.poll(() => field.inputValue()).toBe('00:00:01:06');
  });

  test('has commands for stepping and marks', async () => {
    const page = await openViewer(film);
    const run = (ids: readonly string[]) =>
      page.evaluate((names) => {
        for (const name of names) window.viewers.commands.run(name as 'play.toggle');
      }, ids);
    await run(['play.secondOn', 'play.frameOn', 'play.markIn', 'play.secondOn', 'play.markOut']);
    const view = await page.evaluate(() => {
      const { playheadFlicks, inFlicks, outFlicks } = window.viewers.view().getState();
      return { playheadFlicks, inFlicks, outFlicks };
    });
    expect(view).toEqual({ playheadFlicks: frames(49), inFlicks: frames(25), outFlicks: frames(50) });
  });

  test('says what it is for while there is no film', async () => {
    const page = await openViewer(makeRows([]));
    await page.getByRole('heading', { name: 'No film yet' }).waitFor();
    expect(await page.getByRole('button', { name: 'Play', exact: true }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  test('in a browser without decoders says which ones can play, and still steps', async () => {
    const page = await openViewer(film, (it) =>
      it.addInitScript(() => {
        Reflect.deleteProperty(window, 'VideoDecoder');
      }),
    );
    await page.getByRole('heading', { name: 'This browser cannot play the preview' }).waitFor();
    expect(await page.getByText('Firefox 130 or later').count()).toBe(1);
    await page.evaluate(() => window.viewers.commands.run('play.frameOn'));
    expect(await playheadOf(page)).toBe(frames(1));
  });

  test('has nothing serious that axe finds', async () => {
    const page = await openViewer(film);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
});
