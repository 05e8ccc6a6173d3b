import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askService } from '../../testing/service/ask-service.ts';
import { makeTokenKeys } from '../../testing/service/make-token-keys.ts';
import { startTestService, type TestService } from '../../testing/service/start-test-service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const ask = (token: string | null) => askService(service, token, 'GET', '/api/account');
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token', () => {
  test('of the issuer says who asks, where they work and what they pay for', async () => {
    const token = await service.token('user_1', {
      o: { id: 'org_1', rol: 'editor' },
      pla: 'o:studio',
      azp: 'https://app.reelwright.test',
    });
    expect((await ask(token)).json).toEqual({
      userId: 'user_1',
      organisation: { id: 'org_1', role: 'editor' },
      plan: 'studio',
    });
    const first = await service.token('user_1', { org_id: 'org_2', org_role: 'org:admin' });
    expect((await ask(first)).json.organisation).toEqual({ id: 'org_2', role: 'owner' });
  });

  test('may be five seconds off, and not more', async () => {
    const at = (offsetMs: number) => service.keys.sign({ sub: 'u' }, { nowMs: Date.now() + offsetMs });
    expect((await ask(await at(-63_000))).status).toBe(200);
    expect((await ask(await at(-67_000))).status).toBe(401);
    // Made ten seconds before it is good, as Clerk makes them.
    expect((await ask(await at(13_000))).status).toBe(200);
    expect((await ask(await at(17_000))).status).toBe(401);
  });

  test('that is not as agreed is refused, whatever is wrong with it', async () => {
    const { keys } = service;
    const claims = { sub: 'user_1', sid: 'sess_1', iss: keys.issuer };
    const nowS = Math.floor(Date.now() / 1_000);
    const times = { iat: nowS, nbf: nowS - 10, exp: nowS + 60 };
    const body = encode({ ...claims, ...times });
    const kid = keys.jwks.keys[0]?.kid ?? '';
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicText = JSON.stringify(keys.jwks.keys[0]);
    const hs = `${encode({ alg: 'HS256', kid })}.${body}`;
    const good = await keys.sign(claims);
    const [head = '', , signature = ''] = good.split('.');
    const elsewhere = await makeTokenKeys('https://clerk.elsewhere.example', kid);
    const wrong: Record<string, string | null> = {
      'no token': null,
      'no token at all': 'nothing',
      'alg none': `${encode({ alg: 'none', kid })}.${body}.`,
      'alg none, signed': `${encode({ alg: 'none', kid })}.${body}.${signature}`,
      HS256: `${hs}.${createHmac('sha256', publicText).update(hs).digest('base64url')}`,
      'another key': await new SignJWT({ ...claims, ...times })
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(privateKey),
      'an unknown key': await new SignJWT({ ...claims, ...times })
        .setProtectedHeader({ alg: 'RS256', kid: 'other' })
        .sign(privateKey),
      'another issuer': await elsewhere.sign(claims),
      'another issuer, our key': await keys
        .sign({ ...claims }, {})
        .then(() => makeTokenKeys(`${keys.issuer}.evil.example`).then((other) => other.sign(claims))),
      'another audience': await keys.sign({ ...claims, aud: 'somebody-else' }),
      'another party': await keys.sign({ ...claims, azp: 'https://evil.example' }),
      expired: await keys.sign(claims, { nowMs: Date.now() - 120_000 }),
      'no session': await keys.sign({ ...claims, sid: '' }),
      'session pending': await keys.sign({ ...claims, sts: 'pending' }),
      'body changed': `${head}.${encode({ ...claims, ...times, sub: 'user_2' })}.${signature}`,
    };
    expect((await ask(good)).status).toBe(200);
    for (const [what, token] of Object.entries(wrong)) {
      const { status, json } = await ask(token);
      expect({ what, status, code: json.error.code }).toEqual({ what, status: 401, code: 'sync.signed-out' });
    }
  });

  test('of a session that was signed out is refused although it has not expired', async () => {
    const token = await service.token('user_3', { sid: 'sess_3' });
    const sibling = await service.token('user_3', { sid: 'sess_other' });
    expect((await askService(service, token, 'POST', '/api/sign-out')).status).toBe(200);
    expect((await ask(token)).status).toBe(401);
    expect((await askService(service, token, 'GET', '/api/projects')).status).toBe(401);
    expect((await ask(sibling)).status).toBe(200);
    await service.restart();
    expect((await ask(token)).status).toBe(401);
  });

  test('never shows up in the log', async () => {
    const token = await service.token('user_4');
    await ask(token);
    await ask(`${token}x`);
    const logged = JSON.stringify(service.logged);
    for (const part of token.split('.')) expect(logged).not.toContain(part);
    expect(logged).toContain('user_4');
  });
});
