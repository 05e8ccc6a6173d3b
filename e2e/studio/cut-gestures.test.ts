import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { flicksPerSecond } from '../../src/domain/kernel/time.ts';
import { handsOn } from './cut-hands.ts';
import { freeChoice, type OpenFilm, openFilm } from './open-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = [
  'INT. LAMP ROOM - NIGHT',
  'Mara trims the wick. A radio crackles.',
  'She turns the lamp. The beam sweeps the rocks.',
  'EXT. PIER - DAWN',
  'Grey water. A small boat knocks against the stage.',
  'Mara runs down the steps.',
].join('\n\n');
const second = flicksPerSecond;
const frame = second / 24;

let film: OpenFilm;
let page: Page;
let projectId: ProjectId;
let hands: ReturnType<typeof handsOn>;

beforeAll(async () => {
  if (!onServer) return;
  film = await openFilm({ story });
  ({ page, projectId } = film);
  const { client } = film;
  await client.scenes.breakDown({ projectId });
  const order = { projectId, choice: freeChoice, maxCostUsdMicros: null };
  for await (const _ of await client.jobs.generate(order));
  await client.timeline.assemble({ projectId });
  hands = handsOn(page, client, projectId);
  await film.show('cut');
  await page.locator('canvas[data-drawn]').waitFor();
  // Where a drag ends is what the mouse says.
  await page.keyboard.press('n');
});
afterAll(() => film?.close());

const lengths = async () => (await hands.film()).map(({ durationFlicks }) => durationFlicks / frame);
const kinds = async () => (await hands.film()).map(({ kind }) => kind);
const clip = async (place: number) => {
  const found = (await hands.film())[place];
  if (found?.kind !== 'clip') throw new Error(`no clip at ${place}: ${await kinds()}`);
  return found;
};
const trackOf = async (id: string): Promise<string | undefined> => {
  const { items, tracks } = await hands.rows();
  return tracks.find((track) => track.id === items.find((item) => item.id === id)?.trackId)?.name;
};
/** Takes back the last edit, and waits until the rows are what they were. */
const undoTo = async (before: Awaited<ReturnType<typeof hands.rows>>): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+z');
  const { items, transitions } = before;
  await expect.poll(hands.rows).toMatchObject({ items, transitions });
  await page.locator('footer [role="status"]').filter({ hasText: 'Undone' }).waitFor();
};
/** From an edge of a clip by a time, at the height where pictures are. */
const dragEdge = async (atFlicks: number, insidePx: number, byFlicks: number, key?: string) => {
  const { y } = await hands.track('Film');
  const x = (await hands.x(atFlicks)) + insidePx;
  await hands.drag([x, y], [x + (await hands.pxOf(byFlicks)), y], key);
};

test.runIf(onServer)('both edges are trimmed with what follows coming along, or leave a gap', async () => {
  const start = await hands.rows();
  const before = await lengths();
  await dragEdge((await clip(1)).endFlicks, -2, -second);
  await expect.poll(lengths).toEqual(before.with(1, (before[1] ?? 0) - 24));
  await dragEdge((await clip(1)).startFlicks, 2, second);
  await expect.poll(lengths).toEqual(before.with(1, (before[1] ?? 0) - 48));
  expect(await clip(1)).toMatchObject({ sourceInFlicks: second });
  const trimmed = await hands.rows();
  await dragEdge((await clip(2)).endFlicks, -2, -second, 'Control');
  await expect.poll(async () => (await kinds())[3]).toBe('gap');
  await undoTo(trimmed);
  expect((await hands.rows()).items).toHaveLength(start.items.length);
});

test.runIf(onServer)('a cut rolls, a clip slips and slides, where its medium has more', async () => {
  const before = await lengths();
  const start = await hands.rows();
  await page.keyboard.press('y');
  const { y } = await hands.track('Film');
  const middle = async () => ((await clip(1)).startFlicks + (await clip(1)).endFlicks) / 2;
  const x = await hands.x(await middle());
  await hands.drag([x, y], [x + (await hands.pxOf(second / 2)), y]);
  await expect.poll(async () => (await clip(1)).sourceInFlicks).toBe(second / 2);
  expect(await lengths()).toEqual(before);
  await page.keyboard.press('r');
  await dragEdge((await clip(1)).startFlicks, 2, -(second / 2));
  await expect.poll(lengths).toEqual(before.with(0, (before[0] ?? 0) - 12).with(1, (before[1] ?? 0) + 12));
  await page.keyboard.press('u');
  const rolled = await lengths();
  await dragEdge(await middle(), 0, second / 4);
  await expect.poll(lengths).toEqual(rolled.with(0, (rolled[0] ?? 0) + 6).with(2, (rolled[2] ?? 0) - 6));
  await page.keyboard.press('v');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(hands.rows).toMatchObject({ items: start.items });
});

test.runIf(onServer)('clips change places, are cut with the razor, and go with a marquee', async () => {
  const start = await hands.rows();
  const [first, next] = await hands.film();
  const { y, top, bottom } = await hands.track('Film');
  const from = (await hands.x(first?.startFlicks ?? 0)) + 20;
  await hands.drag([from, y], [(await hands.x(next?.endFlicks ?? 0)) - 8, y]);
  await expect
    .poll(async () => (await hands.film()).slice(0, 2).map(({ id }) => id))
    .toEqual([next?.id, first?.id]);
  await undoTo(start);
  await page.keyboard.press('c');
  await hands.click(await hands.x(second), y);
  await expect.poll(async () => (await lengths()).slice(0, 1)).toEqual([24]);
  await page.keyboard.press('v');
  await undoTo(start);
  const film = await hands.film();
  const end = await hands.x(film.at(-1)?.endFlicks ?? 0);
  const into = await hands.x((film.at(-2)?.endFlicks ?? 0) - second / 2);
  await hands.drag([end + 20, bottom - 4], [into, top + 4]);
  await page.keyboard.press('Shift+Delete');
  await expect.poll(async () => (await hands.film()).length).toBe(film.length - 2);
  await undoTo(start);
});

test.runIf(onServer)('a fade is drawn at its handle, a dissolve dragged shorter at its end', async () => {
  const start = await hands.rows();
  const { y, top } = await hands.track('Film');
  const { startFlicks } = await clip(1);
  const x = await hands.x(startFlicks);
  await hands.click(x + 40, y);
  const { fadeInFlicks } = await clip(1);
  const handle = x + Math.max(13, await hands.pxOf(fadeInFlicks));
  await hands.drag([handle, top + 19], [handle + (await hands.pxOf(second)), top + 19]);
  await expect.poll(async () => (await clip(1)).fadeInFlicks).toBeGreaterThan(fadeInFlicks + second / 2);
  await undoTo(start);

  const { endFlicks } = await clip(1);
  await hands.click((await hands.x(endFlicks)) - 30, y);
  await page.keyboard.press('ControlOrMeta+t');
  const long = async () => (await hands.rows()).transitions.map(({ durationFlicks }) => durationFlicks);
  await expect.poll(long).toHaveLength(1);
  const [made = 0] = await long();
  const edge = (await hands.x(endFlicks + made / 2)) - 2;
  await hands.drag([edge, y], [edge - (await hands.pxOf(second / 4)), y]);
  await expect.poll(async () => (await long())[0]).toBeLessThan(made);
  for (let i = 0; i < 2; i++) await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(hands.rows).toMatchObject({ items: start.items, transitions: [] });
});

test.runIf(onServer)(
  'clips are lifted off the film, together as well, and dragged back into their gap',
  async () => {
    const start = await hands.rows();
    const [film, over] = [await hands.track('Film'), await hands.track('Overlays')];
    const [one, two] = [await clip(1), await clip(2)];
    const x = (await hands.x(one.startFlicks)) + 30;
    await hands.click(x, film.y);
    await hands.click((await hands.x(two.startFlicks)) + 30, film.y, 'Shift');
    await hands.drag([x, film.y], [x, over.y]);
    await expect
      .poll(async () => [await trackOf(one.id), await trackOf(two.id)])
      .toEqual(['Overlays', 'Overlays']);
    expect(await kinds()).toEqual((await kinds()).with(1, 'gap'));
    await hands.drag([x, over.y], [x + 4, film.y]);
    await expect.poll(async () => (await hands.film()).map(({ id }) => id)).toContain(two.id);
    const back = await hands.film();
    expect(back.map(({ startFlicks }) => startFlicks)).toEqual(
      expect.arrayContaining([one.startFlicks, two.startFlicks]),
    );
    for (let i = 0; i < 2; i++) await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(hands.rows).toMatchObject({ items: start.items });
  },
);

test.runIf(onServer)('the line of a clip is dragged down, and it is that much quieter', async () => {
  const { client } = film;
  const uploadId = await page.evaluate(async (samples) => {
    const bytes = new DataView(new ArrayBuffer(44 + samples * 2));
    const put = (at: number, words: string) => {
      for (const [i, c] of [...words].entries()) bytes.setUint8(at + i, c.charCodeAt(0));
    };
    put(0, 'RIFF');
    bytes.setUint32(4, 36 + samples * 2, true);
    put(8, 'WAVEfmt ');
    for (const [at, value] of [
      [16, 16],
      [24, 8_000],
      [28, 16_000],
      [40, samples * 2],
    ] as const)
      bytes.setUint32(at, value, true);
    for (const [at, value] of [
      [20, 1],
      [22, 1],
      [32, 2],
      [34, 16],
    ] as const)
      bytes.setUint16(at, value, true);
    put(36, 'data');
    for (let i = 0; i < samples; i++) bytes.setInt16(44 + 2 * i, Math.sin(i / 5) * 20_000, true);
    const headers = { 'x-file-name': 'tone.wav' };
    const answer = await fetch('/uploads', { method: 'POST', body: bytes.buffer, headers });
    return ((await answer.json()) as { uploadId: string }).uploadId;
  }, 80_000);
  const [tone] = await client.assets.importUploads({ uploadIds: [uploadId] });
  if (tone === undefined) throw new Error('no tone');
  const medium = { of: 'asset', assetId: tone.id } as const;
  const piece = { medium, sourceInFlicks: 0, durationFlicks: 8 * second, fit: 'fit' } as const;
  await client.timeline.placeNew({ projectId, clip: piece, trackId: null, atFlicks: second });
  const sound = await hands.track('Sound');
  const x = await hands.x(5 * second);
  const stage = page.getByTestId('timeline-stage');
  // Where the pointer says that the line is.
  const line = async (): Promise<number> => {
    for (let y = sound.bottom - 4; y > sound.top + 20; y--) {
      await page.mouse.move(x, y);
      if ((await stage.evaluate((place: HTMLElement) => place.style.cursor)) === 'ns-resize') return y - 2;
    }
    return 0;
  };
  await expect.poll(line).toBeGreaterThan(0);
  const y = await line();
  const gain = async () =>
    (await hands.rows()).items.flatMap((item) =>
      item.kind === 'clip' && item.assetId === tone.id ? [item.gainDb] : [],
    );
  await hands.drag([x, y], [x, y + 6]);
  await expect.poll(async () => (await gain())[0]).toBeLessThan(-3);
  const [dragged = 0] = await gain();
  await page.getByRole('slider', { name: 'Volume' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(gain).toEqual([dragged + 0.5]);
});

test.runIf(onServer)(
  'zoomed at the pointer, the time under it stays; the view is there again when the window is',
  async () => {
    const { y } = await hands.track('Film');
    const at = 2 * second;
    const x = await hands.x(at);
    const slider = page.getByRole('slider', { name: 'Zoom', exact: true });
    const zoom = () => slider.getAttribute('aria-valuetext');
    const whole = await zoom();
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(zoom).not.toBe(whole);
    await page.keyboard.press('c');
    await hands.click(x, y);
    await expect.poll(async () => (await hands.film()).map(({ startFlicks }) => startFlicks)).toContain(at);
    await page.keyboard.press('v');
    await page.getByRole('separator', { name: 'Height of Film' }).press('ArrowDown');
    const views = async () => JSON.stringify((await film.client.studio.preferences())['cut.views'] ?? null);
    await expect.poll(views).toMatch(/"zoom":.*"heights":\{"/);
    const [near, { top, bottom }] = [await zoom(), await hands.track('Film')];
    await page.reload();
    await page.locator('canvas[data-drawn]').waitFor();
    await expect.poll(zoom).toBe(near);
    await expect
      .poll(async () => (await hands.track('Film')).bottom - (await hands.track('Film')).top)
      .toBe(bottom - top);
    expect(film.studio.errors).toEqual([]);
  },
);
