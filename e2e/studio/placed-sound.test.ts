import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioClient } from '../../src/contract/contract.ts';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { flicksToSeconds, frameRates, framesToFlicks } from '../../src/domain/kernel/time.ts';
import { describeAudio } from '../../src/domain/timeline/audio-plan.ts';
import { startOf } from '../../src/domain/timeline/queries.ts';
import { indexTimeline } from '../../src/domain/timeline/timeline-index.ts';
import { samplesOf } from '../../src/testing/media/read-pixels.ts';
import { loudnessOf } from '../../src/testing/media/sine-samples.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { freeChoice } from './open-film.ts';
import { openPaidFilm, type PaidFilm } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const story = `INT. LAMP ROOM - NIGHT

Rain on the glass. MARA trims the wick.

MARA
(quietly)
Not tonight. Not with this sea, and not with that wind coming round from the north like it did the night he went.

The door bangs.

EXT. PIER - DAWN

A boat knocks against the pier.

MARA
It was never the lamp.
`;
const onServer = testHost() === 'server';
const frame = framesToFlicks(1, frameRates['24']);

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story });
  ({ page, projectId } = film);
  const { client } = film;
  for await (const _ of await client.jobs.generate({
    projectId,
    choice: freeChoice,
    maxCostUsdMicros: null,
  }));
});
afterAll(() => film?.close());

const timelineNow = async () => {
  const rows = await film.client.timeline.get({ projectId });
  return indexTimeline(rows, frameRates['24']);
};
const sounds = async () => {
  const index = await timelineNow();
  return [...index.items.values()].flatMap((item) =>
    item.kind === 'clip' && item.soundOf !== null
      ? [{ ...item, startFlicks: startOf(index, item.id) ?? -1 }]
      : [],
  );
};
/** Has something made, and waits until the studio has laid it. */
const make = async (commission: Parameters<StudioClient['commissions']['start']>[0]['commission']) => {
  const { client } = film;
  const order = { projectId, commission, maker: null, again: false, maxCostUsdMicros: 2_000_000 };
  const { id } = await client.commissions.start(order);
  const state = async () => (await client.activities.list()).find((one) => one.id === id)?.state;
  await expect.poll(state).toBe('done');
};

test.runIf(onServer)('what is spoken and played comes to lie under its shots and scenes', async () => {
  const { client } = film;
  const shots = await client.shots.list({ projectId });
  const spoken = shots.find(({ dialogue }) => dialogue?.text.includes('that wind') === true);
  if (spoken === undefined) throw new Error('the story has a long line');
  // Shorter than its words take.
  await client.shots.edit({ projectId, shotId: spoken.id, fields: { durationFlicks: 48 * frame } });
  const [scene] = await client.scenes.list({ projectId });
  if (scene === undefined) throw new Error('the story has scenes');
  const effects = [{ id: 'door', prompt: 'A door bangs', chosenTakeId: null }];
  await client.scenes.edit({
    projectId,
    sceneId: scene.id,
    fields: { musicPrompt: 'A lone cello', effects },
  });
  await make({ what: 'speech', shotIds: null });
  await make({ what: 'music', sceneIds: [scene.id] });
  await make({ what: 'effects', sceneIds: [scene.id], effectIds: null });
  expect((await sounds()).map(({ soundOf }) => soundOf?.what).sort()).toEqual([
    'effect',
    'music',
    'speech',
    'speech',
    'speech',
  ]);
  const { tracks, items } = await client.timeline.get({ projectId });
  expect(tracks.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dialogue', 'Music', 'Effects']));
  const lengths = items.flatMap((item) =>
    item.kind === 'clip' &&
    (item.shotId === spoken.id || (item.soundOf?.what === 'speech' && item.soundOf.shotId === spoken.id))
      ? [item.durationFlicks / frame]
      : [],
  );
  const [line = 0, clip = 0] = lengths.sort((a, b) => a - b);
  expect(line).toBeGreaterThan(48);
  expect(clip).toBeGreaterThanOrEqual(line + 0.7 * 24 - 1);
});

test.runIf(onServer)('the Cut page shows whose line it is, which take, and how music goes down', async () => {
  await film.show('cut');
  await page.locator('canvas[data-drawn]').waitFor();
  for (const name of ['Dialogue', 'Music', 'Effects']) {
    await page.getByRole('group', { name, exact: true }).waitFor();
  }
  const grid = page.getByTestId('clip-grid');
  await grid.focus();
  for (let row = 0; row < 12; row++) {
    if ((await grid.getByRole('gridcell', { selected: true, name: /^MARA, / }).count()) > 0) break;
    await page.keyboard.press('ArrowDown');
  }
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByText(/^Line of shot/).waitFor();
  await inspector.getByText('MARA', { exact: true }).waitFor();
  await inspector.getByRole('combobox', { name: 'Take' }).waitFor();
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page, 'main')).toEqual([]);
      await photograph(page, `placed-sound-${width}-${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const dips = async () => {
    const index = await timelineNow();
    return describeAudio(index, 0, Number.MAX_SAFE_INTEGER).flatMap((piece) => {
      const item = index.items.get(piece.itemId);
      return item?.kind === 'clip' && item.soundOf?.what === 'music' ? piece.dips : [];
    }).length;
  };
  expect(await dips()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Music goes down under dialogue: keep it level' }).click();
  await expect.poll(dips).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(dips).toBeGreaterThan(0);
  // By the keyboard: the clip of the music alone is kept level.
  await grid.focus();
  for (let row = 0; row < 12; row++) {
    if ((await grid.getByRole('gridcell', { selected: true, name: /^Music, / }).count()) > 0) break;
    await page.keyboard.press('ArrowDown');
  }
  await inspector.getByText('Music of scene 1', { exact: true }).waitFor();
  await page.keyboard.press('Shift+M');
  await expect.poll(dips).toBe(0);
  await expect
    .poll(() => inspector.getByRole('switch', { name: 'Lower under dialogue' }).isChecked())
    .toBe(false);
  expect(film.studio.errors).toEqual([]);
});

test.runIf(onServer)('the film that is written sounds like that', async () => {
  const { client } = film;
  const destination = { to: 'exports-folder', fileName: 'spoken.mp4' } as const;
  await client.exports.queue({ projectId, destination, preset: 'draft', captions: 'none' });
  const written = async () => (await client.exports.list({ projectId }))[0];
  await expect.poll(async () => (await written())?.state).toBe('done');
  const path = (await written())?.path ?? '';
  const placed = await sounds();
  const [line] = placed
    .filter(({ soundOf }) => soundOf?.what === 'speech')
    .sort((a, b) => b.durationFlicks - a.durationFlicks);
  if (line === undefined) throw new Error('a line is spoken');
  const at = flicksToSeconds(line.startFlicks + line.durationFlicks / 2);
  const loud = loudnessOf(await samplesOf(path, Math.round((at - 0.5) * 48_000), 48_000));
  expect(loud).toBeGreaterThan(0.02);
  expect(line.durationFlicks % frame).toBe(0);
});
