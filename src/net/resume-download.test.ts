import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../domain/kernel/result.ts';
import { type DownloadOutcome, downloadFile } from './download-file.ts';

const pngHead = Buffer.from('89504e470d0a1a0a', 'hex');
const makeFile = (): Buffer => Buffer.concat([pngHead, randomBytes(200_000)]);

let folder: string;
let server: Server;
let address: string;
let asked: IncomingHttpHeaders[];
let answer: (response: ServerResponse, headers: IncomingHttpHeaders) => void;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reelwright-resume-'));
  asked = [];
  server = createServer(({ headers }, response) => {
    asked.push(headers);
    answer(response, headers);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/still`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const bring = (): Promise<DownloadOutcome> =>
  downloadFile(
    {
      ...{ address, folder, name: 'still', medium: 'image', provider: 'Test', stallMs: 5_000 },
      resolve: (given) => ok(new URL(given)),
    },
    AbortSignal.timeout(10_000),
  );
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const hasPart = (): boolean =>
  readdirSync(folder).some((name) => name.endsWith('.part') && statSync(join(folder, name)).size > 0);

/** Sends the half of a file and breaks the line once some of it lies in the folder. */
function sendHalf(file: Buffer, etag: string) {
  return (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': String(file.length), etag });
    response.write(file.subarray(0, file.length / 2));
    void vi.waitUntil(hasPart, { timeout: 9_000, interval: 5 }).finally(() => response.destroy());
  };
}
/** Answers as a store that knows ranges; `etag` is that of the file as it is now. */
function sendRest(file: Buffer, etag: string, minds = true) {
  return (response: ServerResponse, { range, 'if-range': version }: IncomingHttpHeaders): void => {
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    const whole = range === undefined || (minds && version !== etag);
    const body = whole ? file : file.subarray(from);
    response.writeHead(whole ? 200 : 206, {
      'content-length': String(body.length),
      etag,
      ...(whole ? {} : { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
    });
    response.end(body);
  };
}

test('a download that broke off goes on where it was, and is the same file', async () => {
  const file = makeFile();
  answer = sendHalf(file, '"one"');
  expect((await bring()).kind).toBe('unreachable');
  expect(readdirSync(folder).some((name) => /\.(?:png|jpg)$/.test(name))).toBe(false);
  answer = sendRest(file, '"one"');
  const outcome = await bring();
  if (outcome.kind !== 'downloaded') throw new Error(JSON.stringify(outcome));
  expect(Number(/\d+/.exec(asked[1]?.range ?? '')?.[0])).toBeGreaterThan(0);
  expect(asked[1]?.['if-range']).toBe('"one"');
  expect(sha(readFileSync(outcome.path))).toBe(sha(file));
});

test('a file that was changed meanwhile is never joined to the beginning of the old one', async () => {
  const [before, after] = [makeFile(), makeFile()];
  answer = sendHalf(before, '"one"');
  await bring();
  answer = sendRest(after, '"two"');
  const outcome = await bring();
  if (outcome.kind !== 'downloaded') throw new Error(JSON.stringify(outcome));
  expect(sha(readFileSync(outcome.path))).toBe(sha(after));
});

test('nor where the store gives the rest of the new one unasked', async () => {
  const [before, after] = [makeFile(), makeFile()];
  answer = sendHalf(before, '"one"');
  await bring();
  answer = sendRest(after, '"two"', false);
  expect((await bring()).kind).toBe('unreachable');
  const outcome = await bring();
  if (outcome.kind !== 'downloaded') throw new Error(JSON.stringify(outcome));
  expect(sha(readFileSync(outcome.path))).toBe(sha(after));
});

test('a weak tag vouches for no bytes: the download begins anew', async () => {
  const file = makeFile();
  answer = sendHalf(file, 'W/"one"');
  await bring();
  answer = sendRest(file, 'W/"one"');
  const outcome = await bring();
  if (outcome.kind !== 'downloaded') throw new Error(JSON.stringify(outcome));
  expect(asked[1]?.range).toBeUndefined();
  expect(sha(readFileSync(outcome.path))).toBe(sha(file));
});
