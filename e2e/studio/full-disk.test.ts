import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { smallFilm } from './open-film.ts';
import { openStudioPage, testHost } from './open-studio-page.ts';
import { callStudio } from './raw-http.ts';
import { servingPid } from './serving-pid.ts';

const prlimit = '/usr/bin/prlimit';

/** From now on, files of the process cannot grow: to SQLite the same as a drive that takes no more. null lifts it. */
function limitFiles(pid: number, bytes: number | null): void {
  execFileSync(prlimit, ['--pid', String(pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]);
}

test.runIf(testHost() === 'server' && existsSync(prlimit))(
  'a drive that takes no more is said wherever something is saved; what was typed waits for room, and the window stays',
  async () => {
    await using studio = await openStudioPage();
    const { page, home, server } = studio;
    const { client, close } = await callStudio(server);
    await client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: { from: 'words', words: 'INT. PIER - DAY\n\nRain falls on the pier.\n' },
      settings: smallFilm,
    });
    const show = (name: string): Promise<void> =>
      page.evaluate((to) => {
        location.hash = to;
      }, `#/project/${project.id}/${name}`);
    await show('write');
    await page.locator('[contenteditable]').getByText('Rain falls on the pier.').click();
    await page.keyboard.press('End');
    const pid = servingPid(home);
    limitFiles(pid, 1_024);
    try {
      await page.keyboard.type(' Nobody hears it.');
      await page.getByText('Not saved. What you type is kept in this window and tried again.').waitFor();
      const status = page.locator('footer [role="status"]');
      await expect.poll(() => status.textContent()).toContain(home);

      await show('board');
      await page.getByRole('gridcell').first().click();
      await page.keyboard.press('Delete');
      await status.filter({ hasText: home }).waitFor();
      expect(await page.getByRole('gridcell').count()).toBeGreaterThan(0);

      await show('deliver');
      await page.getByRole('button', { name: /Export film/ }).click();
      await expect
        .poll(async () => (await client.activities.list()).map(({ state }) => state))
        .toEqual(['failed']);
      await show('write');
      await page.locator('[contenteditable]').getByText('Nobody hears it.').waitFor();
    } finally {
      limitFiles(pid, null);
    }
    await expect
      .poll(async () => (await client.text.list({ projectId: project.id })).at(-1)?.text, { timeout: 15_000 })
      .toContain('Nobody hears it.');
    await page.getByText('The drive takes changes again.').waitFor();
    await page
      .getByText(/^Saved /)
      .first()
      .waitFor();
    expect(servingPid(home)).toBe(pid);
    close();
  },
);

test.runIf(testHost() === 'server' && existsSync(prlimit))(
  'what was typed into any field stays with the reason, is saved once there is room, and survives that the field is left',
  async () => {
    await using studio = await openStudioPage();
    const { page, home, server } = studio;
    const { client, close } = await callStudio(server);
    await client.studio.setPreference({ name: 'board.drawStills', value: false });
    const { project } = await client.projects.create({
      name: 'pier.fountain',
      source: { from: 'words', words: 'INT. PIER - DAY\n\nRain falls on the pier.\n\nA gull cries.\n' },
      settings: smallFilm,
    });
    const projectId = project.id;
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/project/${projectId}/board`);
    const frames = page.getByRole('gridcell');
    await frames.first().click();
    const description = page.getByLabel('What the camera sees', { exact: true });
    await description.waitFor();
    const pid = servingPid(home);
    limitFiles(pid, 1_024);
    try {
      // One stays open, with what was typed and why it is not saved …
      await description.fill('A lamp in the rain.');
      await description.press('Tab');
      const reason = page.getByText(/What you typed is kept in this window and tried again\./).first();
      await reason.waitFor();
      expect(await reason.textContent()).toContain(home);
      expect(await description.inputValue()).toBe('A lamp in the rain.');
      // … what is chosen from a list is as it was, and says why …
      const size = page.getByLabel('Size', { exact: true });
      const before = await size.inputValue();
      await size.selectOption(before === 'close' ? 'wide' : 'close');
      const refusal = page.locator(`#${await size.getAttribute('id')}-said`.replaceAll(':', '\\:'));
      await refusal.filter({ hasText: home }).waitFor();
      expect(await size.inputValue()).toBe(before);
      // … others are gone by the time there is room: another shot is chosen, the title is a button again.
      await frames.nth(1).click();
      await description.fill('A gull on a post.');
      await frames.first().click();
      await page.getByRole('button', { name: project.title, exact: true }).click();
      await page.getByLabel('Project name').fill('The Long Pier');
      await page.keyboard.press('Enter');
      const shots = await client.shots.list({ projectId });
      expect(shots.some(({ description: words }) => words.includes('lamp'))).toBe(false);
      expect(await page.locator('#root').textContent()).not.toBe('');
    } finally {
      limitFiles(pid, null);
    }
    await expect
      .poll(
        async () => {
          const shots = await client.shots.list({ projectId });
          const { project: named } = await client.projects.get({ projectId });
          return [...shots.slice(0, 2).map(({ description: words }) => words), named.title];
        },
        { timeout: 20_000 },
      )
      .toEqual(['A lamp in the rain.', 'A gull on a post.', 'The Long Pier']);
    expect(servingPid(home)).toBe(pid);
    close();
  },
);
