import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Take } from '../../src/domain/assets/take.ts';
import type { ProjectId, ShotId } from '../../src/domain/kernel/ids.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { openPaidFilm, type PaidFilm, paidChoice } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const story = 'INT. LAMP ROOM - NIGHT\n\nMara trims the wick. A radio crackles.\n';

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;
let shotId: ShotId;

const takes = (): Promise<Take[]> => film.client.assets.takes({ projectId, shotId });
const tile = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: new RegExp(`^${name},`) }) });

/** Has stills made of the shot, and waits for them. */
async function makeStills(again: boolean): Promise<void> {
  const before = (await takes()).length;
  await film.client.jobs.start({
    projectId,
    choice: { ...paidChoice('still'), again, shotIds: [shotId] },
    maxCostUsdMicros: null,
  });
  await vi.waitFor(async () => expect(await takes()).toHaveLength(before + 1), { timeout: 20_000 });
}

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, upTo: 'still', budgetUsd: 5 });
  ({ page, projectId } = film);
  const { client } = film;
  const [shot] = await client.shots.list({ projectId });
  if (shot === undefined) throw new Error('The story has no shot.');
  shotId = shot.id;
  await makeStills(false);
  await client.shots.edit({ projectId, shotId, fields: { description: 'Mara lights the lamp.' } });
  await makeStills(true);
  await film.show('board');
  await page.getByRole('gridcell').first().click();
});
afterAll(() => film?.close());

test.runIf(onServer)('a take is rated with a key, with a star, and by the arrows', async () => {
  const shown = async (): Promise<Take['rating']> =>
    (await takes()).find(({ createdAtMs }, _, all) => all.every((other) => other.createdAtMs <= createdAtMs))
      ?.rating ?? null;
  await page.getByRole('gridcell').first().focus();
  await page.keyboard.press('Shift+4');
  await expect.poll(shown).toBe(4);
  const stars = page.getByRole('radiogroup', { name: 'Rating of Still 2' });
  await stars.getByRole('radio', { name: '4 stars', checked: true }).waitFor();
  await stars.getByRole('radio', { name: '2 stars' }).click();
  await expect.poll(shown).toBe(2);
  await stars.getByRole('radio', { name: '2 stars', checked: true }).waitFor();
  await page.keyboard.press('ArrowRight');
  await expect.poll(shown).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(shown).toBe(2);
});

test.runIf(onServer)('a comparison says what each was asked with, word by word', async () => {
  await tile('Still 1 Outdated').hover();
  await tile('Still 1 Outdated').getByRole('button', { name: 'Compare with the chosen one' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: 'What is different' }).waitFor();
  expect((await dialog.locator('del').allTextContents()).join(' ')).toMatch(/lights.*lamp\./);
  expect((await dialog.locator('ins').allTextContents()).join(' ')).toMatch(/trims.*wick\./);
  await dialog.getByRole('rowheader', { name: 'Seed' }).waitFor();
  expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
  await photograph(page, 'takes-compare');
  await page.keyboard.press('Escape');
});

test.runIf(onServer)(
  'its details name words, model, seed, price and number, and its words are used again',
  async () => {
    await tile('Still 1 Outdated').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Details…' }).click();
    const dialog = page.getByRole('dialog', { name: /^Still 1 of shot/ });
    await dialog.getByText(/trims the wick/).waitFor();
    await dialog.getByText(/^\$\d.*·.*image/).waitFor();
    const [first] = await takes();
    await dialog.getByText(String(first?.seed)).waitFor();
    await dialog.getByText('Provider’s number').waitFor();
    expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'takes-details');
    const words = dialog.getByRole('button', { name: 'Use these words again' });
    await words.click();
    await dialog.getByRole('button', { name: 'The shot has these words' }).waitFor();
    const promptNow = async () => (await film.client.shots.list({ projectId }))[0]?.promptOverride ?? null;
    expect(await promptNow()).toContain('trims the wick');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+z');
    await expect.poll(promptNow).toBeNull();
  },
);

test.runIf(onServer)('a take is put away and brought back; the one in use cannot be', async () => {
  await tile('Still 2').click({ button: 'right' });
  const putAway = page.getByRole('menuitem', { name: 'Put away' });
  await putAway.waitFor();
  expect(await putAway.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Escape');
  await tile('Still 1 Outdated').hover();
  await tile('Still 1 Outdated').getByRole('button', { name: 'Put away' }).click();
  await tile('Still 1 Outdated').waitFor({ state: 'detached' });
  const folded = page.getByRole('button', { name: 'Put away 1' });
  await folded.click();
  await photograph(page, 'takes-put-away');
  expect(await accessibilityFaults(page)).toEqual([]);
  await tile('Still 1 Outdated').hover();
  await tile('Still 1 Outdated').getByRole('button', { name: 'Bring back' }).click();
  await folded.waitFor({ state: 'detached' });
  expect((await takes()).every(({ discardedAtMs }) => discardedAtMs === null)).toBe(true);
});

test.runIf(onServer)('the board shows the shots whose takes nobody rated', async () => {
  const filter = page.getByRole('radio', { name: /^Unrated 1$/ });
  await filter.click();
  await page.getByRole('gridcell').first().waitFor();
  await film.client.takes.rate({
    projectId,
    takeIds: (await takes()).map(({ id }) => id),
    rating: 1,
  });
  await page.getByText('No shot matches').waitFor();
  await page.getByRole('button', { name: 'Show all shots' }).click();
});
