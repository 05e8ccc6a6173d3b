import { expect, test } from 'vitest';
import { startClerkSim } from '../../../tools/clerk-sim/start-clerk-sim.ts';
import { totpCode } from '../../../tools/clerk-sim/totp.ts';
import { createMemoryKeeper, describeIdentity } from '../../core/ports/identity.conformance.ts';
import type { TokenKeeper } from '../../core/ports/identity.ts';
import { describeIdentityProfile } from '../../core/ports/identity-profile.conformance.ts';
import { unwrap } from '../../domain/kernel/result.ts';
import { createManualClock } from '../../testing/manual-clock.ts';
import { createClerkIdentity } from './create-clerk-identity.ts';
import { frontendAddress } from './publishable-key.ts';

const prepare = async () => {
  const sim = await startClerkSim();
  const address = unwrap(frontendAddress(sim.publishableKey));
  return {
    open: (tokens: TokenKeeper) => createClerkIdentity({ address, tokens, nowMs: Date.now }),
    addPerson: (person: { email: string; secondFactor: boolean }) =>
      sim.people.add({ ...person, backupCodes: person.secondFactor ? ['backup-one'] : [] }),
    sentCode: (email: string) => sim.sentCodes.findLast((sent) => sent.email === email)?.code ?? '',
    authenticatorCode: sim.totpCode,
    codeOfSecret: (secret: string) => totpCode(secret, Date.now()),
    ageProofs: (personId: string) => sim.ageProofs(personId, 11 * 60_000),
    async browse(page: URL, email: string | null) {
      const body = new URLSearchParams(email === null ? { deny: '1' } : { email });
      const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? '');
    },
    setReachable: (reachable: boolean) => sim.setFaults(reachable ? [] : [{ fault: 'offline', times: null }]),
    close: sim.close,
  };
};
describeIdentity('accounts at Clerk', prepare);
describeIdentityProfile('profiles at Clerk', prepare);

/** Ada, signed in, at a stand-in whose hands are free. */
async function signedIn() {
  const sim = await startClerkSim();
  const ada = sim.people.add({ email: 'ada@example.com', password: 'a quiet harbour', plan: 'creator' });
  const tokens = createMemoryKeeper();
  const clock = createManualClock();
  const identity = createClerkIdentity({ address: sim.origin, tokens, nowMs: () => clock.nowMs() });
  unwrap(await identity.startSignIn(ada.email));
  unwrap(await identity.attemptPassword('a quiet harbour'));
  return { sim, ada, tokens, clock, identity };
}

test('a token is kept until it is nearly over, and asked for once by many', async () => {
  const { sim, clock, identity } = await signedIn();
  try {
    const first = unwrap(await identity.token(false));
    expect(unwrap(await identity.token(false))).toBe(first);
    await clock.advance(50_000);
    const [one, other] = await Promise.all([identity.token(false), identity.token(false)]);
    expect(unwrap(one)).not.toBe(first);
    expect(unwrap(other)).toBe(unwrap(one));
    expect(unwrap(await identity.current())?.plan).toBe('creator');
  } finally {
    await sim.close();
  }
});

test('a hotel’s page, an error and a limit are told apart from being signed out', async () => {
  const { sim, tokens, identity } = await signedIn();
  try {
    for (const [fault, code] of [
      ['html', 'account.unreachable'],
      ['server-error', 'account.unreachable'],
      ['rate-limited', 'account.busy'],
      ['locked', 'account.locked'],
      ['captcha', 'account.captcha'],
      ['expired', 'account.code-expired'],
    ] as const) {
      sim.setFaults([{ fault }]);
      expect(await identity.current()).toMatchObject({ ok: false, fault: { code } });
      expect(tokens.token).not.toBeNull();
    }
    expect(unwrap(await identity.current())?.person.email).toBe('ada@example.com');
  } finally {
    await sim.close();
  }
});

test('a service that hangs keeps nobody signed in, and its late answer brings no token back', async () => {
  const sim = await startClerkSim({ slowMs: 600 });
  try {
    sim.people.add({ email: 'ada@example.com', password: 'a quiet harbour' });
    const tokens = createMemoryKeeper();
    const identity = createClerkIdentity({
      address: sim.origin,
      tokens,
      nowMs: Date.now,
      mostSignOutMs: 50,
    });
    unwrap(await identity.startSignIn('ada@example.com'));
    unwrap(await identity.attemptPassword('a quiet harbour'));
    unwrap(await identity.token(false));
    sim.setFaults([{ fault: 'slow', times: 2 }]);
    const asked = identity.sessions();
    expect(await identity.signOut()).toMatchObject({ ok: false, fault: { code: 'account.unreachable' } });
    expect(tokens.token).toBeNull();
    await asked;
    expect(unwrap(await identity.current())).toBeNull();
  } finally {
    await sim.close();
  }
});

test('a publishable key names its address, and only this computer is spoken to in the clear', () => {
  const keyOf = (host: string): string => `pk_live_${Buffer.from(`${host}$`).toString('base64')}`;
  expect(unwrap(frontendAddress(keyOf('clerk.reelwright.example'))).origin).toBe(
    'https://clerk.reelwright.example',
  );
  expect(unwrap(frontendAddress(keyOf('127.0.0.1:8797'))).origin).toBe('http://127.0.0.1:8797');
  for (const odd of ['', 'pk_live_', 'sk_live_abc', keyOf('nodots'), keyOf('a.b/c'), keyOf('u@a.b')]) {
    expect(frontendAddress(odd).ok).toBe(false);
  }
});
