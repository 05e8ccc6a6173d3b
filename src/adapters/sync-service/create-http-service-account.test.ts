import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClerkSim, startClerkSim } from '../../../tools/clerk-sim/start-clerk-sim.ts';
import { exportAccount } from '../../core/account/export-account.ts';
import type { ServiceAccount } from '../../core/ports/service-account.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
import { failureOf } from '../../testing/edit-cases.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';
import { createClerkIdentity } from '../clerk/create-clerk-identity.ts';
import { createSystemClock } from '../system/system-clock.ts';
import { createHttpServiceAccount } from './create-http-service-account.ts';

let sim: ClerkSim;
let service: TestService;
beforeAll(async () => {
  sim = await startClerkSim();
  service = await startTestService({ issuer: sim.origin.origin });
});
afterAll(async () => {
  await service.stop();
  await sim.close();
});

const ada = { email: 'ada@example.com', password: 'a quiet harbour' };
const never = new AbortController().signal;

/** The status of the service for that token. */
const statusOf = async (token: string): Promise<number> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(new URL('/api/account', service.origin), { headers })).status;
};

function openStudio() {
  return createTestStudio({
    host: 'server',
    pictures: true,
    accountPorts: {
      openIdentity: (tokens) => createClerkIdentity({ address: sim.origin, tokens, nowMs: Date.now }),
      returnPorts: [0],
      takesLinks: false,
    },
    openServiceAccount: (token) =>
      createHttpServiceAccount({ origin: new URL(service.origin), token, clock: createSystemClock() }),
  });
}

test('who is signed in sees the plan and what is used; after signing out the last token is refused', async () => {
  sim.people.add({ ...ada, plan: 'creator' });
  await using studio = openStudio();
  const { client } = studio;
  const signIn = async () => {
    await client.account.startSignIn({ email: ada.email, keepInFile: false });
    await client.account.attemptPassword({ password: ada.password });
  };
  await signIn();
  expect(await client.account.usage()).toMatchObject({
    plan: 'creator',
    quota: { projects: 100 },
    used: { projects: 0 },
  });
  const token = (await studio.studio.parts.account.token(false)) ?? '';
  expect(await statusOf(token)).toBe(200);
  await client.account.signOut();
  // Not expired, and no good any more.
  expect(await statusOf(token)).toBe(401);
  await signIn();
  const audit = await client.account.audit({ before: null, limit: 10, about: null });
  expect(audit).toMatchObject([
    { action: 'session.started', detail: { device: expect.stringMatching(/^Reelwright on /) } },
    { action: 'session.ended' },
    { action: 'session.started', detail: { address: expect.stringContaining('127.0.0.1') } },
  ]);
  expect(new Set(audit.map(({ subject }) => subject)).size).toBe(2);
});

test('which keys were stored and removed is in the list, never what they are; without a line it waits', async () => {
  sim.people.add({ email: 'key@example.com', password: ada.password });
  await using studio = openStudio();
  const { client } = studio;
  const noted = async () => {
    const audit = await client.account.audit({ before: null, limit: 10, about: 'keys' });
    return audit.map(({ action, subject }) => `${action} ${subject}`);
  };
  const set = { provider: 'paid', key: 'a very secret key', consentToFile: false };
  await client.keys.set(set);
  await client.account.startSignIn({ email: 'key@example.com', keepInFile: false });
  await client.account.attemptPassword({ password: ada.password });
  // Of before anybody was signed in: nobody's.
  expect(await noted()).toEqual([]);
  await client.keys.set(set);
  await expect.poll(noted).toEqual(['key.stored paid']);
  sim.setFaults([{ fault: 'offline', times: null }]);
  await client.account.refresh().catch(() => undefined);
  await client.keys.remove({ provider: 'paid' });
  expect(readFileSync(join(studio.home, 'key-changes.json'), 'utf8')).toContain('removed');
  sim.setFaults([]);
  await client.account.refresh();
  await expect.poll(noted).toEqual(['key.removed paid', 'key.stored paid']);
  expect(readFileSync(join(studio.home, 'key-changes.json'), 'utf8')).not.toContain('secret');
});

test('nobody signed in, and a service that is gone, are said', async () => {
  const clock = createSystemClock();
  const nobody = createHttpServiceAccount({
    origin: new URL(service.origin),
    token: async () => ({ ok: true, value: null }),
    clock,
  });
  expect(await nobody.usage(never)).toMatchObject({ ok: false, fault: { code: 'sync.signed-out' } });
  const gone = createHttpServiceAccount({
    origin: new URL('http://127.0.0.1:9'),
    token: async () => ({ ok: true, value: 'token' }),
    clock,
  });
  expect(await gone.audit({ before: null, limit: 10, about: null }, never)).toMatchObject({
    ok: false,
    fault: { code: 'sync.unreachable' },
  });
});

const grace = { email: 'grace@example.com', password: 'a second quiet harbour' };

async function openGrace() {
  const { id } = sim.people.byEmail(grace.email) ?? sim.people.add(grace);
  const studio = openStudio();
  await studio.client.account.startSignIn({ email: grace.email, keepInFile: false });
  await studio.client.account.attemptPassword({ password: grace.password });
  return { id, studio, client: studio.client };
}

test('everything of the account is written to a file of its owner, line by line, and no half of it', async () => {
  const { studio, client } = await openGrace();
  await using _ = studio;
  const path = join(studio.home, 'exports/mine.jsonl');
  const read = async () => {
    const told: unknown[] = [];
    const running = await client.account.exportData({ destination: { to: 'path', path } });
    for (let next = await running.next(); ; next = await running.next()) {
      if (next.done) return { told, done: next.value };
      told.push(next.value);
    }
  };
  const { done } = await read();
  const text = readFileSync(path, 'utf8');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.at(-1)).toEqual({ complete: true });
  expect(lines.some(({ table }) => table === 'audit')).toBe(true);
  expect(done).toEqual({ path, lines: lines.length - 1, bytes: Buffer.byteLength(text) });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(studio.home, 'exports'))).toEqual(['mine.jsonl']);
  const again = { to: 'exports-folder', fileName: 'mine' } as const;
  for await (const _so of await client.account.exportData({ destination: again }));
  expect(readdirSync(join(studio.home, 'exports')).toSorted()).toEqual(['mine 2.jsonl', 'mine.jsonl']);
});

test('an export that breaks off leaves the file of before as it was', async () => {
  const home = mkdtempSync(join(tmpdir(), 'reelwright-export-'));
  const path = join(home, 'mine.jsonl');
  writeFileSync(path, 'as it was');
  const half: Pick<ServiceAccount, 'exportAll'> = {
    async exportAll(take) {
      await take(Buffer.from('{"table":"audit","row":{}}\n'));
      return { ok: true, value: undefined };
    },
  };
  const ended = await exportAccount(half as ServiceAccount, path, () => undefined, never);
  expect(ended).toMatchObject({ fault: { code: 'account.export-broken-off' } });
  const blocked = join(path, 'below-a-file.jsonl');
  expect(await exportAccount(half as ServiceAccount, blocked, () => undefined, never)).toMatchObject({
    fault: { code: 'account.export-not-written' },
  });
  expect(readdirSync(home)).toEqual(['mine.jsonl']);
  expect(readFileSync(path, 'utf8')).toBe('as it was');
  rmSync(home, { recursive: true });
});

test('an account is deleted once its address is typed and a proof is fresh: at the service, then the sign-in', async () => {
  const { id, studio, client } = await openGrace();
  await using _ = studio;
  const token = (await studio.studio.parts.account.token(false)) ?? '';
  const deletion = (email: string) => client.account.deleteAccount({ email });
  expect(await failureOf(deletion('else@example.com'))).toMatchObject({
    data: { code: 'account.not-confirmed' },
  });
  sim.ageProofs(id, 11 * 60_000);
  expect(await failureOf(deletion(grace.email))).toMatchObject({ data: { code: 'account.reverify' } });
  // Nothing was deleted before the proof: the service still knows the session.
  expect(await statusOf(token)).toBe(200);
  await client.profile.startProof();
  await client.profile.attemptProof({ factor: 'password', secret: grace.password });
  // The service deletes its part, and then the line breaks: the rest is done by asking again.
  sim.setFaults([{ fault: 'server-error', match: 'POST /v1/me' }]);
  expect(await failureOf(deletion(grace.email))).toMatchObject({ data: { code: 'account.half-deleted' } });
  expect(await statusOf(token)).toBe(401);
  expect(await deletion(grace.email)).toEqual({ projects: null, filesLeft: 0, signInDeleted: true });
  expect((await client.account.state()).signedIn).toBeNull();
  expect(sim.people.byEmail(grace.email)).toBeUndefined();
});

test('where nobody may delete their sign-in, what the service keeps is deleted and this device signed out', async () => {
  sim.people.add({ ...grace, mayDelete: false });
  const { studio, client } = await openGrace();
  await using _ = studio;
  expect(await client.account.deleteAccount({ email: grace.email })).toMatchObject({ signInDeleted: false });
  expect((await client.account.state()).signedIn).toBeNull();
  expect(sim.people.byEmail(grace.email)).toBeDefined();
});
