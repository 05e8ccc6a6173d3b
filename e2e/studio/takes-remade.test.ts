import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Take } from '../../src/domain/assets/take.ts';
import type { ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { secondsToFlicks } from '../../src/domain/kernel/time.ts';
import { handsOn } from './cut-hands.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story =
  'INT. LAMP ROOM - NIGHT\n\nMara trims the wick.\n\nEXT. CLIFF - DAY\n\nWaves break on the rocks.\n';

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;
let shotId: ShotId;

const takes = (): Promise<Take[]> => film.client.assets.takes({ projectId, shotId });
const shot = async () => (await film.client.shots.list({ projectId })).find(({ id }) => id === shotId);
const tile = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) });
const dialog = () => page.getByRole('dialog');
beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, upTo: 'clip', budgetUsd: 20 });
  ({ page, projectId } = film);
  const { client } = film;
  const [first] = await client.shots.list({ projectId });
  if (first === undefined) throw new Error('The story has no shot.');
  shotId = first.id;
  const choice = { ...paidChoice('clip'), shotIds: null };
  await client.jobs.start({ projectId, choice, maxCostUsdMicros: null });
  await vi.waitFor(
    async () => {
      const all = await client.shots.list({ projectId });
      expect(all.every(({ chosenClipId }) => chosenClipId !== null)).toBe(true);
    },
    { timeout: 120_000, interval: 200 },
  );
  await client.timeline.assemble({ projectId });
  await film.show('board');
  await page.getByRole('gridcell').first().click();
});
afterAll(() => film?.close());

test.runIf(onServer)(
  'a still is made larger at the price on the button, and the clip stays up to date',
  async () => {
    await tile('Still 1').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Enlarge…' }).click();
    await dialog()
      .getByRole('button', { name: /^Enlarge · \$0\.08$/ })
      .waitFor();
    await dialog()
      .getByText(/1 image.*topaz/i)
      .waitFor();
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'takes-enlarge');
    await dialog()
      .getByRole('button', { name: /^Enlarge ·/ })
      .click();
    await expect.poll(async () => (await takes()).length, { timeout: 60_000 }).toBe(3);
    const larger = (await takes()).find(({ fromTakeId }) => fromTakeId !== null);
    expect((await shot())?.chosenStillId).toBe(larger?.id);
    await tile('Still 2').waitFor();
    await expect.poll(() => page.getByText('Outdated').count()).toBe(1); // the filter alone
  },
);

test.runIf(onServer)('a take is generated in other words; the shot keeps its own', async () => {
  const before = film.sim.submits().length;
  await tile('Still 1').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Generate in other words…' }).click();
  await dialog()
    .getByText(/Change the words or the seed first/)
    .waitFor();
  await dialog().getByRole('textbox', { name: 'Words' }).fill('Only rain on the glass.');
  const go = dialog().getByRole('button', { name: /^Generate · \$0\.025$/ });
  await go.waitFor();
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await photograph(page, 'takes-reword');
  await go.click();
  await expect.poll(async () => (await takes()).length, { timeout: 60_000 }).toBe(4);
  expect(film.sim.submits()).toHaveLength(before + 1);
  const chosen = await shot();
  expect(chosen?.promptOverride).toBeNull();
  const source = (await takes()).find(({ kind, fromTakeId }) => kind === 'still' && fromTakeId === null);
  const made = (await takes()).find(({ id }) => id === chosen?.chosenStillId);
  expect(made).toMatchObject({ fromTakeId: source?.id, seed: source?.seed });
});

test.runIf(onServer)(
  'a clip is carried on behind itself; one undo takes it off the film, and the take stays',
  async () => {
    await film.show('cut');
    const hands = handsOn(page, film.client, projectId);
    await page.getByTestId('timeline-stage').waitFor();
    const before = await hands.film();
    const at = before.findIndex((item) => item.kind === 'clip');
    const first = before[at];
    if (first === undefined) throw new Error('The film has no clip.');
    const { y } = await hands.track('Film');
    await page.mouse.click(await hands.x(first.startFlicks + secondsToFlicks(1)), y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Carry the clip on…' }).click();
    const go = dialog().getByRole('button', { name: /^Carry on · \$\d/ });
    await go.waitFor();
    await dialog()
      .getByText(/5 s of video.*kling/i)
      .waitFor();
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'cut-extend');
    await go.click();
    await expect.poll(async () => (await hands.film()).length, { timeout: 60_000 }).toBe(before.length + 1);
    const made = (await hands.film())[at + 1];
    expect(made).toMatchObject({ kind: 'clip', shotId: null, durationFlicks: secondsToFlicks(4) });
    await photograph(page, 'cut-extended');
    const count = (await takes()).length;
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await hands.film()).length).toBe(before.length);
    expect(await takes()).toHaveLength(count);
  },
);

test.runIf(onServer)(
  'a part is retaken in its place, and the gap that it leaves when it is deleted is filled',
  async () => {
    const hands = handsOn(page, film.client, projectId);
    const before = await hands.film();
    const at = before.findIndex((item) => item.kind === 'clip');
    const first = before[at];
    if (first === undefined) throw new Error('The film has no clip.');
    const { y } = await hands.track('Film');
    await page.mouse.click(await hands.x(first.startFlicks + secondsToFlicks(1)), y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Retake a part of the clip…' }).click();
    await dialog().getByLabel('From').fill('4s');
    await dialog().getByLabel('From').press('Tab');
    await dialog().getByLabel('To', { exact: true }).fill('6s');
    await dialog().getByLabel('To', { exact: true }).press('Tab');
    const retake = dialog().getByRole('button', { name: /^Retake · \$\d/ });
    await retake.waitFor();
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'cut-retake');
    await retake.click();
    await expect.poll(async () => (await hands.film()).length, { timeout: 60_000 }).toBe(before.length + 2);
    const after = await hands.film();
    expect(after.at(-1)?.endFlicks).toBe(before.at(-1)?.endFlicks);
    expect(after[at + 1]).toMatchObject({
      startFlicks: secondsToFlicks(4),
      endFlicks: secondsToFlicks(6),
      shotId: null,
    });

    const part = after[at + 1];
    if (part === undefined) throw new Error('There is no part.');
    await film.client.timeline.delete({ projectId, itemId: part.id });
    await expect.poll(async () => (await hands.film())[at + 1]?.kind).toBe('gap');
    await page.mouse.click(await hands.x(secondsToFlicks(5)), y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Fill the gap…' }).click();
    await dialog()
      .getByText(/The gap is 2\.0 sec long/)
      .waitFor();
    const fill = dialog().getByRole('button', { name: /^Fill · \$\d/ });
    await fill.waitFor();
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'cut-gap');
    await fill.click();
    await expect.poll(async () => (await hands.film())[at + 1]?.kind, { timeout: 60_000 }).toBe('clip');
    expect((await hands.film())[at + 1]).toMatchObject({
      durationFlicks: secondsToFlicks(2),
      sourceInFlicks: 0,
    });
    expect(film.studio.errors).toEqual([]);
  },
);

test.runIf(onServer)(
  'what an edit made stale is said with its price, for the shot and the film',
  async () => {
    await film.show('board');
    const before = (await shot())?.description ?? '';
    await film.client.shots.edit({ projectId, shotId, fields: { description: 'Mara drops the lamp.' } });
    await page.getByText('Changed since it was made: Still and Clip').waitFor();
    await page
      .getByRole('button', { name: /^Bring up to date · about \$\d/ })
      .first()
      .waitFor();
    const bar = page.getByRole('status').filter({ hasText: '1 shot is out of date' });
    const all = bar.getByRole('button', { name: /^Bring up to date · about \$0\.73/ });
    await bar.getByText(/Clips follow when their stills are approved: about \$0\.70\. Prices of /).waitFor();
    await all.click();
    await dialog()
      .getByText(/^Prices of /)
      .waitFor();
    await dialog().getByText('1A').first().waitFor();
    await photograph(page, 'board-stale-price');
    await page.keyboard.press('Escape');
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, 'board-stale');
    await film.client.shots.edit({ projectId, shotId, fields: { description: before } });
    // The clip still begins with the picture from before the other words.
    await page.getByText('Changed since it was made: Clip', { exact: true }).first().waitFor();
  },
);
