import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { certificate as cert, privateKey as key } from '../testing/local-certificate.ts';
import { type SingleShotRequest, sendOnce } from './send-once.ts';

const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server | ReturnType<typeof createTcp>): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

const post = (url: string, more: Partial<SingleShotRequest> = {}): SingleShotRequest => ({
  method: 'POST',
  url: new URL(url),
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{}'),
  connectTimeoutMs: 2_000,
  answerTimeoutMs: 2_000,
  ...more,
});

describe.each(['http', 'https'] as const)('%s', (scheme) => {
  const secure = scheme === 'https';
  const before = getCACertificates('default');

  async function counted(): Promise<{ url: string; bytes: () => number }> {
    let bytes = 0;
    const server = secure ? createHttps({ key, cert }) : createHttp();
    // Decrypted bytes: what the request itself says, after the handshake.
    server.on(secure ? 'secureConnection' : 'connection', (socket) => {
      socket.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
    });
    server.on('request', (_request, response) => response.end('{"fine":true}'));
    return { url: `${scheme}://127.0.0.1:${await listen(server)}/x`, bytes: () => bytes };
  }

  it('calls beforeFirstByte once, with the connection open and not a byte sent', async () => {
    if (secure) setDefaultCACertificates([...before, cert]);
    const server = await counted();
    const seen: number[] = [];
    const outcome = await sendOnce(post(server.url, { beforeFirstByte: () => seen.push(server.bytes()) }));
    expect(outcome).toMatchObject({ kind: 'answer', status: 200 });
    expect(seen).toEqual([0]);
    expect(server.bytes()).toBeGreaterThan(0);
    setDefaultCACertificates(before);
  });

  it('sends nothing when beforeFirstByte throws', async () => {
    if (secure) setDefaultCACertificates([...before, cert]);
    const server = await counted();
    const refuse = (): void => {
      throw new Error('over the limit');
    };
    const outcome = await sendOnce(post(server.url, { beforeFirstByte: refuse }));
    expect(outcome).toMatchObject({ kind: 'not-sent', cause: { message: 'over the limit' } });
    expect(server.bytes()).toBe(0);
    setDefaultCACertificates(before);
  });
});

describe('a line that fails', () => {
  it('before the first byte is not sent: refused, unknown host, private host, strange certificate', async () => {
    const tcp = createTcp();
    const port = await listen(tcp);
    await new Promise((resolve) => tcp.close(resolve));
    const https = await listen(createHttps({ key, cert }));
    let calls = 0;
    for (const url of [
      `http://127.0.0.1:${port}/`,
      'https://no-such-host.invalid/',
      `https://localhost:${https}/`,
      `https://127.0.0.1:${https}/`,
    ]) {
      const outcome = await sendOnce(post(url, { beforeFirstByte: () => void calls++ }));
      expect([url, outcome.kind]).toEqual([url, 'not-sent']);
    }
    expect(calls).toBe(0);
  });

  it('after the first byte is broken: silence, a reset, a cut-off answer, being cut off', async () => {
    const silent = await listen(createTcp(() => {}));
    const resets = await listen(createTcp((socket) => socket.on('data', () => socket.resetAndDestroy())));
    const cuts = await listen(
      createTcp((socket) => {
        socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"request_id":'));
      }),
    );
    const quick = { answerTimeoutMs: 200 };
    expect((await sendOnce(post(`http://127.0.0.1:${silent}/`, quick))).kind).toBe('broken');
    expect((await sendOnce(post(`http://127.0.0.1:${resets}/`))).kind).toBe('broken');
    expect((await sendOnce(post(`http://127.0.0.1:${cuts}/`))).kind).toBe('broken');
    const abort = new AbortController();
    const asked = sendOnce(
      post(`http://127.0.0.1:${silent}/`, {
        signal: abort.signal,
        beforeFirstByte: () => setImmediate(() => abort.abort()),
      }),
    );
    expect((await asked).kind).toBe('broken');
  });

  it('a handshake that never ends is not sent', async () => {
    const silent = await listen(createTcp(() => {}));
    const outcome = await sendOnce(post(`https://127.0.0.1:${silent}/`, { connectTimeoutMs: 200 }));
    expect(outcome.kind).toBe('not-sent');
  });
});
