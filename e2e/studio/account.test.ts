import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../src/testing/service/start-test-service.ts';
import { type ClerkSim, startClerkSim } from '../../tools/clerk-sim/start-clerk-sim.ts';
import { accessibilityFaults, overflowing, photograph } from './look-at.ts';
import { openStudioPage, type StudioPage, showPlace, testHost } from './open-studio-page.ts';
import { readHeap } from './read-heap.ts';

const onServer = testHost() === 'server';
const ada = { email: 'ada@example.com', password: 'a quiet harbour', firstName: 'Ada', lastName: 'Byron' };

let sim: ClerkSim;
let service: TestService;
let home: string;
let studio: StudioPage;
let page: Page;
/** What crossed the line between window and studio, both ways. */
const crossed: string[] = [];

async function openAccount(): Promise<void> {
  studio = await openStudioPage({
    home,
    env: { REELWRIGHT_CLERK_KEY: sim.publishableKey, REELWRIGHT_CLOUD_URL: service.origin },
  });
  page = studio.page;
  page.on('websocket', (socket) => {
    const note = ({ payload }: { payload: string | Buffer }): void => void crossed.push(payload.toString());
    socket.on('framereceived', note);
    socket.on('framesent', note);
  });
  await page.reload();
  await showPlace(page, '#/settings/account');
  await page.getByRole('region', { name: 'Account' }).waitFor();
}

beforeAll(async () => {
  if (!onServer) return;
  sim = await startClerkSim({ codes: ['135790'] });
  service = await startTestService({ issuer: sim.origin.origin });
  home = mkdtempSync(join(tmpdir(), 'reelwright-account-'));
  sim.people.add({ ...ada, plan: 'creator' });
  await openAccount();
});
afterAll(async () => {
  await studio?.close();
  await service?.stop();
  await sim?.close();
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const signedIn = () => page.getByText(ada.email, { exact: true }).first();

async function giveAddress(): Promise<void> {
  await page.getByLabel('E-mail', { exact: true }).fill(ada.email);
  await page.getByLabel('E-mail', { exact: true }).press('Enter');
}

async function signOut(): Promise<void> {
  await button('Sign out').click();
  await page.getByLabel('E-mail', { exact: true }).waitFor();
}

async function lookAtIt(name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await overflowing(page, 'main')).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await photograph(page, `account-${name}-${theme}`);
  }
}

test.runIf(onServer)('by a code, after a wrong one, with keys alone', async () => {
  await lookAtIt('signed-out');
  await giveAddress();
  await page.getByRole('heading', { name: `Password of ${ada.email}` }).waitFor();
  await lookAtIt('password');
  await button('Send a code instead').click();
  await page.getByRole('heading', { name: `A code was sent to ${ada.email}` }).waitFor();
  const code = page.getByLabel('Code', { exact: true });
  await expect.poll(() => code.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This is not the code.').waitFor();
  await lookAtIt('wrong-code');
  await code.fill('135790');
  await page.keyboard.press('Enter');
  await signedIn().waitFor();
  await page.getByText('Creator', { exact: true }).waitFor();
  await page.getByText('This device').waitFor();
  await page.getByText('0 of 100').waitFor();
  await page.getByText('Signed in', { exact: true }).waitFor();
  await lookAtIt('signed-in');
});

test.runIf(onServer)(
  'an organisation is made, somebody invited, and the role of a member changed',
  async () => {
    const bob = sim.people.add({ email: 'bob@example.com', firstName: 'Bob' });
    await page.getByLabel('Name of a new organisation').fill('Harbour House');
    await page.keyboard.press('Enter');
    const members = page.getByRole('region', { name: 'Members of Harbour House' });
    await members.getByText('Ada Byron', { exact: true }).waitFor();
    const [house] = sim.people.organisationsOf(sim.people.byEmail(ada.email)?.id ?? '');
    house?.roles.set(bob.id, 'org:member');
    await members.getByLabel('E-mail of somebody to invite').fill('grace@example.com');
    await page.keyboard.press('Enter');
    await members.getByText('Invited').waitFor();
    await members.getByLabel('E-mail of somebody to invite').fill('slip@example.com');
    await page.keyboard.press('Enter');
    await members.getByRole('button', { name: 'Withdraw the invitation of slip@example.com' }).click();
    await members.getByText('slip@example.com').waitFor({ state: 'detached' });
    await page.getByRole('radio', { name: 'Keys' }).click();
    await page.getByText('Nothing of this kind.').waitFor();
    await page.getByRole('radio', { name: 'Everything' }).click();
    await members.getByLabel('Role of Bob').selectOption('viewer');
    await expect.poll(() => house?.roles.get(bob.id)).toBe('org:viewer');
    await lookAtIt('organisation');
    await members.getByLabel('Role of Ada Byron').selectOption('viewer');
    await members.getByText('An organisation needs an owner.').waitFor();
  },
);

test.runIf(onServer)('another device is listed and signed out from here', async () => {
  const { id } = sim.people.byEmail(ada.email) ?? { id: '' };
  await sim.issueToken(id);
  await page.reload();
  await page.getByRole('button', { name: /^Sign out there: / }).click();
  await expect.poll(() => sim.sessionsOf(id).length).toBe(1);
});

test.runIf(onServer)(
  'after signing out: by a password and a second factor, and by a backup code',
  async () => {
    await signOut();
    const eve = sim.people.add({
      ...{ email: 'eve@example.com', password: 'two keys for one door', secondFactor: true },
      backupCodes: ['backup-one'],
    });
    for (const way of ['authenticator', 'backup'] as const) {
      await page.getByLabel('E-mail', { exact: true }).fill(eve.email);
      await page.keyboard.press('Enter');
      await page.getByLabel('Password', { exact: true }).fill(eve.password ?? '');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Second factor' }).waitFor();
      if (way === 'authenticator') await lookAtIt('second-factor');
      else await page.getByRole('radio', { name: 'Backup code' }).click();
      await page
        .getByLabel('Code', { exact: true })
        .fill(way === 'backup' ? 'backup-one' : sim.totpCode(eve.id));
      await page.keyboard.press('Enter');
      await page.getByText('A second factor protects this account.').waitFor();
      await signOut();
    }
  },
);

test.runIf(onServer)('a new account, its address proved, takes an invitation', async () => {
  await page.getByRole('radio', { name: 'New account' }).click();
  await page.getByLabel('First name').fill('Grace');
  await page.getByLabel('E-mail', { exact: true }).fill('grace@example.com');
  await lookAtIt('new-account');
  await button('Create account').click();
  await page.getByLabel('Code', { exact: true }).fill('424242');
  await page.keyboard.press('Enter');
  await page.getByText('grace@example.com', { exact: true }).first().waitFor();
  await button('Join Harbour House').click();
  await page.getByLabel('Working for').getByText('Harbour House · Editor').waitFor({ state: 'attached' });
  await signOut();
});

test.runIf(onServer)('through the browser, called off and then to the end', async () => {
  const visit = async (choice: string): Promise<Page> => {
    const opening = studio.context.waitForEvent('page');
    await button('Continue with Google').click();
    const other = await opening;
    await other.getByRole('button', { name: choice }).click();
    return other;
  };
  const refused = await visit('Cancel');
  await page.getByText('The sign-in was called off in the browser.').waitFor();
  await refused.close();
  const opening = studio.context.waitForEvent('page');
  await button('Continue with GitHub').click();
  const other = await opening;
  await page.getByRole('heading', { name: 'Waiting for GitHub' }).waitFor();
  await lookAtIt('browser');
  await other.getByRole('button', { name: ada.email }).click();
  await other.getByRole('heading', { name: 'Back to Reelwright' }).waitFor();
  await signedIn().waitFor();
  await other.close();
  await signOut();
});

test.runIf(onServer)(
  'kept in a file by consent, a start without a line keeps the person signed in',
  async () => {
    await page.getByLabel('Stay signed in after this session').check();
    await giveAddress();
    await page.getByLabel('Password', { exact: true }).fill(ada.password);
    await page.keyboard.press('Enter');
    await signedIn().waitFor();
    await page.getByText(/^The sign-in is kept in a file that only you can read/).waitFor();
    expect(statSync(join(home, 'keys.json')).mode & 0o777).toBe(0o600);
    sim.setFaults([{ fault: 'offline', times: null }]);
    await studio.close();
    await openAccount();
    await signedIn().waitFor();
    await page.getByText('The account service has not answered since').waitFor();
    await lookAtIt('offline');
    sim.setFaults([]);
    await button('Try now').click();
    await page.getByText('The account service has not answered since').waitFor({ state: 'detached' });
  },
);

test.runIf(onServer)(
  'no token is ever in the window: not in its page, its storage, its line or its memory',
  async () => {
    const { keys } = JSON.parse(readFileSync(join(home, 'keys.json'), 'utf8')) as {
      keys: { account: string };
    };
    expect(keys.account.length).toBeGreaterThan(40);
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    const heap = await readHeap(page);
    // Of what the window does hold, so that an empty reading would be noticed.
    expect(heap).toContain(ada.email);
    expect(crossed.join('')).toContain(ada.email);
    for (const text of [await page.content(), stored, crossed.join(''), heap]) {
      expect(text.includes(keys.account)).toBe(false);
      expect(/eyJ[\w-]{20,}\.eyJ/.test(text)).toBe(false);
    }
  },
);

test.runIf(onServer)('in German', async () => {
  await page.evaluate(() => {
    location.hash = '#/settings/appearance';
  });
  await page.getByLabel('Language').selectOption('de');
  await showPlace(page, '#/settings/account');
  await page.getByText('Dieses Gerät').waitFor();
  await lookAtIt('de');
});
