import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../src/testing/service/start-test-service.ts';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';
import { runCli } from '../run-cli.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage, showPlace, testHost } from './open-studio-page.ts';

const onServer = testHost() === 'server';
const ada = { email: 'ada@example.com', password: 'a quiet harbour', firstName: 'Ada', lastName: 'Byron' };

let sim: ClerkSim;
let service: TestService;
let home: string;
let studio: StudioPage;
let page: Page;

beforeAll(async () => {
  if (!onServer) return;
  sim = await startClerkSim();
  service = await startTestService({ issuer: sim.origin.origin });
  sim.people.add(ada);
  home = mkdtempSync(join(tmpdir(), 'reelwright-account-data-'));
  const env = { REELWRIGHT_CLERK_KEY: sim.publishableKey, REELWRIGHT_CLOUD_URL: service.origin };
  studio = await openStudioPage({ home, env });
  page = studio.page;
  await showPlace(page, '#/settings/account');
  await page.getByLabel('E-mail', { exact: true }).fill(ada.email);
  await page.keyboard.press('Enter');
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.keyboard.press('Enter');
  await page.getByText('This device').waitFor();
});
afterAll(async () => {
  await studio?.close();
  await service?.stop();
  await sim?.close();
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function lookAtIt(name: string): Promise<void> {
  for (const [width, height, theme] of [
    [1280, 800, 'dark'],
    [1920, 1080, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    expect(await overflowing(page, 'body')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `account-data-${name}-${theme}`);
  }
}

/** The command line beside the studio that runs: it works through it. */
const account = (...words: readonly string[]) => runCli(['account', ...words, '--home', home]);

test.runIf(onServer)(
  'everything of the account is written to a file, from the window and a command',
  async () => {
    await button('Export everything').click();
    await page.getByText(/^Written to .*Reelwright account\.jsonl/).waitFor();
    const folder = join(home, 'exports');
    expect(readdirSync(folder)).toEqual(['Reelwright account.jsonl']);
    expect(readFileSync(join(folder, 'Reelwright account.jsonl'), 'utf8')).toMatch(/\{"complete":true\}\n$/);
    await lookAtIt('exported');
    const told = await account('--json');
    expect(JSON.parse(told.stdout)).toMatchObject({ signedIn: { person: { email: ada.email } } });
    const out = join(home, 'mine.jsonl');
    expect((await account('export', '--out', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toMatch(/\{"complete":true\}\n$/);
    expect((await account('delete', '--confirm', 'else@example.com')).stderr).toContain(
      'This is not the address of the account.',
    );
  },
);

test.runIf(onServer)('a service that is gone breaks the export off, and no file is left', async () => {
  await service.stop();
  await button('Export everything').click();
  await page.getByRole('alert').getByText('The export broke off before its end').waitFor();
  expect(readdirSync(join(home, 'exports'))).toEqual(['Reelwright account.jsonl']);
  await lookAtIt('gone');
  service = await startTestService({ issuer: sim.origin.origin });
  await studio.close();
  const env = { REELWRIGHT_CLERK_KEY: sim.publishableKey, REELWRIGHT_CLOUD_URL: service.origin };
  studio = await openStudioPage({ home, env });
  page = studio.page;
  await showPlace(page, '#/settings/account');
  await page.getByLabel('E-mail', { exact: true }).fill(ada.email);
  await page.keyboard.press('Enter');
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.keyboard.press('Enter');
  await page.getByText('This device').waitFor();
});

test.runIf(onServer)(
  'the account is deleted by whoever types its address and proves that it is them',
  async () => {
    const { id } = sim.people.byEmail(ada.email) ?? { id: '' };
    sim.ageProofs(id, 11 * 60_000);
    await button('Delete the account …').click();
    const dialog = page.getByRole('dialog', { name: 'Delete the account for good?' });
    const forGood = dialog.getByRole('button', { name: 'Delete for good' });
    expect(await forGood.isDisabled()).toBe(true);
    await dialog.getByLabel(`Type ${ada.email} to confirm`).fill(ada.email);
    await lookAtIt('delete');
    await forGood.click();
    const proof = page.getByRole('dialog', { name: 'Is it still you?' });
    await proof.getByLabel('Password', { exact: true }).fill(ada.password);
    await page.keyboard.press('Enter');
    await page.getByLabel('E-mail', { exact: true }).waitFor();
    expect(sim.people.byEmail(ada.email)).toBeUndefined();
    expect((await account()).stdout).toContain('Nobody is signed in.');
  },
);
