import { expect, test } from 'vitest';
import { packedJson, unpackedBytes } from './packed-bodies.ts';

test('a long body is packed and comes back as it was; a short one goes as it is', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => ({ e: 'shot', id: `shot-${i}`, v: { mood: 'calm' } }));
  const { body, headers } = await packedJson({ rows });
  expect(body.byteLength).toBeLessThan(JSON.stringify(rows).length / 4);
  const back = await unpackedBytes(Buffer.from(body), headers['content-encoding'], 1_000_000);
  expect(JSON.parse(back?.toString() ?? '')).toEqual({ rows });
  expect((await packedJson({ rows: [] })).headers).toEqual({});
});

test('an answer that is cut, or unpacks to more than may come, is none', async () => {
  const { body } = await packedJson({ text: 'x'.repeat(100_000) });
  expect(await unpackedBytes(Buffer.from(body), 'gzip', 10_000)).toBeNull();
  expect(await unpackedBytes(Buffer.from(body).subarray(0, 40), 'gzip', 1_000_000)).toBeNull();
});
