import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStudioPage } from '../e2e/studio/open-studio-page.ts';

/*
 * Takes the pictures of the README: of the sample story, drawn for it, or of the first project of the data folder that is
 * named. Run by hand: node tools/take-screenshots.mjs [data folder]
 */
const folder = join(import.meta.dirname, '../docs/images');
mkdirSync(folder, { recursive: true });
const [home] = process.argv.slice(2);
await using studio = await openStudioPage({
  size: { width: 1600, height: 900 },
  ...(home === undefined ? {} : { home }),
});
const { page } = studio;

/** Waits until the pictures that are in sight are there, and nothing fades any more. */
const settle = async () => {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() =>
    Promise.all([
      ...[...document.images].filter((image) => image.checkVisibility()).map((image) => image.decode()),
      ...document
        .getAnimations()
        .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
        .map((animation) => animation.finished),
    ]).catch(() => undefined),
  );
};
/** What a canvas still waits for is not to be asked: the picture is taken once it stays the same for a while. */
const take = async (name) => {
  await settle();
  let before = Buffer.alloc(0);
  for (;;) {
    const now = await page.screenshot({ type: 'jpeg', quality: 82 });
    if (now.equals(before)) return writeFileSync(join(folder, `${name}.jpg`), now);
    before = now;
    await page.waitForTimeout(3_000);
  }
};
const goTo = async (name) => {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('main', { name }).waitFor();
};

const poster = page.getByRole('gridcell').first();
const sample = page.getByRole('button', { name: 'Open the sample story' });
await poster.or(sample).waitFor();
if (await sample.isVisible()) await sample.click();
else {
  await poster.focus();
  await page.keyboard.press('Enter');
}
await page.getByRole('navigation', { name: 'Pages of the project' }).waitFor();
await goTo('Board');
await page.getByText('Everything is generated').first().waitFor({ timeout: 600_000 });
await page.getByRole('gridcell').nth(5).click();
await take('board');

await goTo('Write');
await page
  .getByRole('textbox', { name: 'Script' })
  .getByText(/pours tea|polishes the great lens/)
  .first()
  .click();
await take('write');

await goTo('Cut');
await page.getByTestId('clip-grid').waitFor();
await page.getByRole('textbox', { name: 'Playhead' }).fill('00:00:37:00');
await page.keyboard.press('Enter');
await page.getByRole('button', { name: /^Zoom to fit/ }).click();
// The clip under the playhead is selected with it.
await page.getByTestId('clip-grid').focus();
await page.getByRole('combobox', { name: 'Take' }).waitFor();
await take('cut');
