import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '../../src/domain/kernel/ids.ts';
import { secondsToFlicks } from '../../src/domain/kernel/time.ts';
import { handsOn } from './cut-hands.ts';
import { accessibilityFaults, photograph } from './look-at.ts';
import { falKey, openPaidFilm, type PaidFilm } from './open-paid-film.ts';
import { testHost } from './open-studio-page.ts';

const story = `INT. LAMP ROOM - NIGHT

MARA (60s, a woman in a navy sweater) trims the wick. Rain on the glass.

MARA
(quietly)
Not tonight. Not with this sea.

TOMAS (a boy of seven) stands in the door.

TOMAS
Is the lamp broken?

EXT. PIER - DAWN

A boat knocks against the pier. Gulls.

MARA
It was never the lamp.
`;

let film: PaidFilm;
let page: Page;
let projectId: ProjectId;

const onServer = testHost() === 'server';

beforeAll(async () => {
  if (!onServer) return;
  film = await openPaidFilm({ story, key: 'none' });
  ({ page, projectId } = film);
  await film.show('board');
  await page.getByRole('gridcell').first().waitFor();
});
afterAll(() => film?.close());

/** Looks at the dialog in both themes and keeps a photograph of each. */
async function examine(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page, '[role="dialog"]'), `${name}, ${colorScheme}`).toEqual([]);
    await photograph(page, `sound-${name}-${colorScheme}`);
  }
}

const dialog = () => page.getByRole('dialog');
const openSound = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Voices and sound…' }).click();
  await dialog().waitFor();
};

test.runIf(onServer)('without a key the lines are there, and the way to a key is said', async () => {
  await openSound();
  await dialog().getByText('Not tonight. Not with this sea.').waitFor();
  await dialog().getByRole('button', { name: 'Open settings' }).waitFor();
  expect(await dialog().getByRole('button', { name: 'Nothing ticked' }).isDisabled()).toBe(true);
  await examine('no-key');
  await page.keyboard.press('Escape');
});

test.runIf(onServer)(
  'lines are spoken at their price in the voice that was chosen, and outdated by another',
  async () => {
    const { client } = film;
    await client.keys.set({ provider: 'fal', key: falKey, consentToFile: true });
    await openSound();
    const voice = dialog().getByLabel(/^MARA/);
    await expect.poll(() => voice.locator('option').count()).toBeGreaterThan(20);
    await voice.selectOption({ label: 'Matilda · female' });
    const generate = dialog().getByRole('button', { name: /^Generate 3 sounds · \$0\.0/ });
    await generate.waitFor();
    await examine('lines');
    await generate.click();
    await dialog().waitFor({ state: 'hidden' });
    await expect
      .poll(
        async () =>
          (await client.shots.list({ projectId })).filter(({ chosenSpeechId }) => chosenSpeechId !== null)
            .length,
        {
          timeout: 20_000,
        },
      )
      .toBe(3);
    const spoken = (await client.jobs.list({ projectId })).map(({ request }) => request);
    const mara = spoken.filter((request) => request.kind === 'speech' && request.voice === 'Matilda');
    expect(mara).toHaveLength(2);
    expect(mara).toContainEqual(expect.objectContaining({ delivery: 'quietly' }));

    await openSound();
    await expect.poll(() => dialog().getByText('Spoken', { exact: true }).count()).toBe(3);
    await dialog()
      .getByRole('button', { name: /^Play line of shot/ })
      .first()
      .click();
    await voice.selectOption({ label: 'Alice · female' });
    await expect.poll(() => dialog().getByText('Outdated', { exact: true }).count()).toBe(2);
    await dialog().getByText('2 lines are outdated').waitFor();
    await examine('outdated');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  },
);

test.runIf(onServer)('music and effects have their words, are suggested, made and undone', async () => {
  const { client } = film;
  await openSound();
  await dialog()
    .getByRole('tab', { name: /^Music/ })
    .click();
  await dialog().getByRole('textbox', { name: 'music of scene 1' }).fill('A lone cello');
  await dialog().getByRole('textbox', { name: 'music of scene 1' }).press('Control+Enter');
  await dialog().getByRole('checkbox', { name: 'Make music of scene 1' }).click();
  await examine('music');
  await dialog()
    .getByRole('tab', { name: /^Effects/ })
    .click();
  await dialog().getByRole('button', { name: 'Suggest from the text' }).first().click();
  await dialog().getByRole('checkbox', { name: 'Make “Steady rain”' }).click();
  await examine('effects');
  await dialog()
    .getByRole('button', { name: /^Generate 2 sounds · \$/ })
    .click();
  await dialog().waitFor({ state: 'hidden' });
  await expect
    .poll(async () => (await client.scenes.list({ projectId }))[0], { timeout: 20_000 })
    .toMatchObject({ musicPrompt: 'A lone cello', chosenMusicId: expect.any(String) });
  await expect
    .poll(
      async () =>
        (await client.scenes.list({ projectId }))[0]?.effects.filter(
          ({ chosenTakeId }) => chosenTakeId !== null,
        ).length,
    )
    .toBe(1);
});

test.runIf(onServer)('in the inspector a line is spoken once more, and another take used', async () => {
  const shot = (await film.client.shots.list({ projectId })).find(({ dialogue }) => dialogue !== null);
  await page.locator(`[data-shot="${shot?.id}"]`).click();
  const again = page.getByRole('button', { name: /^Another take · \$/ }).last();
  await again.waitFor();
  await again.scrollIntoViewIfNeeded();
  await again.click();
  const takes = page.getByRole('list', { name: '2 takes' });
  await takes.waitFor({ timeout: 20_000 });
  await takes.getByRole('button', { name: 'Use', exact: true }).click();
  await photograph(page, 'sound-inspector-dark');
  expect(await accessibilityFaults(page, 'aside')).toEqual([]);
  expect(film.studio.errors).toEqual([]);
});

test.runIf(onServer)(
  'a person’s voice is chosen and heard in the cast, at a price and then for nothing',
  async () => {
    await page.getByRole('button', { name: 'Cast, places and look…' }).click();
    await dialog()
      .getByRole('button', { name: /^TOMAS/ })
      .click();
    const voice = dialog().getByLabel('Voice', { exact: true });
    await voice.selectOption({ label: 'Liam · male, young' });
    const hear = dialog().getByRole('button', { name: /^Hear it · \$0\.00/ });
    await hear.waitFor();
    await examine('cast');
    await hear.click();
    await dialog().getByRole('button', { name: 'Play TOMAS' }).waitFor({ timeout: 20_000 });
    await dialog().getByRole('tab', { name: 'Look' }).click();
    await dialog().getByLabel('Narrator', { exact: true }).scrollIntoViewIfNeeded();
    await examine('narrator');
    await page.keyboard.press('Escape');
  },
);

test.runIf(onServer)('what is said in a clip becomes captions, from the menu of the clip', async () => {
  const { client } = film;
  const hands = handsOn(page, client, projectId);
  await page.getByRole('link', { name: 'Cut', exact: true }).click();
  await page.getByRole('group', { name: 'Music', exact: true }).waitFor();
  const { y } = await hands.track('Music');
  await page.mouse.click(await hands.x(secondsToFlicks(3)), y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Captions from what is said…' }).click();
  const make = dialog().getByRole('button', { name: /^Make captions · \$0\.00/ });
  await make.waitFor();
  await examine('captions');
  await make.click();
  const own = async () =>
    (await hands.rows()).items.filter((item) => item.kind === 'caption' && item.shotId === null).length;
  await expect.poll(own, { timeout: 20_000 }).toBeGreaterThan(0);
  await page.keyboard.press('Control+z');
  await expect.poll(own).toBe(0);
  expect(film.studio.errors).toEqual([]);
});

test.runIf(onServer)('in a large window and in German it all has its place', async () => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await film.client.studio.setPreference({ name: 'language', value: 'de' });
  await page.getByRole('button', { name: /^1 Satz ist veraltet/ }).click();
  await dialog().getByText('Gesprochen', { exact: true }).first().waitFor();
  await examine('german-lines');
  await dialog()
    .getByRole('tab', { name: /^Geräusche/ })
    .click();
  await examine('german-effects');
});
