import { expect, test } from 'vitest';
import { openStudioPage } from './open-studio-page.ts';

const screenplay = 'INT. KITCHEN - NIGHT\n\nANNA lights a lantern.\n\nANNA\nNobody is coming.\n';

test('a project is pasted, found by its words, renamed, put in the trash and back', async () => {
  await using studio = await openStudioPage();
  const { page } = studio;
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  await page.getByRole('button', { name: 'New project', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('From text').click();
  await dialog.getByLabel('Text', { exact: true }).fill(screenplay);
  await dialog.getByLabel('Title').fill('Rain');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/write$/);

  await page.goBack();
  const cell = page.getByRole('gridcell');
  await cell.filter({ hasText: 'Rain' }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Snow');
  await page.keyboard.press('Enter');
  await page.getByRole('gridcell', { name: /^Snow\./ }).waitFor();

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('lant');
  const found = page.getByRole('button', { name: /ANNA lights a lantern|Anna lights a lantern/ }).first();
  await found.waitFor();
  expect(await found.locator('mark').textContent()).toBe('lant');
  await page.keyboard.press('Escape');

  await page.getByRole('gridcell', { name: /^Snow\./ }).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  await page.getByRole('button', { name: 'Put back' }).click();
  await page.getByRole('gridcell', { name: /^Snow\./ }).waitFor();
  expect(studio.errors).toEqual([]);
});
