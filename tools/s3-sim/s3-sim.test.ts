import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createS3Storage } from '../../src/adapters/s3/create-s3-storage.ts';
import { unwrap } from '../../src/domain/kernel/result.ts';
import { type S3Sim, startS3Sim } from './start-s3-sim.ts';

test('with a folder, files outlive the stand-in, and what was removed stays away', async () => {
  const folder = mkdtempSync(join(tmpdir(), 's3-sim-'));
  const storageOf = ({ settings }: S3Sim) =>
    createS3Storage({ settings, now: Date.now, connectTimeoutMs: 1_000, answerTimeoutMs: 1_000 });
  const first = await startS3Sim({ folder });
  for (const key of ['a/kept', 'b/gone']) {
    const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    const file = { key, mime: 'video/mp4', bytes: 4, sha256 };
    const { url, headers } = unwrap(await storageOf(first).putAddress(file));
    const { 'content-length': _length, ...sent } = headers;
    expect((await fetch(url, { method: 'PUT', headers: sent, body: 'test' })).status).toBe(200);
  }
  unwrap(await storageOf(first).remove('b/gone'));
  await first.close();
  const second = await startS3Sim({ folder });
  expect(second.keys()).toEqual(['a/kept']);
  const { url } = unwrap(await storageOf(second).getAddress('a/kept', 60));
  const fetched = await fetch(url);
  expect([fetched.headers.get('content-type'), await fetched.text()]).toEqual(['video/mp4', 'test']);
  await second.close();
  rmSync(folder, { recursive: true });
});
