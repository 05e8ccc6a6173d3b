import { Clerk } from '@clerk/clerk-js/no-rhc';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClerkSim, startClerkSim } from './start-clerk-sim.ts';
import { totpCode } from './totp.ts';

let sim: ClerkSim;
beforeEach(async () => {
  sim = await startClerkSim();
});
afterEach(() => sim.close());

/** Calls as a native application: the form, the client's token, and what came back. */
function createCaller(): (
  method: string,
  path: string,
  form?: Record<string, string>,
) => Promise<{ status: number; body: { response: Record<string, unknown>; jwt: string; errors: unknown } }> {
  let token = '';
  return async (method, path, form) => {
    const address = new URL(`/v1${path}`, sim.origin);
    address.searchParams.set('_is_native', '1');
    const answer = await fetch(address, {
      method,
      headers: token === '' ? {} : { authorization: `Bearer ${token}` },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    token = answer.headers.get('authorization') ?? token;
    return { status: answer.status, body: (await answer.json()) as never };
  };
}

/** Clerk's own client as native applications use it. */
async function loadClerk(): Promise<Clerk> {
  const clerk = new Clerk(sim.publishableKey, { proxyUrl: sim.origin.origin });
  let token: string | null = null;
  clerk.__internal_onBeforeRequest(async (request) => {
    request.url?.searchParams.set('_is_native', '1');
    const headers = new Headers(request.headers);
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    request.headers = headers;
  });
  clerk.__internal_onAfterResponse(async (_, response) => {
    token = response?.headers.get('authorization') ?? token;
  });
  await clerk.load({ standardBrowser: false, telemetry: false });
  return clerk;
}

test('Clerk’s own client loads, signs in with a password and gets a token that its keys verify', async () => {
  const ada = sim.people.add({ email: 'ada@example.com', password: 'a quiet harbour', plan: 'creator' });
  const clerk = await loadClerk();
  const signIn = await clerk.client?.signIn.create({ identifier: ada.email });
  expect(signIn?.status).toBe('needs_first_factor');
  const done = await signIn?.attemptFirstFactor({ strategy: 'password', password: 'a quiet harbour' });
  expect(done?.status).toBe('complete');
  await clerk.setActive({ session: done?.createdSessionId ?? null });
  expect(clerk.user?.primaryEmailAddress?.emailAddress).toBe('ada@example.com');
  expect(await clerk.user?.getSessions()).toHaveLength(1);
  const jwt = (await clerk.session?.getToken()) ?? '';
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', sim.origin));
  const { payload } = await jwtVerify(jwt, keys, { issuer: sim.origin.origin });
  expect(payload).toMatchObject({ sub: ada.id, pla: 'u:creator', v: 2 });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  // Its signOut() wants a window; ending the session is the same call without one.
  await clerk.session?.end();
  expect(sim.sessionsOf(ada.id)).toEqual([]);
});

test('Clerk’s own client replaces a password, proves itself anew and sets up a second factor here', async () => {
  const ada = sim.people.add({ email: 'ada@example.com', password: 'a quiet harbour' });
  const clerk = await loadClerk();
  const signIn = await clerk.client?.signIn.create({ identifier: ada.email });
  const byCode = signIn?.supportedFirstFactors?.find(
    ({ strategy }) => strategy === 'reset_password_email_code',
  );
  if (byCode?.strategy !== 'reset_password_email_code') throw new Error('no way to reset');
  const { strategy, emailAddressId } = byCode;
  await signIn?.prepareFirstFactor({ strategy, emailAddressId });
  expect((await signIn?.attemptFirstFactor({ strategy, code: '424242' }))?.status).toBe('needs_new_password');
  const done = await signIn?.resetPassword({ password: 'another quiet harbour' });
  expect(done?.status).toBe('complete');
  await clerk.setActive({ session: done?.createdSessionId ?? null });
  const { user, session } = clerk;
  sim.ageProofs(ada.id, 11 * 60_000);
  await expect(user?.createTOTP()).rejects.toMatchObject({
    errors: [{ code: 'session_reverification_required' }],
  });
  expect((await session?.startVerification({ level: 'second_factor' }))?.status).toBe('needs_first_factor');
  const password = 'another quiet harbour';
  const proved = await session?.attemptFirstFactorVerification({ strategy: 'password', password });
  expect(proved?.status).toBe('complete');
  const totp = await user?.createTOTP();
  expect(totp?.uri).toContain(totp?.secret);
  const verified = await user?.verifyTOTP({ code: totpCode(totp?.secret ?? '', Date.now()) });
  expect([verified?.verified, verified?.backupCodes?.length]).toEqual([true, 10]);
  expect((await user?.createBackupCode())?.codes).toHaveLength(10);
  const address = await user?.createEmailAddress({ email: 'ada@harbour.example' });
  await address?.prepareVerification({ strategy: 'email_code' });
  expect((await address?.attemptVerification({ code: '424242' }))?.verification.status).toBe('verified');
  await user?.setProfileImage({ file: new Blob(['picture'], { type: 'image/png' }) });
  expect(sim.people.byId(ada.id)?.picture?.type).toBe('image/png');
  await user?.disableTOTP();
  await user?.delete();
  expect(sim.people.byId(ada.id)).toBeUndefined();
});

test('a wrong code is refused, the right one signs in, a second factor is asked for where there is one', async () => {
  const ada = sim.people.add({ email: 'ada@example.com', secondFactor: true, backupCodes: ['backup-one'] });
  const call = createCaller();
  const { body } = await call('POST', '/client/sign_ins', { identifier: 'ada@example.com' });
  const at = `/client/sign_ins/${String(body.response.id)}`;
  await call('POST', `${at}/prepare_first_factor`, { strategy: 'email_code' });
  const wrong = await call('POST', `${at}/attempt_first_factor`, { strategy: 'email_code', code: '000000' });
  expect([wrong.status, wrong.body.errors]).toMatchObject([422, [{ code: 'form_code_incorrect' }]]);
  const first = await call('POST', `${at}/attempt_first_factor`, { strategy: 'email_code', code: '424242' });
  expect(first.body.response).toMatchObject({ status: 'needs_second_factor' });
  const shown = sim.totpCode(ada.id);
  const second = await call('POST', `${at}/attempt_second_factor`, { strategy: 'totp', code: shown });
  expect(second.body.response).toMatchObject({ status: 'complete' });
  expect(sim.sessionsOf(ada.id)).toHaveLength(1);
});

test('the way through the browser ends with a nonce that is good once, and only with the client’s token', async () => {
  const ada = sim.people.add({ email: 'ada@example.com' });
  const call = createCaller();
  const asked = { strategy: 'oauth_github', redirect_url: 'http://127.0.0.1:9/account/callback?state=s' };
  const { body } = await call('POST', '/client/sign_ins', asked);
  const id = String(body.response.id);
  const { external_verification_redirect_url: page } = body.response.first_factor_verification as {
    external_verification_redirect_url: string;
  };
  expect(await (await fetch(page)).text()).toContain('Sign in with GitHub');
  const back = await fetch(page, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ email: ada.email }),
  });
  const location = new URL(back.headers.get('location') ?? '');
  expect(location.searchParams.get('state')).toBe('s');
  const nonce = location.searchParams.get('rotating_token_nonce') ?? '';
  const at = `/client/sign_ins/${id}?rotating_token_nonce=${nonce}`;
  expect((await createCaller()('GET', at)).status).toBe(401);
  expect((await call('GET', at)).body.response).toMatchObject({ status: 'complete' });
  expect((await call('GET', at)).status).toBe(401);
  const elsewhere = { strategy: 'oauth_google', redirect_url: 'https://example.com/' };
  expect((await call('POST', '/client/sign_ins', elsewhere)).status).toBe(422);
});

test('a session that was revoked gets no token any more', async () => {
  const ada = sim.people.add({ email: 'ada@example.com', password: 'a quiet harbour' });
  const call = createCaller();
  const credentials = { identifier: ada.email, password: 'a quiet harbour' };
  const { body } = await call('POST', '/client/sign_ins', credentials);
  const at = `/client/sessions/${String(body.response.created_session_id)}/tokens`;
  expect((await call('POST', at, {})).body.jwt).toMatch(/^eyJ/);
  sim.revokeSessions(ada.id);
  expect((await call('POST', at, {})).status).toBe(401);
});

test('tokens for tests of services say what they are told to', async () => {
  const ada = sim.people.add({ email: 'ada@example.com' });
  const house = sim.people.addOrganisation({ name: 'Harbour House', roles: { [ada.id]: 'org:admin' } });
  const token = await sim.issueToken(ada.id, {
    organisationId: house.id,
    lifetimeSeconds: -5,
    claims: { iss: 'https://elsewhere.example' },
  });
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  expect(claims).toMatchObject({
    ...{ sub: ada.id, iss: 'https://elsewhere.example', pla: 'o:free' },
    o: { id: house.id, slg: 'harbour-house', rol: 'admin' },
  });
  expect(claims.exp).toBeLessThan(claims.iat);
});

test('an authenticator shows the figures of RFC 6238', () => {
  // The secret of the RFC's test vectors, "12345678901234567890", in base32; its eight figures, cut to six.
  expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59_000)).toBe('287082');
  expect(totpCode('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 1_111_111_109_000)).toBe('081804');
});
