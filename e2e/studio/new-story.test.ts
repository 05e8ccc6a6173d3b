import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEpub } from '../../src/testing/documents/make-epub.ts';
import { makePdf, stackLines } from '../../src/testing/documents/make-pdf.ts';
import { makeWordDocument } from '../../src/testing/documents/make-word-document.ts';
import { dropFiles } from './drop-files.ts';
import { openStudioPage, type StudioPage } from './open-studio-page.ts';

const words = 'The kettle screamed. Anna did not move.\n\nShe looked at the rain on the glass.';

let studio: StudioPage;
let page: Page;
beforeAll(async () => {
  studio = await openStudioPage();
  page = studio.page;
});
afterAll(() => studio.close());

test('words that are pasted onto the library are in the dialog once', async () => {
  await studio.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  await page.evaluate((text) => navigator.clipboard.writeText(text), words);
  await page.keyboard.press('Control+v');
  const field = page.getByRole('dialog').getByLabel('Text', { exact: true });
  await field.waitFor();
  expect(await field.inputValue()).toBe(words);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});

test('the whole window takes stories; the next takes the place of the first, and what is no story is said beside the rest', async () => {
  await page.getByRole('button', { name: 'Open the sample story' }).waitFor();
  expect(await dropFiles(page, 'header', [{ name: 'one.txt', bytes: words }])).toBe(true);
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByText('one.txt').waitFor();
  await dialog.getByLabel('Title').fill('Rain');
  expect(await dropFiles(page, '[role="dialog"]', [{ name: 'two.txt', bytes: words }])).toBe(true);
  await dialog.getByText('two.txt').waitFor();
  expect(await dialog.getByLabel('Title').inputValue()).toBe('Rain');
  await page.keyboard.press('Escape');

  const files = [
    { name: 'three.txt', bytes: words },
    { name: 'letter.pages', bytes: 'PK' },
  ];
  expect(await dropFiles(page, 'footer', files)).toBe(true);
  const status = page.locator('footer [role="status"]');
  await status
    .filter({ hasText: /^1 project was made\. “letter\.pages” cannot be read as a story/ })
    .waitFor();
  await page.getByRole('gridcell', { name: /^Three\./ }).waitFor();
});

test('Word documents, EPUBs and PDFs become projects; one that cannot be read says why', async () => {
  await page.getByRole('button', { name: 'New project', exact: true }).waitFor();
  const files = [
    { name: 'kettle.docx', bytes: makeWordDocument([{ text: 'The Kettle', style: 'Title' }, words]) },
    {
      name: 'boat.epub',
      bytes: makeEpub({ title: 'The Boat', author: 'A', chapters: ['<p>It came in.</p>'] }),
    },
    { name: 'rain.pdf', bytes: makePdf([stackLines(['Rain fell on the harbour.'])]) },
    { name: 'scan.pdf', bytes: makePdf([[], []]) },
  ];
  expect(await dropFiles(page, 'footer', files)).toBe(true);
  await page.getByRole('gridcell', { name: /^The Kettle\./ }).waitFor();
  await page.getByRole('gridcell', { name: /^The Boat\./ }).waitFor();
  await page.getByRole('gridcell', { name: /^Rain\./ }).waitFor();
  await page
    .locator('footer [role="status"]')
    .filter({ hasText: /^3 projects were made\. .scan\.pdf. holds pictures of pages and no text/ })
    .waitFor();
});
