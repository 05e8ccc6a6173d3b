import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readJsonBody } from './read-json-body.ts';

const call = (body: Uint8Array, encoding?: string): Request =>
  new Request('http://localhost/', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: encoding === undefined ? {} : { 'content-encoding': encoding },
  });
const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

test('a body is read as it is, or packed', async () => {
  const value = { rows: ['one', 'two'] };
  expect(await readJsonBody(call(bytes(value)), 100)).toEqual({ ok: true, value });
  expect(await readJsonBody(call(gzipSync(bytes(value)), 'gzip'), 100)).toEqual({ ok: true, value });
});

test('a small body that unpacks to more than may come is refused, and so is one that is cut', async () => {
  const bomb = gzipSync(Buffer.alloc(1_000_000, '1'));
  expect(bomb.byteLength).toBeLessThan(10_000);
  const refused = { ok: false, fault: { code: 'sync.too-large' } };
  expect(await readJsonBody(call(bomb, 'gzip'), 10_000)).toMatchObject(refused);
  const cut = gzipSync(bytes({ a: 'b' })).subarray(0, 12);
  const unreadable = { ok: false, fault: { code: 'sync.bad-request' } };
  expect(await readJsonBody(call(cut, 'gzip'), 10_000)).toMatchObject(unreadable);
});
