import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fail, ok, type Result } from '../domain/kernel/result.ts';
import { downloadFile } from './download-file.ts';
import { publicLookup } from './public-lookup.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let folder: string;
let server: Server;
let origin: string;
let asked: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-download-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const to = new URL(request.url ?? '', origin).searchParams.get('to');
    if (to === null) response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    else response.writeHead(302, { location: to }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Only addresses of this server that do not ask for a secret: what an adapter's allow-list is to its provider. */
const resolve = (address: string): Result<URL> => {
  const url = new URL(address);
  return url.origin === origin && !url.pathname.startsWith('/secret')
    ? ok(url)
    : fail('provider.address-refused', `${address} is not asked.`);
};
const download = (address: string) =>
  downloadFile(
    { address, folder, name: 'still', medium: 'image', provider: 'Test', resolve, stallMs: 5_000 },
    AbortSignal.timeout(10_000),
  );

test('an address that passes is brought, and so is one that a redirect within the list leads to', async () => {
  expect(await download(`${origin}/a.png`)).toMatchObject({ kind: 'downloaded', mime: 'image/png' });
  expect(await download(`${origin}/b?to=${encodeURIComponent('/c.png')}`)).toMatchObject({
    kind: 'downloaded',
  });
});

test.each([
  '/secret.png',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'http://localhost:1/a.png',
])('a redirect is judged as the first address was: to %s nobody goes', async (to) => {
  expect(await download(`${origin}/?to=${encodeURIComponent(to)}`)).toMatchObject({
    kind: 'failed',
    fault: { code: 'provider.address-refused' },
  });
  expect(asked).toHaveLength(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('redirects have an end', async () => {
  expect(await download(`${origin}/?to=${encodeURIComponent(`${origin}/?to=${origin}/`)}`)).toBeDefined();
  asked = [];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: `/?${asked.length}` }).end();
  });
  expect(await download(`${origin}/`)).toMatchObject({ kind: 'unreachable' });
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('a name that leads into this computer is refused before a connection is made, with whatever form of answer', async () => {
  for (const all of [true, false]) {
    const refusal = await new Promise((resolve) =>
      publicLookup('localhost', { all }, (error) => resolve(error)),
    );
    expect(refusal).toMatchObject({ code: 'EPRIVATE' });
  }
  expect(asked).toEqual([]);
});
