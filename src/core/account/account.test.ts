import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClerkSim, startClerkSim } from '../../../tools/clerk-sim/start-clerk-sim.ts';
import { createClerkIdentity } from '../../adapters/clerk/create-clerk-identity.ts';
import { createFileKeys } from '../../adapters/file-keys/create-file-keys.ts';
import { createTestStudio, type TestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import type { AccountPorts } from './account.ts';

const ada = { email: 'ada@example.com', password: 'a quiet harbour', firstName: 'Ada' };

let sim: ClerkSim;
let home: string;
const studios: TestStudio[] = [];

beforeEach(async () => {
  sim = await startClerkSim();
  home = mkdtempSync(join(tmpdir(), 'reelwright-account-'));
});
afterEach(async () => {
  for (const studio of studios.splice(0)) await studio.cleanup();
  await sim.close();
  rmSync(home, { recursive: true, force: true });
});

/** A studio of this folder; the token it has is told to `saw`. */
function openStudio(saw: (token: string) => void = () => undefined, takesLinks = false): TestStudio {
  const accountPorts: AccountPorts = {
    openIdentity: (tokens) =>
      createClerkIdentity({
        address: sim.origin,
        nowMs: Date.now,
        tokens: {
          read: tokens.read,
          write(token) {
            if (token !== null) saw(token);
            return tokens.write(token);
          },
        },
      }),
    returnPorts: [0],
    takesLinks,
  };
  const keys = createFileKeys(join(home, 'keys.json'));
  const studio = createTestStudio({ home, accountPorts, keys, host: 'server' });
  studios.push(studio);
  return studio;
}

async function signIn({ client }: TestStudio, keepInFile: boolean): Promise<void> {
  await client.account.startSignIn({ email: ada.email, keepInFile });
  await client.account.attemptPassword({ password: ada.password });
}

const reopen = async (studio: TestStudio): Promise<TestStudio> => {
  studios.splice(studios.indexOf(studio), 1);
  await studio.cleanup();
  return openStudio();
};

const personOf = async ({ client }: TestStudio) => (await client.account.state()).signedIn?.person.email;

test('a build without a service says so, and everything else works', async () => {
  await using studio = createTestStudio();
  const { client } = studio;
  expect(await client.account.state()).toMatchObject({ available: false, signedIn: null });
  expect(await failureOf(client.account.startSignIn({ email: ada.email, keepInFile: false }))).toMatchObject({
    data: { code: 'account.no-service' },
  });
  expect(await studio.openStory()).toBeTruthy();
});

test('somebody signs in by a code, is told of, and has a token for the service', async () => {
  sim.people.add(ada);
  const studio = openStudio();
  const { client } = studio;
  expect((await client.account.startSignIn({ email: ada.email, keepInFile: false })).step).toEqual({
    ...{ kind: 'first-factor', identifier: ada.email, codeSent: false },
    factors: ['password', 'email-code'],
    mayReset: true,
  });
  expect((await client.account.sendCode()).step).toMatchObject({ codeSent: true });
  expect(await failureOf(client.account.attemptCode({ code: '1' }))).toMatchObject({
    data: { code: 'account.code-wrong' },
  });
  const ending = new AbortController();
  const told = await client.account.watch(undefined, { signal: ending.signal });
  expect((await told.next()).value).toMatchObject({ signedIn: null });
  const state = await client.account.attemptCode({ code: sim.sentCodes.at(-1)?.code ?? '' });
  expect(state).toMatchObject({ step: null, kept: 'session', signedIn: { person: { email: ada.email } } });
  expect((await told.next()).value).toMatchObject({ signedIn: { person: { firstName: 'Ada' } } });
  ending.abort();
  expect(await studio.studio.parts.account.token(false)).toMatch(/^ey/);
});

test('with consent a start without a line keeps the person signed in, and goes on when the line is back', async () => {
  sim.people.add(ada);
  const studio = openStudio();
  await signIn(studio, true);
  expect((await studio.client.account.state()).kept).toBe('file');
  expect(statSync(join(home, 'keys.json')).mode & 0o777).toBe(0o600);
  sim.setFaults([{ fault: 'offline', times: null }]);
  const again = await reopen(studio);
  await expect.poll(async () => (await again.client.account.state()).offlineSinceMs).not.toBeNull();
  expect(await personOf(again)).toBe(ada.email);
  expect(await again.studio.parts.account.token(false)).toBeNull();
  sim.setFaults([]);
  await again.clock.advance(60_000);
  await expect.poll(async () => (await again.client.account.state()).offlineSinceMs).toBeNull();
  expect(await again.studio.parts.account.token(false)).toMatch(/^ey/);
});

test('without consent the sign-in ends with the studio', async () => {
  sim.people.add(ada);
  const studio = openStudio();
  await signIn(studio, false);
  const again = await reopen(studio);
  await expect.poll(() => personOf(again)).toBeUndefined();
});

test('the token is in the store of keys alone: in no other file, no answer and no report', async () => {
  sim.people.add(ada);
  const seen = new Set<string>();
  const studio = openStudio((token) => seen.add(token));
  const { client } = studio;
  await signIn(studio, true);
  const jwt = (await studio.studio.parts.account.token(false)) ?? '';
  expect(seen.size).toBeGreaterThan(0);
  for (const token of [...seen]) {
    await client.studio.reportProblem({ where: 'window', message: `it had ${token} in it`, stack: null });
  }
  const told = JSON.stringify([
    await client.account.state(),
    await client.account.sessions(),
    await client.keys.list(),
    await client.studio.diagnostics(),
    await client.studio.doctor(),
    process.env,
    process.argv,
  ]);
  for (const secret of [...seen, jwt]) {
    expect(told).not.toContain(secret);
    const files = execFileSync('sh', ['-c', `grep -rlaF "${secret}" "${home}" || true`]).toString();
    expect(files.replace(join(home, 'keys.json'), '').trim()).toBe('');
  }
});

test('the browser comes back to this computer with our state, and with nobody else’s', async () => {
  const { email } = sim.people.add(ada);
  const studio = openStudio();
  const { client } = studio;
  const { step } = await client.account.startInBrowser({ provider: 'google', keepInFile: false });
  if (step?.kind !== 'browser') throw new Error('no page to open');
  const answered = await fetch(step.page, {
    method: 'POST',
    body: new URLSearchParams({ email }),
    redirect: 'manual',
  });
  const back = new URL(answered.headers.get('location') ?? '');
  const forged = new URL(back);
  forged.searchParams.set('state', 'x'.repeat(43));
  expect((await fetch(forged)).status).toBe(404);
  expect((await fetch(new URL('/', back))).status).toBe(404);
  expect((await fetch(back, { method: 'POST' })).status).toBe(404);
  expect(await personOf(studio)).toBeUndefined();
  const arrived = await fetch(back, { headers: { 'accept-language': 'de-DE' } });
  expect(await arrived.text()).toContain('Zurück zu Reelwright');
  expect(arrived.headers.get('referrer-policy')).toBe('no-referrer');
  await expect.poll(() => personOf(studio)).toBe(email);
  // Once: nobody listens there any more.
  await expect(fetch(back)).rejects.toThrow();
});

test('where no address of this computer will do, the browser comes back by a link, and no other link does anything', async () => {
  await sim.close();
  sim = await startClerkSim({ allowsLoopback: false });
  const { email } = sim.people.add(ada);
  const studio = openStudio(undefined, true);
  const { account } = studio.studio.parts;
  expect(account.linkArrived('reelwright://account/callback?state=')).toBe(false);
  const { step } = await studio.client.account.startInBrowser({ provider: 'google', keepInFile: false });
  if (step?.kind !== 'browser') throw new Error('no page to open');
  const body = new URLSearchParams({ email });
  const answered = await fetch(step.page, { method: 'POST', body, redirect: 'manual' });
  const back = new URL(answered.headers.get('location') ?? '');
  expect(back.href).toMatch(/^reelwright:\/\/account\/callback\?state=/);
  for (const forge of [
    (url: URL) => url.searchParams.set('state', 'x'.repeat(43)),
    (url: URL) => url.searchParams.delete('state'),
    (url: URL) => {
      url.pathname = '/elsewhere';
    },
  ]) {
    const forged = new URL(back);
    forge(forged);
    expect(account.linkArrived(forged.href)).toBe(false);
  }
  expect(await personOf(studio)).toBeUndefined();
  expect(account.linkArrived(back.href)).toBe(true);
  // Once: nobody waits for it any more.
  expect(account.linkArrived(back.href)).toBe(false);
  await expect.poll(() => personOf(studio)).toBe(email);
});

test('called off in the browser or here: nobody is signed in, and nothing listens any more', async () => {
  const studio = openStudio();
  const { client } = studio;
  const first = (await client.account.startInBrowser({ provider: 'github', keepInFile: false })).step;
  if (first?.kind !== 'browser') throw new Error('no page to open');
  await fetch(first.page, { method: 'POST', body: new URLSearchParams({ deny: '1' }) });
  await expect
    .poll(async () => (await client.account.state()).message)
    .toContain('called off in the browser');
  expect((await client.account.state()).step).toBeNull();
  const second = (await client.account.startInBrowser({ provider: 'github', keepInFile: false })).step;
  expect(second?.kind).toBe('browser');
  expect(await client.account.cancel()).toMatchObject({ step: null, message: null });
});

test('a session that was ended elsewhere signs this device out, and says so', async () => {
  const { id } = sim.people.add(ada);
  const studio = openStudio();
  await signIn(studio, true);
  sim.revokeSessions(id);
  expect(await studio.studio.parts.account.token(true)).toBeNull();
  const state = await studio.client.account.state();
  expect(state).toMatchObject({ signedIn: null, kept: null });
  expect(state.message).toContain('signed out elsewhere');
});

test('a session that is over shows as soon as the service is asked, and a line that is back is noticed', async () => {
  const { id } = sim.people.add(ada);
  const studio = openStudio();
  const { client } = studio;
  await signIn(studio, false);
  sim.setFaults([{ fault: 'offline', times: null }]);
  await failureOf(client.account.refresh());
  expect(await client.account.state()).toMatchObject({ signedIn: { person: { id } } });
  expect((await client.account.state()).offlineSinceMs).not.toBeNull();
  sim.setFaults([]);
  await client.account.sessions();
  expect((await client.account.state()).offlineSinceMs).toBeNull();
  sim.revokeSessions(id);
  expect(await client.account.refresh()).toMatchObject({ signedIn: null });
  expect((await client.account.state()).message).toContain('signed out elsewhere');
});

test('every other device is signed out at once', async () => {
  const { id } = sim.people.add(ada);
  const laptop = openStudio();
  await signIn(laptop, false);
  await sim.issueToken(id);
  await sim.issueToken(id);
  expect(await laptop.client.account.endOtherSessions()).toMatchObject([{ isThisDevice: true }]);
  expect(sim.sessionsOf(id)).toHaveLength(1);
});

test('signing out works without a line too, and says that nobody was told', async () => {
  sim.people.add(ada);
  const studio = openStudio();
  await signIn(studio, true);
  sim.setFaults([{ fault: 'offline', times: null }]);
  const state = await studio.client.account.signOut();
  expect(state).toMatchObject({ signedIn: null, kept: null });
  expect(state.message).toContain('could not be told');
  sim.setFaults([]);
  const again = await reopen(studio);
  expect(await personOf(again)).toBeUndefined();
});

test('organisations and devices, through the contract', async () => {
  sim.people.add(ada);
  const studio = openStudio();
  const { client } = studio;
  await signIn(studio, false);
  const { signedIn } = await client.account.createOrganisation({ name: 'Harbour House' });
  const organisationId = signedIn?.organisationId ?? '';
  expect(signedIn?.organisations).toEqual([{ organisationId, name: 'Harbour House', role: 'owner' }]);
  const people = await client.account.invite({ organisationId, email: 'bob@example.com', role: 'viewer' });
  expect(people.invitations).toMatchObject([{ email: 'bob@example.com', role: 'viewer' }]);
  const [own] = people.members;
  expect(
    await failureOf(
      client.account.setRole({ organisationId, personId: own?.personId ?? '', role: 'viewer' }),
    ),
  ).toMatchObject({ data: { code: 'account.last-owner' } });
  expect(
    (await client.account.chooseOrganisation({ organisationId: null })).signedIn?.organisationId,
  ).toBeNull();
  expect(await client.account.sessions()).toMatchObject([{ isThisDevice: true }]);
  expect(
    (await client.account.rename({ firstName: 'Augusta', lastName: '' })).signedIn?.person.firstName,
  ).toBe('Augusta');
});
