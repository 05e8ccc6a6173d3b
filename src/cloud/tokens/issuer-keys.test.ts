import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askService } from '../../testing/service/ask-service.ts';
import { makeTokenKeys } from '../../testing/service/make-token-keys.ts';
import { startTestService } from '../../testing/service/start-test-service.ts';
import { createIssuerKeys } from './issuer-keys.ts';

const hourMs = 60 * 60_000;
type Answer = { readonly status: number; readonly body: string } | 'breaks' | 'keys';

/** An issuer that answers as the test says. */
async function startIssuer(answer: Answer) {
  const issuer = { answer, asked: 0 };
  const server = createServer((_request, response) => {
    issuer.asked += 1;
    const { answer: now } = issuer;
    if (now === 'breaks') {
      response.destroy();
      return;
    }
    const { status, body } = now === 'keys' ? { status: 200, body: JSON.stringify(keys.jwks) } : now;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const keys = await makeTokenKeys(`http://127.0.0.1:${port}`);
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return Object.assign(issuer, { keys, host: `127.0.0.1:${port}` });
}

/** A service that goes by an issuer. */
async function begin(answer: Answer) {
  const issuer = await startIssuer(answer);
  const clock = { ms: Date.now() };
  const service = await startTestService({ issuer: issuer.keys.issuer, now: () => clock.ms });
  onTestFinished(() => service.stop());
  return {
    ...{ issuer, clock, service },
    ask: async () => {
      const token = await issuer.keys.sign({ sub: 'user_1' }, { nowMs: clock.ms });
      return askService(service, token, 'GET', '/api/account');
    },
    ready: async () => {
      const said = await fetch(`${service.origin}/ready`);
      return [said.status, await said.json()];
    },
    told: () => service.logged.filter(({ event }) => event === 'identity').map(({ state }) => state),
    metrics: async () => (await fetch(`${service.origin}/metrics`)).text(),
  };
}

test.each([
  ['breaks the line', 'breaks', 'unreachable', /^it cannot be reached \((UND_ERR_SOCKET|ECONNRESET)\)$/],
  ['has no such page', { status: 404, body: '{}' }, 'refused', /^it answers with HTTP status 404$/],
  ['leads elsewhere', { status: 302, body: '' }, 'refused', /^it answers with HTTP status 302$/],
  ['answers with a page', { status: 200, body: '<html>' }, 'not-keys', /is no set of keys \(JWKS\)$/],
  ['has no keys', { status: 200, body: '{"keys":[]}' }, 'not-keys', /is no set of keys \(JWKS\)$/],
  ['has keys that are none', { status: 200, body: '{"keys":[7]}' }, 'not-keys', /is no set of keys/],
] satisfies [string, Answer, string, RegExp][])(
  'an issuer that %s has no keys, and it is said why',
  async (_, answer, outcome, reason) => {
    const issuer = await startIssuer(answer);
    const told: unknown[] = [];
    const keys = createIssuerKeys({
      ...{ issuer: issuer.keys.issuer, now: Date.now },
      onAsked: (how) => told.push(how),
      onChange: (...what) => told.push(what),
    });
    onTestFinished(() => keys.close());
    expect([await keys.state(), keys.has()]).toEqual(['asleep', false]);
    expect(told).toEqual([outcome, ['asleep', issuer.host, expect.stringMatching(reason)]]);
  },
);

test('until the issuer was heard the service is not ready and says so to calls; then it is, by itself', async () => {
  const { issuer, service, ask, ready, told, metrics } = await begin('breaks');
  const parts = { database: 'answers', storage: 'none' };
  expect(await ready()).toEqual([503, { ready: false, identity: 'asleep', ...parts }]);
  const { status, json, headers } = await ask();
  expect([status, json.error.code]).toEqual([503, 'sync.identity-asleep']);
  expect(json.error.retryAfterMs).toBeGreaterThan(0);
  expect(headers.get('retry-after')).toMatch(/^\d+$/);
  const line = service.logged.find(({ code }) => code === 'sync.identity-asleep');
  expect(line?.['reason']).toContain(`${issuer.host}: it cannot be reached`);
  expect(await metrics()).toContain('reelwright_identity_ready 0');
  issuer.answer = 'keys';
  await expect.poll(ready, { timeout: 5_000 }).toEqual([200, { ready: true, identity: 'answers', ...parts }]);
  expect((await ask()).status).toBe(200);
  expect(told()).toEqual(['asleep', 'answers']);
  expect(await metrics()).toMatch(/questions_total\{outcome="ok"\} 1\n(.*\n)*reelwright_identity_ready 1/);
});

test('keys that were read once hold for an hour without the issuer, which nobody asks more often for that', async () => {
  const { issuer, clock, ask, ready, told } = await begin('keys');
  expect((await ask()).status).toBe(200);
  issuer.answer = 'breaks';
  clock.ms += hourMs - 2_000;
  expect((await ask()).status).toBe(200);
  expect(await ready()).toMatchObject([200, { ready: true }]);
  expect(issuer.asked).toBe(1);
  clock.ms += 4_000;
  for (let n = 0; n < 5; n++) expect((await ask()).json.error.code).toBe('sync.identity-asleep');
  expect(await ready()).toMatchObject([503, { ready: false, identity: 'asleep', database: 'answers' }]);
  expect(told()).toEqual(['answers', 'asleep']);
  expect(issuer.asked).toBeLessThanOrEqual(4);
});
