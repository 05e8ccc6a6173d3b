import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';
import { totpCode } from '../../tools/clerk-sim/totp.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage, showPlace, testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const ada = { email: 'ada@example.com', password: 'a quiet harbour', firstName: 'Ada', lastName: 'Byron' };

let sim: ClerkSim;
let studio: StudioPage;
let page: Page;
let adaId: string;
/** Of the authenticator that is set up on the way. */
let secret = '';

beforeAll(async () => {
  if (!onServer) return;
  sim = await startClerkSim();
  adaId = sim.people.add(ada).id;
  studio = await openStudioPage({ env: { REELWRIGHT_CLERK_KEY: sim.publishableKey } });
  page = studio.page;
  await showPlace(page, '#/settings/account');
  await page.getByLabel('E-mail', { exact: true }).waitFor();
});
afterAll(async () => {
  await studio?.close();
  await sim?.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = (name: string) => page.getByRole('dialog', { name });

async function lookAtIt(name: string): Promise<void> {
  for (const [width, height, theme] of [
    [1280, 800, 'dark'],
    [1920, 1080, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    expect(await overflowing(page, 'body')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `profile-${name}-${theme}`);
  }
}

test.runIf(onServer)('a forgotten password is replaced by way of a code', async () => {
  await page.getByLabel('E-mail', { exact: true }).fill(ada.email);
  await page.keyboard.press('Enter');
  await button('Forgot the password?').click();
  await page.getByText('With this code you choose another password.').waitFor();
  await lookAtIt('reset-code');
  await page.getByLabel('Code', { exact: true }).fill('424242');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `New password for ${ada.email}` }).waitFor();
  await page.getByLabel('New password', { exact: true }).fill('password123');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This password is in lists of stolen ones.').waitFor();
  await lookAtIt('new-password');
  await page.getByLabel('New password', { exact: true }).fill('another quiet harbour');
  await page.keyboard.press('Enter');
  await page.getByText('This device').waitFor();
  expect(sim.people.byId(adaId)?.password).toBe('another quiet harbour');
  await lookAtIt('signed-in');
});

test.runIf(onServer)('an authenticator is set up after a proof, and its codes are shown once', async () => {
  sim.ageProofs(adaId, 11 * 60_000);
  await button('Set up an authenticator').click();
  await dialog('Is it still you?').waitFor();
  await lookAtIt('proof');
  const password = dialog('Is it still you?').getByLabel('Password', { exact: true });
  await password.fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByText('The password is not right.').waitFor();
  await password.fill('another quiet harbour');
  await page.keyboard.press('Enter');
  const setUp = dialog('Set up an authenticator');
  await setUp.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
  secret = sim.people.byId(adaId)?.pendingTotp ?? '';
  await setUp.getByText(secret.match(/.{1,4}/g)?.join(' ') ?? '?').waitFor();
  await lookAtIt('authenticator');
  await setUp.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.keyboard.press('Enter');
  await setUp.getByText('This is not the code.').waitFor();
  await setUp.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, Date.now()));
  await page.keyboard.press('Enter');
  const on = dialog('The second factor is on');
  await on.getByRole('list', { name: 'Backup codes' }).waitFor();
  await lookAtIt('backup-codes');
  const shown = await on.getByRole('listitem').allTextContents();
  expect(new Set(shown)).toEqual(sim.people.byId(adaId)?.backupCodes);
  const saving = page.waitForEvent('download');
  await on.getByRole('button', { name: 'Save as a file' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  for (const code of shown) expect(saved).toContain(code);
  await button('I have put them aside').click();
  await page.getByText('An authenticator app is asked for besides the password.').waitFor();
});

test.runIf(onServer)('it is turned off after a proof by the authenticator itself', async () => {
  sim.ageProofs(adaId, 11 * 60_000);
  await button('Turn off').click();
  const sure = dialog('Turn the second factor off?');
  await sure.getByRole('button', { name: 'Turn off' }).click();
  const proof = dialog('Is it still you?');
  await proof.getByLabel('Code of the app').fill(totpCode(secret, Date.now()));
  await page.keyboard.press('Enter');
  await page.getByText('None. Whoever has the password or the mailbox can sign in.').waitFor();
  expect(sim.people.byId(adaId)?.totpSecret).toBeNull();
});

test.runIf(onServer)('an address more is proved, made the first, and the old one removed', async () => {
  await page.getByLabel('Another address').fill('ada@harbour.example');
  await page.keyboard.press('Enter');
  const code = page.getByLabel('Code that was sent to ada@harbour.example');
  await code.fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the code.').waitFor();
  await lookAtIt('address');
  await code.fill('424242');
  await page.keyboard.press('Enter');
  await button('Make ada@harbour.example primary').click();
  await button(`Remove ${ada.email}`).click();
  await expect.poll(() => sim.people.byId(adaId)?.addresses.length).toBe(1);
  await page.getByText(ada.email, { exact: true }).waitFor({ state: 'detached' });
});

test.runIf(onServer)('a picture is made small here, shown, and taken away', async () => {
  const source = fileURLToPath(new URL('../../docs/images/board.jpg', import.meta.url));
  await page.getByLabel('Choose a picture').setInputFiles(source);
  await button('Another picture').waitFor();
  const kept = sim.people.byId(adaId)?.picture;
  expect(kept?.type).toBe('image/jpeg');
  expect(kept?.bytes.length).toBeLessThan(readFileSync(source).length);
  await page.locator('img[src^="blob:"]').first().waitFor();
  await lookAtIt('picture');
  await page.getByLabel('Choose a picture').setInputFiles({
    ...{ name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
  });
  await page.getByText('This file is no picture that can be read.').waitFor();
  await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
  await button('Choose a picture').waitFor();
  expect(sim.people.byId(adaId)?.picture).toBeNull();
});

test.runIf(onServer)('the password is changed, and an account elsewhere connected', async () => {
  await button('Change the password').click();
  const change = dialog('Change the password');
  await change.getByLabel('Present password').fill('another quiet harbour');
  await change.getByLabel('New password', { exact: true }).fill('a third quiet harbour');
  await lookAtIt('password');
  await page.keyboard.press('Enter');
  await change.waitFor({ state: 'detached' });
  expect(sim.people.byId(adaId)?.password).toBe('a third quiet harbour');
  const opening = studio.context.waitForEvent('page');
  await button('Connect GitHub').click();
  const other = await opening;
  await other.getByRole('button', { name: 'ada@harbour.example' }).click();
  await other.getByRole('heading', { name: 'Back to Reelwright' }).waitFor();
  await other.close();
  await button('Disconnect GitHub').click();
  await button('Connect GitHub').waitFor();
  expect(studio.errors).toEqual([]);
});

test.runIf(onServer)('in German', async () => {
  await showPlace(page, '#/settings/appearance');
  await page.getByLabel('Language').selectOption('de');
  await showPlace(page, '#/settings/account');
  await page.getByText('Verbundene Konten').waitFor();
  await lookAtIt('de');
});
