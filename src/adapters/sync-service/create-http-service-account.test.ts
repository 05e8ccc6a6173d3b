import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClerkSim, startClerkSim } from '../../../tools/clerk-sim/start-clerk-sim.ts';
import { createTestStudio } from '../../testing/create-test-studio.ts';
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
    accountPorts: {
      openIdentity: (tokens) => createClerkIdentity({ address: sim.origin, tokens, nowMs: Date.now }),
      returnPorts: [0],
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
  expect(await client.account.audit({ before: null, limit: 10 })).toMatchObject([
    { action: 'session.ended' },
  ]);
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
  expect(await gone.audit(null, 10, never)).toMatchObject({ ok: false, fault: { code: 'sync.unreachable' } });
});
