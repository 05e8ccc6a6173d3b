import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openPaidFilm, type PaidFilm } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const story = `INT. LAMP ROOM - NIGHT

MARA trims the wick.

MARA
Not tonight. Not with this sea.

EXT. PIER - DAWN

A boat knocks against the pier.

MARA
It was never the lamp.
`;

let film: PaidFilm;
const onServer = testHost() === 'server';

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, sim: { faults: [{ fault: 'refuse-422', times: 3 }] } });
  await film.show('board');
  await film.page.getByRole('gridcell').first().waitFor();
});
afterAll(() => film?.close());

test.runIf(onServer)(
  'what the provider refused has no price, says what to do, and leads to the queue',
  async () => {
    const { client, page, projectId, sim } = film;
    const [scene] = await client.scenes.list({ projectId });
    const sceneIds = scene === undefined ? [] : [scene.id];
    const wishes = [
      { what: 'speech', shotIds: null },
      { what: 'music', sceneIds },
    ] as const;
    for (const commission of wishes) {
      await client.commissions.start({ projectId, commission, maxCostUsdMicros: 1_000_000 });
    }
    await expect
      .poll(async () => (await client.jobs.list({ projectId })).map(({ state }) => state), {
        timeout: 20_000,
      })
      .toEqual(['failed', 'failed', 'failed']);
    const sent = sim.submits().length;

    await page.getByRole('button', { name: 'Voices and sound…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('2 requests ended badly before.').waitFor();
    expect(await dialog.getByText('no price').count()).toBe(2);
    expect(await dialog.getByRole('button', { name: 'Nothing ticked' }).isDisabled()).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await accessibilityFaults(page, '[role="dialog"]')).toEqual([]);
      await photograph(page, `ended-lines-${colorScheme}`);
    }
    await dialog.getByRole('tab', { name: /^Music/ }).click();
    await dialog.getByText('Ended badly', { exact: true }).waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'Make music of scene 1' }).isDisabled()).toBe(true);
    expect(await dialog.getByRole('checkbox', { name: 'Make music of scene 2' }).isEnabled()).toBe(true);
    expect(await overflowing(page, '[role="dialog"]')).toEqual([]);
    await photograph(page, 'ended-music');

    await dialog.getByRole('button', { name: 'Open the queue' }).click();
    await expect.poll(() => page.url()).toContain('#/queue');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByText('not charged', { exact: true }).count()).toBe(3);
    await photograph(page, 'ended-queue');
    expect(sim.submits()).toHaveLength(sent);
  },
);
